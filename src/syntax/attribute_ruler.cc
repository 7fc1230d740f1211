// HOW IT WORKS
//
// spaCy matches every pattern against every token, sorts the matches by the number of their rule
// and applies them in this order, so that for each attribute the last rule to set it wins.  All
// patterns see the tags and relations from before the ruler.  Hence a token's outcome is, attribute
// by attribute, the highest matching rule that sets it, and the order of evaluation does not
// matter:
//
//  * the rules that look at tag, relation and whitespace alone are evaluated once, at load, for
//  every
//    combination of the three;
//  * the rules that name words are reached through the word (few words are named at all);
//  * a pair of tokens is reached through the word of the second, and may add to the first, which is
//    therefore written only after its successor has been seen.

#include "src/syntax/attribute_ruler.h"

#include <algorithm>

#include "src/base/string_hash.h"
#include "src/base/unicode.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

#define COUNT1(name) +1
#define COUNT2(name, written) +1
constexpr size_t kTags = 0 AVERMENT_TAGS(COUNT2), kDeps = 0 AVERMENT_DEPS(COUNT1);
#undef COUNT1
#undef COUNT2
static_assert(kTags <= 64 && kDeps <= 64);

// Whether this token is whitespace: the tokenizer never puts whitespace and another kind of
// character into one token.
bool IsSpaceToken(std::string_view token) {
  size_t at = 0;
  return !token.empty() && IsSpace(DecodeUtf8(token, at));
}

}  // namespace

void AttributeRuler::Winners::Add(uint16_t rule, const Effect& effect) {
  const uint16_t number = uint16_t(rule + 1);
  if (effect.tag >= 0) tag = std::max(tag, number);
  if (effect.pos >= 0) pos = std::max(pos, number);
  if (effect.morph >= 0) morph = std::max(morph, number);
  if (effect.lemma >= 0) lemma = std::max(lemma, number);
  if (effect.dep >= 0) dep = std::max(dep, number);
}

bool AttributeRuler::Fits(const Condition& condition, const Seen& token) {
  return (condition.tags >> token.tag & 1) && (condition.deps >> token.dep & 1) &&
         (condition.space == 0 || (condition.space == 2) == token.space) &&
         (condition.words.empty() || std::ranges::binary_search(condition.words, token.word));
}

uint16_t AttributeRuler::FindWord(std::string_view lower) const {
  for (size_t i = HashString(lower);; ++i) {
    const uint16_t id = slots_[i & (slots_.size() - 1)];
    if (id == kNoWord || words_[id] == lower) return id;
  }
}

const AttributeRuler::Winners& AttributeRuler::ByLabels(const Seen& token) const {
  return by_labels_[(token.space * kTags + token.tag) * kDeps + token.dep];
}

void AttributeRuler::AddWordRules(const Seen* previous, const Seen& token, Winners& before,
                                  Winners& here) const {
  for (const uint16_t m : single_[token.word]) {
    const Match& match = matches_[m];
    if (Fits(match.first, token)) here.Add(match.rule, effects_[match.rule]);
  }
  if (previous == nullptr) return;
  for (const uint16_t m : pair_[token.word]) {
    const Match& match = matches_[m];
    if (!Fits(match.first, *previous) || !Fits(match.second, token)) continue;
    (effects_[match.rule].position == 0 ? before : here).Add(match.rule, effects_[match.rule]);
  }
}

void AttributeRuler::Set(const Winners& winners, Syntax& syntax, TokenData& token) const {
  token.pos = Pos(effects_[winners.pos - 1].pos);
  token.morph = winners.morph == 0 ? 0 : uint16_t(effects_[winners.morph - 1].morph);
  if (winners.tag != 0) token.tag = Tag(effects_[winners.tag - 1].tag);
  if (winners.dep != 0) token.dep = Dep(effects_[winners.dep - 1].dep);
  token.lemma = {};
  if (winners.lemma == 0) return;
  const std::string& lemma = lemmas_[size_t(effects_[winners.lemma - 1].lemma)];
  if (syntax.View(token.lower) == lemma) {
    token.lemma = token.lower;
  } else {
    token.lemma = {uint32_t(syntax.pool.size()), uint32_t(lemma.size())};
    syntax.pool += lemma;
  }
}

void AttributeRuler::Annotate(const Text& text, Syntax& syntax, TokenRange paragraph) const {
  const std::string_view normalized = text.normalized;
  Seen previous{};
  Winners before;
  for (uint32_t i = paragraph.first; i < paragraph.last; ++i) {
    const TokenData& t = syntax.tokens[i];
    const Seen token{uint8_t(t.tag), uint8_t(t.dep), IsSpaceToken(normalized.substr(t.at, t.size)),
                     FindWord(syntax.View(t.lower))};
    Winners here = ByLabels(token);
    if (token.word != kNoWord) {
      AddWordRules(i == paragraph.first ? nullptr : &previous, token, before, here);
    }
    if (i > paragraph.first) Set(before, syntax, syntax.tokens[i - 1]);
    previous = token;
    before = here;
  }
  if (paragraph.size() > 0) Set(before, syntax, syntax.tokens[paragraph.last - 1]);
}

}  // namespace averment
