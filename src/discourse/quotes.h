// Finds who says what: statements, beliefs, intentions and demands with their sources.
//
//   reads     Text, Syntax, the actors of coreference
//   returns   attributions in text order of their cues; content spans carry quotation marks and
//             "that", without the comma and full stop around them; `within` names the innermost
//             other attribution whose content holds the cue
//   knows     knowledge/quote/cues.txt, checked by knowledge/quote/examples.txt
//
// Conventions follow PolNeAR (Newell et al. 2018), but attributions nest.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/discourse/cue_lexicon.h"

namespace averment {

// Immutable once loaded, so one finder may serve many threads.
class QuoteFinder {
 public:
  // `dir` is knowledge/quote.  Fails, naming the file and line, on a malformed lexicon.
  static Result<QuoteFinder> Load(const KnowledgePath& dir);

  // `actors` and their mentions say who a source is; they may be empty.
  std::vector<Attribution> Find(const Text& text, const Syntax& syntax,
                                std::span<const ActorMention> mentions,
                                std::span<const Actor> actors) const;

 private:
  explicit QuoteFinder(CueLexicon lexicon) : lexicon_(std::move(lexicon)) {}

  CueLexicon lexicon_;
};

}  // namespace averment
