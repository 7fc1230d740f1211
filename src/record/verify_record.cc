// Checks a record as a stranger would: with the text and the record alone.

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "src/record/verify.h"

namespace averment {
namespace {

class RecordChecker {
 public:
  RecordChecker(const Record& record, std::string_view text) : record_(record), text_(text) {
    for (size_t i = 0; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts_.push_back(i);
    }
    starts_.push_back(text.size());
  }

  std::string Run() {
    if (record_.document.published_span) Check(*record_.document.published_span, "document");
    for (const auto& s : record_.sentences) CheckBounds(s.start, s.end, "sentence");
    CollectIds();
    CheckActors();
    CheckTimesAndPlaces();
    CheckAttributions();
    CheckEvents();
    CheckPlans();
    CheckTolls();
    CheckStances();
    return std::move(complaint_);
  }

 private:
  void Expect(bool holds, const std::string& item, std::string_view why) {
    if (!holds && complaint_.empty()) complaint_ = item + ": " + std::string(why);
  }

  void CheckBounds(uint32_t start, uint32_t end, const std::string& item) {
    Expect(start < end && end < starts_.size(), item, "span empty or outside the article");
  }

  void Check(const Record::Span& s, const std::string& item) {
    CheckBounds(s.start, s.end, item);
    if (!complaint_.empty()) return;
    const size_t begin = starts_[s.start];
    Expect(text_.substr(begin, starts_[s.end] - begin) == s.text, item,
           "a span's text is not the article's");
  }

  void Check(const std::vector<Record::Span>& spans, const std::string& item) {
    for (const Record::Span& s : spans) Check(s, item);
  }

  void Check(const Record::Participant& p, const std::string& item) {
    Check(p.span, item);
    Refer('a', p.actor, item);
    Expect(!p.actor.empty(), item, "a participant without an actor");
  }

  void Check(const std::vector<Record::Participant>& participants, const std::string& item) {
    for (const Record::Participant& p : participants) Check(p, item);
  }

  // An id that is given must exist, and be of the kind that its letter says.
  void Refer(char letter, const std::string& id, const std::string& item) {
    Expect(id.empty() || (id[0] == letter && ids_.contains(id)), item, "refers to no item");
  }

  void Dispute(const std::vector<std::string>& ids, const std::string& item) {
    for (const std::string& id : ids) Expect(ids_.contains(id), item, "disputed by no item");
  }

  // What every finding with a list of evidence must have.
  template <typename Item>
  void CheckFinding(const Item& item) {
    Expect(!item.evidence.empty(), item.id, "no evidence");
    Check(item.evidence, item.id);
    Refer('q', item.attribution, item.id);
    Expect(!item.rule.empty(), item.id, "no rule");
  }

  template <typename Items>
  void CollectIds(const Items& items, char letter) {
    for (const auto& item : items) {
      Expect(item.id.size() > 1 && item.id[0] == letter, item.id, "not an id of its list");
      Expect(ids_.insert(item.id).second, item.id, "used twice");
    }
  }

  void CollectIds() {
    CollectIds(record_.actors, 'a');
    CollectIds(record_.times, 't');
    CollectIds(record_.places, 'p');
    CollectIds(record_.attributions, 'q');
    CollectIds(record_.events, 'e');
    CollectIds(record_.plans, 'n');
    CollectIds(record_.tolls, 'l');
    CollectIds(record_.stances, 's');
  }

  void CheckActors() {
    for (const auto& a : record_.actors) {
      Expect(!a.mentions.empty(), a.id, "no mention");
      for (const auto& m : a.mentions) Check(m.span, a.id);
      Expect(!a.rule.empty(), a.id, "no rule");
    }
  }

  void CheckTimesAndPlaces() {
    for (const auto& t : record_.times) {
      Check(t.span, t.id);
      Expect(!t.rule.empty(), t.id, "no rule");
    }
    for (const auto& p : record_.places) {
      Expect(!p.mentions.empty(), p.id, "no mention");
      Check(p.mentions, p.id);
      Expect(!p.rule.empty(), p.id, "no rule");
    }
  }

  void CheckAttributions() {
    for (const auto& q : record_.attributions) {
      Refer('a', q.source, q.id);
      Refer('q', q.within, q.id);
      Expect(!q.content.empty(), q.id, "no content");
      Check(q.source_spans, q.id);
      Check(q.cue, q.id);
      Check(q.content, q.id);
      Expect(!q.rule.empty(), q.id, "no rule");
    }
  }

  void CheckEvents() {
    for (const auto& e : record_.events) {
      CheckFinding(e);
      Check(e.sources, e.id);
      Check(e.targets, e.id);
      Refer('t', e.time, e.id);
      Refer('p', e.place, e.id);
      Refer('e', e.same_as, e.id);
      Expect(e.of.empty() || ids_.contains(e.of), e.id, "of no item");
      Dispute(e.disputed_by, e.id);
      if (e.date.from) Check(*e.date.from, e.id);
    }
  }

  void CheckPlans() {
    for (const auto& p : record_.plans) {
      CheckFinding(p);
      Check(p.parties, p.id);
      Refer('p', p.place, p.id);
      for (const auto& s : p.schedule) Check(s.evidence, p.id);
    }
  }

  void CheckTolls() {
    for (const auto& t : record_.tolls) {
      CheckFinding(t);
      Refer('p', t.place, t.id);
      Dispute(t.disputed_by, t.id);
      Expect(!t.low || !t.high || *t.low <= *t.high, t.id, "low above high");
    }
  }

  void CheckStances() {
    for (const auto& s : record_.stances) {
      CheckFinding(s);
      Check(s.holder, s.id);
      Check(s.toward, s.id);
    }
  }

  const Record& record_;
  std::string_view text_;
  std::vector<size_t> starts_;  // The byte at which each code point begins, and the text's end.
  std::unordered_set<std::string> ids_;
  std::string complaint_;
};

}  // namespace

std::string Verify(const Record& record, std::string_view text) {
  return RecordChecker(record, text).Run();
}

}  // namespace averment
