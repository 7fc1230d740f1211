// HOW IT WORKS
//
// A rule says which word tells a stance, and where in the tree its holders and those they stand to
// are named.  The status of the clause (status.h) must be fact: a stance that is planned, possible,
// demanded, denied or bygone is none.  Every holder then stands to everybody named on the other
// side.  A rule of words that only hint at a stance may ask how the clause is told (`told is
// present`): who "backs" somebody stands by them, who "backed" them may have done it once.

#include "src/events/stances.h"

#include <algorithm>

#include "src/events/grammar.h"
#include "src/events/toll_time.h"
#include "src/syntax/clause.h"

namespace averment {
namespace events {
namespace {

enum StanceChoice : size_t { kStanceSays };
enum StanceRole : size_t { kHolder, kToward };

class StanceReader {
 public:
  explicit StanceReader(const TopicText& text) : text_(text), s_(text.syntax()) {}

  std::vector<Stance> Read() {
    for (uint32_t i = 0; i < s_.size(); ++i) {
      if (s_[i].sentence().kind == SentenceKind::kBoilerplate) continue;
      text_.FirstAt(i, [&](const Match& match) { return Take(match); });
    }
    return std::move(stances_);
  }

 private:
  Refusal Take(const Match& match) {
    const std::vector<RoleRule>& roles = match.rule->roles;
    const auto holders = text_.roles().Fill(match, roles[kHolder]);
    const auto toward = text_.roles().Fill(match, roles[kToward]);
    if (holders.empty()) return "nobody is named where it looks for the holder";
    if (toward.empty()) return "nobody is named where it looks for the other side";
    if (!IsFact(match)) return "it is not told as a fact that holds";
    bool taken = false;
    for (const Participant& holder : holders) {
      for (const Participant& other : toward) taken = Add(match, holder, other) || taken;
    }
    return taken ? nullptr : "its two sides are one, or somebody unknown";
  }

  bool IsFact(const Match& match) const {
    const Judgement judged = text_.Judge(match);
    if (judged.silent || judged.status != EventStatus::kActual) return false;
    if (judged.claimed) {  // "has been accused of backing them": by somebody, unnamed.
      const auto by = AttributionOf(match);
      if (!by || !text_.layers().attributions[*by].source) return false;
    }
    if (match.kind != WordKind::kNoun) return true;
    // "was once a backer"
    const TokenData& t = s_.tokens[match.trigger];
    if (t.dep != Dep::kattr) return true;
    const Clause clause = ClauseOf(s_, t.head);
    return clause.tense != Tense::kPast && !clause.negated;
  }

  std::optional<uint32_t> AttributionOf(const Match& match) const {
    return text_.AttributionOf(match.trigger, match.trigger);
  }

  bool Add(const Match& match, const Participant& holder, const Participant& toward) {
    if (holder.actor == toward.actor || holder.span.Overlaps(toward.span)) return false;
    if (IsUnknown(holder) || IsUnknown(toward)) return false;
    const uint32_t sentence = s_.tokens[match.trigger].sentence;
    const Said said = {sentence, holder.actor, toward.actor};
    if (std::ranges::find(said_, said) != said_.end()) return true;
    said_.push_back(said);
    Stance made;
    made.holder = holder;
    made.toward = toward;
    made.supports = *match.rule->choices[kStanceSays] == 0;
    made.attribution = AttributionOf(match);
    made.evidence = {s_[match.trigger].span()};
    for (size_t k = 1; k < match.tokens.size(); ++k) {
      made.evidence.push_back(s_[match.tokens[k]].span());
    }
    const TollTime time = TollTimeOf(text_, match.trigger, match.trigger);
    made.since = time.since;
    if (!made.since.empty()) {
      made.evidence.insert(made.evidence.end(), time.evidence.begin(), time.evidence.end());
    }
    for (const Span& span : {holder.span, toward.span}) made.evidence.push_back(span);
    made.rule = match.rule->id;
    stances_.push_back(std::move(made));
    return true;
  }

  // A pronoun that nobody could resolve: nothing is said by "it supports them".
  bool IsUnknown(const Participant& p) const {
    return text_.layers().actors[p.actor].basis == "unresolved";
  }

  struct Said {
    uint32_t sentence, holder, toward;
    friend bool operator==(const Said&, const Said&) = default;
  };

  const TopicText& text_;
  const Syntax& s_;
  std::vector<Stance> stances_;
  std::vector<Said> said_;
};

}  // namespace

const Dialect& StanceDialect() {
  static const Dialect kDialect = {"stance",
                                   {"supports.txt", "opposes.txt"},
                                   {{"says", {"supports", "opposes", "nothing"}}},
                                   {"holder", "toward"}};
  return kDialect;
}

}  // namespace events

Result<StanceFinder> StanceFinder::Load(const KnowledgePath& knowledge) {
  Result<events::TopicLanguage> language =
      events::TopicLanguage::Load(knowledge, events::StanceDialect());
  if (!language.ok()) return language.status();
  return StanceFinder(std::move(language).value());
}

std::vector<Stance> StanceFinder::Find(const events::TopicLayers& layers,
                                       events::Trace* trace) const {
  const events::TopicText text(language_, layers, trace);
  return events::StanceReader(text).Read();
}

}  // namespace averment
