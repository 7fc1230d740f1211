// What a PatternSet is compiled into; for pattern_*.cc only.
//
// All patterns of all rules, written out without options and groups, share one tree.  An edge asks
// for a word, a class or a contained match; a node names the rules that end there.  The words that
// may begin a pattern are marked, so that most tokens cost one look-up.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "src/knowledge/numbers.h"
#include "src/knowledge/pattern_set.h"

namespace averment {

struct PatternTree {
  enum class Ask : uint8_t { kWord, kClass, kInner };

  struct Edge {
    Ask ask;
    uint32_t id;  // A word, a class, or the bit of a kind.
    uint32_t child;
    friend auto operator<=>(const Edge&, const Edge&) = default;
  };
  struct Node {
    std::vector<Edge> edges;        // By ask, then by id.
    std::vector<uint32_t> accepts;  // Rules, in the order of the file.
  };

  struct Class {
    bool cased = false;
    bool number = false;       // A number in words or digits.
    bool spoken_year = false;  // nineteen ninety-six, two thousand and six
    bool ordinals = false;
    int from = 1, to = 0;  // Of digits; an empty range for none.
    TokenShape shape = TokenShape::kNone;
    uint64_t not_tags = 0, only_tags = ~uint64_t{0};
  };

  struct Membership {
    uint32_t cls;
    int32_t value;
  };
  struct Word {
    std::vector<Membership> classes;
    int number = 0;  // As a part of NUM, 0 for none.
  };

  struct Condition {
    enum class On : uint8_t { kAfter, kBefore, kAfterTag, kTag, kDep, kLastDep, kEntity };
    bool wanted;  // `only`, else `not`.
    On on;
    std::vector<uint32_t> words;  // kAfter, kBefore.
    uint64_t labels = 0;          // The others.
  };

  struct HashView {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };

  std::vector<Node> nodes = std::vector<Node>(1);
  std::vector<Class> classes;
  std::vector<Word> words = std::vector<Word>(1);  // Word 0 is every word that no rule knows.
  std::unordered_map<std::string, uint32_t, HashView, std::equal_to<>> word_ids;
  std::vector<std::vector<Condition>> conditions;  // By rule.
  std::vector<bool> only_inside;                   // By rule: `not alone`.

  // 0 for words that no rule knows.
  uint32_t WordId(std::string_view lower) const {
    constexpr size_t kLongestWord = 24;
    if (lower.size() > kLongestWord) return 0;
    const auto at = word_ids.find(lower);
    return at == word_ids.end() ? 0 : at->second;
  }
};

}  // namespace averment
