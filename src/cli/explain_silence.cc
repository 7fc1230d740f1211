// The nearest miss first: a rule that lacked one role says more than one that lacked its phrase.

#include "src/cli/explain_silence.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "src/cli/explain_learned.h"

namespace averment::cli {
namespace {

using events::Attempt;
using Outcome = events::Attempt::Outcome;

constexpr size_t kMostMisses = 8;       // Of events.
constexpr size_t kMostOtherMisses = 3;  // Of each other topic.

// The best attempt of each rule at each word of the sentence that made nothing, the nearest first.
std::vector<const Attempt*> MissesIn(const events::Trace& trace, const TokenRange& sentence) {
  std::map<std::pair<uint32_t, const events::Rule*>, const Attempt*> best;
  for (const Attempt& a : trace.attempts) {
    if (a.token < sentence.first || a.token >= sentence.last) continue;
    // That "is" is no verb says little of a rule for "is on alert".
    if (a.outcome == Outcome::kWordKind && !a.phrase->rest.empty()) continue;
    const Attempt*& known = best[{a.token, a.rule}];
    if (known == nullptr || known->outcome < a.outcome) known = &a;
  }
  std::vector<const Attempt*> misses;
  for (const auto& [key, a] : best) {
    if (a->outcome != Outcome::kEvent) misses.push_back(a);
  }
  std::ranges::sort(misses, [](const Attempt* a, const Attempt* b) {
    if (a->outcome != b->outcome) return a->outcome > b->outcome;
    if (a->token != b->token) return a->token < b->token;
    return a->rule->id < b->rule->id;
  });
  return misses;
}

class Silence {
 public:
  Silence(const Explained& about, const SentenceData& sentence)
      : about_(about),
        record_(about.doc.record),
        s_(about.syntax),
        sentence_(sentence),
        begin_(about.Point(sentence.span.begin)),
        end_(about.Point(sentence.span.end)) {}

  Explanation Tell() {
    static constexpr const char* kKinds[] = {"headline", "dateline", "body", "boilerplate"};
    const bool known = !record_.sentences.empty();
    Add("sentence", known ? kKinds[size_t(sentence_.kind)] : "", {about_.Words(sentence_.span)});
    AddOthers();
    AddActors();
    if (sentence_.kind == SentenceKind::kBoilerplate) {
      Add("events", "boilerplate is not searched for events", {});
    }
    AddEventMisses();
    for (const events::Trace* other :
         {&about_.traces.plans, &about_.traces.tolls, &about_.traces.stances}) {
      AddOtherMisses(*other);
    }
    AddCues();
    std::ranges::move(NearThresholds(about_, sentence_), std::back_inserter(told_.steps));
    return std::move(told_);
  }

 private:
  void Add(std::string label, std::string text, std::vector<Record::Span> words) {
    told_.steps.push_back({std::move(label), std::move(text), std::move(words), {}, {}});
  }

  // What there is elsewhere in the sentence.
  void AddOthers() {
    for (const FindingLine& f : about_.findings) {
      if (f.kind == "actor" || f.kind == "place" || f.kind == "time") continue;
      const Record::Span& word = f.words.front();
      if (word.start < begin_ || word.start >= end_) continue;
      Add("beside", f.id + " " + f.what, {word});
    }
  }

  void AddActors() {
    std::vector<Record::Span> words;
    for (const Record::Actor& a : record_.actors) {
      for (const Record::Mention& m : a.mentions) {
        if (begin_ <= m.span.start && m.span.start < end_) words.push_back(m.span);
      }
    }
    std::ranges::sort(words, {}, &Record::Span::start);
    const bool nobody = words.empty();
    Add("actors", nobody ? "nobody is named or described here, so no event can be" : "",
        std::move(words));
  }

  void AddEventMisses() {
    const std::vector<const Attempt*> misses = MissesIn(about_.traces.events, sentence_.tokens);
    if (misses.empty() && sentence_.kind != SentenceKind::kBoilerplate) {
      Add("events", "no rule has any trigger among these words", {});
    }
    // What lacks its phrase or is another part of speech says little beside what came further.
    const bool near = !misses.empty() && misses.front()->outcome > Outcome::kPhrase;
    size_t told = 0;
    for (const Attempt* a : misses) {
      if (told == kMostMisses || (near && a->outcome <= Outcome::kPhrase)) break;
      AddMiss(*a);
      ++told;
    }
    if (told < misses.size()) {
      Add("events",
          std::to_string(misses.size() - told) +
              " more rules have a trigger here and came less far",
          {});
    }
  }

  // Those that fit, but for what their finder asks besides.
  void AddOtherMisses(const events::Trace& trace) {
    size_t told = 0;
    for (const Attempt* a : MissesIn(trace, sentence_.tokens)) {
      if (a->outcome < Outcome::kRefused || told++ == kMostOtherMisses) break;
      AddMiss(*a);
    }
  }

  void AddMiss(const Attempt& a) {
    Add("missed", a.rule->id + ": " + Reason(a), {about_.Words(a.token)});
    for (uint32_t t : a.because) told_.steps.back().words.push_back(about_.Words(t));
    told_.steps.back().source = SourceText{a.rule->file, a.rule->line, {}};
  }

  std::string Reason(const Attempt& a) const {
    const auto reached = [&] { return " " + about_.LeadsTo(a.reached); };
    switch (a.outcome) {
      case Outcome::kWordKind: {
        static constexpr const char* kKinds[] = {"verb", "noun", "adjective"};
        return "wants a " + std::string(kKinds[size_t(a.phrase->kind)]) + ", this is " +
               std::string(ToString(s_[a.token].pos()));
      }
      case Outcome::kPhrase:
        return "the other words of `" + a.phrase->written + "` do not stand by it";
      case Outcome::kCondition: {
        const events::Condition& c = a.rule->conditions[a.condition];
        return "`" + c.written + "` " + (c.unless ? "holds" : "does not hold") +
               (c.told != 0 ? "" : "; its path" + reached());
      }
      case Outcome::kSource:
        return "nobody fills its source, which it needs; " + Explained::Paths(a.rule->source) +
               reached();
      case Outcome::kTarget:
        return "nobody fills its target, which it needs; " + Explained::Paths(a.rule->target) +
               reached();
      case Outcome::kNobody:
        return a.rule->mutual ? "it needs two parties" : "nobody fills its source or its target";
      case Outcome::kRefused:
        return "fits, but " + std::string(a.refusal) + "; the paths of its roles" +
               (a.reached.empty() ? " lead to no word" : " lead" + reached().substr(6));
      case Outcome::kKeepsOff: return "fits, and is there to keep other rules away";
      case Outcome::kSilent: return "fits, but the words around tell that it is no news";
      case Outcome::kClaimed: return "fits, but the word belongs to the phrase of another event";
      case Outcome::kBeaten: return "fits, but another rule fits this word better";
      case Outcome::kEvent: return "made an event";
    }
    return "";
  }

  // Words that could attribute, where no attribution has them as its cue.
  void AddCues() {
    for (uint32_t i = sentence_.tokens.first; i < sentence_.tokens.last; ++i) {
      const Pos pos = s_[i].pos();
      const char* kind = pos == Pos::kVERB   ? "verb"
                         : pos == Pos::kNOUN ? "noun"
                         : pos == Pos::kADJ  ? "adj"
                                             : nullptr;
      if (kind == nullptr || IsCue(s_[i].span())) continue;
      for (SourceText& cue : about_.source.Cues(s_[i].lemma())) {
        if (!cue.lines.front().starts_with(kind)) continue;
        Add("cue", "may attribute, but none of its frames is here", {about_.Words(i)});
        told_.steps.back().source = std::move(cue);
      }
    }
  }

  bool IsCue(const Span& word) const {
    return std::ranges::any_of(about_.doc.attributions, [&](const Attribution& q) {
      return std::ranges::any_of(q.cue, [&](const Span& s) { return s.Contains(word); });
    });
  }

  const Explained& about_;
  const Record& record_;
  const Syntax& s_;
  const SentenceData& sentence_;
  const uint32_t begin_, end_;  // In code points.
  Explanation told_{"", "no finding at this place", {}};
};

}  // namespace

std::optional<Explanation> ExplainSilence(const Explained& about, uint32_t at) {
  const SentenceData* sentence = nullptr;
  for (const SentenceData& s : about.syntax.sentences) {
    if (about.Point(s.span.begin) <= at && at < about.Point(s.span.end)) sentence = &s;
  }
  if (sentence == nullptr) return std::nullopt;
  return Silence(about, *sentence).Tell();
}

}  // namespace averment::cli
