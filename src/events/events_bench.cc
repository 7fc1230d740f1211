// Microseconds per token of the event finder, over the articles of a corpus read once.
//
// usage: events_bench MODELS CORPUS.jsonl [ARTICLES=300] [ROUNDS=5]

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "averment/engine.h"
#include "src/events/events.h"
#include "src/testing/bench.h"

namespace averment {
namespace {

std::vector<Document> ReadCorpus(const Engine& engine, const std::string& path, size_t articles) {
  std::vector<Document> docs;
  std::ifstream in(path);
  std::string line;
  while (docs.size() < articles && std::getline(in, line)) {
    Article article;
    article.text = nlohmann::json::parse(line)["text"].get<std::string>();
    docs.push_back(engine.Read(std::move(article)));
  }
  return docs;
}

int Run(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: events_bench MODELS CORPUS.jsonl [ARTICLES] [ROUNDS]\n");
    return 2;
  }
  const Result<Engine> engine = Engine::Load({.models = argv[1], .knowledge = "knowledge"});
  const Result<EventFinder> finder = EventFinder::Load("knowledge/event");
  if (!engine.ok()) return testing::CannotLoad(engine.status().message());
  if (!finder.ok()) return testing::CannotLoad(finder.status().message());
  const auto with = testing::BenchArguments::Read(argc, argv, 2);
  const std::vector<Document> docs = ReadCorpus(engine.value(), with.corpus, with.articles);
  testing::TimeFinds("events", docs, with.rounds, [&](const Document& doc) {
    return finder.value()
        .Find(doc.syntax, doc.mentions, doc.actor_mentions, doc.actors, doc.attributions,
              doc.published)
        .size();
  });
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Run(argc, argv); }
