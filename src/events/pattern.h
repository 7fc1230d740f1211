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
  kSame,           // whom a noun calls so: RUSSIA is a backer; Assad's backer, RUSSIA
  kSentence,       // all words of its sentence
  kItself,         // the words of the trigger
  kAdverbial,      // a time without a preposition: happen THIS MONTH
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
  std::vector<Path> paths;           // In order of preference.  Empty: the rule has no such role.
  std::vector<std::string> written;  // The paths as the rule has them.
  bool required = false;
};

// `where object is WEAPON, bomb`, `unless sentence has SPORT`, `where content codes AID, SUPPORT`.
// `where told is future`: how the clause of the trigger is told, as bits.
inline constexpr uint16_t kToldPast = 1, kToldPresent = 2, kToldFuture = 4, kToldPossible = 8,
                          kToldDemanded = 16, kToldNegated = 32, kToldConditional = 64,
                          kToldBefore = 128,  // had met, was to have met
    kToldPerfect = 256,                       // has met
    kToldStanding = 512;                      // without a tense: troops backed by Iran

struct Condition {
  bool unless = false;
  uint16_t told = 0;  // Not 0: only this is asked.
  Path path;
  std::vector<Term> terms;
  bool actor = false;            // `is ACTOR`: somebody who can act fills it.
  std::vector<EventType> types;  // `codes`: it is itself the trigger of such an event.
  std::string written;           // "where object is WEAPON, bomb".
};

// A trigger: its head and further words, each hanging below one already matched.
struct Phrase {
  WordKind kind = WordKind::kVerb;
  std::vector<Term> rest;
  std::string written = {};  // "take into custody".
};

struct Rule {
  RuleId id;                      // "event/arrest"
  std::optional<EventType> type;  // Absent: `code NONE`, which only keeps others from matching.
  std::string mode, cameo;
  RoleRule source, target;
  bool mutual = false;  // All parties are sources and targets.
  bool joint = false;   // Several sources without a target: each is the others' target.
  bool blocks = false;  // Of a dialect: only keeps other rules away.
  std::vector<Condition> conditions;
  std::optional<EventStatus> status;  // Overrides `actual`.
  // What `content planned` says of the rule's content; see status.h.
  std::string content;
  std::vector<std::optional<uint8_t>> choices;  // By Dialect::choices: index of the value.
  std::vector<RoleRule> roles;                  // By Dialect::roles.
  uint32_t line = 0;
  std::string file;
};

// What the rules of a topic other than events say beside triggers and conditions: `tells killed`,
// `count object`.
struct Dialect {
  struct Choice {
    std::string key;
    std::vector<std::string> values;
  };
  std::string topic;               // Ids begin with it; the folder of knowledge.
  std::vector<std::string> files;  // Of that folder.
  // The first must stand in every rule; its value "nothing" only keeps other rules away.
  std::vector<Choice> choices;
  std::vector<std::string> roles;
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
  // The same for another topic, from the folder of all knowledge.  The classes of events serve
  // all; the topic's own classes.txt adds to them.
  static Result<RuleSet> Load(const KnowledgePath& knowledge, const Dialect& dialect, Words& words);

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
