// Every kind of finding tells its trigger, the way from there to whatever fills its fields, what it
// refers to, and at last the rule and the entries of the lexicon behind it.

#include "src/cli/explain_finding.h"

#include <algorithm>
#include <iterator>

#include "src/cli/explain_learned.h"
#include "src/cli/text_format.h"
#include "src/cli/tree_route.h"
#include "src/events/events.h"
#include "src/record/words.h"

namespace averment::cli {
namespace {

using events::Attempt;
using Outcome = events::Attempt::Outcome;

class Teller {
 public:
  Teller(const Explained& about, const FindingLine& f)
      : about_(about), f_(f), doc_(about.doc), s_(about.syntax), told_{f.id, f.what, {}} {}

  Explanation Tell() {
    const size_t at = f_.kind == "actor" || f_.kind == "place" || f_.kind == "time"
                          ? 0
                          : std::stoul(f_.id.substr(1)) - 1;
    if (f_.kind == "event") {
      AddEvent(doc_.events[at], doc_.record.events[at]);
    } else if (f_.kind == "attribution") {
      AddAttribution(doc_.attributions[at]);
    } else if (f_.kind == "plan") {
      AddPlan(doc_.plans[at], doc_.record.plans[at]);
    } else if (f_.kind == "toll") {
      AddToll(doc_.tolls[at], doc_.record.tolls[at]);
    } else if (f_.kind == "stance") {
      AddStance(doc_.stances[at], doc_.record.stances[at]);
    } else {
      Add("words", "", f_.words);
    }
    AddRule(f_.rule);
    AddEntries();
    return std::move(told_);
  }

 private:
  void Add(std::string label, std::string text, std::vector<Record::Span> words) {
    told_.steps.push_back({std::move(label), std::move(text), std::move(words), {}, {}});
  }

  void AddRule(const std::string& rule) {
    std::optional<SourceText> text = about_.source.Rule(rule);
    const bool learned = rule == kModelRule || rule == "quote/model";
    Add("rule",
        rule + (text      ? ""
                : learned ? ": stands in no file of the knowledge; the learned model says so"
                          : ": stands in the program; no file of the knowledge has it"),
        {});
    told_.steps.back().source = std::move(text);
  }

  void AddWeighed(std::vector<ExplainedStep> steps) {
    std::ranges::move(steps, std::back_inserter(told_.steps));
  }

  // Another line of the record that this one refers to.
  void AddReference(const std::string& label, const std::string& id) {
    if (id.empty()) return;
    const auto line = std::ranges::find(about_.findings, id, &FindingLine::id);
    if (line == about_.findings.end()) return;
    Add(label, id + " " + line->what, {line->words.front()});
  }

  // The place, with its words in the sentence of the token, or else all of them.
  void AddPlace(const std::optional<uint32_t>& place, uint32_t token) {
    if (!place) return;
    const Span& sentence = s_[token].sentence().span;
    std::vector<Span> near, all;
    for (const PlaceMention& m : doc_.mentions.places[*place].mentions) {
      const Span span = s_.SpanOf(m.tokens);
      all.push_back(span);
      if (sentence.Contains(span)) near.push_back(span);
    }
    const Record::Place& p = doc_.record.places[*place];
    Add("place", p.id + " " + Plain(p.name), about_.Words(near.empty() ? all : near));
  }

  void AddSentence(uint32_t token) {
    Add("sentence", "", {about_.Words(s_[token].sentence().span)});
  }

  // ------------------------------------------------------------------------------------- by kind

  void AddAttribution(const Attribution& q) {
    const auto add = [&](const char* label, const std::vector<Span>& spans) {
      if (!spans.empty()) Add(label, "", about_.Words(spans));
    };
    add("cue", q.cue);
    add("source", q.source_spans);
    add("content", q.content);
    for (const Span& s : q.source_spans) {
      const std::string route = about_.Route(q.cue_token, s);
      if (!route.empty()) Add("tree", route, {});
    }
    if (q.within) AddReference("within", doc_.record.attributions[*q.within].id);
    AddWeighed(WeighedFor(about_, q));
  }

  void AddEvent(const Event& event, const Record::Event& line) {
    const auto& tried = about_.traces.events.attempts;
    const auto at = std::ranges::find_if(tried, [&](const Attempt& a) {
      return a.outcome == Outcome::kEvent && a.token == event.trigger && a.rule->id == event.rule;
    });
    const bool known = at != tried.end();
    std::vector<Record::Span> trigger;
    for (const Span& s : event.evidence) {
      if (IsOfRole(event, s)) break;
      trigger.push_back(about_.Words(s));
    }
    Add("trigger", known ? "as `" + at->phrase->written + "` of the rule" : "", std::move(trigger));
    AddSentence(event.trigger);
    if (known && at->rule->mutual) {  // Both roles are one list, of several paths.
      AddRole("party", event.trigger, event.sources, "");
    } else {
      AddRole("source", event.trigger, event.sources,
              known ? PathOf(at->rule->source, at->source_path) : "");
      AddRole("target", event.trigger, event.targets,
              !known            ? ""
              : at->target_path ? PathOf(at->rule->target, at->target_path)
                                : "on no path of the rule, the nearest who is named: ");
    }
    const bool told = known && !at->because.empty();
    Add("status", std::string(Word(event.status)) + (told ? ", because of" : ""),
        told ? about_.Words(at->because) : std::vector<Record::Span>());
    AddDate(event);
    AddPlace(event.place, event.trigger);
    AddReference("says", line.attribution);
    AddReference("of", line.of);
    AddReference("same as", line.same_as);
    for (const std::string& id : line.disputed_by) AddReference("disputed", id);
    AddWeighed(WeighedFor(about_, event));
  }

  void AddDate(const Event& event) {
    static constexpr const char* kBasis[] = {"", "stated in its clause",
                                             "inherited from another mention of the event",
                                             "by the tense: it has not been yet, or is over"};
    if (event.date.basis == EventDateBasis::kNone) return;
    Add("date", kBasis[size_t(event.date.basis)], {});
    if (event.date.from) told_.steps.back().words = {about_.Words(*event.date.from)};
  }

  static bool IsOfRole(const Event& event, const Span& span) {
    for (const auto* role : {&event.sources, &event.targets}) {
      if (std::ranges::find(*role, span, &Participant::span) != role->end()) return true;
    }
    return false;
  }

  static std::string PathOf(const events::RoleRule& role, const std::optional<size_t>& path) {
    return path && *path < role.written.size() ? "by the path `" + role.written[*path] + "`: " : "";
  }

  void AddRole(const char* label, uint32_t trigger, std::span<const Participant> role,
               const std::string& path) {
    for (const Participant& p : role) {
      Add(label, path + about_.Route(trigger, p.span), {about_.Words(p.span)});
    }
  }

  // What the finder made of the word at this span, if anything; null where this was no trigger.
  static const Attempt* MadeAt(const events::Trace& trace, const Syntax& syntax, const Span& span) {
    for (const Attempt& a : trace.attempts) {
      if (a.outcome == Outcome::kEvent && syntax[a.token].span() == span) return &a;
    }
    return nullptr;
  }

  // Several articles' words may speak of one plan; each of them has its rule.
  void AddPlan(const Plan& plan, const Record::Plan& line) {
    std::optional<uint32_t> first;
    for (const Span& span : plan.evidence) {
      const Attempt* made = MadeAt(about_.traces.plans, s_, span);
      if (made == nullptr) continue;
      AddTrigger(*made);
      if (first) {
        told_.steps.back().source = SourceText{made->rule->file, made->rule->line, {}};
      } else {
        first = made->token;
        AddSentence(*first);
      }
    }
    for (size_t d = 0; d < plan.schedule.size(); ++d) {
      const Record::ScheduleItem& date = line.schedule[d];
      Add("date", date.standing + " " + date.value + (date.mod.empty() ? "" : " " + date.mod),
          about_.Words(plan.schedule[d].evidence));
    }
    Add("status", line.status, {});
    if (!first) return;
    AddRole("party", *first, plan.parties, "");
    AddPlace(plan.place, *first);
    AddReference("says", line.attribution);
  }

  void AddTrigger(const Attempt& made) {
    Add("trigger", "as `" + made.phrase->written + "` of " + made.rule->id,
        {about_.Words(made.token)});
    if (made.because.empty()) return;
    told_.steps.back().text += ", told so by";
    for (uint32_t t : made.because) told_.steps.back().words.push_back(about_.Words(t));
  }

  void AddToll(const Toll& toll, const Record::Toll& line) {
    const Attempt* made = MadeAt(about_.traces.tolls, s_, toll.evidence[0]);
    if (made != nullptr) {
      AddTrigger(*made);
      AddSentence(made->token);
    }
    std::string bounds = toll.low ? "at least " + std::to_string(*toll.low) : "no lower bound";
    bounds += toll.high ? ", at most " + std::to_string(*toll.high) : ", no upper bound";
    if (toll.approximate) bounds += ", approximate";
    const Span& count = toll.evidence.size() > 1 ? toll.evidence[1] : toll.evidence[0];
    const std::string route = made != nullptr ? about_.Route(made->token, count) : "";
    Add("count", bounds + (route.empty() ? "" : "; " + route), {about_.Words(count)});
    std::string when = line.scope;
    if (!line.since.empty()) when += ", since " + line.since;
    if (!line.until.empty()) when += ", until " + line.until;
    Add("scope", when,
        toll.evidence.size() > 2 ? about_.Words(std::span(toll.evidence).subspan(2))
                                 : std::vector<Record::Span>());
    if (made != nullptr) AddPlace(toll.place, made->token);
    AddReference("says", line.attribution);
    if (!line.basis.empty()) {
      Add("basis", Plain(line.basis), {});
      told_.steps.back().source = about_.source.Rule(toll.basis_rule);
    }
    for (const std::string& id : line.disputed_by) AddReference("disputed", id);
  }

  void AddStance(const Stance& stance, const Record::Stance& line) {
    if (const Attempt* made = MadeAt(about_.traces.stances, s_, stance.evidence[0])) {
      AddTrigger(*made);
      AddSentence(made->token);
      AddRole("holder", made->token, {&stance.holder, 1}, "");
      AddRole("toward", made->token, {&stance.toward, 1}, "");
    }
    if (!line.since.empty()) Add("since", line.since, {});
    AddReference("says", line.attribution);
  }

  // ------------------------------------------------------------------------------------- entries

  std::vector<std::string> ActorsOf() const {
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
      if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    };
    const Record& r = doc_.record;
    for (const Record::Event& e : r.events) {
      if (e.id != f_.id) continue;
      for (const auto& p : e.sources) add(p.actor);
      for (const auto& p : e.targets) add(p.actor);
    }
    for (const Record::Plan& p : r.plans) {
      for (const auto& party : p.parties) add(p.id == f_.id ? party.actor : "");
    }
    for (const Record::Stance& s : r.stances) {
      add(s.id == f_.id ? s.holder.actor : "");
      add(s.id == f_.id ? s.toward.actor : "");
    }
    for (const Record::Attribution& q : r.attributions) add(q.id == f_.id ? q.source : "");
    if (f_.kind == "actor") add(f_.id);
    return ids;
  }

  // The entries of the lexicon behind the actors of the finding.
  void AddEntries() {
    const std::vector<std::string> ids = ActorsOf();
    for (const Record::Actor& a : doc_.record.actors) {
      if (std::ranges::find(ids, a.id) == ids.end()) continue;
      Add("actor", a.id + " " + Plain(a.name) + ": " + Plain(a.basis) + " [" + a.rule + "]", {});
      if (!a.basis.starts_with("lexicon ")) continue;
      const std::string_view id = std::string_view(a.basis).substr(8);
      told_.steps.back().source = about_.source.Actor(id.substr(0, id.find_first_of(" ,")));
    }
  }

  const Explained& about_;
  const FindingLine& f_;
  const Document& doc_;
  const Syntax& s_;
  Explanation told_;
};

}  // namespace

Explanation ExplainFinding(const Explained& about, const FindingLine& finding) {
  return Teller(about, finding).Tell();
}

}  // namespace averment::cli
