// A cue at work: what syntax alone says about who says what, before quotations are taken into
// account.  Between FindClaims and AssembleQuotes; nobody else needs it.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "src/discourse/cue_lexicon.h"

namespace averment {

struct Claim {
  uint32_t cue = 0;                             // The head token of the cue.
  TokenRange cue_words = {};                    // All of it.
  std::optional<uint32_t> source = {};          // The head token of the source's phrase.
  std::optional<TokenRange> source_words = {};  // The phrase, where syntax does not say it.
  std::vector<TokenRange> content = {};  // Ascending, disjoint; empty: still waits for a quotation.
  const Cue* entry = nullptr;            // Null where no word is the cue: speaker labels.
  std::string_view frame = {};           // The rule's name: "clause", "before", "object" ...
};

// All claims, by the position of their cues; at most one for a cue.  A claim of a cue that takes
// quotations may come without content.
std::vector<Claim> FindClaims(const CueLexicon& lexicon, const Syntax& syntax);

// The same for one kind of cue; nothing if no frame of the entry holds.
std::optional<Claim> VerbClaim(const CueLexicon& lexicon, const Cue& entry, Token verb);
std::optional<Claim> NounClaim(const CueLexicon& lexicon, const Cue& entry, Token noun);
std::optional<Claim> AdjectiveClaim(const CueLexicon& lexicon, const Cue& entry, Token adjective);
std::optional<Claim> PhraseClaim(const Cue& entry, Token word);

}  // namespace averment
