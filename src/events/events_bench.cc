// Microseconds per token of the event finder, over the articles of a corpus read once.
//
// usage: events_bench MODELS CORPUS.jsonl [ARTICLES=300] [ROUNDS=5]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "averment/engine.h"
#include "src/events/events.h"

namespace averment {
namespace {

std::vector<Document> ReadCorpus(const Engine& engine, const char* path, size_t articles) {
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
  if (!engine.ok() || !finder.ok()) {
    std::fprintf(stderr, "%s%s\n", engine.status().message().c_str(),
                 finder.status().message().c_str());
    return 1;
  }
  const std::vector<Document> docs =
      ReadCorpus(engine.value(), argv[2], argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 300);
  const int rounds = argc > 4 ? std::atoi(argv[4]) : 5;
  std::vector<double> micros;
  size_t tokens = 0, found = 0;
  for (const Document& doc : docs) tokens += doc.syntax.size();
  for (int round = 0; round < rounds; ++round) {
    found = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const Document& doc : docs) {
      found += finder.value()
                   .Find(doc.syntax, doc.mentions, doc.actor_mentions, doc.actors, doc.attributions,
                         doc.published)
                   .size();
    }
    const std::chrono::duration<double, std::micro> spent =
        std::chrono::steady_clock::now() - start;
    micros.push_back(spent.count() / double(std::max<size_t>(tokens, 1)));
  }
  std::sort(micros.begin(), micros.end());
  std::printf("events: %zu articles, %zu tokens, %zu found, %.3f us/token (median of %d)\n",
              docs.size(), tokens, found, micros.empty() ? 0.0 : micros[micros.size() / 2], rounds);
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Run(argc, argv); }
