// Speakers named outside any sentence: "KERRY: We will wait." in a transcript or a headline, and
// "“We will wait.” — Lena Okoro, teacher" under a quotation.

#pragma once

#include <span>
#include <vector>

#include "src/discourse/claim.h"
#include "src/discourse/quotation_marks.h"

namespace averment {

// At most one claim for a paragraph; the cue is the colon or the dash, the entry is null.
std::vector<Claim> FindSpeakerLabels(const Syntax& syntax, std::span<const Quotation> quotations);

}  // namespace averment
