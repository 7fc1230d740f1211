// The forms in which names and nouns of the actor lexicon are written.

#pragma once

#include <string>

namespace averment {

// "Nusra Front" is also written "Nusra front": the name with its last word small, where that is a
// common noun.
std::string WithSmallNoun(const std::string& name);

// Of a person's name the first word needs its capital: "Kim Jong-il", "Kim Jong Il".
std::string WithOneCapital(const std::string& name);

// "deputy" deputies, "gunman" gunmen, "coach" coaches.
std::string PluralOf(const std::string& noun);

}  // namespace averment
