// The kinds of features, and how small facts become one number; shared by quote_features.cc and
// quote_word_features.cc.

#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "averment/labels.h"
#include "src/base/string_hash.h"

namespace averment::quote_features {

// Said of a word that may be a cue ("it"), and behind Where of a word round a cue.
// clang-format off: a list.
#define AVERMENT_QUOTE_FEATURES(X)                                                               \
  X(Bias, "what every word starts with")                                                                            \
  X(Lemma, "the word itself")                                                                    \
  X(LemmaDep, "the word and its part in the clause")                                             \
  X(TagDep, "its form and its part in the clause")                                               \
  X(Governor, "the word that it hangs on")                                                       \
  X(LemmaGovernor, "the word with the one it hangs on")                                          \
  X(GovernorShape, "the form of the word that it hangs on")                                      \
  X(PathUp, "where it stands in the sentence")                                                   \
  X(Child, "that such a word hangs on it")                                                       \
  X(LemmaChild, "the word with what hangs on it")                                                \
  X(ChildTag, "the form of what hangs on it")                                                    \
  X(LemmaPreposition, "the word with its preposition")                                           \
  X(LemmaClause, "the word with the clause below it")                                            \
  X(Clause, "how the clause below it opens")                                                     \
  X(ClauseVerb, "the verb of the clause below it")                                               \
  X(ClauseModal, "the auxiliary of the clause below it")                                         \
  X(LemmaObject, "the word with its object")                                                     \
  X(Object, "its object")                                                                        \
  X(ObjectShape, "what kind of object it has")                                                   \
  X(Function, "a small word with it")                                                            \
  X(LemmaFunction, "the word with a small word")                                                 \
  X(Adverb, "what modifies it")                                                                  \
  X(Mask, "all that hangs on it")                                                                \
  X(LemmaMask, "the word and all that hangs on it")                                              \
  X(Subject, "its subject")                                                                      \
  X(LemmaSubject, "the word with its subject")                                                   \
  X(SubjectShape, "what kind of subject it has")                                                 \
  X(LemmaSubjectShape, "the word and the kind of its subject")                                   \
  X(Left, "the word before it")                                                                  \
  X(Right, "the word behind it")                                                                 \
  X(LemmaBefore, "the word with the one before it")                                              \
  X(LemmaBehind, "the word with the one behind it")                                              \
  X(Tags, "the forms of the words beside it")                                                    \
  X(Marks, "which quotation marks stand near it")                                                        \
  X(LemmaQuote, "the word and the quotation marks near it")                                      \
  X(Rule, "what the rules say of it")                                                            \
  X(LemmaRule, "the word and what the rules say of it")                                          \
  X(RuleSense, "its sense in the lexicon of cues")                                               \
  X(RuleSize, "how much it says by the rules")                                                   \
  X(Inside, "whether it stands in somebody's words")                                             \
  X(LemmaInside, "the word, and whether it stands in somebody's words")                          \
  X(InsideFrame, "in what kind of somebody's words it stands")                                   \
  X(Above, "whether a cue stands above it")                                                                   \
  X(Sentence, "the kind of its sentence, and whether it is the main word")                       \
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
