// "The two countries", "both sides", "the three men": how many of what.

#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "averment/document.h"

namespace averment {

enum class SeveralKind : uint8_t { kPersons, kCountries, kSides };

struct Several {
  size_t count;
  SeveralKind kind;
};

inline std::optional<SeveralKind> SeveralKindOf(std::string_view noun) {
  constexpr std::string_view kPersons[] = {"men",       "women",       "leaders",     "presidents",
                                           "ministers", "generals",    "rivals",      "envoys",
                                           "diplomats", "politicians", "chancellors", "premiers",
                                           "officials", "heads",       "candidates",  "commanders"};
  constexpr std::string_view kCountries[] = {"countries", "states",      "nations",  "neighbours",
                                             "neighbors", "governments", "capitals", "powers"};
  constexpr std::string_view kSides[] = {"sides", "parties", "camps"};
  const auto has = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), noun) != std::end(list);
  };
  if (has(kPersons)) return SeveralKind::kPersons;
  if (has(kCountries)) return SeveralKind::kCountries;
  if (has(kSides)) return SeveralKind::kSides;
  return std::nullopt;
}

// Of the phrase that ends in the token `head`: "both", "the two" or "the three" stands right before
// it.  Anything between ("the two Indian officials") says who, so they need not have been named.
inline std::optional<Several> ReadSeveral(const Syntax& syntax, uint32_t head) {
  if (head == 0) return std::nullopt;
  const std::optional<SeveralKind> kind = SeveralKindOf(syntax[head].lower());
  if (!kind) return std::nullopt;
  const std::string_view number = syntax[head - 1].lower();
  if (number == "both") return Several{2, *kind};
  const bool the = head >= 2 && syntax[head - 2].lower() == "the";
  if (the && number == "two") return Several{2, *kind};
  if (the && number == "three") return Several{3, *kind};
  return std::nullopt;
}

}  // namespace averment
