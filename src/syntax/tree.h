// What is done to a paragraph's arcs after the moves: lifted arcs go back to where their labels
// say, and the roots' edges give the sentences.  Both follow spaCy exactly (nonproj.pyx, doc.pyx).

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "averment/labels.h"
#include "src/syntax/arc_eager.h"

namespace averment {

// The tree of one paragraph, indices from its first token.
struct Tree {
  std::vector<int> heads;  // Own index for a root.
  std::vector<Dep> deps;
  std::vector<uint8_t> sentence_start;
  std::vector<int> left, right;  // Edges of the subtrees, as the sentences were found with.
};

// `is_space`: whether a token is blanks.  Reattaches lifted arcs (Nivre & Nilsson 2005, HEAD
// scheme: the first word with the wanted label, searched breadth-first below the present head) and
// marks where sentences start.
void FinishTree(const Arcs& arcs, std::span<const ArcEager::Label> labels,
                std::span<const uint8_t> is_space, Tree& tree);

}  // namespace averment
