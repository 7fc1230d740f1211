// The kinds of features, and how small facts become one number; shared by quote_features.cc and
// quote_word_features.cc.

#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "averment/labels.h"
#include "src/base/string_hash.h"

namespace averment::quote_features {

// clang-format off: a list.
#define AVERMENT_QUOTE_FEATURES(X)                                                               \
  X(Bias, "any word") X(Lemma, "lemma and tag") X(LemmaDep, "lemma and relation")                \
  X(TagDep, "tag and relation") X(Governor, "governor") X(LemmaGovernor, "lemma and governor")   \
  X(GovernorShape, "tag of the governor") X(PathUp, "relations above")                           \
  X(Child, "dependent") X(LemmaChild, "lemma and dependent") X(ChildTag, "tag of a dependent")   \
  X(LemmaPreposition, "lemma and preposition") X(LemmaClause, "lemma and clause")                \
  X(Clause, "clause below") X(ClauseVerb, "verb of the clause below")                            \
  X(ClauseModal, "modal of the clause below") X(LemmaObject, "lemma and object")                 \
  X(Object, "object") X(ObjectShape, "kind of object") X(Function, "function word")              \
  X(LemmaFunction, "lemma and function word") X(Adverb, "adverb")                                \
  X(Mask, "dependents together") X(LemmaMask, "lemma and dependents together")                   \
  X(Subject, "subject") X(LemmaSubject, "lemma and subject") X(SubjectShape, "kind of subject")  \
  X(LemmaSubjectShape, "lemma and kind of subject") X(Left, "word before")                     \
  X(Right, "word behind") X(LemmaBefore, "lemma and word before")                               \
  X(LemmaBehind, "lemma and word behind") X(Tags, "tags beside") X(Marks, "quotation marks")     \
  X(LemmaQuote, "lemma and quotation marks") X(Rule, "answer of the rules")                      \
  X(LemmaRule, "lemma and answer of the rules") X(RuleSense, "sense in the lexicon")             \
  X(RuleSize, "content by the rules") X(Inside, "inside other words")                            \
  X(LemmaInside, "lemma inside other words") X(InsideFrame, "kind of words it is inside")        \
  X(Above, "cue above") X(Sentence, "kind of sentence")                                          \
  X(Where, "place") X(WhereLemma, "place and cue") X(WhereShape, "place and kind of cue")        \
  X(WhereForm, "place and form") X(LemmaForm, "place, form and cue") X(Twig, "place, finer")     \
  X(TwigShape, "finer place and kind of cue") X(TwigForm, "finer place and form")                \
  X(OwnDep, "relation") X(WhereTag, "place and tag") X(Word, "word") X(WhereWord, "place, word") \
  X(Distance, "distance") X(TagsLeft, "tag before") X(TagsRight, "tag behind")                   \
  X(WordBefore, "word before it") X(WordBehind, "word behind it") X(Quoted, "quotation")         \
  X(WhereQuoted, "place and quotation") X(FormQuoted, "form and quotation")                      \
  X(Commas, "commas between") X(Roles, "answer of the rules beside") X(RoleWhere, "place, rules")\
  X(RoleFrame, "frame of the rules") X(RoleLemma, "rules and cue") X(RoleQuoted, "rules, quotes")\
  X(Entity, "entity") X(Other, "other claims") X(SentenceOff, "sentence")                        \
  X(BranchLemma, "branch") X(LemmaBranch, "cue and branch") X(Places, "places beside")           \
  X(RuleSource, "source by the rules")
// clang-format on
#define AVERMENT_KIND(name, words) k##name,
enum Kind : uint32_t { AVERMENT_QUOTE_FEATURES(AVERMENT_KIND) kKinds };
#undef AVERMENT_KIND

inline uint32_t HashOf(std::string_view s) { return uint32_t(HashString(s) >> 32); }

inline uint32_t Mix(uint32_t a, uint32_t b) {
  const uint64_t h = (uint64_t{a} << 32 | b) * 0x9E3779B97F4A7C15;
  return uint32_t(h >> 32 ^ h);
}

template <typename... Small>
inline uint32_t Pack(Small... parts) {
  uint32_t packed = 0;
  ((packed = packed << 6 ^ uint32_t(parts)), ...);
  return packed;
}

// 0, 1, 2, 3, 4, 4, 5, 5, 5, 6 ...: small distances exactly, large ones roughly.
inline uint32_t Rough(uint32_t n) { return n < 4 ? n : 2 + uint32_t(std::bit_width(n - 1)); }

inline bool IsClause(Dep dep) {
  return dep == Dep::kccomp || dep == Dep::kxcomp || dep == Dep::kadvcl || dep == Dep::kacl ||
         dep == Dep::krelcl || dep == Dep::kpcomp || dep == Dep::kparataxis;
}

}  // namespace averment::quote_features
