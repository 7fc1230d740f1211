// Small questions about clauses and phrases that the finders of claims share.

#pragma once

#include <optional>
#include <vector>

#include "averment/document.h"

namespace averment {

// The tokens of a cue: the head with auxiliaries, negation, particle and adverbs right beside it.
TokenRange CueWords(Token head);

// Whether the clause with this head has "to" before its verb.
bool IsInfinitive(Token head);
// Whether "that", "whether" or "if" introduces it.
bool HasComplementizer(Token head);
// Whether a question word opens it.
bool OpensWithQuestionWord(Token head);
// Whether the verb is passive: "was told".
bool IsPassive(Token verb);

// `whole` without `hole`, in at most two pieces, without commas, colons and dashes at their ends.
std::vector<TokenRange> Without(const Syntax& syntax, TokenRange whole, TokenRange hole);

// The range without punctuation at its ends, quotation marks and brackets excepted.
TokenRange Trimmed(const Syntax& syntax, TokenRange range);

// Whether the token is a comma, dash, colon, blank or the like.
bool Separates(Token token);

}  // namespace averment
