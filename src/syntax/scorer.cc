// The order of pieces is changed on loading: the model keeps the two pieces of an output side by
// side, the kernels want all first pieces, then all second ones.

#include "src/syntax/scorer.h"

#include <algorithm>
#include <array>

namespace averment {
namespace {

constexpr size_t kMaxFeatures = 8;

// 0, 1, 2, ... padded with -1 to a multiple of the panel.
std::vector<int> InOrder(size_t n) {
  std::vector<int> order((n + kPanel - 1) / kPanel * kPanel, -1);
  for (size_t i = 0; i < n; ++i) order[i] = int(i);
  return order;
}

}  // namespace

Result<MoveScorer> MoveScorer::Load(const ModelFile& model, const std::string& prefix,
                                    size_t features, const Kernels& kernels) {
  MoveScorer s;
  s.kernels_ = &kernels;
  s.features_ = features;
  const auto dims = model.Dims(prefix + ".upper.W");
  if (dims.size() != 2 || dims[0] == 0 || dims[0] > 112 || dims[1] != kHidden) {
    return Status(model.name() + ": " + prefix + ".upper.W: bad dimensions");
  }
  s.moves_ = dims[0];
  s.vectors_ = s.moves_ <= 80 ? 10 : 14;
  const size_t outputs = features * kFeature;
  auto lower = model.Array<float>(prefix + ".lower.W", kHidden * kWidth);
  auto lower_bias = model.Array<float>(prefix + ".lower.b", kHidden);
  auto affine = model.Array<float>(prefix + ".affine.W", outputs * kHidden);
  auto affine_bias = model.Array<float>(prefix + ".affine.b", kFeature);
  auto pad = model.Array<float>(prefix + ".affine.pad", outputs);
  auto upper = model.Array<float>(prefix + ".upper.W", s.moves_ * kHidden);
  auto upper_bias = model.Array<float>(prefix + ".upper.b", s.moves_);
  for (const auto* found :
       {&lower, &lower_bias, &affine, &affine_bias, &pad, &upper, &upper_bias}) {
    if (!found->ok()) return found->status();
  }
  s.lower_ =
      Panels::Pack(lower.value().data(), lower_bias.value().data(), kWidth, InOrder(kHidden));
  // Column f * 128 + p * 64 + o is the model's row (f, o, p).
  std::vector<int> order = InOrder(outputs);
  s.missing_.resize(outputs);
  s.feature_bias_.resize(kFeature);
  for (size_t f = 0; f < features; ++f) {
    for (size_t p = 0; p < 2; ++p) {
      for (size_t o = 0; o < kHidden; ++o) {
        const size_t to = f * kFeature + p * kHidden + o, from = f * kFeature + o * 2 + p;
        order[to] = int(from);
        s.missing_[to] = pad.value()[from];
        if (f == 0) s.feature_bias_[to] = affine_bias.value()[from];
      }
    }
  }
  s.affine_ = Panels::Pack(affine.value().data(), nullptr, kHidden, order);
  s.upper_.assign(kHidden * s.columns(), 0.0f);
  s.upper_bias_.assign(s.columns(), 0.0f);
  for (size_t m = 0; m < s.moves_; ++m) {
    for (size_t k = 0; k < kHidden; ++k) {
      s.upper_[k * s.columns() + m] = upper.value()[m * kHidden + k];
    }
    s.upper_bias_[m] = upper_bias.value()[m];
  }
  return s;
}

void MoveScorer::Prepare(const float* rows, size_t n, Scratch& scratch) const {
  auto grow = [](FloatBuffer& buffer, size_t size) {
    if (buffer.size() < size) buffer.resize(size + size / 2);
  };
  grow(scratch.lowered, n * lower_.columns());
  grow(scratch.features, n * affine_.columns());
  scratch.scores.resize(columns());
  scratch.rows.resize(n);
  for (size_t i = 0; i < n; ++i) scratch.rows[i] = rows + i * kWidth;
  kernels_->dense(scratch.rows.data(), n, lower_, scratch.lowered.data());
  for (size_t i = 0; i < n; ++i) {
    scratch.rows[i] = scratch.lowered.data() + i * lower_.columns();
  }
  kernels_->dense(scratch.rows.data(), n, affine_, scratch.features.data());
}

int MoveScorer::Best(const int* tokens, const float* mask, Scratch& scratch) const {
  std::array<const float*, kMaxFeatures> features;
  for (size_t f = 0; f < features_; ++f) {
    features[f] =
        (tokens[f] < 0 ? missing_.data()
                       : scratch.features.data() + size_t(tokens[f]) * affine_.columns()) +
        f * kFeature;
  }
  return kernels_->best_move(features.data(), features_, feature_bias_.data(), upper_.data(),
                             upper_bias_.data(), mask, vectors_, scratch.scores.data());
}

}  // namespace averment
