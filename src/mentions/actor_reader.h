// One article on its way to actor mentions; the workshop behind ActorFinder::Find.
//
// A Unit is a name: of the lexicon, of the entity recognizer, or both.  A Description is a noun for
// somebody who acts ("rebels", "foreign minister") with its modifiers.  Both know a country and a
// sector, and give them on: "Syrian" to "rebels", "Hezbollah" to "leader", "foreign minister" to
// "Sergei Lavrov".

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/document.h"
#include "src/knowledge/actor_lexicon.h"
#include "src/mentions/actor.h"
#include "src/mentions/actor_scan.h"

namespace averment {

inline NameKind KindOf(const NameIndex::Meaning& m) { return NameKind(m.kind); }
inline bool IsCountryKind(NameKind kind) { return kind <= NameKind::kCity; }

class ActorReader {
 public:
  ActorReader(const Syntax& syntax, const ActorLexicon& lexicon, std::optional<Date> published);

  std::vector<ActorMention> Read();

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  struct Unit {
    TokenRange tokens;  // The name itself.
    uint32_t head = 0;
    NameKind kind = NameKind::kBody;
    const ActorEntry* entry = nullptr;  // Null: the lexicon does not know it, or it is a country.
    ActorKind actor_kind = ActorKind::kOrganization;
    Gender gender = Gender::kUnknown;
    std::string name, country, sector, title, basis;
    RuleId rule;
    TokenRange phrase;      // With titles before it.
    bool former = false;    // "former" stands before the title.
    bool of_state = false;  // The title is one of a state's offices.
    bool inferred = false;  // The country comes from the article.
  };

  struct Description {
    TokenRange tokens;  // The words of the lexicon's noun.
    uint32_t head = 0;
    const ActorNoun* noun = nullptr;
    bool plural = false;
    bool is_title = false;   // Belongs to a name as its title.
    bool has_donor = false;  // Something told its country or its sector.
    bool has_owner = false;  // A named body without a country owns it: "EU governments".
    bool several = false;    // Modifiers name several countries; it has none of them.
    bool inferred = false;   // The country comes from the sentence or the article.
    std::string country, sector, basis;
    TokenRange phrase;
  };

  // actor_names.cc: from matches and entities to units and descriptions.
  void ReadMatches(const std::vector<NameMatch>& matches);
  void AddUnit(const NameMatch& match, const NameIndex::Meaning& meaning, uint32_t head);
  void ReadEntities();
  void ReadEntity(TokenRange range, EntityType type);
  void AddEntityUnit(TokenRange range, ActorKind kind, const char* rule);
  void DropUnits(TokenRange range);
  void ReadKnownSurnames();
  void DropPlaces();

  // actor_choice.cc: what a match means here.
  void CountCountries(const std::vector<NameMatch>& matches);
  const NameIndex::Meaning* Choose(const NameMatch& match, uint32_t head) const;
  const NameIndex::Meaning* ChooseEntry(const NameMatch& match, NameKind kind) const;
  const NameIndex::Meaning* ChooseBody(const NameMatch& match) const;
  bool MayStandAlone(const NameMatch& match, uint32_t head) const;

  // actor_acronyms.cc: "the Joint Northern Front (JNF)".
  void ReadAcronyms();
  uint32_t UnitBefore(uint32_t bracket, std::string_view letters);
  TokenRange NameWithInitials(std::string_view letters, uint32_t end) const;

  // actor_titles.cc: what stands before a person's name.
  void ReadTitles();
  void ReadTitle(uint32_t unit);
  bool TakeOffice(Unit& unit, const ActorEntry& entry, std::string_view office) const;
  bool TakeFromNamesake(Unit& unit, std::string_view office) const;
  void ReadUnnamedAfterTitles();

  // actor_descriptions.cc: nouns with what belongs to them.
  void Describe();
  void TakeFromModifiers();
  void TellName(const Unit& owner, uint32_t governor);
  uint32_t Told(uint32_t modifier) const;
  void TakePeoples();
  void TakeFromAdjectives();
  void TakeFromPhrases();
  void TakeFromJoined();
  void EndFormerRoles();
  void TakeFromAppositions();
  void Take(Description& d, const std::string& country, const std::string& sector,
            std::string_view from);
  TokenRange PhraseOf(const Description& d) const;

  // actor_setting.cc: the country that an article is set in.
  struct Signs {
    int strong = 0, weak = 0;
  };
  Signs SignsOf(const Unit& unit) const;
  bool TellsWhere(const Unit& unit) const;
  std::string Setting(std::string& basis) const;
  void TakePeopleFromSetting(const std::string& country, const std::string& basis);
  void TakeFromSetting();
  std::optional<uint32_t> OnlyState(uint32_t sentence) const;

  // actor_mentions.cc: which of them are mentions.
  void MentionUnits();
  bool IsActorHere(const Unit& unit) const;
  bool IsMetonym(const Unit& unit) const;
  bool IsRelated(uint32_t token) const;
  bool IsRelatedBy(const TokenData& t) const;
  bool IsOfMind(Token verb) const;
  bool ActsForSomebody(const Description& d, const TokenData& root) const;
  void MentionDescriptions();
  void MentionPronouns();
  void Add(ActorMention mention);
  TokenRange Bounded(TokenRange range, uint32_t head) const;

  uint32_t HeadOf(TokenRange range) const;
  // The head's function, seen through coordination: of "Russia" in "US and Russia's", that of "US".
  uint32_t Root(uint32_t token) const { return conj_root_[token]; }
  bool IsModifier(uint32_t token) const;  // Stands before a noun it modifies, possessors included.
  std::string Words(TokenRange range) const;
  void FillFromEntry(Unit& unit, const ActorEntry& entry) const;

  const Syntax& syntax_;
  const ActorLexicon& lexicon_;
  const std::optional<Date> published_;
  std::vector<uint32_t> conj_root_;
  std::vector<Unit> units_;
  std::vector<Description> descriptions_;
  std::vector<uint32_t> unit_of_, description_of_;           // Of each token, or kNone.
  std::vector<char> honorific_;                              // Of each token.
  std::unordered_map<std::string_view, int> country_count_;  // How often names tell each country.
  std::vector<ActorMention> mentions_;
};

}  // namespace averment
