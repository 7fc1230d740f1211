// Brings quotation marks and cues together.

#pragma once

#include <span>
#include <vector>

#include "src/discourse/claim.h"
#include "src/discourse/quotation_marks.h"

namespace averment {

// Gives claims the quotations that belong to them and drops those left without content:
//   - a quotation that a claim's content cuts into is taken whole, over as many sentences as it has
//   - a cue inside a quotation keeps its content inside, too
//   - a claim without content takes the quotation beside it ("He was brief: “No.”")
//   - a quotation that nobody took goes to the speaker just before it (“...,” he said. “...”)
// Adds claims without an entry for quotations that run on in paragraphs of their own.
// `claims` are ordered by cue, `quotations` by position.
std::vector<Claim> AssembleQuotes(const Syntax& syntax, std::span<const Quotation> quotations,
                                  std::vector<Claim> claims);

}  // namespace averment
