// A mention's part is read off the tree at its top word: its relation, the word that governs it,
// the preposition between them. A joined name ("Washington and Moscow said") and one in apposition
// play the part of the first.

#include "src/mentions/place_rules.h"

#include <algorithm>
#include <map>
#include <optional>

namespace averment {
namespace {

constexpr int kSteps = 6;

constexpr std::string_view kPlaceParts[] = {"subject",  "passive", "agent",  "object", "possessor",
                                            "modifier", "after",   "inside", "other"};
constexpr std::string_view kForms[] = {"name", "adjective", "people"};
constexpr std::string_view kKinds[] = {"country", "admin1", "admin2", "town", "capital", "region"};
constexpr std::string_view kUses[] = {"literal", "modifier", "metonym"};
constexpr std::string_view kSenses[] = {"unknown", "only", "division", "near", "largest"};

template <size_t N>
std::optional<uint32_t> IndexIn(const std::string_view (&words)[N], std::string_view word) {
  const auto at = std::ranges::find(words, word);
  if (at == std::end(words)) return std::nullopt;
  return uint32_t(at - std::begin(words));
}

std::vector<std::string> SplitList(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const size_t end = std::min(list.find(','), list.size());
    words.push_back(SqueezeBlanks(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

// The word that governs the mention, and how.
struct Position {
  PlacePart part = PlacePart::kOther;
  uint32_t governor = 0;
  std::optional<uint32_t> preposition;
};

Position PositionOf(const Syntax& s, const PlaceSighting& sighting) {
  if (sighting.inside) return {PlacePart::kInside, TopOf(s, sighting.tokens), {}};
  uint32_t top = TopOf(s, sighting.tokens);
  for (int step = 0; step < kSteps; ++step) {
    const TokenData& t = s.tokens[top];
    if (t.dep != Dep::kconj && t.dep != Dep::kappos) break;
    top = t.head;
  }
  const TokenData& t = s.tokens[top];
  if (t.head == top) return {PlacePart::kOther, top, {}};
  const bool before = t.head > top;
  switch (t.dep) {
    case Dep::knsubj: return {PlacePart::kSubject, t.head, {}};
    case Dep::knsubjpass: return {PlacePart::kPassive, t.head, {}};
    case Dep::kdobj:
    case Dep::kdative: return {PlacePart::kObject, t.head, {}};
    case Dep::kposs: return {PlacePart::kPossessor, t.head, {}};
    case Dep::kcompound:
    case Dep::kamod:
    case Dep::knmod: return {before ? PlacePart::kModifier : PlacePart::kOther, t.head, {}};
    case Dep::kpobj: {
      const TokenData& preposition = s.tokens[t.head];
      const bool agent = preposition.dep == Dep::kagent;
      return {agent ? PlacePart::kAgent : PlacePart::kAfter, preposition.head, t.head};
    }
    default: return {PlacePart::kOther, t.head, {}};
  }
}

}  // namespace

uint32_t TopOf(const Syntax& syntax, TokenRange range) {
  for (uint32_t i = range.last; i-- > range.first;) {
    const uint32_t head = syntax.tokens[i].head;
    if (head == i || head < range.first || head >= range.last) return i;
  }
  return range.last - 1;
}

// What a file says while it is read.
struct PlaceRules::Reading {
  std::map<std::string, std::vector<std::string>> classes;
  bool example = true;  // Of the rule above.
};

Result<PlaceRules> PlaceRules::Load(const KnowledgePath& path) {
  Result<LineFile> file = LineFile::Load(path);
  if (!file.ok()) return file.status();
  PlaceRules rules;
  if (Status status = rules.Read(file.value()); !status.ok()) return status;
  return rules;
}

Status PlaceRules::Read(const LineFile& file) {
  Reading reading;
  std::optional<Rule> open;
  const auto close = [&](const Line& line) {
    if (!open) return Status();
    if (!reading.example) return file.Error(line, "the rule above has no example");
    if (open->line != 0) rules_.push_back(std::move(*open));
    open.reset();
    return Status();
  };
  // Classes first: a rule of an overlay goes before the classes that it names.
  for (const Line& line : file.lines) {
    if (line.indented || line.key != "class") continue;
    const size_t blank = std::min(line.rest.find(' '), line.rest.size());
    for (std::string& word : SplitList(line.rest.substr(blank))) {
      reading.classes[line.rest.substr(0, blank)].push_back(std::move(word));
    }
  }
  for (const Line& line : file.lines) {
    if (!line.indented) {
      if (Status status = close(line); !status.ok()) return status;
      if (line.key == "rule") {
        open.emplace();
        open->id = "place/" + line.rest;
        reading.example = false;
      } else if (line.key != "class") {
        return file.Error(line, "expected class or rule: " + line.key);
      }
      continue;
    }
    if (!open) return file.Error(line, "no rule above");
    if (line.key == "+" || line.key == "-") {
      reading.example = reading.example || line.key == "+";
    } else if (line.key == "sense") {
      const auto sense = IndexIn(kSenses, line.rest);
      if (!sense) return file.Error(line, "no such sense: " + line.rest);
      senses_[*sense] = open->id;
    } else if (line.key == "under") {
      for (const std::string& word : SplitList(line.rest)) {
        const auto members = reading.classes.find(word);
        if (members == reading.classes.end()) {
          open->under.insert(word);
        } else {
          open->under.insert(members->second.begin(), members->second.end());
        }
      }
    } else if (Status status = ReadCondition(file, line, *open); !status.ok()) {
      return status;
    }
  }
  if (!file.lines.empty()) {
    if (Status status = close(file.lines.back()); !status.ok()) return status;
  }
  for (size_t i = 0; i < senses_.size(); ++i) {
    if (senses_[i].empty())
      return Status(file.paths.back() + ": no rule for sense " + std::string(kSenses[i]));
  }
  const auto fits_all = [](const Rule& r) {
    return (r.parts & r.forms & r.kinds) == UINT32_MAX && r.under.empty() && r.prepositions.empty();
  };
  if (rules_.empty() || !fits_all(rules_.back())) {
    return Status(file.paths.back() + ": the last rule of use must fit every mention");
  }
  return Status();
}

Status PlaceRules::ReadCondition(const LineFile& file, const Line& line, Rule& rule) {
  if (line.key == "use") {
    const auto use = IndexIn(kUses, line.rest);
    if (!use) return file.Error(line, "no such use: " + line.rest);
    rule.use = PlaceUse(*use);
    rule.line = line.number;
    return Status();
  }
  if (line.key == "behind") {
    for (const std::string& word : SplitList(line.rest)) rule.prepositions.insert(word);
    return Status();
  }
  const auto bits = [&](const auto& words, uint32_t& out) {
    out = 0;
    for (const std::string& word : SplitList(line.rest)) {
      const auto index = IndexIn(words, word);
      if (!index) return file.Error(line, "unknown: " + word);
      out |= 1u << *index;
    }
    return Status();
  };
  if (line.key == "as") return bits(kPlaceParts, rule.parts);
  if (line.key == "form") return bits(kForms, rule.forms);
  if (line.key == "is") return bits(kKinds, rule.kinds);
  return file.Error(line, "unknown condition: " + line.key);
}

PlaceRules::Use PlaceRules::UseOf(const Syntax& syntax, const PlaceSighting& sighting,
                                  const PlaceKind* kind) const {
  const Position position = PositionOf(syntax, sighting);
  const std::string_view governor = syntax[position.governor].lemma();
  for (const Rule& rule : rules_) {
    if ((rule.parts >> uint32_t(position.part) & 1) == 0) continue;
    if ((rule.forms >> uint32_t(sighting.form) & 1) == 0) continue;
    if (rule.kinds != UINT32_MAX && (!kind || (rule.kinds >> uint32_t(*kind) & 1) == 0)) continue;
    if (!rule.under.empty() && !rule.under.contains(governor)) continue;
    if (!rule.prepositions.empty() &&
        (!position.preposition ||
         !rule.prepositions.contains(syntax[*position.preposition].lower()))) {
      continue;
    }
    return {rule.use, &rule.id};
  }
  return {rules_.back().use, &rules_.back().id};
}

}  // namespace averment
