// Weights are kept as floats, a row of all classes for each feature, so that a feature costs one
// search and one addition of rows.  A feature that occurs twice counts once.

#include "src/events/relation_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "src/base/string_hash.h"

namespace averment::events {
namespace {

constexpr size_t kWidth = WordVectors::kWidth;

// The class that each column of the file stands for.
Result<std::vector<size_t>> ColumnsOf(const ModelFile& file) {
  const Result<StringList> classes = file.Strings("relation.classes");
  if (!classes.ok()) return classes.status();
  std::vector<size_t> columns;
  for (size_t i = 0; i < classes.value().size(); ++i) {
    const std::string_view name = classes.value()[i];
    const auto type = ParseEventType(name);
    if (!type && name != "NONE")
      return Status(file.name() + ": no such type: " + std::string(name));
    columns.push_back(type ? size_t(*type) : kNoRelation);
  }
  return columns;
}

// Rows of bytes as rows of kRelationClasses floats.
std::vector<float> Spread(std::span<const uint8_t> bytes, std::span<const size_t> columns,
                          float scale) {
  std::vector<float> rows(bytes.size() / columns.size() * kRelationClasses, 0.0f);
  for (size_t i = 0; i < bytes.size(); ++i) {
    rows[i / columns.size() * kRelationClasses + columns[i % columns.size()]] =
        float(int(bytes[i]) - 128) * scale;
  }
  return rows;
}

void AddRow(const float* row, float factor, std::array<float, kRelationClasses>& to) {
  for (size_t c = 0; c < kRelationClasses; ++c) to[c] += row[c] * factor;
}

}  // namespace

Result<RelationModel> RelationModel::Load(const std::string& path) {
  Result<ModelFile> opened = ModelFile::Open(path);
  if (!opened.ok()) return opened.status();
  const ModelFile& file = opened.value();
  const Result<std::vector<size_t>> columns = ColumnsOf(file);
  if (!columns.ok()) return columns.status();
  const size_t classes = columns.value().size();
  const Result<StringList> names = file.Strings("relation.features");
  if (!names.ok()) return names.status();
  const size_t features = names.value().size();
  const auto weights = file.Array<uint8_t>("relation.weights", features * classes);
  if (!weights.ok()) return weights.status();
  const auto dense = file.Array<uint8_t>("relation.dense", kVectorGroups * kWidth * classes);
  if (!dense.ok()) return dense.status();
  const auto scales = file.Array<float>("relation.scales", 2);
  if (!scales.ok()) return scales.status();
  const auto bias = file.Array<float>("relation.bias", classes);
  if (!bias.ok()) return bias.status();
  const auto settings = file.Array<float>("relation.settings", 6);
  if (!settings.ok()) return settings.status();

  RelationModel model;
  model.weights_ = Spread(weights.value(), columns.value(), scales.value()[0]);
  model.dense_ = Spread(dense.value(), columns.value(), scales.value()[1]);
  model.bias_.fill(-std::numeric_limits<float>::infinity());  // A class that the file lacks.
  for (size_t i = 0; i < classes; ++i) model.bias_[columns.value()[i]] = bias.value()[i];
  model.temperature_ = settings.value()[0];
  model.threshold_ = settings.value()[1];
  model.of_pairs_ = {settings.value()[2], settings.value()[3]};
  model.of_events_ = {settings.value()[4], settings.value()[5]};
  size_t slots = 64;
  while (slots < 2 * features) slots *= 2;
  model.slots_.assign(slots, {});
  for (size_t i = 0; i < features; ++i) {
    model.names_.emplace_back(names.value()[i]);
    const uint64_t hash = HashString(model.names_.back());
    size_t at = hash & (slots - 1);
    while (model.slots_[at].feature != 0) at = (at + 1) & (slots - 1);
    model.slots_[at] = {uint32_t(i + 1), uint32_t(hash >> 32)};
  }
  return model;
}

std::optional<uint32_t> RelationModel::Find(std::string_view feature) const {
  const size_t mask = slots_.size() - 1;
  const uint64_t hash = HashString(feature);
  for (size_t at = hash & mask; slots_[at].feature != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.mark == uint32_t(hash >> 32) && names_[slot.feature - 1] == feature) {
      return slot.feature - 1;
    }
  }
  return std::nullopt;
}

RelationScores RelationModel::Score(const Syntax& syntax, const TokenPair& pair,
                                    const RelationHints& hints, const VectorMeans* means) const {
  RelationScores scores;
  scores.logit = bias_;
  std::vector<uint32_t> seen;
  ReadRelationFeatures(syntax, pair, hints, [&](std::string_view name, uint32_t) {
    if (const auto feature = Find(name)) seen.push_back(*feature);
  });
  std::ranges::sort(seen);
  const auto twice = std::ranges::unique(seen);
  seen.erase(twice.begin(), twice.end());
  for (const uint32_t f : seen) AddRow(&weights_[f * kRelationClasses], 1.0f, scores.logit);
  if (means != nullptr) {
    for (size_t g = 0; g < kVectorGroups; ++g) {
      const float* rows = &dense_[g * kWidth * kRelationClasses];
      for (size_t i = 0; i < kWidth; ++i) {
        const float x = (*means)[g][i];
        if (x != 0) AddRow(rows + i * kRelationClasses, x, scores.logit);
      }
    }
  }
  float highest = -std::numeric_limits<float>::infinity(), sum = 0;
  for (const float x : scores.logit) highest = std::max(highest, x);
  for (size_t c = 0; c < kRelationClasses; ++c) {
    scores.probability[c] = std::exp((scores.logit[c] - highest) / temperature_);
    sum += scores.probability[c];
  }
  for (float& p : scores.probability) p /= sum;
  return scores;
}

float Calibration::operator()(float probability) const {
  const float p = std::clamp(probability, 1e-4f, 1 - 1e-4f);
  return 1 / (1 + std::exp(-(slope * std::log(p / (1 - p)) + offset)));
}

// PLOVER's earlier YIELD is two types now, and texts labelled with it say only that it is one of
// them: what they share is counted together before the likelier one is named.
RelationChoice Choose(const RelationScores& scores) {
  const auto p = [&](EventType type) { return scores.probability[size_t(type)]; };
  const float yields = p(EventType::kConcede) + p(EventType::kRetreat);
  RelationChoice best{
      p(EventType::kConcede) > p(EventType::kRetreat) ? EventType::kConcede : EventType::kRetreat,
      yields};
  for (size_t c = 0; c < kRelationTypes; ++c) {
    const float share = scores.probability[c];
    if (share > best.probability) best = {EventType(c), share};
  }
  const float types = 1.0f - scores.probability[kNoRelation];
  best.probability = types > 0 ? std::min(1.0f, best.probability / types) : 0;
  return best;
}

std::vector<Weighed> RelationModel::Explain(const Syntax& syntax, const TokenPair& pair,
                                            const RelationHints& hints, const VectorMeans* means,
                                            size_t type, size_t most) const {
  std::vector<Weighed> weighed;
  ReadRelationFeatures(syntax, pair, hints, [&](std::string_view name, uint32_t token) {
    const auto feature = Find(name);
    if (!feature || std::ranges::find(weighed, name, &Weighed::feature) != weighed.end()) return;
    weighed.push_back({std::string(name), token, weights_[*feature * kRelationClasses + type]});
  });
  for (size_t g = 0; means != nullptr && g < kVectorGroups; ++g) {
    Weighed sum{"v:" + std::string(kVectorGroupNames[g]), kNoToken, 0};
    for (size_t i = 0; i < kWidth; ++i) {
      sum.weight += (*means)[g][i] * dense_[(g * kWidth + i) * kRelationClasses + type];
    }
    weighed.push_back(std::move(sum));
  }
  std::ranges::stable_sort(weighed, std::greater(), &Weighed::weight);
  if (weighed.size() > most) weighed.resize(most);
  return weighed;
}

std::vector<uint32_t> TellingWords(std::span<const Weighed> weighed, const TokenPair& pair) {
  std::vector<uint32_t> words;
  for (const Weighed& w : weighed) {
    if (w.token == kNoToken || w.weight <= 0) continue;
    if (pair.source.has(w.token) || pair.target.has(w.token)) continue;
    if (std::ranges::find(words, w.token) == words.end()) words.push_back(w.token);
  }
  return words;
}

}  // namespace averment::events
