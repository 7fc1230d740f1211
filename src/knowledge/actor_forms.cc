// Spelling alone decides; irregular plurals stand in the lexicon.

#include "src/knowledge/actor_forms.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace averment {

std::string WithSmallNoun(const std::string& name) {
  constexpr std::string_view kNouns[] = {"Party",    "Front",   "Movement", "Army",
                                         "Group",    "Network", "League",   "Brigade",
                                         "Brigades", "Council", "Coalition"};
  const size_t blank = name.rfind(' ');
  if (blank == std::string::npos) return name;
  std::string small = name;
  const std::string_view last = std::string_view(name).substr(blank + 1);
  if (std::find(std::begin(kNouns), std::end(kNouns), last) != std::end(kNouns)) {
    small[blank + 1] = char(small[blank + 1] + ('a' - 'A'));
  }
  return small;
}

std::string WithOneCapital(const std::string& name) {
  std::string small = name;
  for (size_t i = 1; i < small.size(); ++i) {
    const bool begins = small[i - 1] == ' ' || small[i - 1] == '-';
    if (begins && small[i] >= 'A' && small[i] <= 'Z') small[i] = char(small[i] + ('a' - 'A'));
  }
  return small;
}

std::string PluralOf(const std::string& noun) {
  const auto ends = [&](std::string_view end) { return noun.ends_with(end); };
  if (ends("man")) return noun.substr(0, noun.size() - 2) + "en";
  if (ends("y") && !ends("ay") && !ends("ey") && !ends("oy")) {
    return noun.substr(0, noun.size() - 1) + "ies";
  }
  return noun + (ends("s") || ends("x") || ends("ch") || ends("sh") ? "es" : "s");
}

}  // namespace averment
