// Nothing is guessed after the fact: the event finder runs once more and tells what it tries
// (src/events/trace.h), and rules and entries are shown as their files have them.

#include "src/cli/explanation.h"

#include <algorithm>
#include <map>

#include "src/base/utf8.h"
#include "src/cli/findings.h"
#include "src/cli/text_format.h"
#include "src/cli/tree_route.h"

namespace averment::cli {
namespace {

using events::Attempt;
using Outcome = events::Attempt::Outcome;

constexpr size_t kMostMisses = 8;

std::string Quoted(std::string_view words) { return "\"" + Plain(words) + "\""; }

class Teller {
 public:
  Teller(const Document& doc, const RuleSource& source, const events::Trace& trace)
      : doc_(doc),
        s_(doc.syntax),
        source_(source),
        trace_(trace),
        points_(doc.article->text),
        findings_(ListFindings(doc.record)) {}

  std::vector<Explanation> Tell(const ExplainTarget& target) {
    std::vector<Explanation> told;
    bool silent = target.at.has_value();
    for (const FindingLine& f : findings_) {
      const bool main = f.kind != "time" && f.kind != "place" && f.kind != "actor";
      const bool asked = !target.id.empty() ? f.id == target.id
                         : target.at        ? Covers(f, *target.at)
                                            : main;
      if (!asked) continue;
      if (main) silent = false;
      told.push_back(Of(f));
    }
    if (silent) {
      if (std::optional<Explanation> why = Silence(*target.at)) told.push_back(*std::move(why));
    }
    return told;
  }

 private:
  // Of an attribution only cue and source count: its content may be half the article.
  static bool Covers(const FindingLine& f, uint32_t at) {
    const auto covers = [&](const Record::Span& s) { return s.start <= at && at < s.end; };
    if (f.kind == "attribution") return covers(f.words.front());
    return std::ranges::any_of(f.words, covers);
  }

  Record::Span Of(const Span& span) const {
    return {points_.At(span.begin), points_.At(span.end), std::string(span.text())};
  }
  Record::Span WordAt(uint32_t token) const { return Of(s_[token].span()); }

  std::vector<Record::Span> WordsAt(const std::vector<uint32_t>& tokens) const {
    std::vector<Record::Span> words;
    for (uint32_t t : tokens) words.push_back(WordAt(t));
    return words;
  }

  // ------------------------------------------------------------------------------------- findings

  Explanation Of(const FindingLine& f) {
    Explanation e{f.id, f.what, {}};
    if (f.kind == "event") {
      AddEvent(doc_.events[std::stoul(f.id.substr(1)) - 1], e);
    } else if (f.kind == "attribution") {
      AddAttribution(doc_.attributions[std::stoul(f.id.substr(1)) - 1], e);
    } else {
      e.steps.push_back({"words", "", f.words, {}});
    }
    AddRule(f.rule, e);
    AddEntries(f, e);
    return e;
  }

  void AddRule(const std::string& rule, Explanation& e) const {
    std::optional<SourceText> text = source_.Rule(rule);
    const std::string where = text ? "" : "stands in the program; no file of the knowledge has it";
    e.steps.push_back({"rule", rule + (where.empty() ? "" : ": " + where), {}, std::move(text)});
  }

  // The entries of the lexicon behind the actors of a finding.
  void AddEntries(const FindingLine& f, Explanation& e) const {
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
      if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    };
    for (const Record::Event& v : doc_.record.events) {
      if (v.id != f.id) continue;
      for (const auto& p : v.sources) add(p.actor);
      for (const auto& p : v.targets) add(p.actor);
    }
    for (const Record::Attribution& q : doc_.record.attributions) {
      if (q.id == f.id) add(q.source);
    }
    if (f.kind == "actor") add(f.id);
    for (const Record::Actor& a : doc_.record.actors) {
      if (std::ranges::find(ids, a.id) == ids.end()) continue;
      std::optional<SourceText> entry;
      if (a.basis.starts_with("lexicon ")) {
        const std::string_view id = std::string_view(a.basis).substr(8);
        entry = source_.Actor(id.substr(0, id.find_first_of(" ,")));
      }
      e.steps.push_back({"actor",
                         a.id + " " + Plain(a.name) + ": " + Plain(a.basis) + " [" + a.rule + "]",
                         {},
                         std::move(entry)});
    }
  }

  void AddAttribution(const Attribution& q, Explanation& e) const {
    const auto add = [&](std::string label, const std::vector<Span>& spans) {
      ExplainedStep step{std::move(label), "", {}, {}};
      for (const Span& s : spans) step.words.push_back(Of(s));
      if (!spans.empty()) e.steps.push_back(std::move(step));
    };
    add("cue", q.cue);
    add("source", q.source_spans);
    add("content", q.content);
    for (const Span& s : q.source_spans) {
      if (const auto head = HeadIn(s))
        e.steps.push_back({"tree", TreeRoute(s_, q.cue_token, *head), {}, {}});
    }
  }

  // The token of the span whose head lies outside it.
  std::optional<uint32_t> HeadIn(const Span& span) const {
    const auto first = std::ranges::lower_bound(s_.tokens, span.begin, {}, &TokenData::begin);
    for (auto t = first; t != s_.tokens.end() && t->begin < span.end; ++t) {
      const TokenData& head = s_.tokens[t->head];
      const bool root = t->head == uint32_t(t - s_.tokens.begin());
      if (root || head.begin < span.begin || head.begin >= span.end) {
        return uint32_t(t - s_.tokens.begin());
      }
    }
    return std::nullopt;
  }

  void AddEvent(const Event& event, Explanation& e) const {
    const auto at = std::ranges::find_if(trace_.attempts, [&](const Attempt& a) {
      return a.outcome == Outcome::kEvent && a.token == event.trigger && a.rule->id == event.rule;
    });
    ExplainedStep trigger{"trigger", "", {}, {}};
    for (const Span& s : event.evidence) {
      if (IsOfRole(event, s)) break;
      trigger.words.push_back(Of(s));
    }
    if (at != trace_.attempts.end()) trigger.text = "as `" + at->phrase->written + "` of the rule";
    e.steps.push_back(std::move(trigger));
    const Span sentence = s_[event.trigger].sentence().span;
    e.steps.push_back({"sentence", "", {Of(sentence)}, {}});
    const bool known = at != trace_.attempts.end();
    if (known && at->rule->mutual) {  // Both roles are one list, of several paths.
      AddRole("party", event, event.sources, nullptr, std::nullopt, e);
    } else {
      AddRole("source", event, event.sources, known ? &at->rule->source : nullptr,
              known ? at->source_path : std::nullopt, e);
      AddRole("target", event, event.targets, known ? &at->rule->target : nullptr,
              known ? at->target_path : std::nullopt, e);
    }
    static constexpr const char* kStatus[] = {"actual", "planned", "hypothetical", "requested",
                                              "negated"};
    ExplainedStep status{"status", kStatus[size_t(event.status)], {}, {}};
    if (known && !at->because.empty()) {
      status.text += ", because of";
      status.words = WordsAt(at->because);
    }
    e.steps.push_back(std::move(status));
    if (event.date.from) {
      e.steps.push_back({"date", "from", {Of(*event.date.from)}, {}});
    }
  }

  static bool IsOfRole(const Event& event, const Span& span) {
    for (const auto* role : {&event.sources, &event.targets}) {
      if (std::ranges::find(*role, span, &Participant::span) != role->end()) return true;
    }
    return false;
  }

  void AddRole(const std::string& label, const Event& event, const std::vector<Participant>& role,
               const events::RoleRule* rule, std::optional<size_t> path, Explanation& e) const {
    for (const Participant& p : role) {
      std::string text;
      if (rule != nullptr && path && *path < rule->written.size()) {
        text = "by the path `" + rule->written[*path] + "`: ";
      }
      if (const auto head = HeadIn(p.span)) text += TreeRoute(s_, event.trigger, *head);
      e.steps.push_back({label, std::move(text), {Of(p.span)}, {}});
    }
  }

  // -------------------------------------------------------------------------------------- silence

  std::optional<Explanation> Silence(uint32_t at) const {
    static constexpr const char* kKinds[] = {"headline", "dateline", "body", "boilerplate"};
    const SentenceData* sentence = nullptr;
    for (const SentenceData& s : s_.sentences) {
      if (points_.At(s.span.begin) <= at && at < points_.At(s.span.end)) sentence = &s;
    }
    if (sentence == nullptr) return std::nullopt;
    Explanation e{"", "no finding at this place", {}};
    e.steps.push_back({"sentence",
                       doc_.record.sentences.empty() ? "" : kKinds[size_t(sentence->kind)],
                       {Of(sentence->span)},
                       {}});
    AddOthers(*sentence, e);
    AddActors(*sentence, e);
    AddMisses(*sentence, e);
    AddCues(*sentence, e);
    return e;
  }

  // What there is elsewhere in the sentence.
  void AddOthers(const SentenceData& s, Explanation& e) const {
    const uint32_t begin = points_.At(s.span.begin), end = points_.At(s.span.end);
    for (const FindingLine& f : findings_) {
      if (f.kind == "actor" || f.kind == "place" || f.kind == "time") continue;
      const Record::Span& word = f.words.front();
      if (word.start < begin || word.start >= end) continue;
      e.steps.push_back({"beside", f.id + " " + f.what, {word}, {}});
    }
  }

  void AddActors(const SentenceData& s, Explanation& e) const {
    const uint32_t begin = points_.At(s.span.begin), end = points_.At(s.span.end);
    ExplainedStep step{"actors", "", {}, {}};
    for (const Record::Actor& a : doc_.record.actors) {
      for (const Record::Mention& m : a.mentions) {
        if (begin <= m.span.start && m.span.start < end) step.words.push_back(m.span);
      }
    }
    std::ranges::sort(step.words, {}, &Record::Span::start);
    if (step.words.empty()) step.text = "nobody is named or described here, so no event can be";
    e.steps.push_back(std::move(step));
  }

  // Rules that have their trigger in the sentence, the nearest first.
  void AddMisses(const SentenceData& s, Explanation& e) const {
    std::map<std::pair<uint32_t, const events::Rule*>, const Attempt*> best;
    for (const Attempt& a : trace_.attempts) {
      if (a.token < s.tokens.first || a.token >= s.tokens.last) continue;
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
    if (s.kind == SentenceKind::kBoilerplate) {
      e.steps.push_back({"events", "boilerplate is not searched for events", {}, {}});
    } else if (misses.empty()) {
      e.steps.push_back({"events", "no rule has any trigger among these words", {}, {}});
    }
    // What lacks its phrase or is another part of speech says little beside what came further.
    const bool near = !misses.empty() && misses.front()->outcome > Outcome::kPhrase;
    size_t told = 0;
    for (const Attempt* a : misses) {
      if (told == kMostMisses || (near && a->outcome <= Outcome::kPhrase)) break;
      e.steps.push_back(Of(*a));
      ++told;
    }
    if (told < misses.size()) {
      e.steps.push_back({"events",
                         std::to_string(misses.size() - told) +
                             " more rules have a trigger here and came less far",
                         {},
                         {}});
    }
  }

  ExplainedStep Of(const Attempt& a) const {
    ExplainedStep step{"missed", a.rule->id + ": " + Reason(a), {WordAt(a.token)}, {}};
    for (uint32_t t : a.because) step.words.push_back(WordAt(t));
    step.source = SourceText{a.rule->file, a.rule->line, {}};
    return step;
  }

  std::string Reason(const Attempt& a) const {
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
        return "`" + c.written + "` " + (c.unless ? "holds" : "does not hold") + "; " +
               Reached(a, "its path");
      }
      case Outcome::kSource:
        return "nobody fills its source, which it needs; " + Reached(a, Paths(a.rule->source));
      case Outcome::kTarget:
        return "nobody fills its target, which it needs; " + Reached(a, Paths(a.rule->target));
      case Outcome::kNobody:
        return a.rule->mutual ? "it needs two parties" : "nobody fills its source or its target";
      case Outcome::kKeepsOff: return "fits, and is there to keep other rules away";
      case Outcome::kSilent: return "fits, but the words around tell that it is no news";
      case Outcome::kClaimed: return "fits, but the word belongs to the phrase of another event";
      case Outcome::kBeaten: return "fits, but another rule fits this word better";
      case Outcome::kEvent: return "made an event";
    }
    return "";
  }

  static std::string Paths(const events::RoleRule& role) {
    std::string paths;
    for (const std::string& p : role.written) paths += (paths.empty() ? "`" : ", ") + p;
    return paths + "`";
  }

  std::string Reached(const Attempt& a, const std::string& path) const {
    if (a.reached.empty()) return path + " leads to no word";
    std::string words;
    for (size_t i = 0; i < a.reached.size() && i < 6; ++i) {
      words += (words.empty() ? "" : ", ") + Quoted(s_[a.reached[i]].text());
    }
    return path + " leads to " + words + (a.reached.size() > 6 ? " ..." : "");
  }

  // Words that could attribute, where no attribution has them as its cue.
  void AddCues(const SentenceData& s, Explanation& e) const {
    for (uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
      const Pos pos = s_[i].pos();
      const char* kind = pos == Pos::kVERB   ? "verb"
                         : pos == Pos::kNOUN ? "noun"
                         : pos == Pos::kADJ  ? "adj"
                                             : nullptr;
      if (kind == nullptr || IsCue(s_[i].span())) continue;
      for (SourceText& cue : source_.Cues(s_[i].lemma())) {
        if (!cue.lines.front().starts_with(kind)) continue;
        e.steps.push_back(
            {"cue", "may attribute, but none of its frames is here", {WordAt(i)}, std::move(cue)});
      }
    }
  }

  bool IsCue(const Span& word) const {
    return std::ranges::any_of(doc_.attributions, [&](const Attribution& q) {
      return std::ranges::any_of(q.cue, [&](const Span& s) { return s.Contains(word); });
    });
  }

  const Document& doc_;
  const Syntax& s_;
  const RuleSource& source_;
  const events::Trace& trace_;
  CodePointIndex points_;
  std::vector<FindingLine> findings_;
};

}  // namespace

Result<Explainer> Explainer::Load(const KnowledgePath& knowledge) {
  Result<EventFinder> events = EventFinder::Load(knowledge / "event");
  if (!events.ok()) return events.status();
  return Explainer(std::move(events).value(), RuleSource(knowledge));
}

std::vector<Explanation> Explainer::Explain(const Document& doc,
                                            const ExplainTarget& target) const {
  events::Trace trace;
  events_.Find(doc, trace);
  return Teller(doc, source_, trace).Tell(target);
}

}  // namespace averment::cli
