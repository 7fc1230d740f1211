// The learned event model: a multinomial logistic regression over named features and mean word
// vectors.
//
//   reads     a file of weights (scripts/train events; the format is src/base/model_file.h):
//     relation.classes    strings: event types, and NONE
//     relation.features   strings
//     relation.weights    u8 [features, classes]: 128 is zero
//     relation.dense      u8 [groups, 300, classes], likewise
//     relation.scales     f32: what a step of `weights` and of `dense` is worth
//     relation.bias       f32 [classes]
//     relation.settings   f32: temperature, threshold, then slope and offset of the two
//     calibrations
//   returns   probabilities, and which features weighed most
//
// How often answers of some probability were right, on sentences kept aside in training, differs a
// little from that probability; a calibration bends it to what was seen.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/base/model_file.h"
#include "src/events/relation_features.h"

namespace averment::events {

// A type of event, or nothing.
inline constexpr size_t kRelationTypes = size_t(EventType::kAssault) + 1;
inline constexpr size_t kNoRelation = kRelationTypes;
inline constexpr size_t kRelationClasses = kRelationTypes + 1;

struct RelationScores {
  std::array<float, kRelationClasses> logit{};
  std::array<float, kRelationClasses> probability{};
};

// The likeliest type, whatever the class NONE says.  `probability` is among the types.
struct RelationChoice {
  EventType type = EventType::kConsult;
  float probability = 0;
};
RelationChoice Choose(const RelationScores& scores);

// A line through the logarithmic odds.
struct Calibration {
  float slope = 1, offset = 0;
  float operator()(float probability) const;
};

// What one feature added to the logit of a class.  InWords (relation_words.h) says it to readers.
struct Weighed {
  std::string feature;
  uint32_t token = kNoToken;
  float weight = 0;
};

// The words that spoke for a class, outside the pair, each once and in the order of their weights.
std::vector<uint32_t> TellingWords(std::span<const Weighed> weighed, const TokenPair& pair);

// Immutable once loaded, safe to share between threads.
class RelationModel {
 public:
  // Fails, naming the file, where it is missing, damaged or of other sizes.
  static Result<RelationModel> Load(const std::string& path);

  // `means` is null where there are no vectors.
  RelationScores Score(const Syntax& syntax, const TokenPair& pair, const RelationHints& hints,
                       const VectorMeans* means) const;
  // The features that spoke most for `type`, the heaviest first; with `means` also what the vectors
  // add, a feature for each group: "v:the words between".
  std::vector<Weighed> Explain(const Syntax& syntax, const TokenPair& pair,
                               const RelationHints& hints, const VectorMeans* means, size_t type,
                               size_t most) const;

  // How sure the answer for a given pair is, from RelationChoice::probability.
  float Sureness(const RelationChoice& choice) const { return of_pairs_(choice.probability); }
  // How sure it is that an event of this type stands between two actors of whom no rule tells.
  float Sureness(const RelationChoice& choice, const RelationScores& scores) const {
    return of_events_(choice.probability * (1 - scores.probability[kNoRelation]));
  }
  // From this on an event is proposed where no rule tells of one.
  float threshold() const { return threshold_; }
  const std::vector<std::string>& names() const { return names_; }

 private:
  RelationModel() = default;
  // Its number, or nothing.
  std::optional<uint32_t> Find(std::string_view feature) const;

  std::vector<std::string> names_;
  struct Slot {
    uint32_t feature = 0;  // Number + 1, or 0.
    uint32_t mark = 0;     // The upper half of the hash.
  };
  std::vector<Slot> slots_;     // Open addressing.
  std::vector<float> weights_;  // [features][kRelationClasses]
  std::vector<float> dense_;    // [groups][300][kRelationClasses]
  std::array<float, kRelationClasses> bias_{};
  float temperature_ = 1, threshold_ = 1;
  Calibration of_pairs_, of_events_;
};

}  // namespace averment::events
