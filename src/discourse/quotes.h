// Finds who says what: statements, beliefs, intentions and demands with their sources.
//
//   reads     Text, Syntax, the actors of coreference
//   returns   attributions in text order of their cues; content spans carry quotation marks and
//             "that", without the comma and full stop around them; `within` names the innermost
//             other attribution whose content holds the cue
//   knows     knowledge/quote/cues.txt, checked by knowledge/quote/examples.txt; and, unless told
//             not to, the weights of knowledge/quote/attribution.weights
//
// Conventions follow PolNeAR (Newell et al. 2018), but attributions nest.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/discourse/cue_lexicon.h"
#include "src/discourse/quote_model.h"
#include "src/discourse/quote_trace.h"

namespace averment {

// Immutable once loaded, so one finder may serve many threads.
class QuoteFinder {
 public:
  // `dir` is knowledge/quote.  Fails, naming the file and line, on a malformed lexicon, and where
  // the weights are `learned` but damaged.
  static Result<QuoteFinder> Load(const KnowledgePath& dir, bool learned = false);

  // `actors` and their mentions say who a source is; they may be empty.
  std::vector<Attribution> Find(const Text& text, const Syntax& syntax,
                                std::span<const ActorMention> mentions,
                                std::span<const Actor> actors) const;

  // What the model makes of every word that may be a cue, in their order; nothing without a model.
  std::vector<CueLook> Look(const Syntax& syntax) const;

 private:
  QuoteFinder(CueLexicon lexicon, std::optional<QuoteModel> model)
      : lexicon_(std::move(lexicon)), model_(std::move(model)) {}

  CueLexicon lexicon_;
  std::optional<QuoteModel> model_;
};

}  // namespace averment
