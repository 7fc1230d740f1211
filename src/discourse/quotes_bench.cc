// Microseconds per token of the quote finder (without actors), by rules alone and with the model,
// over the articles of a corpus parsed once.
//
// usage: quotes_bench MODEL CORPUS.jsonl [ARTICLES=300] [ROUNDS=5]

#include <cstdio>

#include "src/discourse/quotes.h"
#include "src/syntax/parser.h"
#include "src/testing/bench.h"
#include "src/testing/corpus.h"

namespace averment {
namespace {

int Run(int argc, char** argv) {
  if (argc <= 2) {
    std::fprintf(stderr, "usage: quotes_bench MODEL CORPUS.jsonl [ARTICLES] [ROUNDS]\n");
    return 2;
  }
  const auto with = testing::BenchArguments::Read(argc, argv, 2);
  const Result<Parser> parser = Parser::Load(argv[1]);
  if (!parser.ok()) return testing::CannotLoad(parser.status().message());
  const std::vector<Document> docs =
      testing::ReadCorpus(parser.value(), with.corpus, with.articles);
  for (const bool learned : {false, true}) {
    const Result<QuoteFinder> quotes = QuoteFinder::Load("knowledge/quote", learned);
    if (!quotes.ok()) return testing::CannotLoad(quotes.status().message());
    testing::TimeFinds(learned ? "quotes with the model" : "quotes by rules", docs, with.rounds,
                       [&](const Document& doc) {
                         return quotes.value().Find(doc.text, doc.syntax, {}, {}).size();
                       });
  }
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Run(argc, argv); }
