// Each question is answered from the dependents of one token, without walking the whole tree.

#include "src/discourse/clause.h"

#include <algorithm>

namespace averment {
namespace {

bool BelongsToCue(Dep dep) {
  return dep == Dep::kaux || dep == Dep::kauxpass || dep == Dep::kneg || dep == Dep::kprt ||
         dep == Dep::kadvmod;
}

}  // namespace

TokenRange CueWords(Token head) {
  const Syntax& syntax = head.syntax();
  TokenRange words{head.index(), head.index() + 1};
  auto belongs = [&](uint32_t i) {
    const TokenData& t = syntax.tokens[i];
    // A long adverbial ("just hours after the talks") is no close adverb.
    return t.head == head.index() && BelongsToCue(t.dep) && t.left_edge == t.right_edge &&
           t.sentence == head.data().sentence && t.tag != Tag::kWRB;
  };
  while (words.first > 0 && belongs(words.first - 1)) --words.first;
  while (words.last < syntax.size() && belongs(words.last)) ++words.last;
  return words;
}

bool IsInfinitive(Token head) {
  for (Token c : head.children()) {
    if (c.index() < head.index() && c.tag() == Tag::kTO) return true;
  }
  return false;
}

bool HasComplementizer(Token head) {
  for (Token c : head.children()) {
    if (c.dep() == Dep::kmark && c.index() < head.index()) {
      const std::string_view word = c.lower();
      if (word == "that" || word == "whether" || word == "if") return true;
    }
  }
  return false;
}

bool OpensWithQuestionWord(Token head) {
  const Syntax& syntax = head.syntax();
  uint32_t first = head.data().left_edge;
  while (first < head.index() && syntax[first].pos() == Pos::kPUNCT) ++first;
  const Tag tag = syntax[first].tag();
  if (tag == Tag::kWP || tag == Tag::kWRB || tag == Tag::kWDT || tag == Tag::kWPS) return true;
  // "of what", "in which way"
  return syntax[first].pos() == Pos::kADP && first + 1 < head.index() &&
         (syntax[first + 1].tag() == Tag::kWP || syntax[first + 1].tag() == Tag::kWDT);
}

bool IsPassive(Token verb) {
  for (Token c : verb.children()) {
    if (c.dep() == Dep::kauxpass || c.dep() == Dep::knsubjpass) return true;
  }
  return false;
}

bool Separates(Token token) {
  const Tag tag = token.tag();
  if (token.pos() == Pos::kSPACE) return true;
  if (token.pos() != Pos::kPUNCT) return false;
  return tag == Tag::kComma || tag == Tag::kColon || tag == Tag::kPeriod || tag == Tag::kNFP ||
         tag == Tag::kHYPH;
}

TokenRange Trimmed(const Syntax& syntax, TokenRange range) {
  auto strip = [&](uint32_t i) {
    const std::string_view word = syntax[i].text();
    return Separates(syntax[i]) && word != "?" && word != "!" && word != "?!";
  };
  while (range.first < range.last && strip(range.first)) ++range.first;
  while (range.last > range.first && strip(range.last - 1)) --range.last;
  return range;
}

std::vector<TokenRange> Without(const Syntax& syntax, TokenRange whole, TokenRange hole) {
  std::vector<TokenRange> pieces;
  auto add = [&](uint32_t first, uint32_t last) {
    if (first >= last) return;
    const TokenRange piece = Trimmed(syntax, {first, last});
    if (piece.size() > 0) pieces.push_back(piece);
  };
  add(whole.first, std::min(whole.last, hole.first));
  add(std::max(whole.first, hole.last), whole.last);
  return pieces;
}

}  // namespace averment
