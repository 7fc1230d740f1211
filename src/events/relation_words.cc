// A feature is the name of its kind, a colon, and what it has seen: one word, two with "_" between,
// a relation and a word, or a type of event and how it fits.  The table has a sentence for each
// kind; %1 and %2 stand for what was seen.

#include "src/events/relation_words.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace averment::events {
namespace {

enum class Seen : uint8_t {
  kWord,
  kWords,
  kRelationWord,
  kRelation,
  kType,
  kTypeFit,
  kPath,
  kName
};

struct FeatureKind {
  std::string_view name;
  Seen seen;
  std::string_view sentence;
};

constexpr FeatureKind kFeatureKinds[] = {
    {"w", Seen::kWord, "%1 in the sentence"},
    {"b", Seen::kWord, "%1 between the two"},
    {"b2", Seen::kWords, "%1 %2 between the two"},
    {"f", Seen::kWord, "%1 before the two"},
    {"a", Seen::kWord, "%1 behind the two"},
    {"a2", Seen::kWords, "%1 %2 behind the two"},
    {"p", Seen::kPath, "the way between the two: %1"},
    {"pl", Seen::kPath, "the way between the two, and the word where they meet: %1"},
    {"ns", Seen::kWord, "%1 on the way up from the source"},
    {"nt", Seen::kWord, "%1 on the way down to the target"},
    {"d2", Seen::kWords, "%1 above %2 on the way to the target"},
    {"lca", Seen::kWord, "%1 where the two meet"},
    {"lcap", Seen::kWords, "the form of the word where the two meet: %1 %2"},
    {"lc", Seen::kRelationWord, "%2 as %1 of the word where the two meet"},
    {"lx", Seen::kWords, "%1 with %2, where the two meet"},
    {"sd", Seen::kRelation, "the source is %1"},
    {"td", Seen::kRelation, "the target is %1"},
    {"sv", Seen::kWord, "%1 as the verb of the source"},
    {"svc", Seen::kRelationWord, "%2 as %1 of the source's verb"},
    {"svx", Seen::kWords, "%1 with %2, the source's verb"},
    {"svn", Seen::kWord, "%1 below the source's verb"},
    {"svn2", Seen::kWords, "%1 to %2, the source's verbs"},
    {"svno", Seen::kWords, "%1 with the object %2, below the source's verb"},
    {"svnw", Seen::kWord, "the object %1 below the source's verb"},
    {"tv", Seen::kWord, "%1 as the verb of the target"},
    {"tvc", Seen::kRelationWord, "%2 as %1 of the target's verb"},
    {"tvx", Seen::kWords, "%1 with %2, the target's verb"},
    {"tvn", Seen::kWord, "%1 below the target's verb"},
    {"tvn2", Seen::kWords, "%1 to %2, the target's verbs"},
    {"tvno", Seen::kWords, "%1 with the object %2, below the target's verb"},
    {"tvnw", Seen::kWord, "the object %1 below the target's verb"},
    {"e", Seen::kTypeFit, "a rule tells of %1 %2"},
    {"eq", Seen::kTypeFit, "a rule tells of %1, not as fact, %2"},
    {"ep", Seen::kType, "a rule tells of %1 on the way between the two"},
    {"epq", Seen::kType, "a rule tells of %1, not as fact, on the way between the two"},
    {"k", Seen::kType, "a word of %1 in the rules"},
    {"kp", Seen::kType, "a word of %1 in the rules, on the way between the two"},
    {"kl", Seen::kType, "a word of %1 in the rules, where the two meet"},
    {"ks", Seen::kType, "a word of %1 in the rules, the source's verb"},
    {"sh", Seen::kWord, "the source is a %1"},
    {"th", Seen::kWord, "the target is a %1"},
    {"sk", Seen::kName, "the source is of the kind %1"},
    {"tk", Seen::kName, "the target is of the kind %1"},
    {"ss", Seen::kName, "the source is of the sector %1"},
    {"ts", Seen::kName, "the target is of the sector %1"},
    {"v", Seen::kName, "the meaning of %1, by word vectors"},
};

// Those that say all by themselves.
constexpr std::pair<std::string_view, std::string_view> kWhole[] = {
    {"o:ST", "the source comes before the target"},
    {"o:TS", "the target comes before the source"},
    {"o:S", "there is no target"},
    {"o:T", "there is no source"},
    {"b:none", "nothing stands between the two"},
    {"p:none", "no way between the two in the syntax"},
    {"same:country", "both are of one country"},
};

constexpr std::pair<std::string_view, std::string_view> kRelationNames[] = {
    {"nsubj", "subject"},
    {"nsubjpass", "subject of a passive"},
    {"dobj", "object"},
    {"pobj", "object of a preposition"},
    {"dative", "indirect object"},
    {"xcomp", "complement"},
    {"ccomp", "clause"},
    {"prt", "particle"},
    {"prep", "preposition"},
    {"acomp", "adjective"},
    {"attr", "predicate"},
    {"oprd", "predicate"},
    {"neg", "negation"},
    {"aux", "auxiliary"},
    {"auxpass", "auxiliary of the passive"},
    {"mark", "conjunction"},
    {"advmod", "adverb"},
    {"poss", "owner"},
    {"agent", "the by-phrase"},
    {"amod", "attribute"},
    {"compound", "part of a name or noun"},
    {"nmod", "attribute"},
    {"conj", "joined by \"and\""},
    {"appos", "apposition"},
    {"ROOT", "the main word"},
};

constexpr std::pair<std::string_view, std::string_view> kFitNames[] = {
    {"st", "from the source to the target"},
    {"ts", "from the target to the source"},
    {"s", "of the source"},
    {"t", "to the target"},
    {"r", "with the two the other way round"},
    {"n", "between others"},
};

template <typename Table>
std::optional<std::string_view> FindIn(const Table& table, std::string_view key) {
  for (const auto& [name, words] : table) {
    if (name == key) return words;
  }
  return std::nullopt;
}

std::string QuotedWord(std::string_view word) {
  if (word == "S") return "the source";
  if (word == "T") return "the target";
  if (word == "@") return "a name";
  if (word == "#") return "a number";
  return "\"" + std::string(word) + "\"";
}

std::string RelationName(std::string_view label) {
  return std::string(FindIn(kRelationNames, label).value_or(label));
}

// What stands before and behind the first "_"; a word may have one itself.
std::pair<std::string_view, std::string_view> Halves(std::string_view seen) {
  const size_t at = seen.find('_', 1);
  if (at == std::string_view::npos) return {seen, {}};
  return {seen.substr(0, at), seen.substr(at + 1)};
}

std::pair<std::string, std::string> SeenAs(Seen kind, std::string_view seen) {
  const auto [first, second] = Halves(seen);
  switch (kind) {
    case Seen::kWord: return {QuotedWord(seen), ""};
    case Seen::kWords: return {QuotedWord(first), QuotedWord(second)};
    case Seen::kRelationWord: return {RelationName(first), QuotedWord(second)};
    case Seen::kRelation: return {RelationName(seen), ""};
    case Seen::kTypeFit:
      return {std::string(first), std::string(FindIn(kFitNames, second).value_or(second))};
    case Seen::kType:
    case Seen::kPath:
    case Seen::kName: break;
  }
  return {std::string(seen), ""};
}

}  // namespace

std::string InWords(std::string_view feature) {
  if (const auto whole = FindIn(kWhole, feature)) return std::string(*whole);
  const size_t colon = feature.find(':');
  if (feature.starts_with("es:")) {
    const auto [fit, status] = Halves(feature.substr(3));
    return "a rule tells of something " + std::string(status) + " " +
           std::string(FindIn(kFitNames, fit).value_or(fit));
  }
  const auto kind = std::ranges::find(kFeatureKinds, feature.substr(0, colon), &FeatureKind::name);
  if (colon == std::string_view::npos || kind == std::end(kFeatureKinds)) {
    return "`" + std::string(feature) + "`";
  }
  const auto [first, second] = SeenAs(kind->seen, feature.substr(colon + 1));
  std::string told;
  for (size_t i = 0; i < kind->sentence.size(); ++i) {
    if (kind->sentence[i] != '%') {
      told += kind->sentence[i];
    } else {
      told += kind->sentence[++i] == '1' ? first : second;
    }
  }
  return told;
}

}  // namespace averment::events
