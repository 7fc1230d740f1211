// The syntax alone, in slices of a corpus, one command a line on standard input; driven by
// bench/syntax, which runs Python spaCy on the same paragraphs in turn.
//
// usage: syntax_bench MODEL CORPUS.jsonl TOKENS SLICES PARAGRAPHS_DIR
//
// Cuts the corpus into SLICES slices of about TOKENS tokens, and writes the paragraphs of each as
// PARAGRAPHS_DIR/I.jsonl (a JSON string a line).  Then obeys:
//   run I THREADS   parses slice I once; prints "tokens T seconds S"
//   stages          prints the microseconds per token of each step so far (one thread's)
//   memory          prints the peak memory in MB

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "src/syntax/parser.h"
#include "src/text/text.h"

namespace averment {
namespace {

struct Doc {
  Article article;
  Text text;
};
using Slice = std::vector<Doc>;

std::vector<Slice> Cut(const char* corpus, size_t tokens, size_t slices) {
  std::vector<Slice> cut(1);
  std::ifstream in(corpus);
  std::string line;
  size_t count = 0;
  while (std::getline(in, line)) {
    Doc doc;
    doc.article.text = nlohmann::json::parse(line)["text"].get<std::string>();
    doc.text = ReadText(doc.article);
    for (const char c : doc.text.normalized) count += c == ' ';  // Words, nearly.
    cut.back().push_back(std::move(doc));
    if (count * 6 / 5 < tokens) continue;
    count = 0;
    if (cut.size() == slices) return cut;
    cut.emplace_back();
  }
  return cut;
}

void Write(const Slice& slice, const std::string& path) {
  std::ofstream out(path);
  for (const Doc& doc : slice) {
    for (const Paragraph& p : doc.text.paragraphs) {
      out << nlohmann::json(std::string(doc.text.NormalizedOf(p))).dump() << "\n";
    }
  }
}

// Eight articles at a time, as the engine does.
size_t Parse(const Parser& parser, const Slice& slice, size_t first, size_t step,
             Parser::Worker& worker) {
  constexpr size_t kTogether = 8;
  size_t tokens = 0;
  std::vector<Syntax> syntax(kTogether);
  for (size_t begin = first * kTogether; begin < slice.size(); begin += step * kTogether) {
    std::vector<Parser::Job> jobs;
    for (size_t i = begin; i < std::min(begin + kTogether, slice.size()); ++i) {
      jobs.push_back({&slice[i].text, slice[i].article.text.data(), &syntax[i - begin]});
    }
    parser.Parse(jobs, worker);
    for (const Parser::Job& job : jobs) tokens += job.syntax->size();
  }
  return tokens;
}

void PrintStages(const Parser::Times& t) {
  auto print = [&](const char* name, uint64_t ns) {
    std::printf("  %-20s %7.3f us/token\n", name, double(ns) / 1e3 / double(t.tokens));
  };
  print("tokenizer", t.tokenize);
  print("encoder", t.encode);
  print("encoder (entities)", t.encode_entities);
  print("tagger", t.tag);
  print("arcs", t.arcs);
  print("tree", t.tree);
  print("morphology, lemmas", t.morphology);
  print("entities", t.entities);
  print("all", t.total);
}

void Run(const Parser& parser, const Slice& slice, size_t threads,
         std::vector<Parser::WorkerPtr>& workers) {
  while (workers.size() < threads) workers.push_back(parser.MakeWorker());
  std::vector<size_t> tokens(threads);
  const auto start = std::chrono::steady_clock::now();
  {
    std::vector<std::jthread> running;
    for (size_t t = 1; t < threads; ++t) {
      running.emplace_back([&, t] { tokens[t] = Parse(parser, slice, t, threads, *workers[t]); });
    }
    tokens[0] = Parse(parser, slice, 0, threads, *workers[0]);
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  size_t all = 0;
  for (size_t n : tokens) all += n;
  std::printf("tokens %zu seconds %.6f\n", all, taken.count());
}

int Main(char** argv) {
  auto loaded = Parser::Load(argv[1]);
  if (!loaded.ok()) {
    std::fprintf(stderr, "%s\n", loaded.status().message().c_str());
    return 1;
  }
  const Parser& parser = loaded.value();
  const auto slices = Cut(argv[2], std::stoul(argv[3]), std::stoul(argv[4]));
  for (size_t i = 0; i < slices.size(); ++i) {
    Write(slices[i], std::string(argv[5]) + "/" + std::to_string(i) + ".jsonl");
  }
  std::vector<Parser::WorkerPtr> workers;
  std::printf("ready %zu slices of %s\n", slices.size(), parser.model_name().c_str());
  std::fflush(stdout);
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream words(line);
    std::string command;
    size_t slice = 0, threads = 1;
    words >> command >> slice >> threads;
    if (command == "run" && slice < slices.size()) {
      Run(parser, slices[slice], threads, workers);
    } else if (command == "stages" && !workers.empty()) {
      PrintStages(Parser::TimesOf(*workers[0]));
      std::printf("end\n");
    } else if (command == "memory") {
      rusage usage;
      getrusage(RUSAGE_SELF, &usage);
      std::printf("peak %ld MB\n", usage.ru_maxrss / 1024);
    } else {
      std::printf("no such command or slice: %s\n", line.c_str());
    }
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) {
  if (argc != 6) {
    std::fprintf(stderr, "usage: syntax_bench MODEL CORPUS.jsonl TOKENS SLICES PARAGRAPHS_DIR\n");
    return 2;
  }
  return averment::Main(argv);
}
