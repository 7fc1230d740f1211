// Every token takes one move.  Inside an entity only its own type goes on; it must end before a
// sentence start and at the paragraph's end.  Blanks are never the first or only token of an
// entity.

#include "src/syntax/entities.h"

#include <limits>
#include <optional>
#include <string>

namespace averment {

Result<EntityRecognizer> EntityRecognizer::Load(const ModelFile& model, const Kernels& kernels) {
  EntityRecognizer ner;
  auto scorer = MoveScorer::Load(model, "ner", 3, kernels);
  if (!scorer.ok()) return scorer.status();
  ner.scorer_ = std::move(scorer).value();
  auto actions = model.Array<uint8_t>("ner.actions", ner.scorer_.moves());
  auto labels = model.Strings("ner.labels");
  if (!actions.ok()) return actions.status();
  if (!labels.ok()) return labels.status();
  if (labels.value().size() != actions.value().size()) {
    return Status(model.name() + ": ner.labels: not one for each move");
  }
  for (size_t m = 0; m < actions.value().size(); ++m) {
    const auto type = ParseEntityType(labels.value()[m]);
    if (!type || actions.value()[m] > kOut) {
      return Status(model.name() + ": unknown entity move " + std::string(labels.value()[m]));
    }
    ner.actions_.push_back(actions.value()[m]);
    ner.types_.push_back(*type);
  }
  const size_t columns = ner.scorer_.columns(), sets = 4 + 2 * kTypes;
  ner.masks_.assign(sets * columns, -std::numeric_limits<float>::infinity());
  auto allow = [&](size_t set, size_t move) { ner.masks_[set * columns + move] = 0.0f; };
  for (size_t m = 0; m < ner.actions_.size(); ++m) {
    const EntityType type = ner.types_[m];
    const bool typed = type != EntityType::kNone;  // "U-" without a type only blocks.
    for (size_t set = 0; set < 4; ++set) {
      const bool begin = set & 2, unit = set & 1;
      const uint8_t action = ner.actions_[m];
      if ((action == kBegin && begin && typed) || (action == kUnit && unit && typed) ||
          action == kOut) {
        allow(set, m);
      }
    }
    if (!typed) continue;
    if (ner.actions_[m] == kLast) {
      allow(ner.InsideMask(type, false), m);
      allow(ner.InsideMask(type, true), m);
    } else if (ner.actions_[m] == kIn) {
      allow(ner.InsideMask(type, true), m);
    }
  }
  return ner;
}

void EntityRecognizer::Find(const float* rows, std::span<const TokenFlags> tokens, Scratch& scratch,
                            std::vector<FoundEntity>& out) const {
  out.clear();
  const size_t n = tokens.size();
  scorer_.Prepare(rows, n, scratch.scorer);
  std::optional<FoundEntity> open;
  for (size_t i = 0; i < n; ++i) {
    const bool goes_on = i + 1 < n && !tokens[i + 1].sentence_start;
    const int features[3] = {int(i), open ? int(open->first) : -1, open ? int(i) - 1 : -1};
    const size_t set = open ? InsideMask(open->type, goes_on)
                            : OutsideMask(goes_on && !tokens[i].is_space, !tokens[i].is_space);
    const int move =
        scorer_.Best(features, masks_.data() + set * scorer_.columns(), scratch.scorer);
    if (move < 0) return;  // Cannot be: "out" or "last" is always allowed.
    switch (actions_[move]) {
      case kBegin: open = FoundEntity{uint32_t(i), uint32_t(i + 1), types_[move]}; break;
      case kUnit: out.push_back({uint32_t(i), uint32_t(i + 1), types_[move]}); break;
      case kLast:
        open->last = uint32_t(i + 1);
        out.push_back(*open);
        open.reset();
        break;
      default: break;
    }
  }
}

}  // namespace averment
