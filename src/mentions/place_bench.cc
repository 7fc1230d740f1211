// Microseconds per token of the place finder, over the articles of a corpus parsed once.
//
// usage: place_bench MODEL GAZETTEER CORPUS.jsonl [ARTICLES=300] [ROUNDS=5]

#include <cstdio>

#include "src/mentions/place.h"
#include "src/syntax/parser.h"
#include "src/testing/bench.h"
#include "src/testing/corpus.h"

namespace averment {
namespace {

int Run(int argc, char** argv) {
  if (argc <= 3) {
    std::fprintf(stderr, "usage: place_bench MODEL GAZETTEER CORPUS.jsonl [ARTICLES] [ROUNDS]\n");
    return 2;
  }
  const auto with = testing::BenchArguments::Read(argc, argv, 3);
  const Result<Parser> parser = Parser::Load(argv[1]);
  const Result<PlaceFinder> places = PlaceFinder::Load("knowledge", argv[2]);
  if (!parser.ok()) return testing::CannotLoad(parser.status().message());
  if (!places.ok()) return testing::CannotLoad(places.status().message());
  const std::vector<Document> docs =
      testing::ReadCorpus(parser.value(), with.corpus, with.articles);
  testing::TimeFinds("places", docs, with.rounds, [&](const Document& doc) {
    return places.value().Find(doc.syntax, doc.filed_from).size();
  });
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Run(argc, argv); }
