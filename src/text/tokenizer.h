// Words and marks: spaCy's English tokenizer.
//
//   reads     a paragraph of Text::normalized; the tokenizer's sections of a model
//   (scripts/convert) returns   tokens in order; between them at most the single blank that
//   `space_after` tells of exact     the same tokens and norms as Python spaCy 3.8 (scripts/parity)
//
// Time is linear in the paragraph's size whatever its bytes; tokenizer.cc names the bounds.

#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/text/vocabulary.h"

namespace averment {

// Immutable once loaded; safe to share between threads, each with a Worker of its own.
class Tokenizer {
 public:
  // The model file must outlive the Tokenizer.  Fails, naming the section, where the model lacks
  // one.
  static Result<Tokenizer> Load(const ModelFile& model);

  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;
  ~Tokenizer();

  // What one thread works with: its vocabulary, a cache of chunks between blanks, scratch space.
  class Worker {
   public:
    Worker(Worker&&) noexcept;
    Worker& operator=(Worker&&) noexcept;
    ~Worker();

    Vocabulary& vocabulary();
    const Vocabulary& vocabulary() const;
    // Call between documents, when no index into the vocabulary is in use: keeps memory bounded.
    void Trim();

   private:
    friend class Tokenizer;
    struct Impl;
    explicit Worker(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
  };
  // `lexemes`: how many word types the vocabulary keeps from one document to the next.
  // The tokenizer must outlive the worker.
  Worker MakeWorker(size_t lexemes = 100'000) const;

  // Appends the tokens of a paragraph, which starts at byte `at` of Text::normalized.
  // REQUIRES: valid UTF-8.
  void Tokenize(std::string_view paragraph, uint32_t at, Worker& worker,
                std::vector<RawToken>& out) const;

  const WordTables& words() const;

 private:
  struct Impl;
  explicit Tokenizer(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace averment
