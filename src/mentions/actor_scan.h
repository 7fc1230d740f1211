// Finds the lexicon's names in an article, longest first.

#pragma once

#include <vector>

#include "averment/document.h"
#include "src/knowledge/actor_lexicon.h"

namespace averment {

// A stretch of tokens that the lexicon knows, and all that it may mean there.
struct NameMatch {
  TokenRange tokens;
  std::vector<NameIndex::Meaning> meanings;  // Not empty.
};

// In text order, never overlapping.  A name has to begin and end where tokens do, and to have the
// capitals that the lexicon gives it.
std::vector<NameMatch> ScanNames(const Syntax& syntax, const NameIndex& names);

}  // namespace averment
