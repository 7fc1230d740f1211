// Part of speech, features and lemma of every token: the attribute ruler, then the lemmatizer.
//
//   reads     TokenData::tag, dep, lower, at, size; Syntax::pool
//   sets      pos, morph, lemma (pieces of the pool); tag and dep of whitespace

#pragma once

#include <span>
#include <string>

#include "averment/document.h"
#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/syntax/attribute_ruler.h"
#include "src/syntax/lemmatizer.h"

namespace averment {

// Immutable once loaded; safe to share between threads, each with a LemmaCache of its own.  Points
// into the ModelFile, which must live as long.
class MorphologyAnnotator {
 public:
  static Result<MorphologyAnnotator> Load(const ModelFile& model);

  // Annotates the tokens of one paragraph; heads are not read.  No allocation per token, but for
  // the pool.
  void Annotate(const Text& text, Syntax& syntax, TokenRange paragraph, LemmaCache& cache) const {
    ruler_.Annotate(text, syntax, paragraph);
    lemmatizer_.Annotate(text, syntax, paragraph, cache);
  }

  // What TokenData::morph indexes, for Syntax::morphs.  As long as the annotator lives, wherever it
  // is moved.
  std::span<const std::string> morphs() const { return ruler_.morphs(); }

 private:
  MorphologyAnnotator(AttributeRuler ruler, Lemmatizer lemmatizer)
      : ruler_(std::move(ruler)), lemmatizer_(std::move(lemmatizer)) {}

  AttributeRuler ruler_;
  Lemmatizer lemmatizer_;
};

inline Result<MorphologyAnnotator> MorphologyAnnotator::Load(const ModelFile& model) {
  Result<AttributeRuler> ruler = AttributeRuler::Load(model);
  if (!ruler.ok()) return ruler.status();
  Result<Lemmatizer> lemmatizer = Lemmatizer::Load(model, ruler.value().morphs());
  if (!lemmatizer.ok()) return lemmatizer.status();
  return MorphologyAnnotator(std::move(ruler).value(), std::move(lemmatizer).value());
}

}  // namespace averment
