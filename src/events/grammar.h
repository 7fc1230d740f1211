// Who does what by grammar alone: logical subjects and objects, undone passives, control, raising,
// relative and reduced clauses, coordination.  Knows no words but the prepositions asked for.
//
//   reads     Syntax
//   returns   head tokens of noun phrases; conjuncts are left to the caller
//   bounded   every function takes a bounded number of steps

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "averment/document.h"

namespace averment::events {

bool IsVerb(const Syntax& syntax, uint32_t token);
bool IsNoun(const Syntax& syntax, uint32_t token);

// Whether the verb is used in the passive: "was held", "talks held in May", "were committed to".
bool IsPassive(const Syntax& syntax, uint32_t verb);

// Who does it: the subject of an active verb, the by-phrase of a passive one; of a verb without a
// subject of its own that of the clause that controls it.
std::optional<uint32_t> SubjectOf(const Syntax& syntax, uint32_t verb);

// The verb that a joined verb (dep conj) goes with.  A finite verb never goes with an infinitive:
// in "urged X to leave and threatened Y" it is "urged", wherever the parser hangs it.
uint32_t JoinedTo(const Syntax& syntax, uint32_t verb);

// Whose act a noun tells: its owner, its by-phrase, the subject of the verb that it completes.
std::optional<uint32_t> AgentOfNoun(const Syntax& syntax, uint32_t noun);

// The noun phrase in subject position, whatever its role: the one done to, for a passive.
std::optional<uint32_t> SurfaceSubjectOf(const Syntax& syntax, uint32_t verb);

// To whom it is done: the object of an active verb, the subject of a passive one, the noun that a
// relative or participle clause modifies.
std::optional<uint32_t> ObjectOf(const Syntax& syntax, uint32_t verb);

// "gave the rebels weapons": the rebels.
std::optional<uint32_t> IndirectObjectOf(const Syntax& syntax, uint32_t verb);

// The noun behind "who" and "which" in a relative clause; other tokens are their own.
std::optional<uint32_t> Antecedent(const Syntax& syntax, uint32_t token);

// The objects of the prepositions with this form below `head`: "with" of "talks with X".  Also the
// subject of a for-clause ("called for X to leave").
void PrepositionObjects(const Syntax& syntax, uint32_t head, std::string_view preposition,
                        std::vector<uint32_t>& out);

// "Russia's" and "Russian" in "Russia's attack", "the Russian attack": possessors, then modifiers.
void OwnersOf(const Syntax& syntax, uint32_t noun, std::vector<uint32_t>& out);

// The verb that a noun is an adjunct of: of "spoke after talks with X" "spoke".
std::optional<uint32_t> ClauseAround(const Syntax& syntax, uint32_t noun);

// The nearest verb above a token.
std::optional<uint32_t> VerbAbove(const Syntax& syntax, uint32_t token);

// The verbs and nouns that a verb or noun takes as its content: "release" in "urged X to release
// Y", "agreed on releasing", "a decision to release"; its object noun and the nouns behind its
// prepositions, "release" in "demanded the release of", "called for the release of".
void ContentsOf(const Syntax& syntax, uint32_t head, std::vector<uint32_t>& out);

}  // namespace averment::events
