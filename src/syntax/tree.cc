// Edges are found by passing them from children to heads, forwards and backwards, until every head
// lies inside its sentence or eleven passes are done: non-projective arcs need more than one.

#include "src/syntax/tree.h"

#include <algorithm>
#include <utility>

namespace averment {
namespace {

// One pass of spaCy's _set_lr_kids_and_edges.  Returns whether all heads lie inside their
// sentences.
bool SpreadEdges(Tree& tree, std::vector<uint8_t>& starts) {
  const int n = int(tree.heads.size());
  auto& left = tree.left;
  auto& right = tree.right;
  for (int i = 0; i < n; ++i) {
    const int h = tree.heads[i];
    left[h] = std::min(left[h], left[i]);
    right[h] = std::max(right[h], right[i]);
  }
  for (int i = n - 1; i >= 0; --i) {
    const int h = tree.heads[i];
    right[h] = std::max(right[h], right[i]);
    left[h] = std::min(left[h], left[i]);
  }
  starts.assign(n, 0);
  for (int i = 0; i < n; ++i) {
    if (tree.heads[i] == i) starts[left[i]] = 1;
  }
  int sentence = 0;
  for (int i = 0; i < n; ++i) {
    if (!(i > 0 && starts[i]) && i != n - 1) continue;
    for (int j = sentence; j < i; ++j) {
      if (tree.heads[j] < sentence || tree.heads[j] >= i + 1) return false;
    }
    sentence = i;
  }
  return true;
}

void SetEdges(Tree& tree) {
  const int n = int(tree.heads.size());
  tree.left.resize(n);
  tree.right.resize(n);
  for (int i = 0; i < n; ++i) tree.left[i] = tree.right[i] = i;
  std::vector<uint8_t>& starts = tree.sentence_start;
  for (int pass = 0; !SpreadEdges(tree, starts); ++pass) {
    if (pass > 10) break;
  }
  starts.assign(n, 0);
  for (int i = 0; i < n; ++i) {
    if (tree.heads[i] == i) starts[tree.left[i]] = 1;
  }
}

// spaCy's children of a token are those with this head between its edges; left ones, then right
// ones.
template <typename Visit>
bool AnyChild(const Tree& tree, int word, Visit visit) {
  for (int c = tree.left[word]; c < word; ++c) {
    if (tree.heads[c] == word && visit(c)) return true;
  }
  for (int c = word + 1; c <= tree.right[word]; ++c) {
    if (tree.heads[c] == word && visit(c)) return true;
  }
  return false;
}

// `pending`: words whose lifted arc is still to be settled; they have no plain label yet.
int FindNewHead(const Tree& tree, int word, Dep wanted, std::span<const uint8_t> is_space,
                std::span<const uint8_t> pending) {
  std::vector<int> level{tree.heads[word]}, next;
  int found = tree.heads[word];
  while (!level.empty()) {
    next.clear();
    for (int w : level) {
      const bool hit = AnyChild(tree, w, [&](int c) {
        if (is_space[c] || c == word) return false;
        if (tree.deps[c] == wanted && !pending[c]) {
          found = c;
          return true;
        }
        next.push_back(c);
        return false;
      });
      if (hit) return found;
    }
    std::swap(level, next);
  }
  return found;
}

}  // namespace

void FinishTree(const Arcs& arcs, std::span<const ArcEager::Label> labels,
                std::span<const uint8_t> is_space, Tree& tree) {
  const size_t n = arcs.heads.size();
  tree.heads = arcs.heads;
  tree.deps.resize(n);
  bool lifted = false;
  for (size_t i = 0; i < n; ++i) {
    const bool root = tree.heads[i] == int(i);
    tree.deps[i] = root ? Dep::kroot : labels[arcs.labels[i]].dep;
    lifted |= !root && labels[arcs.labels[i]].lifted;
  }
  SetEdges(tree);
  if (!lifted) return;
  // In the order of the text, each seeing what those before it changed.
  std::vector<uint8_t> pending(n, 0);
  for (size_t i = 0; i < n; ++i) {
    pending[i] = tree.heads[i] != int(i) && labels[arcs.labels[i]].lifted;
  }
  for (size_t i = 0; i < n; ++i) {
    if (!pending[i]) continue;
    const Dep wanted = labels[arcs.labels[i]].lifted_from;
    tree.heads[i] = FindNewHead(tree, int(i), wanted, is_space, pending);
    pending[i] = 0;
  }
  SetEdges(tree);
}

}  // namespace averment
