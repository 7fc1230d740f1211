// HOW IT WORKS
//
// A state is a stack, a buffer (the words not yet reached, before them those put back) and the arcs
// so far.  Which moves are allowed depends on the action alone, so one of 32 masks says it.  Every
// word's right children come and go at the end of a list only: S0 hangs on the word below it on the
// stack, or on none, when its arc is replaced.  So the last child on either side and, for right
// ones, the one before it are all that features and deletions need.

#include "src/syntax/arc_eager.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

namespace averment {
namespace {

// The state of one paragraph over a worker's scratch.
struct State {
  ArcEager::Scratch& s;
  int length;
  int next = 0;  // First word never taken from the buffer.

  State(ArcEager::Scratch& scratch, int n) : s(scratch), length(n) {
    s.stack.clear();
    s.rebuffer.clear();
    for (auto* v : {&s.heads, &s.last_left, &s.last_right, &s.previous_right}) v->assign(n, -1);
    s.labels.assign(n, 0);
    s.unshiftable.assign(n, 0);
    s.sentence_start.assign(n, 0);
  }

  int S(size_t i) const { return i < s.stack.size() ? s.stack[s.stack.size() - 1 - i] : -1; }
  int B(size_t i) const {
    if (i < s.rebuffer.size()) return s.rebuffer[s.rebuffer.size() - 1 - i];
    const int at = next + int(i - s.rebuffer.size());
    return at < length ? at : -1;
  }
  int buffer_length() const { return length - next + int(s.rebuffer.size()); }
  bool is_final() const { return s.stack.empty() && buffer_length() == 0; }
  int LastLeft(int word) const { return word < 0 ? -1 : s.last_left[word]; }
  int LastRight(int word) const { return word < 0 ? -1 : s.last_right[word]; }

  void Features(int* tokens) const {
    const int b0 = B(0), s0 = S(0);
    const int found[8] = {b0, B(1), s0, S(1), S(2), LastLeft(b0), LastLeft(s0), LastRight(s0)};
    std::copy_n(found, 8, tokens);
  }

  // The set of actions allowed here, a bit each.
  unsigned Valid() const {
    const int buffer = buffer_length(), b0 = B(0);
    const bool has_stack = !s.stack.empty();
    const bool starts = b0 >= 0 && s.sentence_start[b0];
    const bool arc = has_stack && buffer > 0 && !starts;
    const bool shift = !has_stack || (buffer >= 2 && !starts && !s.unshiftable[b0]);
    const int b1 = B(1);
    const bool breaks = buffer >= 2 && b1 == b0 + 1 && !s.sentence_start[b1];
    return unsigned(shift) | unsigned(has_stack) << 1 | unsigned(arc) << 2 | unsigned(arc) << 3 |
           unsigned(breaks) << 4;
  }

  void Push() {
    int word = next;
    if (!s.rebuffer.empty()) {
      word = s.rebuffer.back();
      s.rebuffer.pop_back();
    } else {
      ++next;
    }
    s.stack.push_back(word);
  }

  void Reduce() {
    const int s0 = s.stack.back();
    s.stack.pop_back();
    if (s.heads[s0] < 0 && !s.stack.empty()) {
      s.unshiftable[s0] = 1;
      s.rebuffer.push_back(s0);
    }
  }

  void Left(uint16_t label) {
    const int s0 = s.stack.back(), b0 = B(0);
    const int old = s.heads[s0];
    if (old >= 0 && s.last_right[old] == s0) s.last_right[old] = s.previous_right[s0];
    s.heads[s0] = b0;
    s.labels[s0] = label;
    s.last_left[b0] = s0;
    s.unshiftable[b0] = 0;
    s.stack.pop_back();
  }

  void Right(uint16_t label) {
    const int s0 = s.stack.back(), b0 = B(0);
    s.heads[b0] = s0;
    s.labels[b0] = label;
    s.previous_right[b0] = s.last_right[s0];
    s.last_right[s0] = b0;
    Push();
  }
};

std::optional<ArcEager::Label> ParseLabel(std::string_view written) {
  ArcEager::Label label;
  const size_t bar = written.find("||");
  const auto dep = ParseDep(written.substr(0, bar));
  if (!dep) return std::nullopt;
  label.dep = *dep;
  if (bar != std::string_view::npos) {
    const auto from = ParseDep(written.substr(bar + 2));
    if (!from) return std::nullopt;
    label.lifted_from = *from;
    label.lifted = true;
  }
  return label;
}

}  // namespace

Result<ArcEager> ArcEager::Load(const ModelFile& model, const Kernels& kernels) {
  ArcEager parser;
  auto scorer = MoveScorer::Load(model, "parser", 8, kernels);
  if (!scorer.ok()) return scorer.status();
  parser.scorer_ = std::move(scorer).value();
  auto actions = model.Array<uint8_t>("parser.actions", parser.scorer_.moves());
  auto labels = model.Strings("parser.labels");
  if (!actions.ok()) return actions.status();
  if (!labels.ok()) return labels.status();
  if (labels.value().size() != actions.value().size()) {
    return Status(model.name() + ": parser.labels: one for each move, please");
  }
  parser.labels_.push_back({Dep::kroot, Dep::kroot, false});
  for (size_t m = 0; m < actions.value().size(); ++m) {
    const uint8_t action = actions.value()[m];
    if (action > kBreak) return Status(model.name() + ": parser.actions: no such action");
    parser.actions_.push_back(action);
    parser.move_label_.push_back(0);
    if (action != kLeft && action != kRight) continue;
    const auto label = ParseLabel(labels.value()[m]);
    if (!label) {
      return Status(model.name() + ": unknown dependency label " + std::string(labels.value()[m]));
    }
    parser.move_label_.back() = uint16_t(parser.labels_.size());
    parser.labels_.push_back(*label);
  }
  const size_t columns = parser.scorer_.columns();
  parser.masks_.assign(32 * columns, -std::numeric_limits<float>::infinity());
  for (unsigned valid = 0; valid < 32; ++valid) {
    for (size_t m = 0; m < parser.actions_.size(); ++m) {
      if (valid >> parser.actions_[m] & 1) parser.masks_[valid * columns + m] = 0.0f;
    }
  }
  return parser;
}

void ArcEager::Parse(const float* rows, size_t n, Scratch& scratch, Arcs& out) const {
  scorer_.Prepare(rows, n, scratch.scorer);
  State state(scratch, int(n));
  while (!state.is_final()) {
    int tokens[8];
    state.Features(tokens);
    const float* mask = masks_.data() + state.Valid() * scorer_.columns();
    const int move = scorer_.Best(tokens, mask, scratch.scorer);
    if (move < 0) break;  // Cannot be: with words left, a shift or a reduction is always allowed.
    const uint16_t label = move_label_[move];
    switch (actions_[move]) {
      case kShift: state.Push(); break;
      case kReduce: state.Reduce(); break;
      case kLeft: state.Left(label); break;
      case kRight: state.Right(label); break;
      case kBreak: scratch.sentence_start[state.B(1)] = 1; break;
    }
  }
  out.heads = scratch.heads;
  out.labels = scratch.labels;
  for (size_t i = 0; i < n; ++i) {
    if (out.heads[i] < 0) out.heads[i] = int(i);
  }
}

}  // namespace averment
