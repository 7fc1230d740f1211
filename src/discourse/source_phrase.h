// Who speaks: from a cue to the head of the noun phrase that is its source, and from there to the
// phrase's words.

#pragma once

#include <optional>

#include "averment/document.h"
#include "src/discourse/cue_lexicon.h"

namespace averment {

// The head token of the source of a verb: its subject, the agent of a passive, or what a verb
// without a subject of its own takes over from its governor ("left, saying that ...", "vowed to
// say").  Nothing where the sentence names none.
std::optional<uint32_t> SourceOfVerb(const CueLexicon& lexicon, Token verb);

// The source of a noun: "his claim", "the claim of the minister", "a claim by the minister", "made
// the claim".  `content` is the preposition that introduces the content, and so no source.
std::optional<uint32_t> SourceOfNoun(const CueLexicon& lexicon, Token noun,
                                     std::optional<uint32_t> content);

// Whether the verb, coordinated inside reported speech, goes back to the one who reports: "said it
// would close and added that ...".
bool ResumesSpeech(const CueLexicon& lexicon, Token verb);

// Whether the verb is said of whoever hears: "asked whether", "was told that".
bool IsHeard(const CueLexicon& lexicon, Token verb);

// The words of the phrase with this head: determiners, modifiers and appositions, but no relative
// clause, no clitic 's, and nothing of the cue.
TokenRange SourceWords(Token head, TokenRange cue);

}  // namespace averment
