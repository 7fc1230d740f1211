// Finds numbers and what they count: "at least 30 people", "dozens of soldiers", "between 20 and
// 30", "1.4 million"; each with its bounds.
//
//   reads     Syntax, the Timexes ("12 days" is a time and no count)
//   returns   Quantities in text order, never overlapping each other or a Timex
//   knows     knowledge/quantity/rules.txt, checked by the examples there
//
// No money, percentages, ages, ordinals or numbers that name things ("Resolution 2118").

#pragma once

#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"
#include "src/knowledge/pattern_set.h"

namespace averment {

// Immutable once loaded, so one finder may serve many threads.
class QuantityFinder {
 public:
  // Loads the folder knowledge/quantity.  Fails, naming file and line.
  static Result<QuantityFinder> Load(const KnowledgePath& dir);

  std::vector<Quantity> Find(const Syntax& syntax, std::span<const Timex> times) const;

 private:
  explicit QuantityFinder(PatternSet rules) : rules_(std::move(rules)) {}

  PatternSet rules_;
};

}  // namespace averment
