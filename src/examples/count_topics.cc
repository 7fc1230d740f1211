// Rows of counts need the times and quantities of their texts, which the finders that users run
// make.

#include "src/examples/count_topics.h"

#include <memory>
#include <string>

#include "src/discourse/quotes.h"
#include "src/events/plans.h"
#include "src/events/tolls.h"
#include "src/examples/cast.h"
#include "src/mentions/quantity.h"
#include "src/mentions/time.h"
#include "src/record/words.h"

namespace averment::examples {
namespace {

using Rows = Result<std::vector<TopicRows>>;

// "30", "30..", "..30", "20..30", "~30".
template <typename Counted>
std::string Bounds(const Counted& c) {
  std::string shown = c.approximate ? "~" : "";
  if (c.low) shown += std::to_string(*c.low);
  if (c.low != c.high) shown += ".." + (c.high ? std::to_string(*c.high) : "");
  return shown;
}

// The finders that make the mentions of an example.
struct Mentioned {
  TimeFinder times;
  QuantityFinder quantities;

  static Result<std::shared_ptr<const Mentioned>> Load(const KnowledgePath& knowledge) {
    Result<TimeFinder> times = TimeFinder::Load(knowledge / "time");
    if (!times.ok()) return times.status();
    Result<QuantityFinder> quantities = QuantityFinder::Load(knowledge / "quantity");
    if (!quantities.ok()) return quantities.status();
    return std::make_shared<const Mentioned>(
        Mentioned{std::move(times).value(), std::move(quantities).value()});
  }

  Mentions Of(const Document& doc) const {
    Mentions found;
    found.times = times.Find(doc.syntax, doc.published);
    found.quantities = quantities.Find(doc.syntax, found.times);
    return found;
  }
};

// "killed 12.. people, cumulative, since 2012-03, until 2013".
std::string Value(const Toll& t) {
  std::string shown = std::string(Word(t.measure)) + " " + Bounds(t);
  if (!t.who.empty()) shown += " " + t.who;
  shown += ", " + std::string(Word(t.scope));
  if (!t.since.empty()) shown += ", since " + t.since;
  if (!t.until.empty()) shown += ", until " + t.until;
  return shown;
}

// "summit, planned: 2013-08 AFTER current, with Norway + Chile".
std::string Value(const Plan& p) {
  std::string shown = p.what + ", " + std::string(Word(p.status));
  const char* separator = ": ";
  for (const ScheduleItem& s : p.schedule) {
    shown += separator + s.value + " ";
    if (s.mod != TimexMod::kNone) shown += std::string(Word(s.mod)) + " ";
    shown += Word(s.standing);
    separator = ", ";
  }
  separator = ", with ";
  for (const Participant& p : p.parties) {
    shown += separator + std::string(p.span.text());
    separator = " + ";
  }
  return shown;
}

}  // namespace

Rows QuantityRows(const KnowledgePath& knowledge) {
  auto mentioned = Mentioned::Load(knowledge);
  if (!mentioned.ok()) return mentioned.status();
  const auto find = [mentioned = mentioned.value()](const Document& doc) {
    std::vector<Finding> found;
    for (const Quantity& q : mentioned->Of(doc).quantities) {
      std::string value = Bounds(q);
      if (q.counted) value += " " + std::string(doc.syntax[*q.counted].text());
      found.push_back({q.span, value, q.rule});
    }
    return found;
  };
  return std::vector{TopicRows{{.dir = knowledge / "quantity", .kind = "quantity"}, find}};
}

Rows TollRows(const KnowledgePath& knowledge) {
  auto mentioned = Mentioned::Load(knowledge);
  if (!mentioned.ok()) return mentioned.status();
  Result<TollFinder> tolls = TollFinder::Load(knowledge);
  if (!tolls.ok()) return tolls.status();
  Result<QuoteFinder> quotes = QuoteFinder::Load(knowledge / "quote");
  if (!quotes.ok()) return quotes.status();
  const auto find = [mentioned = mentioned.value(),
                     tolls = std::make_shared<const TollFinder>(std::move(tolls).value()),
                     quotes = std::make_shared<const QuoteFinder>(std::move(quotes).value())](
                        const Document& doc) {
    const Mentions mentions = mentioned->Of(doc);
    const Cast cast = CastOf(doc.syntax);
    const std::vector<Attribution> said =
        quotes->Find(doc.text, doc.syntax, cast.mentions, cast.actors);
    std::vector<Finding> found;
    for (const Toll& t :
         tolls->Find({doc.syntax, mentions, cast.mentions, cast.actors, said, {}})) {
      found.push_back({t.evidence[0], Value(t), t.rule});
      for (const Span& s : t.evidence) {
        const bool basis = !t.basis.empty() && s.text() == t.basis;
        if (basis) found.push_back({s, "", t.basis_rule, "basis"});
      }
    }
    return found;
  };
  return std::vector{TopicRows{
      {.dir = knowledge / "toll", .kind = "toll", .rule_files = events::TollDialect().files},
      find}};
}

Rows PlanRows(const KnowledgePath& knowledge) {
  auto mentioned = Mentioned::Load(knowledge);
  if (!mentioned.ok()) return mentioned.status();
  Result<PlanFinder> plans = PlanFinder::Load(knowledge);
  if (!plans.ok()) return plans.status();
  const auto find = [mentioned = mentioned.value(),
                     plans = std::make_shared<const PlanFinder>(std::move(plans).value())](
                        const Document& doc) {
    const Mentions mentions = mentioned->Of(doc);
    const Cast cast = CastOf(doc.syntax);
    std::vector<Finding> found;
    for (const Plan& p : plans->Find({doc.syntax, mentions, cast.mentions, cast.actors, {}, {}})) {
      found.push_back({p.evidence[0], Value(p), p.rule});
    }
    return found;
  };
  return std::vector{TopicRows{
      {.dir = knowledge / "plan", .kind = "plan", .rule_files = events::PlanDialect().files},
      find}};
}

}  // namespace averment::examples
