// One article's mentions on their way to actors; the workshop behind Coreference::Link.

#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/document.h"
#include "src/discourse/coreference.h"
#include "src/discourse/several_nouns.h"

namespace averment {

// ASCII letters made small.
std::string Lower(std::string_view s);

inline bool Contains(const std::vector<uint32_t>& list, uint32_t one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}
inline bool IsPerson(const ActorMention& m) { return m.actor_kind == ActorKind::kPerson; }

class Linker {
 public:
  Linker(const Syntax& syntax, std::vector<ActorMention> mentions);

  Linked Run();

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kWindow = 64;  // Mentions that are looked back over at most.
  static constexpr int kLongestClimb = 16;

  // Who may be meant, and how strongly; several stand for all of them together.
  struct Candidate {
    std::vector<uint32_t> actors;  // Ascending; empty for something that is no actor.
    int score = 0;
  };
  // Whom a pronoun means, and why; nobody where it is left open.
  struct Link {
    std::vector<uint32_t> actors;  // Ascending.
    const char* why = "";
  };

  // added_mentions.cc: what only an antecedent makes a mention: "the group", "each other".
  void AddMentions();

  // names.cc
  void LinkFullNames();
  void LinkSurnames();
  void LinkAcronyms();
  void LinkAppositions();
  void LinkAliases();
  void NoteSurnames();
  bool IsSurname(const ActorMention& mention) const;

  // descriptions.cc
  void LinkDescriptions();
  uint32_t Bearer(uint32_t mention) const;
  uint32_t LeaderOf(uint32_t mention) const;
  uint32_t Counterpart(uint32_t mention) const;
  uint32_t SameDescription(uint32_t mention) const;
  uint32_t Shortened(uint32_t mention,
                     const std::unordered_map<std::string, uint32_t>& bodies) const;
  uint32_t BodyCalled(uint32_t mention) const;
  bool MayBeCalled(uint32_t mention, std::string_view noun) const;
  std::string DescriptionKey(const ActorMention& m) const;
  std::string_view HeadWord(const ActorMention& m) const { return syntax_[m.head].lower(); }
  std::string_view FirstWord(const ActorMention& m) const {
    return syntax_[m.tokens.first].lower();
  }

  // together.cc: phrases for several actors at once.
  bool LinkTogether(uint32_t mention);
  bool LinkSeveral(uint32_t mention);
  bool LinkEachOther(uint32_t mention);
  std::vector<uint32_t> Joined(uint32_t mention, bool* complete) const;
  std::vector<uint32_t> LastNamed(uint32_t mention, size_t count, SeveralKind kind) const;
  std::vector<uint32_t> CountriesOf(const std::vector<uint32_t>& persons) const;
  void JoinAll(uint32_t mention, const std::vector<uint32_t>& actors, RuleId why);

  // pronouns.cc, speakers.cc
  void MarkQuotations();
  void LinkPronouns();
  void LinkPronoun(uint32_t pronoun);
  Link Antecedent(uint32_t pronoun);
  uint32_t RelativeAntecedent(uint32_t pronoun) const;
  uint32_t Speaker(uint32_t pronoun);
  uint32_t SpeakerOfSentence(uint32_t pronoun) const;
  Candidate PersonBefore(uint32_t pronoun) const;
  Candidate GroupBefore(uint32_t pronoun) const;
  Candidate BodyBefore(uint32_t pronoun) const;
  bool SpeaksOf(uint32_t mention, uint32_t pronoun) const;

  // salience.cc
  std::vector<uint32_t> ClauseMates(uint32_t token) const;
  std::vector<uint32_t> PathUp(uint32_t token) const;
  int Salience(uint32_t token, uint32_t from, const std::vector<uint32_t>& path) const;
  uint32_t RootOf(uint32_t token) const;
  bool IsSubjectToken(uint32_t token) const;
  bool IsSubject(uint32_t mention) const { return IsSubjectToken(mentions_[mention].head); }
  void AddThings(uint32_t pronoun, bool plural, std::vector<Candidate>& candidates) const;
  static Candidate Best(std::vector<Candidate>& candidates, int margin);

  // The actor that the mention founds.
  uint32_t Found(uint32_t mention);
  // Puts the mention to an actor; says why.
  void Join(uint32_t mention, uint32_t actor, RuleId why);
  // Puts all mentions of one actor to another.
  void Merge(uint32_t from, uint32_t to, RuleId why);
  bool IsUnresolved(uint32_t mention) const;
  uint32_t SentenceOf(uint32_t mention) const {
    return syntax_.tokens[mentions_[mention].head].sentence;
  }
  void DropUnlinked();
  void TakeFromPossessors(const std::vector<uint32_t>& place, std::vector<Actor>& actors) const;
  void TellMembers(const std::vector<uint32_t>& place, std::vector<Actor>& actors) const;
  Linked Finish();

  const Syntax& syntax_;
  std::vector<ActorMention> mentions_;
  std::vector<uint32_t> actor_of_;                      // Of each mention, or kNone.
  std::vector<uint32_t> founder_;                       // Of each actor: the mention that began it.
  std::vector<Gender> gender_;                          // Of each actor.
  std::vector<std::vector<uint32_t>> members_;          // Of each actor that is several: those.
  std::map<std::vector<uint32_t>, uint32_t> together_;  // The actor that is these.
  std::vector<uint32_t> mention_of_head_;               // Of each token.
  std::vector<char> quoted_;                            // Of each token: inside quotation marks.
  std::vector<char> anaphoric_;                         // Of each mention: one only if linked.
  std::unordered_map<std::string, uint32_t> surname_owner_;  // First mention with it, kNone: many.
  int several_left_ = 32;  // Walks over all mentions for countries that only people stand for.
  uint32_t last_speaker_ = kNone, last_quoted_sentence_ = kNone;
};

}  // namespace averment
