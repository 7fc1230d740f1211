// What each stage of the journey costs.
//
//   build/release/pipeline_bench CORPUS.jsonl [ARTICLES] [md|sm]
//
// Reads up to ARTICLES articles (2,000) into memory, then takes them through the pipeline on one
// thread, twice: the first round warms caches and is not counted.  Prints microseconds per token
// for each stage, and words a second from text to record.  Pin it to a core: taskset -c 0.

#include <cstdio>
#include <cstdlib>

#include "src/cli/inputs.h"
#include "src/pipeline.h"

namespace averment {
namespace {

constexpr size_t kBatchBytes = 32 << 10;  // As the engine does.

std::string FromEnvironment(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : value;
}

std::vector<Article> ReadCorpus(const char* path, size_t most) {
  cli::Options options;
  options.files = {path};
  cli::Inputs inputs(options);
  std::vector<Article> articles;
  while (articles.size() < most) {
    std::optional<cli::Input> input = inputs.Next();
    if (!input) break;
    if (input->error.empty()) {
      articles.push_back(std::move(input->article));
    } else {
      std::fprintf(stderr, "%s: %s\n", input->place.c_str(), input->error.c_str());
    }
  }
  return articles;
}

size_t CountWords(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !blank && !inside;
    inside = !blank;
  }
  return words;
}

// Takes all articles through once; returns the number of tokens.
size_t Round(const Pipeline& pipeline, const std::vector<Article>& articles,
             Pipeline::Worker& worker) {
  size_t tokens = 0;
  for (size_t at = 0; at < articles.size();) {
    std::vector<Article> batch;
    for (size_t bytes = 0; at < articles.size() && bytes < kBatchBytes; ++at) {
      bytes += articles[at].text.size();
      batch.push_back(articles[at]);
    }
    for (const Document& doc : pipeline.Read(std::move(batch), worker)) tokens += doc.syntax.size();
  }
  return tokens;
}

int Main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: pipeline_bench CORPUS.jsonl [ARTICLES] [md|sm]\n");
    return 2;
  }
  const size_t most = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 2000;
  const std::string model = argc > 3 ? argv[3] : "md";
  const Result<Pipeline> pipeline = Pipeline::Load(
      FromEnvironment("AVERMENT_MODELS", "models") + "/averment-en-" + model + ".model",
      KnowledgePath(FromEnvironment("AVERMENT_KNOWLEDGE", "knowledge")), {});
  if (!pipeline.ok()) {
    std::fprintf(stderr, "%s\n", pipeline.status().message().c_str());
    return 4;
  }
  const std::vector<Article> articles = ReadCorpus(argv[1], most);
  size_t words = 0;
  for (const Article& a : articles) words += CountWords(a.text);

  Pipeline::Worker worker = pipeline.value().MakeWorker();
  Round(pipeline.value(), articles, worker);
  worker.times = {};
  const size_t tokens = Round(pipeline.value(), articles, worker);

  double total = 0;
  for (const auto& [stage, seconds] : worker.times.seconds) total += seconds;
  std::printf("%zu articles, %zu words, %zu tokens, model %s\n", articles.size(), words, tokens,
              model.c_str());
  std::printf("%-14s %10s %8s\n", "stage", "us/token", "share");
  const auto row = [&](std::string_view stage, double seconds) {
    std::printf("%-14.*s %10.3f %7.1f%%\n", int(stage.size()), stage.data(),
                1e6 * seconds / double(tokens), 100 * seconds / total);
  };
  for (const auto& [stage, seconds] : worker.times.seconds) row(stage, seconds);
  row("all", total);
  std::printf("%.0f words/s, %.0f tokens/s\n", double(words) / total, double(tokens) / total);
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Main(argc, argv); }
