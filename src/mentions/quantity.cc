// HOW IT WORKS
//
// The words make the number and its bounds: rules over words (knowledge/quantity) choose one of a
// few actions, and the arithmetic is here.  The tree says what is counted: the noun that the number
// modifies, or the one behind its "of".  A number behind its noun names a thing ("Flight 370") and
// counts nothing.

#include "src/mentions/quantity.h"

#include <algorithm>
#include <utility>

namespace averment {
namespace {

constexpr int64_t kMost = 1'000'000'000'000;
constexpr size_t kMostChildren = 64;  // Of one token that are looked at.

enum QuantityAction : uint32_t {
  kDoNumber,
  kDoExact,
  kDoAbout,
  kDoOver,
  kDoUnder,
  kDoRange,
  kDoSeveral
};
enum QuantitySlot : size_t {
  kNumSlot,
  kDecimalSlot,
  kScaleSlot,
  kGroupSlot,
  kVagueSlot,
  kThousandsSlot,
  kTensSlot
};
enum QuantityArg : size_t { kHalfArg };

PatternSchema Schema() {
  PatternSchema schema;
  schema.actions = {{"number", {"NUM|DECIMAL|SCALE|GROUP"}},
                    {"exact", {"<number>"}},
                    {"about", {"<number>"}},
                    {"over", {"<number>"}},
                    {"under", {"<number>"}},
                    {"range", {"<number>"}},
                    {"several", {"VAGUE|SCALE|GROUP|TENS"}}};
  schema.classes = {"NUM", "DECIMAL", "SCALE", "GROUP", "VAGUE", "THOUSANDS", "TENS"};
  schema.args = {"half"};
  return schema;
}

// Numbers beyond any count stay at kMost.
int64_t Times(int64_t a, int64_t b) {
  int64_t product = 0;
  return __builtin_mul_overflow(a, b, &product) ? kMost : std::min(product, kMost);
}

// The value of a <number>: its parts multiplied.
int64_t ValueOf(const PatternSet& rules, const PatternMatch& number) {
  int64_t value = number.Get(kNumSlot).value_or(1);
  int64_t hundredths = 100;
  if (const auto decimal = number.Get(kDecimalSlot)) hundredths = *decimal;
  for (const QuantitySlot slot : {kScaleSlot, kGroupSlot}) {
    if (const auto factor = number.Get(slot)) value = Times(value, *factor);
  }
  // "2.5 million": hundredths of a number that stays below kMost, so at most 128 bits.
  value = int64_t(std::min<__int128>(__int128(value) * hundredths / 100, kMost));
  if (rules.rule(number).Arg(kHalfArg)) value /= 2;
  return std::min(value, kMost);
}

// What several of something are at least: "dozens" 24, "tens of thousands" 20,000.
int64_t LeastOf(const PatternMatch& match) {
  const auto vague = match.Get(kVagueSlot) ? match.Get(kVagueSlot) : match.Get(kTensSlot);
  int64_t value = vague.value_or(2);  // "several hundred", "a few dozen": two at least.
  for (const QuantitySlot slot : {kScaleSlot, kGroupSlot, kThousandsSlot}) {
    if (const auto factor = match.Get(slot)) value = Times(value, *factor);
  }
  return std::min(value, kMost);
}

// The bounds; false where the words give none.
bool Bound(const PatternSet& rules, const PatternMatcher& matcher, const PatternMatch& match,
           Quantity& q) {
  const auto inner = [&](size_t k) -> const PatternMatch& { return matcher.inner(match.inner[k]); };
  const uint32_t action = rules.rule(match).action;
  if (action == kDoNumber) return false;
  if (action == kDoSeveral) {
    q.low = LeastOf(match);
    return true;
  }
  if (match.inner[0] == PatternMatch::kNone) return false;
  int64_t value = ValueOf(rules, inner(0));
  q.approximate = action == kDoAbout || (action == kDoExact && inner(0).Get(kGroupSlot));
  if (action != kDoUnder) q.low = value;
  if (action != kDoOver) q.high = value;
  if (action != kDoRange) return true;
  if (match.inner[1] == PatternMatch::kNone) return false;
  q.high = ValueOf(rules, inner(1));
  const auto scale = inner(1).Get(kScaleSlot);
  if (scale && !inner(0).Get(kScaleSlot) && value < *scale)
    q.low = value * *scale;  // "2 to 3 million"
  return *q.low < *q.high;
}

// The token of the range whose head lies outside it.
uint32_t TopOfNumber(const Syntax& s, TokenRange range) {
  for (uint32_t i = range.last; i-- > range.first;) {
    const uint32_t head = s.tokens[i].head;
    if (head == i || head < range.first || head >= range.last) return i;
  }
  return range.first;
}

bool IsNominal(const Syntax& s, uint32_t i) {
  const Pos pos = s.tokens[i].pos;
  const Tag tag = s.tokens[i].tag;
  return pos == Pos::kNOUN || pos == Pos::kPROPN || pos == Pos::kADJ || tag == Tag::kVBN;
}

// "dozens OF PEOPLE", "20 OF THEM".
std::optional<uint32_t> BehindOf(const Syntax& s, uint32_t number) {
  const auto children = s[number].child_indices();
  for (uint32_t c : children.first(std::min(children.size(), kMostChildren))) {
    if (c < number || s[c].lower() != "of") continue;
    if (const auto object = s[c].child(Dep::kpobj)) return object->index();
  }
  return std::nullopt;
}

// Finds what is counted; false where the number names a thing.
bool Counted(const Syntax& s, Quantity& q) {
  for (uint32_t i = q.tokens.first; i < q.tokens.last; ++i) {
    if (const auto below = BehindOf(s, i); below && *below >= q.tokens.last) {
      q.counted = below;
      return true;
    }
  }
  uint32_t top = TopOfNumber(s, q.tokens);
  for (int step = 0; step < 3 && s.tokens[top].dep == Dep::kquantmod; ++step) {
    top = s.tokens[top].head;
  }
  const TokenData& t = s.tokens[top];
  const bool below_noun = t.dep == Dep::knummod || t.dep == Dep::kcompound || t.dep == Dep::kamod ||
                          t.dep == Dep::knmod || t.dep == Dep::kdet;
  if (!below_noun || t.head == top) return true;
  if (t.head < q.tokens.first) return t.dep != Dep::knummod;
  if (IsNominal(s, t.head)) q.counted = t.head;
  return true;
}

bool OverlapsTime(std::span<const Timex> times, const Span& span) {
  const auto at =
      std::ranges::upper_bound(times, span.begin, {}, [](const Timex& t) { return t.span.end; });
  return at != times.end() && at->span.Overlaps(span);
}

}  // namespace

Result<QuantityFinder> QuantityFinder::Load(const KnowledgePath& dir) {
  Result<PatternSet> rules = PatternSet::Load(dir / "rules.txt", "quantity", Schema());
  if (!rules.ok()) return rules.status();
  return QuantityFinder(std::move(rules).value());
}

std::vector<Quantity> QuantityFinder::Find(const Syntax& syntax,
                                           std::span<const Timex> times) const {
  std::vector<Quantity> found;
  PatternMatcher matcher(rules_, syntax);
  for (uint32_t i = 0; i < syntax.size();) {
    const std::optional<PatternMatch> match = matcher.LongestAt(i);
    if (!match) {
      ++i;
      continue;
    }
    Quantity q;
    q.tokens = match->tokens;
    q.span = syntax.SpanOf(match->tokens);
    q.rule = rules_.rule(*match).id;
    const bool counts = Bound(rules_, matcher, *match, q) && !OverlapsTime(times, q.span);
    if (counts && Counted(syntax, q)) found.push_back(std::move(q));
    i = match->tokens.last;  // Past the match, so quantities never overlap.
  }
  return found;
}

}  // namespace averment
