// Sentences that name somebody and in which nothing was found.

#pragma once

#include <string>

#include "averment/record.h"

namespace averment::cli {

// Appends a line for each such sentence of the headline and the body, in their order: for eyes, or
// as a JSON object.  Somebody is named by a name or a description, not by a pronoun; nothing was
// found where no event has its trigger, no attribution any of its words, and no plan, toll or
// stance any evidence.
void AppendAbstained(const Record& record, std::string_view text, bool for_eyes, std::string& out);

}  // namespace averment::cli
