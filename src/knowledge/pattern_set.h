// Rules over words, as data: what a rule matches, under which conditions, and which action it asks
// for. What the actions do is the finder's business; the rules only choose from its closed list.
//
//   class MONTH cased not-tags=MD,VB  January=1 Jan.=1 ... May=5     words with values
//   class DAY 1..31 ordinals          digits in a range (four at most, no comma), "21st" too
//   class NUM number                  a number in digits or words: 12, 1,500, twenty-six
//   class CLOCK shape=clock           a token of this shape (see numbers.h)
//   number one=1 ... twenty=20 hundred=100 thousand=1000             words that NUM is made of
//
//   rule last-month [is date]         its id; what it is, if other rules may contain it as <date>
//     match (the|this)? last UNIT     words match in any case, CLASSes by value, <kind> another
//     match match UNIT before last          or so only after in,since             conditions: all
//     `only` lines hold (any of a line's words) not  before percent             and no `not` line
//     does do unit by=-1                   the action and its arguments: integers or the schema's
//     symbols                       (a backslash makes a word of a sign: \( is the parenthesis)
//     + Prices rose last month.  => last month
//     - It was the last of the month.
//
// Conditions: `after WORDS`, `after-tag TAGS` (the token before the match), `before WORDS` (the
// token behind it), `tag TAGS` and `dep DEPS` (its first token), `last-dep DEPS` (its last),
// `entity TYPES` (its first).  `not alone`: the rule serves only inside others.  A rule without an
// example is refused.

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"

namespace averment {

struct PatternTree;

inline constexpr size_t kMaxPatternClasses = 40;
inline constexpr size_t kMaxPatternArgs = 7;

// The closed list that rules choose from.
struct PatternSchema {
  struct Action {
    std::string_view name;
    // Classes (or <kinds>) that every pattern must supply; "A|B" is one of them.
    std::vector<std::string_view> needs;
  };
  std::vector<Action> actions;            // A rule's action is an index into these.
  std::vector<std::string_view> classes;  // What the actions read, by index.  Rules may add others.
  std::vector<std::string_view> args;     // Names of arguments, by index; at most kMaxPatternArgs.
  std::vector<std::pair<std::string_view, int>> symbols;  // Names that stand for values.
};

// One rule that fits, with what its classes caught.
struct PatternMatch {
  static constexpr uint32_t kNone = ~0u;

  TokenRange tokens;
  uint32_t rule = 0;
  uint64_t caught = 0;                                 // Bit c: class c caught something.
  std::array<int32_t, kMaxPatternClasses> value = {};  // What it caught, by class.
  std::array<uint32_t, 2> inner = {kNone, kNone};      // Contained matches: PatternMatcher::inner.

  std::optional<int> Get(size_t cls) const {
    if ((caught >> cls & 1) == 0) return std::nullopt;
    return value[cls];
  }
};

// Immutable once loaded; safe to share between threads.
class PatternSet {
 public:
  // What a rule asks for.
  struct Rule {
    RuleId id;           // With its topic: "time/last-month".
    uint32_t action;     // Index into PatternSchema::actions.
    uint32_t kind;       // 0: of no kind.
    uint32_t given = 0;  // Bit a: argument a is given.
    std::array<int32_t, kMaxPatternArgs> args = {};

    std::optional<int> Arg(size_t a) const {
      if ((given >> a & 1) == 0) return std::nullopt;
      return args[a];
    }
  };

  // `topic` is what rule ids begin with.  Fails naming the file and line.
  static Result<PatternSet> Load(const KnowledgePath& path, std::string_view topic,
                                 const PatternSchema& schema);

  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  ~PatternSet();

  const Rule& rule(const PatternMatch& match) const { return rules_[match.rule]; }

 private:
  friend class PatternMatcher;
  friend class PatternLoader;
  PatternSet();

  std::vector<Rule> rules_;
  std::unique_ptr<const PatternTree> tree_;
};

// Matches one text.  Holds scratch space, so one matcher a thread; the set and the syntax outlive
// it.
class PatternMatcher {
 public:
  PatternMatcher(const PatternSet& set, const Syntax& syntax);
  ~PatternMatcher();

  // The longest match that begins at token i; of equal ones that of the rule that stands first.
  std::optional<PatternMatch> LongestAt(uint32_t i);

  // A match that `outer` contains, by PatternMatch::inner.  Valid until the next LongestAt.
  const PatternMatch& inner(uint32_t index) const { return inner_[index]; }

 private:
  struct Search;
  const PatternSet& set_;
  const Syntax& syntax_;
  std::vector<uint32_t> words_;  // Of each token: its word id, 0 for words that no rule knows.
  std::vector<PatternMatch> inner_;
};

}  // namespace averment
