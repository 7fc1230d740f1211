// Walks the layers in the order in which they are made.  A layer that is not there yet is empty,
// and empty layers are fine, so the same check serves after every stage.

#include <algorithm>

#include "src/record/verify.h"

namespace averment {
namespace {

// Keeps the first complaint.
class DocumentChecker {
 public:
  explicit DocumentChecker(const Document& doc) : doc_(doc), text_(doc.article->text) {}

  std::string Run() {
    if (doc_.published_span) Check(*doc_.published_span, "published", 0);
    CheckText();
    CheckSyntax();
    CheckMentions();
    CheckActors();
    CheckAttributions();
    CheckEvents();
    CheckPlans();
    CheckTolls();
    CheckStances();
    return std::move(complaint_);
  }

 private:
  void Expect(bool holds, std::string_view what, size_t index, std::string_view why) {
    if (holds || !complaint_.empty()) return;
    complaint_ = std::string(what) + " " + std::to_string(index) + ": " + std::string(why);
  }

  // A span of evidence: not empty, inside the article, on borders of characters.
  void Check(const Span& s, std::string_view what, size_t index) {
    Expect(s.base == text_.data(), what, index, "span of another text");
    Expect(s.begin < s.end, what, index, "empty span");
    Expect(s.end <= text_.size(), what, index, "span outside the article");
    Expect(IsBorder(s.begin) && IsBorder(s.end), what, index, "span cuts a character");
  }

  void Check(const std::vector<Span>& spans, std::string_view what, size_t index) {
    for (const Span& s : spans) Check(s, what, index);
  }

  void CheckRule(const RuleId& rule, std::string_view what, size_t index) {
    Expect(!rule.empty(), what, index, "no rule");
  }

  void CheckIndex(const std::optional<uint32_t>& index, size_t size, std::string_view what,
                  size_t item, std::string_view why) {
    Expect(!index || *index < size, what, item, why);
  }

  void CheckTokens(const TokenRange& range, std::string_view what, size_t index) {
    Expect(range.first < range.last && range.last <= doc_.syntax.size(), what, index,
           "tokens outside the syntax");
  }

  bool IsBorder(uint32_t at) const {
    return at >= text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80;
  }

  void CheckText() {
    uint32_t end = 0;
    for (size_t i = 0; i < doc_.text.paragraphs.size(); ++i) {
      const Paragraph& p = doc_.text.paragraphs[i];
      Check(p.span, "paragraph", i);
      Expect(p.begin <= p.end && p.end <= doc_.text.normalized.size(), "paragraph", i,
             "outside the normalised text");
      Expect(end <= p.span.begin, "paragraph", i, "not in text order");
      end = p.span.end;
    }
  }

  void CheckSyntax() {
    const Syntax& s = doc_.syntax;
    uint32_t end = 0;
    for (size_t i = 0; i < s.tokens.size(); ++i) {
      const TokenData& t = s.tokens[i];
      Check(s[i].span(), "token", i);
      Expect(end <= t.begin, "token", i, "not in text order");
      Expect(t.sentence < s.sentences.size(), "token", i, "no sentence");
      Expect(t.head < s.size() && s.tokens[t.head].sentence == t.sentence, "token", i,
             "head outside the sentence");
      end = t.end;
    }
    for (size_t i = 0; i < s.sentences.size(); ++i) {
      CheckTokens(s.sentences[i].tokens, "sentence", i);
      if (!s.sentences[i].span.empty()) Check(s.sentences[i].span, "sentence", i);
    }
  }

  void CheckMentions() {
    for (size_t i = 0; i < doc_.mentions.times.size(); ++i) {
      const Timex& t = doc_.mentions.times[i];
      Check(t.span, "time", i);
      CheckTokens(t.tokens, "time", i);
      CheckRule(t.rule, "time", i);
      Expect(!t.value.empty(), "time", i, "no value");
      Expect(!t.earliest || !t.latest || *t.earliest <= *t.latest, "time", i,
             "ends before it begins");
      Expect(i == 0 || doc_.mentions.times[i - 1].span.end <= t.span.begin, "time", i,
             "not in text order");
    }
    for (size_t i = 0; i < doc_.mentions.places.size(); ++i) CheckPlace(doc_.mentions.places[i], i);
    for (size_t i = 0; i < doc_.mentions.quantities.size(); ++i) {
      const Quantity& q = doc_.mentions.quantities[i];
      Check(q.span, "quantity", i);
      CheckTokens(q.tokens, "quantity", i);
      CheckRule(q.rule, "quantity", i);
      CheckBounds(q.low, q.high, "quantity", i);
      CheckIndex(q.counted, doc_.syntax.size(), "quantity", i, "counts outside the syntax");
    }
    CheckActorMentions(doc_.mentions.actors, "mention");
    CheckActorMentions(doc_.actor_mentions, "actor mention");
  }

  void CheckPlace(const Place& p, size_t i) {
    Expect(!p.name.empty(), "place", i, "no name");
    Expect(!p.mentions.empty(), "place", i, "no mention");
    for (const PlaceMention& m : p.mentions) {
      Check(m.span, "place", i);
      CheckTokens(m.tokens, "place", i);
    }
    Expect(p.lat.has_value() == p.lon.has_value(), "place", i, "half a coordinate");
    Expect(p.lat.has_value() == p.why.empty(), "place", i, "coordinates or a reason, not both");
    CheckRule(p.rule, "place", i);
  }

  void CheckBounds(const std::optional<int64_t>& low, const std::optional<int64_t>& high,
                   std::string_view what, size_t i) {
    Expect(low || high, what, i, "no bound");
    Expect(!low || !high || *low <= *high, what, i, "low above high");
  }

  void CheckActorMentions(const std::vector<ActorMention>& mentions, std::string_view what) {
    for (size_t i = 0; i < mentions.size(); ++i) {
      Check(mentions[i].span, what, i);
      CheckTokens(mentions[i].tokens, what, i);
      Expect(mentions[i].head < doc_.syntax.size(), what, i, "head outside the syntax");
      CheckRule(mentions[i].rule, what, i);
    }
  }

  void CheckActors() {
    for (size_t i = 0; i < doc_.actors.size(); ++i) {
      const Actor& a = doc_.actors[i];
      Expect(!a.name.empty(), "actor", i, "no name");
      Expect(!a.mentions.empty(), "actor", i, "no mention");
      Expect(std::ranges::is_sorted(a.mentions), "actor", i, "mentions not in order");
      for (uint32_t m : a.mentions) {
        Expect(m < doc_.actor_mentions.size(), "actor", i, "no such mention");
      }
      for (uint32_t member : a.members) {
        Expect(member < doc_.actors.size() && member != i, "actor", i, "no such member");
      }
      CheckRule(a.rule, "actor", i);
    }
  }

  void CheckAttributions() {
    for (size_t i = 0; i < doc_.attributions.size(); ++i) {
      const Attribution& q = doc_.attributions[i];
      CheckIndex(q.source, doc_.actors.size(), "attribution", i, "no such source");
      CheckIndex(q.within, doc_.attributions.size(), "attribution", i, "within no attribution");
      Expect(q.within != i, "attribution", i, "within itself");
      Expect(!q.content.empty(), "attribution", i, "no content");
      Check(q.source_spans, "attribution source", i);
      Check(q.cue, "attribution cue", i);
      Check(q.content, "attribution content", i);
      CheckRule(q.rule, "attribution", i);
    }
  }

  void CheckEvents() {
    for (size_t i = 0; i < doc_.events.size(); ++i) {
      const Event& e = doc_.events[i];
      for (const auto* participants : {&e.sources, &e.targets}) {
        for (const Participant& p : *participants) {
          CheckParticipant(p, "event participant", i);
        }
      }
      CheckIndex(e.time, doc_.mentions.times.size(), "event", i, "no such time");
      CheckIndex(e.attribution, doc_.attributions.size(), "event", i, "no such attribution");
      if (e.of) CheckRef(*e.of, "event", i);
      Expect(e.of != FindingRef{FindingRef::Kind::kEvent, uint32_t(i)}, "event", i, "of itself");
      for (const FindingRef& by : e.disputed_by) CheckRef(by, "event", i);
      CheckIndex(e.same_as, i, "event", i, "same as none before it");
      CheckPlaceOf(e.place, "event", i);
      if (e.date.from) Check(*e.date.from, "event date", i);
      Expect(e.trigger < doc_.syntax.size(), "event", i, "trigger outside the syntax");
      Expect(!e.evidence.empty(), "event", i, "no evidence");
      Check(e.evidence, "event evidence", i);
      Expect(e.confidence >= 0 && e.confidence <= 1, "event", i, "confidence outside 0..1");
      CheckRule(e.rule, "event", i);
    }
  }

  void CheckParticipant(const Participant& p, std::string_view what, size_t i) {
    Check(p.span, what, i);
    Expect(p.actor < doc_.actors.size(), what, i, "no such actor");
  }

  void CheckRef(const FindingRef& ref, std::string_view what, size_t i) {
    const size_t size =
        ref.kind == FindingRef::Kind::kEvent ? doc_.events.size() : doc_.attributions.size();
    Expect(ref.index < size, what, i, "names no finding");
  }

  // Where something is: a place of the document, and none that stands for those who act there.
  void CheckPlaceOf(const std::optional<uint32_t>& place, std::string_view what, size_t i) {
    const std::vector<Place>& places = doc_.mentions.places;
    CheckIndex(place, places.size(), what, i, "no such place");
    Expect(!place || *place >= places.size() || places[*place].use != PlaceUse::kMetonym, what, i,
           "lies in a metonym");
  }

  // What plans, tolls and stances share.
  template <typename Finding>
  void CheckFinding(const Finding& f, std::string_view what, size_t i) {
    CheckIndex(f.attribution, doc_.attributions.size(), what, i, "no such attribution");
    Expect(!f.evidence.empty(), what, i, "no evidence");
    Check(f.evidence, what, i);
    CheckRule(f.rule, what, i);
  }

  void CheckPlans() {
    for (size_t i = 0; i < doc_.plans.size(); ++i) {
      const Plan& p = doc_.plans[i];
      CheckFinding(p, "plan", i);
      CheckPlaceOf(p.place, "plan", i);
      Expect(!p.what.empty(), "plan", i, "of nothing");
      for (const Participant& party : p.parties) CheckParticipant(party, "plan", i);
      for (const ScheduleItem& s : p.schedule) {
        Expect(!s.value.empty(), "plan", i, "a date without a value");
        Check(s.evidence, "plan", i);
      }
    }
  }

  void CheckTolls() {
    for (size_t i = 0; i < doc_.tolls.size(); ++i) {
      const Toll& t = doc_.tolls[i];
      CheckFinding(t, "toll", i);
      CheckPlaceOf(t.place, "toll", i);
      CheckBounds(t.low, t.high, "toll", i);
      for (const FindingRef& by : t.disputed_by) CheckRef(by, "toll", i);
    }
  }

  void CheckStances() {
    for (size_t i = 0; i < doc_.stances.size(); ++i) {
      const Stance& s = doc_.stances[i];
      CheckFinding(s, "stance", i);
      CheckParticipant(s.holder, "stance", i);
      CheckParticipant(s.toward, "stance", i);
    }
  }

  const Document& doc_;
  std::string_view text_;
  std::string complaint_;
};

}  // namespace

std::string Verify(const Document& doc) { return DocumentChecker(doc).Run(); }

}  // namespace averment
