// The few functions of document.h that are not one line.

#include "averment/document.h"

#include <algorithm>
#include <array>

namespace averment {
namespace {

#define UPPER(name) #name,
constexpr std::array kEventTypes = std::to_array<std::string_view>({AVERMENT_EVENT_TYPES(UPPER)});
#undef UPPER

// The alignment in force at a position.
const Alignment& At(const std::vector<Alignment>& alignments, uint32_t at) {
  auto next = std::upper_bound(alignments.begin(), alignments.end(), at,
                               [](uint32_t a, const Alignment& b) { return a < b.at; });
  return *std::prev(next);
}

}  // namespace

uint32_t Text::ToArticle(uint32_t at) const { return uint32_t(at + At(alignments, at).shift); }

uint32_t Text::EndInArticle(uint32_t end) const {
  // An end belongs to the character before it: a line break behind it is not part of the range.
  return end == 0 ? ToArticle(0) : ToArticle(end - 1) + 1;
}

void IndexChildren(Syntax& syntax) {
  const uint32_t n = uint32_t(syntax.tokens.size());
  syntax.children_begin.assign(n + 1, 0);
  for (uint32_t i = 0; i < n; ++i) {
    TokenData& t = syntax.tokens[i];
    t.left_edge = t.right_edge = i;
    if (t.head != i) ++syntax.children_begin[t.head + 1];
  }
  for (uint32_t i = 0; i < n; ++i) syntax.children_begin[i + 1] += syntax.children_begin[i];
  syntax.children.resize(n == 0 ? 0 : syntax.children_begin[n]);
  std::vector<uint32_t> next(syntax.children_begin.begin(), syntax.children_begin.end() - 1);
  for (uint32_t i = 0; i < n; ++i) {
    if (syntax.tokens[i].head != i) syntax.children[next[syntax.tokens[i].head]++] = i;
  }
  // Children before parents, so one pass settles the edges: an order by depth, roots last.
  std::vector<uint32_t> order, stack;
  order.reserve(n);
  for (uint32_t i = 0; i < n; ++i) {
    if (syntax.tokens[i].head == i) stack.push_back(i);
  }
  while (!stack.empty()) {
    const uint32_t i = stack.back();
    stack.pop_back();
    order.push_back(i);
    for (uint32_t c : Token(syntax, i).child_indices()) stack.push_back(c);
  }
  for (auto it = order.rbegin(); it != order.rend(); ++it) {
    TokenData& t = syntax.tokens[*it];
    TokenData& h = syntax.tokens[t.head];
    h.left_edge = std::min(h.left_edge, t.left_edge);
    h.right_edge = std::max(h.right_edge, t.right_edge);
  }
}

std::optional<Token> Token::child(Dep dep) const {
  for (Token c : children()) {
    if (c.dep() == dep) return c;
  }
  return std::nullopt;
}

std::vector<Token> Token::subtree() const {
  std::vector<uint32_t> found{i_};
  for (size_t k = 0; k < found.size(); ++k) {
    for (uint32_t c : Token(*syntax_, found[k]).child_indices()) found.push_back(c);
  }
  std::sort(found.begin(), found.end());
  std::vector<Token> tokens;
  tokens.reserve(found.size());
  for (uint32_t i : found) tokens.emplace_back(*syntax_, i);
  return tokens;
}

bool Token::IsAncestorOrSelf(Token other) const {
  while (!(other == *this)) {
    if (other.is_root()) return false;
    other = other.head();
  }
  return true;
}

std::string_view ToString(EventType type) {
  static constexpr std::array kUpper = std::to_array<std::string_view>(
      {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
       "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"});
  static_assert(kUpper.size() == kEventTypes.size());
  return kUpper[size_t(type)];
}

std::optional<EventType> ParseEventType(std::string_view written) {
  for (size_t i = 0; i < kEventTypes.size(); ++i) {
    if (ToString(EventType(i)) == written) return EventType(i);
  }
  return std::nullopt;
}

}  // namespace averment
