// Microseconds per token of the place finder, over the articles of a corpus parsed once.
//
// usage: place_bench MODEL GAZETTEER CORPUS.jsonl [ARTICLES=300] [ROUNDS=5]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "src/mentions/place.h"
#include "src/syntax/parser.h"
#include "src/testing/corpus.h"

namespace averment {
namespace {

int Run(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: place_bench MODEL GAZETTEER CORPUS.jsonl [ARTICLES] [ROUNDS]\n");
    return 2;
  }
  const Result<Parser> parser = Parser::Load(argv[1]);
  const Result<PlaceFinder> places = PlaceFinder::Load("knowledge", argv[2]);
  if (!parser.ok() || !places.ok()) {
    std::fprintf(stderr, "%s%s\n", parser.status().message().c_str(),
                 places.status().message().c_str());
    return 1;
  }
  const std::vector<Document> docs = testing::ReadCorpus(
      parser.value(), argv[3], argc > 4 ? std::strtoul(argv[4], nullptr, 10) : 300);
  const int rounds = argc > 5 ? std::atoi(argv[5]) : 5;
  std::vector<double> micros;
  size_t tokens = 0, found = 0;
  for (const Document& doc : docs) tokens += doc.syntax.size();
  for (int round = 0; round < rounds; ++round) {
    found = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const Document& doc : docs)
      found += places.value().Find(doc.syntax, doc.filed_from).size();
    const std::chrono::duration<double, std::micro> spent =
        std::chrono::steady_clock::now() - start;
    micros.push_back(spent.count() / double(std::max<size_t>(tokens, 1)));
  }
  std::sort(micros.begin(), micros.end());
  std::printf("places: %zu articles, %zu tokens, %zu found, %.3f us/token (median of %d)\n",
              docs.size(), tokens, found, micros[micros.size() / 2], rounds);
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Run(argc, argv); }
