// The pattern language of knowledge/event, compiled.  docs/knowledge_format.md describes it for
// those who write rules; in short:
//
//   rule arrest
//     code    COERCE arrest 173
//     verb    arrest, detain, take into custody
//     source! subject
//     target  object, object > of
//     where   object is ACTOR
//     unless  sentence has SPORT
//     + Police arrested three activists.  => arrested = actual Police > activists
//     - The ship was fitted with arresting gear.
//
// Lemmas are lower case, CLASSES upper case.  Of the rules that match one trigger the most specific
// wins: the longest phrase, then the most conditions, then the first; those of an overlay stand
// before those of the base.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/events/ontology.h"
#include "src/events/words.h"
#include "src/knowledge/knowledge_path.h"

namespace averment::events {

// What a trigger must be.
enum class WordKind : uint8_t { kVerb, kNoun, kAdjective };

// A word of a phrase or a member of a list: a lemma or form, or any member of a class.
struct Term {
  WordId word = kNoWord;
  std::optional<uint32_t> class_id;
};

// One step of a path from the trigger through the tree.
enum class StepKind : uint8_t {
  kSubject,        // who does it: undoes passives, control, coordination
  kObject,         // to whom it is done
  kIndirect,       // gave THE REBELS weapons
  kOwner,          // RUSSIA's attack, the RUSSIAN attack
  kClause,         // the subject of the clause in which a noun stands: KERRY spoke after talks
  kContent,        // the clause or noun that completes it: urged X to RELEASE Y
  kModifier,       // adjectives and nouns before it: PEACE talks
  kGovernor,       // the word that it depends on
  kSentence,       // all words of its sentence
  kItself,         // the words of the trigger
  kPreposition,    // the object of `word`: talks WITH X
  kContentSource,  // the sources, or targets, of the event that is its content
  kContentTarget,
};
struct Step {
  StepKind kind;
  std::string preposition;
};
using Path = std::vector<Step>;

struct RoleRule {
  std::vector<Path> paths;  // In order of preference.  Empty: the rule has no such role.
  bool required = false;
};

// `where object is WEAPON, bomb`, `unless sentence has SPORT`, `where content codes AID, SUPPORT`.
struct Condition {
  bool unless = false;
  Path path;
  std::vector<Term> terms;
  bool actor = false;            // `is ACTOR`: somebody who can act fills it.
  std::vector<EventType> types;  // `codes`: it is itself the trigger of such an event.
};

// A trigger: its head and further words, each hanging below one already matched.
struct Phrase {
  WordKind kind = WordKind::kVerb;
  std::vector<Term> rest;
};

struct Rule {
  RuleId id;                      // "event/arrest"
  std::optional<EventType> type;  // Absent: `code NONE`, which only keeps others from matching.
  std::string mode, cameo;
  RoleRule source, target;
  bool mutual = false;  // All parties are sources and targets.
  std::vector<Condition> conditions;
  std::optional<EventStatus> status;  // Overrides `actual`.
  // What `content planned` says of the rule's content; see status.h.
  std::string content;
  uint32_t line = 0;
  std::string file;
};

// The rules, by the word of their trigger.  Const once loaded.
class RuleSet {
 public:
  struct Entry {
    uint32_t rule;
    Phrase phrase;
  };

  // Reads classes and frames, then the rule files, all in `dir`.  Adds the words it meets.  Fails,
  // naming file and line.
  static Result<RuleSet> Load(const KnowledgePath& dir, const Ontology& ontology, Words& words);

  const std::vector<Rule>& rules() const { return rules_; }
  // What a token with this lemma or form may trigger; longest phrases first.
  std::span<const Entry> TriggeredBy(WordId word) const;
  // One more than the largest word with entries.
  size_t word_count() const { return by_word_.size(); }

 private:
  friend class RuleReader;
  std::vector<Rule> rules_;
  std::vector<std::vector<Entry>> by_word_;
};

// The files of rules in knowledge/event, in the order in which they count.
extern const std::array<const char*, 4> kRuleFiles;

// "chemical weapon, bomb" -> {"chemical weapon", "bomb"}.
std::vector<std::string> SplitList(std::string_view list);

// True for "WEAPON", "ARMED_GROUP".
bool IsClassName(std::string_view word);

}  // namespace averment::events
