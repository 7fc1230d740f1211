// Microseconds per token of the time finder, over the articles of a corpus parsed once.
//
// usage: time_bench MODEL CORPUS.jsonl [ARTICLES=300] [ROUNDS=5]

#include <cstdio>

#include "src/mentions/time.h"
#include "src/syntax/parser.h"
#include "src/testing/bench.h"
#include "src/testing/corpus.h"

namespace averment {
namespace {

int Run(int argc, char** argv) {
  if (argc <= 2) {
    std::fprintf(stderr, "usage: time_bench MODEL CORPUS.jsonl [ARTICLES] [ROUNDS]\n");
    return 2;
  }
  const auto with = testing::BenchArguments::Read(argc, argv, 2);
  const Result<Parser> parser = Parser::Load(argv[1]);
  const Result<TimeFinder> times = TimeFinder::Load("knowledge/time");
  if (!parser.ok()) return testing::CannotLoad(parser.status().message());
  if (!times.ok()) return testing::CannotLoad(times.status().message());
  const std::optional<Date> published = MakeDate(2013, 7, 2);
  const std::vector<Document> docs =
      testing::ReadCorpus(parser.value(), with.corpus, with.articles);
  testing::TimeFinds("times", docs, with.rounds, [&](const Document& doc) {
    return times.value().Find(doc.syntax, published).size();
  });
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Run(argc, argv); }
