// Finds the stretches between quotation marks: “ ” " " ‘ ’ ' ' `` '' « » „ “.
//
//   reads     Syntax (tokens and their paragraphs)
//   returns   the outermost quotations in text order, never overlapping, each inside one paragraph
//
// A quotation that runs over paragraphs opens in each of them and closes in the last; its pieces
// are linked by `continues`.  A mark that never closes makes a quotation only if it is clear where
// it ends.  Linear in the number of tokens, whatever the marks.

#pragma once

#include <vector>

#include "averment/document.h"

namespace averment {

struct Quotation {
  TokenRange tokens;       // With its marks.
  bool closed = true;      // Its closing mark is there.
  bool continues = false;  // The next quotation, one paragraph on, is the same speech.
  bool single = false;     // Between single marks.
  TokenRange inside() const { return {tokens.first + 1, tokens.last - (closed ? 1 : 0)}; }
};

std::vector<Quotation> FindQuotations(const Syntax& syntax);

}  // namespace averment
