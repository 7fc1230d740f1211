// A line says what a reader would ask first: what it is, its status, who, when, who says so.

#include "src/cli/findings.h"

#include <map>

#include "src/cli/text_format.h"

namespace averment::cli {
namespace {

using Spans = std::vector<Record::Span>;

class Lister {
 public:
  explicit Lister(const Record& record) : r_(record) {
    for (const Record::Actor& a : r_.actors) {
      std::string codes = a.country;
      if (!a.country.empty() && !a.sector.empty()) codes += " ";
      codes += a.sector;
      names_[a.id] = Plain(a.name) + (codes.empty() ? "" : " (" + codes + ")");
    }
    for (const Record::Attribution& q : r_.attributions) {
      sources_[q.id] = !q.source.empty()        ? names_[q.source]
                       : q.source_spans.empty() ? "somebody"
                                                : Plain(q.source_spans.front().text);
    }
  }

  std::vector<FindingLine> List() {
    for (const auto& q : r_.attributions) Add("attribution", q.id, Of(q), q.rule, WordsOf(q));
    for (const auto& e : r_.events) Add("event", e.id, Of(e), e.rule, e.evidence);
    for (const auto& p : r_.plans) Add("plan", p.id, Of(p), p.rule, p.evidence);
    for (const auto& t : r_.tolls) Add("toll", t.id, Of(t), t.rule, t.evidence);
    for (const auto& s : r_.stances) Add("stance", s.id, Of(s), s.rule, s.evidence);
    for (const auto& t : r_.times)
      Add("time", t.id, t.type + " " + t.value + Mod(t.mod), t.rule, {t.span});
    for (const auto& p : r_.places) Add("place", p.id, Of(p), p.rule, p.mentions);
    for (const auto& a : r_.actors) {
      Spans words;
      for (const Record::Mention& m : a.mentions) words.push_back(m.span);
      Add("actor", a.id, a.kind + " " + names_[a.id] + "; " + Plain(a.basis), a.rule,
          std::move(words));
    }
    return std::move(all_);
  }

 private:
  void Add(std::string kind, const std::string& id, std::string what, const std::string& rule,
           Spans words) {
    if (!words.empty())
      all_.push_back({std::move(kind), id, std::move(what), rule, std::move(words)});
  }

  static std::string Mod(const std::string& mod) { return mod.empty() ? "" : " " + mod; }

  // "; says X".
  std::string Says(const std::string& attribution) const {
    return attribution.empty() ? "" : "; says " + sources_.at(attribution);
  }

  std::string Names(const std::vector<Record::Participant>& participants) const {
    std::string names;
    for (const Record::Participant& p : participants) {
      names += (names.empty() ? "" : ", ") + names_.at(p.actor);
    }
    return names;
  }

  static Spans WordsOf(const Record::Attribution& q) {
    Spans words = q.cue;
    words.insert(words.end(), q.source_spans.begin(), q.source_spans.end());
    words.insert(words.end(), q.content.begin(), q.content.end());
    return words;
  }

  std::string Of(const Record::Attribution& q) const {
    std::string what = sources_.at(q.id);
    for (const Record::Span& s : q.cue) what += " " + Plain(s.text);
    return what + ", " + q.kind;
  }

  std::string Of(const Record::Event& e) const {
    std::string what = e.type;
    if (!e.mode.empty()) what += " " + e.mode;
    what += " " + e.cameo + ", " + e.status;
    const std::string sources = Names(e.sources), targets = Names(e.targets);
    if (!sources.empty() || !targets.empty()) {
      what += ": " + (sources.empty() ? "?" : sources);
      if (sources == targets) {
        what += ", with each other";
      } else if (!targets.empty()) {
        what += " > " + targets;
      }
    }
    if (e.date.basis == "stated" || e.date.basis == "inherited") {
      what +=
          "; " + e.date.earliest + (e.date.latest == e.date.earliest ? "" : " to " + e.date.latest);
    }
    return what + Says(e.attribution);
  }

  std::string Of(const Record::Plan& p) const {
    std::string what = Plain(p.what) + ", " + p.status;
    if (!p.parties.empty()) what += ": " + Names(p.parties);
    for (const Record::ScheduleItem& s : p.schedule) {
      what += "; " + s.standing + " " + s.value + Mod(s.mod);
    }
    return what + Says(p.attribution);
  }

  std::string Of(const Record::Toll& t) const {
    const auto number = [](const std::optional<int64_t>& n) {
      return n ? std::to_string(*n) : "?";
    };
    std::string what = t.measure + " " + (t.approximate ? "about " : "") + number(t.low);
    if (t.low != t.high) what += " to " + number(t.high);
    what += ", " + t.scope;
    if (!t.who.empty()) what += ": " + Plain(t.who);
    return what + Says(t.attribution);
  }

  std::string Of(const Record::Stance& s) const {
    return names_.at(s.holder.actor) + " " + s.stance + " " + names_.at(s.toward.actor) +
           Says(s.attribution);
  }

  static std::string Of(const Record::Place& p) {
    std::string what = Plain(p.name);
    if (!p.country.empty()) what += " (" + p.country + ")";
    return what + ", " + p.precision + ", " + p.use + (p.why.empty() ? "" : ": " + p.why);
  }

  const Record& r_;
  std::map<std::string, std::string> names_, sources_;  // By id.
  std::vector<FindingLine> all_;
};

}  // namespace

std::vector<FindingLine> ListFindings(const Record& record) { return Lister(record).List(); }

}  // namespace averment::cli
