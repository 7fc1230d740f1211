// The claims of the rules, looked at again by the learned model: those it does not believe go,
// those the rules missed come, and sources and contents are read anew.

#pragma once

#include <span>
#include <vector>

#include "src/discourse/claim.h"
#include "src/discourse/quotation_marks.h"
#include "src/discourse/quote_model.h"
#include "src/discourse/quote_trace.h"

namespace averment {

// All claims of the rules by cue, speaker labels among them, before AssembleQuotes.
std::vector<Claim> RuleClaims(const CueLexicon& lexicon, const Syntax& syntax,
                              std::span<const Quotation> quotations);

// What the model makes of them, likewise before AssembleQuotes.  A claim that only the model makes
// has the frame "model" and no entry.  A cue inside the content of another claim stays with the
// rules: the model learned from texts in which only the outermost is marked.  `looks` is null
// unless somebody asks what every word was worth.
std::vector<Claim> Reconsider(const QuoteModel& model, const CueLexicon& lexicon,
                              const Syntax& syntax, std::span<const Quotation> quotations,
                              std::vector<Claim> rules, std::vector<CueLook>* looks = nullptr);

}  // namespace averment
