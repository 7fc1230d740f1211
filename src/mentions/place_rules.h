// The rules of places: how a mention is used, and what each reason for a place is called.
//
//   reads     knowledge/place/rules.txt
//   returns   for a mention the first rule that fits

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/gazetteer.h"
#include "src/knowledge/lines.h"
#include "src/knowledge/name_index.h"
#include "src/mentions/place_resolve.h"

namespace averment {

// The part that a mention plays in its sentence.
enum class PlacePart : uint8_t {
  kSubject,    // Moscow said
  kPassive,    // Homs was shelled
  kAgent,      // by Moscow
  kObject,     // urged Moscow, told Moscow
  kPossessor,  // Moscow's envoy
  kModifier,   // the Moscow talks
  kAfter,      // in Moscow, with Moscow: behind a preposition
  kInside,     // Moscow State University
  kOther,
};

// Immutable once loaded; safe to share.
class PlaceRules {
 public:
  // Fails, naming file and line, on an unknown word, a rule without an example, a reason without a
  // rule, or where no rule fits every mention.
  static Result<PlaceRules> Load(const KnowledgePath& path);

  struct Use {
    PlaceUse use;
    const RuleId* rule;  // As long as the rules live.
  };
  // `top`: the mention's head; `kind`: of its place, if known.
  Use UseOf(const Syntax& syntax, const PlaceSighting& sighting, const PlaceKind* kind) const;

  const RuleId& RuleOf(PlaceSense sense) const { return senses_[size_t(sense)]; }

 private:
  struct Rule {
    RuleId id;
    PlaceUse use = PlaceUse::kLiteral;
    uint32_t line = 0;
    // Bits of what is allowed; all, unless the rule says.
    uint32_t parts = UINT32_MAX, forms = UINT32_MAX, kinds = UINT32_MAX;
    WordSet under;  // Lemmas of the governor; empty: any.
    WordSet prepositions;
  };
  struct Reading;
  Status Read(const LineFile& file);
  Status ReadCondition(const LineFile& file, const Line& line, Rule& rule);

  std::vector<Rule> rules_;
  std::array<RuleId, 5> senses_;
};

// The token of a range whose head lies outside it.
uint32_t TopOf(const Syntax& syntax, TokenRange range);

}  // namespace averment
