#include "src/cli/tree_route.h"

#include <algorithm>
#include <vector>

#include "src/cli/text_format.h"

namespace averment::cli {
namespace {

constexpr size_t kHighest = 60;  // Steps that a route may climb: a hostile tree is a chain.

// The token and those above it.
std::vector<uint32_t> Above(const Syntax& syntax, uint32_t token) {
  std::vector<uint32_t> above = {token};
  while (above.size() < kHighest && syntax.tokens[above.back()].head != above.back()) {
    above.push_back(syntax.tokens[above.back()].head);
  }
  return above;
}

}  // namespace

std::string TreeRoute(const Syntax& syntax, uint32_t from, uint32_t to) {
  const std::vector<uint32_t> up = Above(syntax, from), down = Above(syntax, to);
  const auto meet = std::ranges::find_first_of(up, down);
  if (meet == up.end()) return "by no way through the tree";
  std::string route = Plain(syntax[from].text());
  for (auto at = up.begin(); at != meet; ++at) {
    route +=
        " <" + std::string(ToString(syntax[*at].dep())) + "- " + Plain(syntax[*(at + 1)].text());
  }
  for (auto at = std::ranges::find(down, *meet); at != down.begin();) {
    --at;
    route += " -" + std::string(ToString(syntax[*at].dep())) + "> " + Plain(syntax[*at].text());
  }
  return route;
}

}  // namespace averment::cli
