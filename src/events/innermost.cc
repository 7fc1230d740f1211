// Contents nest or follow each other, so one pass with a stack of open ones will do.

#include "src/events/innermost.h"

#include <algorithm>

namespace averment::events {

std::vector<uint32_t> InnermostAttributions(const Syntax& syntax,
                                            std::span<const Attribution> attributions) {
  struct Piece {
    Span span;
    uint32_t attribution;
  };
  std::vector<Piece> pieces;
  for (uint32_t a = 0; a < attributions.size(); ++a) {
    for (const Span& span : attributions[a].content) pieces.push_back({span, a});
  }
  std::ranges::stable_sort(pieces, [](const Piece& a, const Piece& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  });
  std::vector<uint32_t> innermost(syntax.size(), kNoAttribution);
  std::vector<Piece> open;
  size_t next = 0;
  for (uint32_t i = 0; i < syntax.size(); ++i) {
    const TokenData& t = syntax.tokens[i];
    while (next < pieces.size() && pieces[next].span.begin <= t.begin) {
      open.push_back(pieces[next++]);
    }
    while (!open.empty() && open.back().span.end <= t.begin) open.pop_back();
    if (!open.empty()) innermost[i] = open.back().attribution;
  }
  return innermost;
}

}  // namespace averment::events
