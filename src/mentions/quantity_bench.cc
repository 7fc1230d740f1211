// Microseconds per token of the quantity finder, over the articles of a corpus parsed once.
//
// usage: quantity_bench MODEL CORPUS.jsonl [ARTICLES=300] [ROUNDS=5]

#include <cstdio>

#include "src/mentions/quantity.h"
#include "src/syntax/parser.h"
#include "src/testing/bench.h"
#include "src/testing/corpus.h"

namespace averment {
namespace {

int Run(int argc, char** argv) {
  if (argc <= 2) {
    std::fprintf(stderr, "usage: quantity_bench MODEL CORPUS.jsonl [ARTICLES] [ROUNDS]\n");
    return 2;
  }
  const auto with = testing::BenchArguments::Read(argc, argv, 2);
  const Result<Parser> parser = Parser::Load(argv[1]);
  const Result<QuantityFinder> quantities = QuantityFinder::Load("knowledge/quantity");
  if (!parser.ok()) return testing::CannotLoad(parser.status().message());
  if (!quantities.ok()) return testing::CannotLoad(quantities.status().message());
  const std::vector<Document> docs =
      testing::ReadCorpus(parser.value(), with.corpus, with.articles);
  testing::TimeFinds("quantities", docs, with.rounds, [&](const Document& doc) {
    return quantities.value().Find(doc.syntax, {}).size();
  });
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Run(argc, argv); }
