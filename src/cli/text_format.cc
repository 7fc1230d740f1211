// Layout: the line of the article on the left, what was found beside it, the article's own words
// below in quotation marks.
//
//   minister  published 2014-05-04 (given)
//
//   Who says what
//   line 1    Ana Grün (GOV) said, direct                                      [q1 quote/said]
//             "“We never shelled Latviā,”"
//
//   What happens
//   line 1    ASSAULT, negated: Ana Grün (GOV) > Latvia (LVA); says Ana Grün      [e1 event/shell]
//             "“We never shelled Latviā,” Minister Ana Grün said on 3 May 2014."

#include "src/cli/text_format.h"

#include <algorithm>
#include <vector>

#include "src/base/utf8.h"
#include "src/record/words.h"

namespace averment::cli {

std::string Plain(std::string_view text) {
  std::string plain;
  size_t characters = 0;
  for (size_t at = 0; at < text.size();) {
    char32_t c = DecodeUtf8(text, at);
    const bool blank = c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 ||
                       c == 0x2028 || c == 0x2029;
    if (blank && (plain.empty() || plain.back() == ' ')) continue;
    if (blank) c = ' ';
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) c = kReplacement;
    if (++characters > kLongestQuote) return plain + "\u2026";
    AppendUtf8(c, plain);
  }
  while (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

namespace {

constexpr std::string_view kIndent = "          ";

class Page {
 public:
  Page(const Document& doc, std::string& out) : doc_(doc), out_(out) {
    const std::string& text = doc.article->text;
    for (size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
      breaks_.push_back(uint32_t(at));
    }
  }

  void Print() {
    out_ += Plain(doc_.article->id);
    if (doc_.published) {
      static constexpr std::string_view kBasis[] = {"", "given", "metadata", "from the text"};
      out_ += "  published " + ToIso(*doc_.published) + " (" +
              std::string(kBasis[size_t(doc_.published_basis)]) + ")";
    }
    out_ += "\n\nWho says what\n";
    if (doc_.attributions.empty()) out_ += "nothing found\n";
    for (size_t i = 0; i < doc_.attributions.size(); ++i) PrintAttribution(i);
    out_ += "\nWhat happens\n";
    if (doc_.events.empty()) out_ += "nothing found\n";
    for (size_t i = 0; i < doc_.events.size(); ++i) PrintEvent(i);
    if (!doc_.plans.empty()) out_ += "\nWhat is planned\n";
    for (size_t i = 0; i < doc_.plans.size(); ++i) PrintPlan(i);
    if (!doc_.tolls.empty()) out_ += "\nWho was counted\n";
    for (size_t i = 0; i < doc_.tolls.size(); ++i) PrintToll(i);
    if (!doc_.stances.empty()) out_ += "\nWho stands with whom\n";
    for (size_t i = 0; i < doc_.stances.size(); ++i) PrintStance(i);
    out_ += "\n";
  }

 private:
  uint32_t LineOf(uint32_t byte) const {
    return uint32_t(std::ranges::lower_bound(breaks_, byte) - breaks_.begin()) + 1;
  }

  // "John Kerry (USA GOV)".
  std::string Name(uint32_t actor) const {
    const Actor& a = doc_.actors[actor];
    std::string codes = a.country;
    if (!a.country.empty() && !a.sector.empty()) codes += " ";
    codes += a.sector;
    std::string name = Plain(a.name);
    if (!codes.empty()) name.append(" (").append(codes).append(")");
    return name;
  }

  std::string Names(const std::vector<Participant>& participants) const {
    std::string names;
    for (const Participant& p : participants) {
      if (!names.empty()) names += ", ";
      names += Name(p.actor);
    }
    return names;
  }

  std::string SourceOf(const Attribution& q) const {
    if (q.source) return Name(*q.source);
    return q.source_spans.empty() ? "somebody" : Plain(q.source_spans.front().text());
  }

  void PrintLine(const Span& at, std::string what, const std::string& id, const RuleId& rule) {
    std::string line = "line " + std::to_string(LineOf(at.begin));
    line.resize(std::max(line.size() + 1, kIndent.size()), ' ');
    out_ += line + what + "  [" + id + " " + rule + "]\n";
  }

  void PrintQuote(std::string_view words) {
    out_ += std::string(kIndent) + "\"" + Plain(words) + "\"\n";
  }

  void PrintAttribution(size_t i) {
    const Attribution& q = doc_.attributions[i];
    std::string cue, words;
    for (const Span& s : q.cue) cue.append(" ").append(Plain(s.text()));
    for (const Span& s : q.content) {
      if (!words.empty()) words += " \u2026 ";
      words += s.text();
    }
    PrintLine(q.content.front(), SourceOf(q) + cue + ", " + std::string(Word(q.kind)),
              'q' + std::to_string(i + 1), q.rule);
    PrintQuote(words);
  }

  void PrintEvent(size_t i) {
    const Event& e = doc_.events[i];
    std::string what = std::string(ToString(e.type)) + ", " + std::string(Word(e.status));
    const std::string sources = Names(e.sources), targets = Names(e.targets);
    if (!sources.empty() || !targets.empty()) {
      what.append(": ").append(sources.empty() ? "?" : sources);
      if (targets == sources) {
        what += ", with each other";
      } else if (!targets.empty()) {
        what.append(" > ").append(targets);
      }
    }
    if (e.date.basis == EventDateBasis::kStated || e.date.basis == EventDateBasis::kInherited) {
      what += "; " + Days(e.date);
    }
    if (e.attribution) what += "; says " + SourceOf(doc_.attributions[*e.attribution]);
    PrintLine(e.evidence.front(), std::move(what), 'e' + std::to_string(i + 1), e.rule);
    const Span& sentence = doc_.syntax[e.trigger].sentence().span;
    PrintQuote((sentence.Contains(e.evidence.front()) ? sentence : e.evidence.front()).text());
  }

  // "peace conference, postponed: A, B; 2013-06 original, after 2013-08 current".
  void PrintPlan(size_t i) {
    static constexpr std::string_view kStatus[] = {"planned",         "confirmed", "postponed",
                                                   "brought forward", "cancelled", "held"};
    static constexpr std::string_view kStanding[] = {"original", "superseded", "ruled out",
                                                     "current"};
    const Plan& p = doc_.plans[i];
    std::string what = Plain(p.what) + ", " + std::string(kStatus[size_t(p.status)]);
    if (!p.parties.empty()) what += ": " + Names(p.parties);
    for (const ScheduleItem& s : p.schedule) {
      what += "; " + Bound(s.mod) + s.value + " " + std::string(kStanding[size_t(s.standing)]);
    }
    if (p.attribution) what += "; says " + SourceOf(doc_.attributions[*p.attribution]);
    PrintLine(p.evidence.front(), std::move(what), 'n' + std::to_string(i + 1), p.rule);
    PrintQuote(SentenceAt(p.evidence.front()).text());
  }

  static std::string Bound(TimexMod mod) {
    switch (mod) {
      case TimexMod::kBefore: return "before ";
      case TimexMod::kAfter: return "after ";
      case TimexMod::kOnOrBefore: return "by ";
      case TimexMod::kOnOrAfter: return "not before ";
      default: return "";
    }
  }

  // "killed, at least 30 people; says X (ABC GOV)".
  void PrintToll(size_t i) {
    const Toll& t = doc_.tolls[i];
    std::string what = std::string(Word(t.measure)) + ": " + Number(t);
    if (!t.who.empty()) what += " " + Plain(t.who);
    if (t.scope == TollScope::kCumulative) what += ", in all";
    if (!t.since.empty()) what += " since " + t.since;
    if (!t.until.empty()) what += " until " + t.until;
    if (t.attribution) what += "; says " + SourceOf(doc_.attributions[*t.attribution]);
    if (!t.basis.empty()) what += " (" + Plain(t.basis) + ")";
    PrintLine(t.evidence.front(), std::move(what), 'l' + std::to_string(i + 1), t.rule);
    PrintQuote(SentenceAt(t.evidence.front()).text());
  }

  // "Iran (IRN) supports Hezbollah (LBN MIL); says X (ABC GOV)".
  void PrintStance(size_t i) {
    const Stance& s = doc_.stances[i];
    std::string what =
        Name(s.holder.actor) + (s.supports ? " supports " : " opposes ") + Name(s.toward.actor);
    if (!s.since.empty()) what += " since " + s.since;
    if (s.attribution) what += "; says " + SourceOf(doc_.attributions[*s.attribution]);
    PrintLine(s.evidence.front(), std::move(what), 's' + std::to_string(i + 1), s.rule);
    PrintQuote(SentenceAt(s.evidence.front()).text());
  }

  // "about 30", "at least 30", "at most 30", "20 to 30".
  static std::string Number(const Toll& t) {
    const std::string low = t.low ? std::to_string(*t.low) : "";
    const std::string high = t.high ? std::to_string(*t.high) : "";
    std::string number = low == high ? low : low + " to " + high;
    if (!t.high) number = "at least " + low;
    if (!t.low) number = "at most " + high;
    return (t.approximate ? "about " : "") + number;
  }

  // The sentence that holds the span, or the span.
  Span SentenceAt(const Span& span) const {
    const auto& all = doc_.syntax.sentences;
    const auto next = std::ranges::upper_bound(all, span.begin, {},
                                               [](const SentenceData& s) { return s.span.begin; });
    if (next == all.begin()) return span;
    return (next - 1)->span.Contains(span) ? (next - 1)->span : span;
  }

  // "2013-07-02", or "2013-06-01 to 2013-06-30".
  static std::string Days(const EventDate& date) {
    const std::string from = date.earliest ? ToIso(*date.earliest) : "?";
    const std::string to = date.latest ? ToIso(*date.latest) : "?";
    return from == to ? from : from + " to " + to;
  }

  const Document& doc_;
  std::string& out_;
  std::vector<uint32_t> breaks_;  // Where the lines end.
};

}  // namespace

void AppendForEyes(const Document& doc, std::string& out) { Page(doc, out).Print(); }

}  // namespace averment::cli
