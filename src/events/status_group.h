// What the verb group alone says of an event: tense and modality, negation, condition.

#pragma once

#include <cstdint>

#include "averment/document.h"
#include "src/events/status.h"
#include "src/syntax/clause.h"

namespace averment::events {

// `clause` is ClauseOf(verb).  Adds to `j` what it finds.
void ReadVerbGroup(const Syntax& s, const Clause& clause, uint32_t verb, Judgement& j);

}  // namespace averment::events
