// Scores are sums of small whole numbers.  The labels of a window come from Viterbi's search over a
// chain: what each word's features say for a label, and what label follows what.

#include "src/discourse/quote_model.h"

#include <algorithm>
#include <bit>

namespace averment {
namespace {

// The number of bits to drop from a hash so that it points into `size` entries; none where `size`
// is no power of two or too large.
std::optional<uint32_t> ShiftFor(size_t size) {
  if (size < 2 || !std::has_single_bit(size) || size > (size_t{1} << 24)) return std::nullopt;
  return 32 - uint32_t(std::countr_zero(size));
}

std::span<const int8_t> Signed(std::span<const uint8_t> bytes) {
  return {reinterpret_cast<const int8_t*>(bytes.data()), bytes.size()};
}

}  // namespace

Result<QuoteModel> QuoteModel::Load(const std::string& path) {
  Result<ModelFile> file = ModelFile::Open(path);
  if (!file.ok()) return file.status();
  QuoteModel model(std::move(file).value());
  const ModelFile& f = model.file_;
  const Result<std::span<const uint32_t>> version = f.Array<uint32_t>("quote.features", 1);
  if (!version.ok()) return version.status();
  if (version.value()[0] != kQuoteFeatures) {
    return Status(path + ": made for features " + std::to_string(version.value()[0]) +
                  ", this program computes " + std::to_string(kQuoteFeatures) +
                  "; run scripts/train attribution");
  }
  const Result<std::span<const uint8_t>> cue = f.Array<uint8_t>("quote.cue");
  if (!cue.ok()) return cue.status();
  const Result<std::span<const uint8_t>> word = f.Array<uint8_t>("quote.word");
  if (!word.ok()) return word.status();
  const Result<std::span<const int32_t>> least = f.Array<int32_t>("quote.least", 2);
  if (!least.ok()) return least.status();
  const Result<std::span<const int32_t>> step =
      f.Array<int32_t>("quote.steps", (kLabels + 1) * kLabels);
  if (!step.ok()) return step.status();
  const Result<std::span<const float>> unit = f.Array<float>("quote.unit", 1);
  if (!unit.ok()) return unit.status();
  const auto cue_shift = ShiftFor(cue.value().size());
  const auto word_shift = ShiftFor(word.value().size() / kLabels);
  if (!cue_shift || !word_shift || word.value().size() % kLabels != 0) {
    return Status(path + ": the number of weights is no power of two");
  }
  model.cue_ = Signed(cue.value());
  model.word_ = Signed(word.value());
  model.cue_shift_ = *cue_shift;
  model.word_shift_ = *word_shift;
  std::ranges::copy(least.value(), model.least_.begin());
  for (int to = 0; to < kLabels; ++to) {
    model.first_[to] = step.value()[to];
    for (int from = 0; from < kLabels; ++from) {
      model.step_[from][to] = step.value()[(from + 1) * kLabels + to];
    }
  }
  for (int32_t s : step.value()) {  // Sums must not overflow.
    if (s < -(1 << 16) || s > (1 << 16)) return Status(path + ": a step is out of range");
  }
  model.unit_ = unit.value()[0];
  return model;
}

int32_t QuoteModel::CueScore(const FeatureList& features) const {
  int32_t score = 0;
  for (uint32_t hash : features.hashes()) score += CueWeight(hash);
  return score;
}

void QuoteModel::LabelWords(const QuoteFeatures& features, uint32_t cue, TokenRange window,
                            std::vector<uint8_t>& labels) const {
  using Scores = std::array<int32_t, kLabels>;
  const QuoteFeatures::FromCue from(features, cue, window);
  std::array<std::array<uint8_t, kLabels>, QuoteFeatures::kMaxWindow> came;
  Scores best = {};
  FeatureList list;
  for (uint32_t i = window.first; i < window.last; ++i) {
    list.clear();
    from.Add(i, list);
    Scores here = {};
    for (uint32_t hash : list.hashes()) {
      const int8_t* w = &word_[size_t{hash >> word_shift_} * kLabels];
      for (int l = 0; l < kLabels; ++l) here[l] += w[l];
    }
    if (i == window.first) {
      for (int l = 0; l < kLabels; ++l) best[l] = first_[l] + here[l];
      continue;
    }
    Scores next;
    for (int to = 0; to < kLabels; ++to) {
      uint8_t way = 0;
      for (uint8_t l = 1; l < kLabels; ++l) {
        if (best[l] + step_[l][to] > best[way] + step_[way][to]) way = l;
      }
      came[i - window.first][to] = way;
      next[to] = best[way] + step_[way][to] + here[to];
    }
    best = next;
  }
  labels.assign(window.size(), kOther);
  if (labels.empty()) return;
  auto label = uint8_t(std::ranges::max_element(best) - best.begin());
  for (size_t i = labels.size(); i-- > 0;) {
    labels[i] = label;
    if (i > 0) label = came[i][label];
  }
}

}  // namespace averment
