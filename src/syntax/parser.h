// Tags, lemmas, dependencies, sentences and entities: spaCy's English pipelines, native.
//
//   reads     Text (paragraphs), a converted model (scripts/convert)
//   returns   Syntax: one tree or more for each paragraph, each paragraph parsed alone
//   exact     the same analysis as Python spaCy 3.8 of the same paragraphs (scripts/parity)
//
// Honnibal & Johnson (2015), "An Improved Non-monotonic Transition System for Dependency Parsing";
// Honnibal (2016), "Embed, encode, attend, predict"; the models are en_core_web_sm/md 3.8.0.

#pragma once

#include <memory>
#include <span>
#include <string>

#include "averment/document.h"
#include "averment/result.h"

namespace averment {

struct Kernels;
class WordVectors;

// Immutable once loaded; safe to share between threads, each with a Worker of its own.
class Parser {
 public:
  // Fails, naming the file, where the model is missing, damaged or of another format.  `kernels`:
  // null for the fastest that the processor runs; all give the same bits.
  static Result<Parser> Load(const std::string& model_path, const Kernels* kernels = nullptr);

  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  // What one thread works with: caches (bounded) and scratch space.  Not shared.  What a worker has
  // seen before never changes a result, only the speed.
  class Worker;
  struct WorkerDeleter {
    void operator()(Worker* worker) const;
  };
  using WorkerPtr = std::unique_ptr<Worker, WorkerDeleter>;
  // `lexemes`: how many word types keep their vectors (8 KB each); at least 1,000.
  WorkerPtr MakeWorker(size_t lexemes = 16000) const;

  // One text and where its analysis goes.  `base` is the article's text; both outlive `syntax`.
  struct Job {
    const Text* text;
    const char* base;
    Syntax* syntax;
  };
  // Parses the texts; several short ones at once are faster than one by one.
  void Parse(std::span<const Job> jobs, Worker& worker) const;

  // Nanoseconds that a worker has spent in each step since it was made, for benchmarks.
  struct Times {
    uint64_t tokenize = 0, encode = 0, encode_entities = 0, tag = 0, arcs = 0, tree = 0,
             morphology = 0, entities = 0, total = 0;
    uint64_t tokens = 0;
  };
  static const Times& TimesOf(const Worker& worker);

  // Content hash of the model, 16 hexadecimal digits.
  const std::string& model_hash() const;
  // As the model calls itself: "en_core_web_md 3.8.0".
  const std::string& model_name() const;
  // The model's static vectors; they live as long as the parser, wherever that is moved.
  const WordVectors& vectors() const;

 private:
  struct Impl;
  explicit Parser(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace averment
