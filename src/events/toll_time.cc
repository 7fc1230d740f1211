// A word belongs to the toll if the way up from it meets the toll before it meets another verb:
// "killed in Homs since March" but not "killed as rebels, who have fought since March, fled".

#include "src/events/toll_time.h"

#include <algorithm>

#include "src/events/grammar.h"

namespace averment::events {
namespace {

constexpr int kTollTimeSteps = 8;
constexpr uint32_t kMostTokens = 400;  // Of a sentence that are looked at, round the trigger.

// An ISO date as precise as said; a week or a season by its first (or last) day.
std::string Iso(const Timex& t, bool first) {
  const std::string& v = t.value;
  const bool plain = v.size() == 4 || v.size() == 7 || v.size() == 10;
  const bool iso =
      plain && std::ranges::all_of(v, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
  if (iso) return v;
  const std::optional<Date>& day = first ? t.earliest : t.latest;
  return day ? ToIso(*day) : "";
}

class Reader {
 public:
  Reader(const TopicText& text, uint32_t trigger, uint32_t count)
      : text_(text), s_(text.syntax()), trigger_(trigger), count_(count) {
    verb_ = IsVerb(s_, trigger) ? std::optional(trigger) : VerbAbove(s_, trigger);
  }

  TollTime Read() {
    TokenRange near = s_[trigger_].sentence().tokens;
    near.first = std::max(near.first, trigger_ - std::min(trigger_, kMostTokens));
    near.last = std::min(near.last, trigger_ + kMostTokens);
    bool war = IsWarAround(), day = false;
    for (uint32_t i = near.first; i < near.last; ++i) {
      if (text_.InClass(i, "SO_FAR") && Belongs(i)) made_.over_a_while = true;
      if (text_.InClass(i, "WAR") && Belongs(i)) war = true;
    }
    const auto& times = text_.layers().found.times;
    auto t = std::ranges::lower_bound(times, near.first, {},
                                      [](const Timex& x) { return x.tokens.first; });
    for (; t != times.end() && t->tokens.first < near.last; ++t) day = ReadTime(*t) || day;
    for (uint32_t i = near.first; i < near.last; ++i) ReadBareSince(i);
    if (!made_.since.empty() || !made_.until.empty()) made_.over_a_while = true;
    if (war && !day) made_.over_a_while = true;
    return std::move(made_);
  }

 private:
  // Whether the word hangs on the toll rather than on another verb.
  bool Belongs(uint32_t token) const {
    uint32_t at = token;
    for (int step = 0; step < kTollTimeSteps; ++step) {
      if (at == trigger_ || at == count_ || at == verb_) return true;
      if (IsVerb(s_, at)) return false;
      const uint32_t head = s_.tokens[at].head;
      if (head == at) return false;
      at = head;
    }
    return false;
  }

  // "a war that has killed", "the war has killed".
  bool IsWarAround() const {
    if (!verb_) return false;
    const Dep dep = s_.tokens[*verb_].dep;
    if (dep == Dep::krelcl || dep == Dep::kacl) {
      return text_.InClass(s_.tokens[*verb_].head, "WAR");
    }
    for (const uint32_t verb : {*verb_, s_.tokens[*verb_].head}) {  // "has forced them to FLEE"
      const auto subject = IsVerb(s_, verb) ? SubjectOf(s_, verb) : std::nullopt;
      if (subject && text_.InClass(*subject, "WAR")) return true;
      if (dep != Dep::kxcomp && dep != Dep::kccomp) break;
    }
    return false;
  }

  // The preposition or conjunction that a Timex stands behind.
  std::optional<uint32_t> LinkOf(const Timex& t) const {
    uint32_t top = t.tokens.first;
    for (uint32_t i = t.tokens.first; i < t.tokens.last; ++i) {
      const uint32_t head = s_.tokens[i].head;
      if (head < t.tokens.first || head >= t.tokens.last) top = i;
    }
    for (int step = 0; step < kTollTimeSteps && s_.tokens[top].head != top; ++step) {
      top = s_.tokens[top].head;
      const Dep dep = s_.tokens[top].dep;
      if (dep == Dep::kprep || dep == Dep::kmark || dep == Dep::kagent) return top;
      for (uint32_t c : s_[top].child_indices()) {  // "since the war began in March"
        if (s_.tokens[c].dep == Dep::kmark && s_[c].lower() == "since") return c;
      }
      if (IsVerb(s_, top)) return std::nullopt;
    }
    return std::nullopt;
  }

  // True for a day on which it happened.
  bool ReadTime(const Timex& t) {
    const std::optional<uint32_t> link = LinkOf(t);
    if (t.type == TimexType::kSet) {
      made_.each = made_.each || Belongs(t.tokens.last - 1);
      return false;
    }
    if (t.type == TimexType::kDuration) return false;
    const std::string_view word = link ? s_[*link].lower() : "";
    if (word == "since" && BelongsAcross(*link)) {
      if (made_.since.empty()) Take(t, Iso(t, true), made_.since);
    } else if ((word == "until" || word == "till" || word == "by") && Belongs(*link)) {
      if (made_.until.empty()) Take(t, Iso(t, false), made_.until);
    } else if ((word == "between" || word == "from") && Belongs(*link)) {
      std::string& end = made_.since.empty() ? made_.since : made_.until;
      if (end.empty()) Take(t, Iso(t, &end == &made_.since), end);
    } else if ((word == "to" || word == "and") && !made_.since.empty() && made_.until.empty()) {
      Take(t, Iso(t, false), made_.until);
    } else if (Belongs(t.tokens.last - 1)) {
      return t.value.size() >= 10;
    }
    return false;
  }

  // "since the war BEGAN in March": the way up leads over the verb of the clause.
  bool BelongsAcross(uint32_t since) const {
    if (s_.tokens[since].dep != Dep::kmark) return Belongs(since);
    const uint32_t verb = s_.tokens[since].head;
    const uint32_t above = s_.tokens[verb].head;
    return above != verb && Belongs(above);
  }

  // "since the war began", without a date.
  void ReadBareSince(uint32_t i) {
    if (s_[i].lower() == "since" && BelongsAcross(i)) made_.over_a_while = true;
  }

  void Take(const Timex& t, std::string iso, std::string& end) {
    if (iso.empty()) return;
    end = std::move(iso);
    made_.evidence.push_back(t.span);
  }

  const TopicText& text_;
  const Syntax& s_;
  uint32_t trigger_, count_;
  std::optional<uint32_t> verb_;
  TollTime made_;
};

}  // namespace

TollTime TollTimeOf(const TopicText& text, uint32_t trigger, uint32_t count) {
  return Reader(text, trigger, count).Read();
}

}  // namespace averment::events
