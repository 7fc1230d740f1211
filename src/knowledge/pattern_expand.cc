// Recursive descent over ( | ) ?, bounded in depth and in the number of sequences, so that no rule
// file can make loading run away.  A backslash makes a word of a sign: \( is the parenthesis
// itself.

#include "src/knowledge/pattern_expand.h"

#include <utility>

namespace averment {
namespace {

constexpr size_t kMaxSequences = 20000;

// Writes a pattern out: "(a|the)? last UNIT" is three sequences.
class Expander {
 public:
  explicit Expander(std::string_view pattern) {
    char before = ' ';
    for (char c : pattern) {
      const bool special = before != '\\' && (c == '(' || c == ')' || c == '|' || c == '?');
      before = c;
      if (special || c == ' ' || c == '\t') {
        if (!items_.empty() && items_.back().empty()) items_.pop_back();
        if (special) items_.push_back(std::string(1, c));
        items_.emplace_back();
      } else {
        if (items_.empty()) items_.emplace_back();
        items_.back() += c;
      }
    }
    if (!items_.empty() && items_.back().empty()) items_.pop_back();
  }

  Result<std::vector<PatternSequence>> Expand() {
    Result<std::vector<PatternSequence>> sequences = Alternatives(0);
    if (sequences.ok() && at_ < items_.size()) return Status("a ) without its (");
    return sequences;
  }

 private:
  bool At(std::string_view item) const { return at_ < items_.size() && items_[at_] == item; }

  Result<std::vector<PatternSequence>> Alternatives(int depth) {
    if (depth > 8) return Status("groups are nested too deeply");
    std::vector<PatternSequence> all;
    do {
      if (!all.empty()) ++at_;  // The bar.
      std::vector<PatternSequence> some(1);
      while (at_ < items_.size() && !At("|") && !At(")")) {
        Result<std::vector<PatternSequence>> next = Element(depth);
        if (!next.ok()) return next;
        std::vector<PatternSequence> longer;
        for (const PatternSequence& a : some) {
          for (const PatternSequence& b : next.value()) {
            longer.push_back(a);
            longer.back().insert(longer.back().end(), b.begin(), b.end());
          }
        }
        some = std::move(longer);
        if (some.size() > kMaxSequences) return Status("the pattern stands for too many sequences");
      }
      all.insert(all.end(), some.begin(), some.end());
    } while (At("|"));
    return all;
  }

  Result<std::vector<PatternSequence>> Element(int depth) {
    std::vector<PatternSequence> element;
    if (At("(")) {
      ++at_;
      Result<std::vector<PatternSequence>> inner = Alternatives(depth + 1);
      if (!inner.ok()) return inner;
      if (!At(")")) return Status("a ( without its )");
      ++at_;
      element = std::move(inner).value();
    } else {
      if (At("?")) return Status("a ? behind nothing");
      std::string word = items_[at_++];
      if (word.size() > 1 && word.front() == '\\') word.erase(0, 1);
      element = {{std::move(word)}};
    }
    if (At("?")) {
      ++at_;
      element.emplace_back();
    }
    return element;
  }

  std::vector<std::string> items_;
  size_t at_ = 0;
};

}  // namespace

Result<std::vector<PatternSequence>> ExpandPattern(std::string_view pattern) {
  return Expander(pattern).Expand();
}

}  // namespace averment
