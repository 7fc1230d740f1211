// Words are quoted as the article has them; lists of words stop after a few.

#include "src/cli/explained.h"

#include <algorithm>

#include "src/cli/text_format.h"
#include "src/cli/tree_route.h"

namespace averment::cli {
namespace {

constexpr size_t kMostWords = 6;

}  // namespace

Record::Span Explained::Words(const Span& span) const {
  return {Point(span.begin), Point(span.end), std::string(span.text())};
}

std::vector<Record::Span> Explained::Words(std::span<const Span> spans) const {
  std::vector<Record::Span> words;
  for (const Span& s : spans) words.push_back(Words(s));
  return words;
}

std::vector<Record::Span> Explained::Words(std::span<const uint32_t> tokens) const {
  std::vector<Record::Span> words;
  for (uint32_t t : tokens) words.push_back(Words(t));
  return words;
}

std::optional<uint32_t> Explained::HeadIn(const Span& span) const {
  const std::vector<TokenData>& tokens = syntax.tokens;
  const auto first = std::ranges::lower_bound(tokens, span.begin, {}, &TokenData::begin);
  for (auto t = first; t != tokens.end() && t->begin < span.end; ++t) {
    const uint32_t at = uint32_t(t - tokens.begin());
    const TokenData& head = tokens[t->head];
    if (t->head == at || head.begin < span.begin || head.begin >= span.end) return at;
  }
  return std::nullopt;
}

std::string Explained::Route(uint32_t from, const Span& to) const {
  const auto head = HeadIn(to);
  return head ? TreeRoute(syntax, from, *head) : "";
}

std::string Explained::Paths(const events::RoleRule& role) {
  std::string paths;
  for (const std::string& p : role.written) paths += (paths.empty() ? "`" : ", ") + p;
  return paths + "`";
}

std::string Explained::LeadsTo(std::span<const uint32_t> tokens) const {
  if (tokens.empty()) return "leads to no word";
  std::string words;
  for (size_t i = 0; i < tokens.size() && i < kMostWords; ++i) {
    words += (words.empty() ? "\"" : ", \"") + Plain(syntax[tokens[i]].text()) + "\"";
  }
  return "leads to " + words + (tokens.size() > kMostWords ? " ..." : "");
}

}  // namespace averment::cli
