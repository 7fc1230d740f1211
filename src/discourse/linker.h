// One article's mentions on their way to actors; the workshop behind Coreference::Link.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/document.h"
#include "src/discourse/coreference.h"

namespace averment {

// ASCII letters made small.
std::string Lower(std::string_view s);

class Linker {
 public:
  Linker(const Syntax& syntax, std::vector<ActorMention> mentions);

  Linked Link();

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kWindow = 64;  // Mentions that are looked back over at most.

  // coreference.cc: names.
  void LinkFullNames();
  void LinkSurnames();
  void LinkAcronyms();
  void LinkAppositions();

  // descriptions.cc
  void LinkDescriptions();
  uint32_t Bearer(uint32_t mention) const;
  uint32_t SameDescription(uint32_t mention) const;
  uint32_t Shortened(uint32_t mention,
                     const std::unordered_map<std::string, uint32_t>& bodies) const;
  std::string DescriptionKey(const ActorMention& m) const;
  std::string_view HeadWord(const ActorMention& m) const { return syntax_[m.head].lower(); }

  // pronouns.cc
  void MarkQuotations();
  void LinkPronouns();
  uint32_t Antecedent(uint32_t mention) const;
  uint32_t RelativeAntecedent(uint32_t pronoun) const;
  uint32_t PersonBefore(uint32_t pronoun) const;
  uint32_t GroupBefore(uint32_t pronoun) const;
  uint32_t BodyBefore(uint32_t pronoun) const;
  bool IsSubject(uint32_t mention) const;
  bool SharesClause(uint32_t mention, uint32_t pronoun) const;
  bool SpeaksOf(uint32_t mention, uint32_t pronoun) const;

  // The actor that the mention founds.
  uint32_t Found(uint32_t mention);
  // Puts the mention to an actor; says why.
  void Join(uint32_t mention, uint32_t actor, const char* why);
  uint32_t SentenceOf(uint32_t mention) const {
    return syntax_.tokens[mentions_[mention].head].sentence;
  }
  void TakeFromPossessors(const std::vector<uint32_t>& place, std::vector<Actor>& actors) const;
  Linked Finish();

  const Syntax& syntax_;
  std::vector<ActorMention> mentions_;
  std::vector<uint32_t> actor_of_;         // Of each mention, or kNone.
  std::vector<uint32_t> founder_;          // Of each actor: the mention that began it.
  std::vector<Gender> gender_;             // Of each actor.
  std::vector<uint32_t> mention_of_head_;  // Of each token.
  std::vector<char> quoted_;               // Of each token: stands inside quotation marks.
};

}  // namespace averment
