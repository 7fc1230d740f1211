// Finds the places that a text names ("Geneva", "the Syrian army") and says where they are.
//
//   reads     Syntax; the dateline
//   returns   Places in the order of their first mentions; mentions never overlap.  One place of
//   one
//             use is one Place.  What cannot be settled has no coordinates and says why.
//   knows     the gazetteer (models/averment-places.gazetteer); knowledge/place, checked by its
//             examples; countries and their adjectives of knowledge/actor

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/mentions/place_names.h"
#include "src/mentions/place_rules.h"

namespace averment {

// Immutable once loaded, so one finder may serve many threads.
class PlaceFinder {
 public:
  // `knowledge` is the folder of all topics.  Fails, naming the file, on a missing or damaged
  // gazetteer, and naming the line on a malformed rule or name.
  static Result<PlaceFinder> Load(const KnowledgePath& knowledge, const std::string& gazetteer);

  std::vector<Place> Find(const Syntax& syntax, const std::optional<FiledFrom>& filed_from) const;

  std::string GazetteerHash() const { return names_.Hash(); }

 private:
  PlaceFinder(PlaceNames names, PlaceRules rules)
      : names_(std::move(names)), rules_(std::move(rules)) {}

  Place Describe(const Syntax& syntax, const PlaceSighting& first, const ResolvedPlace& resolved,
                 PlaceUse use) const;

  PlaceNames names_;
  PlaceRules rules_;
};

}  // namespace averment
