// The whole journey on one screen: `Pipeline::Read`, at the end of this file.
//
// Every stage reads the layers before it and makes one new layer of each document; nothing is
// edited later.  `Stage` runs a step over the documents, times it, and in checked builds verifies
// what it made: every span inside its article, every finding with its rule, every reference to
// something.

#include "src/pipeline.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "averment/engine.h"
#include "src/base/model_file.h"
#include "src/discourse/coreference.h"
#include "src/discourse/quotes.h"
#include "src/discourse/scenes.h"
#include "src/events/events.h"
#include "src/events/plans.h"
#include "src/events/relate.h"
#include "src/events/relation_model.h"
#include "src/events/stances.h"
#include "src/events/tolls.h"
#include "src/knowledge/content_hash.h"
#include "src/mentions/actor.h"
#include "src/mentions/place.h"
#include "src/mentions/quantity.h"
#include "src/mentions/time.h"
#include "src/record/assemble.h"
#include "src/record/verify.h"
#include "src/text/text.h"
#include "src/text/text_date.h"

namespace averment {

void StageTimes::Add(std::string_view stage, double more) {
  for (auto& [name, seconds] : seconds) {
    if (name == stage) {
      seconds += more;
      return;
    }
  }
  seconds.emplace_back(stage, more);
}

struct Pipeline::Finders {
  TimeFinder times;
  QuantityFinder quantities;
  PlaceFinder places;
  ActorFinder actors;
  Coreference coreference;
  QuoteFinder quotes;
  EventFinder events;
  TollFinder tolls;
  StanceFinder stances;
  PlanFinder plans;

  // `knowledge` is the folder of all topics.
  static Result<Finders> Load(const KnowledgePath& knowledge, const std::string& gazetteer,
                              const Learned& learned, const WordVectors& vectors);
};

namespace {

// Runs the stages over some documents.
class Journey {
 public:
  Journey(std::span<Document> docs, StageTimes& times) : docs_(docs), times_(times) {}

  // A step for each document.
  template <typename Step>
  void Stage(std::string_view name, Step&& step) {
    StageOfAll(name, [&] {
      for (Document& doc : docs_) step(doc);
    });
  }

  // A step that takes all documents at once.
  template <typename Step>
  void StageOfAll(std::string_view name, Step&& step) {
    const auto start = std::chrono::steady_clock::now();
    step();
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    times_.Add(name, spent.count());
#ifdef AVERMENT_CHECKED
    for (const Document& doc : docs_) Check(name, Verify(doc), doc);
#endif
  }

 private:
#ifdef AVERMENT_CHECKED
  static void Check(std::string_view stage, const std::string& complaint, const Document& doc) {
    if (complaint.empty()) return;
    std::fprintf(stderr, "stage %.*s of %s: %s\n", int(stage.size()), stage.data(),
                 doc.article->id.c_str(), complaint.c_str());
    std::abort();
  }
#endif

  std::span<Document> docs_;
  StageTimes& times_;
};

// The date that "today" counts from: given, else the row's field, else what the text shows.  What
// the next of them says is kept where it is more than two days off.
void SettleDate(Document& doc) {
  struct Candidate {
    Date date;
    DateBasis basis;
    std::optional<Span> span;
  };
  std::vector<Candidate> candidates;
  const Article& a = *doc.article;
  if (a.published) candidates.push_back({*a.published, a.published_basis, {}});
  if (a.published_metadata) {
    candidates.push_back({*a.published_metadata, DateBasis::kMetadata, {}});
  }
  if (const auto shown = FindTextDate(a, doc.text)) {
    candidates.push_back({shown->date, DateBasis::kText, shown->span});
  }
  if (candidates.empty()) return;
  const Candidate& best = candidates.front();
  doc.published = best.date;
  doc.published_basis = best.basis;
  doc.published_span = best.span;
  for (const Candidate& c : candidates) {
    if (std::chrono::abs(c.date - best.date) > std::chrono::days(2)) {
      doc.published_other = c.date;
      return;
    }
  }
}

std::vector<Document> Begin(std::vector<Article> articles) {
  std::vector<Document> docs(articles.size());
  for (size_t i = 0; i < docs.size(); ++i) {
    docs[i].article = std::make_unique<const Article>(std::move(articles[i]));
  }
  return docs;
}

std::vector<Parser::Job> JobsOf(std::span<Document> docs) {
  std::vector<Parser::Job> jobs;
  for (Document& doc : docs) jobs.push_back({&doc.text, doc.article->text.data(), &doc.syntax});
  return jobs;
}

}  // namespace

// ---------------------------------------------------------------------------------------- loading

Pipeline::Pipeline(Parser parser, std::unique_ptr<const Finders> finders, Record::Coder coder)
    : parser_(std::move(parser)), finders_(std::move(finders)), coder_(std::move(coder)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Result<Pipeline::Finders> Pipeline::Finders::Load(const KnowledgePath& knowledge,
                                                  const std::string& gazetteer,
                                                  const Learned& learned,
                                                  const WordVectors& vectors) {
  Result<TimeFinder> times = TimeFinder::Load(knowledge / "time");
  if (!times.ok()) return times.status();
  Result<QuantityFinder> quantities = QuantityFinder::Load(knowledge / "quantity");
  if (!quantities.ok()) return quantities.status();
  Result<PlaceFinder> places = PlaceFinder::Load(knowledge, gazetteer);
  if (!places.ok()) return places.status();
  Result<ActorFinder> actors = ActorFinder::Load(knowledge);
  if (!actors.ok()) return actors.status();
  Result<QuoteFinder> quotes = QuoteFinder::Load(knowledge / "quote", learned.use);
  if (!quotes.ok()) return quotes.status();
  Result<EventFinder> events = EventFinder::Load(knowledge / "event");
  if (!events.ok()) return events.status();
  Result<TollFinder> tolls = TollFinder::Load(knowledge);
  if (!tolls.ok()) return tolls.status();
  Result<StanceFinder> stances = StanceFinder::Load(knowledge);
  if (!stances.ok()) return stances.status();
  Result<PlanFinder> plans = PlanFinder::Load(knowledge);
  if (!plans.ok()) return plans.status();
  if (learned.use) {
    const Status learns = events.value().Learn(knowledge / "event", learned.event_weights, vectors);
    if (!learns.ok()) return learns;
  }
  return Finders{std::move(times).value(),
                 std::move(quantities).value(),
                 std::move(places).value(),
                 std::move(actors).value(),
                 Coreference(),
                 std::move(quotes).value(),
                 std::move(events).value(),
                 std::move(tolls).value(),
                 std::move(stances).value(),
                 std::move(plans).value()};
}

Result<Pipeline> Pipeline::Load(const std::string& model_path,
                                const std::optional<KnowledgePath>& knowledge,
                                const Learned& learned) {
  Result<Parser> parser = Parser::Load(model_path);
  if (!parser.ok()) return parser.status();
  Record::Coder coder;
  coder.version = Version();
  coder.model = parser.value().model_name() + " " + parser.value().model_hash();
  if (!knowledge) return Pipeline(std::move(parser).value(), nullptr, std::move(coder));

  Result<std::string> hash = ContentHash(*knowledge);
  if (!hash.ok()) return hash.status();
  Result<Finders> finders =
      Finders::Load(*knowledge, Gazetteer::Beside(model_path), learned, parser.value().vectors());
  if (!finders.ok()) return finders.status();
  coder.knowledge = hash.value() + "+" + finders.value().places.GazetteerHash();
  if (!learned.use) coder.knowledge += "+no-model";
  if (learned.use && !learned.event_weights.empty()) {
    const Result<ModelFile> weights = ModelFile::Open(learned.event_weights);
    if (!weights.ok()) return weights.status();
    coder.knowledge += "+" + weights.value().Hash();
  }
  return Pipeline(std::move(parser).value(),
                  std::make_unique<const Finders>(std::move(finders).value()), std::move(coder));
}

// ------------------------------------------------------------------------------------ the journey

// From articles to their records, top to bottom.  Reading never fails.
std::vector<Document> Pipeline::Read(std::vector<Article> articles, Worker& worker) const {
  std::vector<Document> docs = Begin(std::move(articles));
  Journey journey(docs, worker.times);
  using D = Document;

  // clang-format off: a table reads better aligned.
  journey.Stage("text", [&](D& doc) { doc.text = ReadText(*doc.article); });
  journey.Stage("date", [&](D& doc) { SettleDate(doc); doc.filed_from = FindDateline(*doc.article, doc.text); });
  journey.StageOfAll("syntax", [&] { parser_.Parse(JobsOf(docs), *worker.parser); });
  if (!finders_) return docs;
  const Finders& find = *finders_;

  journey.Stage("times", [&](D& doc) { doc.mentions.times = find.times.Find(doc.syntax, doc.published); });
  journey.Stage("quantities", [&](D& doc) { doc.mentions.quantities = find.quantities.Find(doc.syntax, doc.mentions.times); });
  journey.Stage("places", [&](D& doc) { doc.mentions.places = find.places.Find(doc.syntax, doc.filed_from); });
  journey.Stage("actors", [&](D& doc) { doc.mentions.actors = find.actors.Find(doc.syntax, doc.published); });
  journey.Stage("coreference", [&](D& doc) {
    Linked linked = WithScenes(doc.syntax, doc.mentions.places, find.coreference.Link(doc.syntax, doc.mentions.actors));
    doc.actor_mentions = std::move(linked.mentions);
    doc.actors = std::move(linked.actors);
  });
  journey.Stage("quotes", [&](D& doc) { doc.attributions = find.quotes.Find(doc.text, doc.syntax, doc.actor_mentions, doc.actors); });
  journey.Stage("events", [&](D& doc) { doc.events = find.events.Find(doc.syntax, doc.mentions, doc.actor_mentions, doc.actors, doc.attributions, doc.published); });
  journey.Stage("tolls", [&](D& doc) { doc.tolls = find.tolls.Find(events::LayersOf(doc)); });
  journey.Stage("stances", [&](D& doc) { doc.stances = find.stances.Find(events::LayersOf(doc)); });
  journey.Stage("plans", [&](D& doc) { doc.plans = find.plans.Find(events::LayersOf(doc)); });
  journey.Stage("record", [&](D& doc) { doc.record = Assemble(doc, coder_); });
  // clang-format on
  return docs;
}

// The short way, to what is asked: how the two of Article::asked stand to each other.
std::vector<Document> Pipeline::Relate(std::vector<Article> articles, Worker& worker) const {
  std::vector<Document> docs = Begin(std::move(articles));
  Journey journey(docs, worker.times);
  using D = Document;

  journey.Stage("text", [&](D& doc) { doc.text = ReadText(*doc.article); });
  journey.StageOfAll("syntax", [&] { parser_.Parse(JobsOf(docs), *worker.parser); });
  if (!finders_) return docs;
  const Finders& find = *finders_;
  const RelationFinder relations(find.events, parser_.vectors(), find.events.model());

  journey.Stage("actors", [&](D& doc) {
    doc.mentions.actors = find.actors.Find(doc.syntax, doc.article->published);
  });
  journey.Stage("relation", [&](D& doc) {
    doc.relation = relations.Find(doc.syntax, doc.mentions.actors, doc.article->asked);
  });
  return docs;
}

}  // namespace averment
