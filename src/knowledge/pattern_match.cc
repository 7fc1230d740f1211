// Walks the tree of patterns along the tokens, depth first.  Two kinds of edges lead to whole
// matches: one that stands later in a pattern is looked for where the walk has come to (a few
// levels deep at most); one that begins a pattern ("<day> night") would call itself, so the longest
// plain match is found first and then grown.

#include <algorithm>

#include "src/knowledge/pattern_tree.h"

namespace averment {

struct PatternMatcher::Search {
  static constexpr int kMaxDepth = 3;  // Of matches in matches.
  static constexpr int kMaxGrowth = 3;

  PatternMatcher& matcher;
  const PatternTree& tree = *matcher.set_.tree_;
  const Syntax& syntax = matcher.syntax_;

  // What a walk has caught so far.
  struct Path {
    uint32_t begin;
    int depth;
    PatternMatch caught;
    size_t inner_count = 0;
  };

  // A value and the tokens that it takes.
  struct Caught {
    int value;
    uint32_t tokens;
  };

  // The longest match of all rules, and that of those that may stand alone.
  struct Best {
    std::optional<PatternMatch> inside, alone;
  };

  struct Remembered {
    uint32_t at;
    int depth;
    std::optional<PatternMatch> match;
  };
  std::vector<Remembered> memory = {};

  uint32_t size() const { return uint32_t(syntax.size()); }
  uint32_t WordAt(uint32_t i) const { return matcher.words_[i]; }
  uint32_t ParagraphOf(uint32_t i) const {
    return syntax.sentences[syntax.tokens[i].sentence].paragraph;
  }
  std::string_view TextAt(uint32_t i) const { return syntax[i].text(); }

  bool MayBegin(uint32_t i) const {
    if (WordAt(i) != 0) return true;
    const std::string_view text = TextAt(i);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    // Shapes begin with a digit, or as in mid-1990s.
    return digit(text.front()) ||
           (text.size() > 4 && (text.starts_with("mid-") || text.starts_with("Mid-")) &&
            digit(text[4]));
  }

  std::optional<PatternMatch> Longest(uint32_t i, int depth) {
    if (!MayBegin(i)) return std::nullopt;
    for (const Remembered& r : memory) {
      if (r.at == i && r.depth == depth) return r.match;
    }
    Best best;
    Walk(0, i, {.begin = i, .depth = depth, .caught = {}}, best);
    for (int grown = 0; best.inside && grown < kMaxGrowth; ++grown) {
      const uint32_t last = best.inside->tokens.last;
      Grow(i, depth, best);
      if (best.inside->tokens.last == last) break;
    }
    const auto& longest = depth == 0 ? best.alone : best.inside;
    memory.push_back({i, depth, longest});
    return longest;
  }

  // Patterns that begin with a contained match, which `best` may be.
  void Grow(uint32_t i, int depth, Best& best) {
    const PatternMatch seed = *best.inside;
    const uint32_t kinds = matcher.set_.rules_[seed.rule].kind;
    for (const PatternTree::Edge& edge : tree.nodes[0].edges) {
      if (edge.ask != PatternTree::Ask::kInner || (kinds & edge.id) == 0) continue;
      Path path{.begin = i, .depth = depth, .caught = {}};
      Contain(path, seed);
      Walk(edge.child, seed.tokens.last, path, best);
    }
  }

  void Contain(Path& path, const PatternMatch& match) {
    if (path.inner_count >= path.caught.inner.size()) return;
    path.caught.inner[path.inner_count++] = uint32_t(matcher.inner_.size());
    matcher.inner_.push_back(match);
  }

  void Walk(uint32_t node, uint32_t i, const Path& path, Best& best) {
    for (uint32_t rule : tree.nodes[node].accepts) Offer(rule, i, path, best);
    while (i < size() && i > path.begin && syntax.tokens[i].tag == Tag::kSP) ++i;
    if (i >= size() || ParagraphOf(i) != ParagraphOf(path.begin)) return;
    const std::vector<PatternTree::Edge>& edges = tree.nodes[node].edges;
    const uint32_t word = WordAt(i);
    if (word != 0) {
      const auto at = std::lower_bound(edges.begin(), edges.end(),
                                       PatternTree::Edge{PatternTree::Ask::kWord, word, 0});
      if (at != edges.end() && at->ask == PatternTree::Ask::kWord && at->id == word) {
        Walk(at->child, i + 1, path, best);
      }
    }
    const auto classes = std::lower_bound(edges.begin(), edges.end(),
                                          PatternTree::Edge{PatternTree::Ask::kClass, 0, 0});
    std::optional<PatternMatch> contained;
    bool looked = false;
    for (auto edge = classes; edge != edges.end(); ++edge) {
      if (edge->ask == PatternTree::Ask::kClass) {
        const auto caught = Catch(edge->id, i);
        if (!caught) continue;
        Path next = path;
        next.caught.caught |= uint64_t{1} << edge->id;
        next.caught.value[edge->id] = caught->value;
        Walk(edge->child, i + caught->tokens, next, best);
      } else if (node != 0 && path.depth < kMaxDepth) {
        if (!looked) contained = Longest(i, path.depth + 1);
        looked = true;
        if (!contained || (matcher.set_.rules_[contained->rule].kind & edge->id) == 0) continue;
        Path next = path;
        Contain(next, *contained);
        Walk(edge->child, contained->tokens.last, next, best);
      }
    }
  }

  void Offer(uint32_t rule, uint32_t end, const Path& path, Best& best) {
    if (!Better(rule, end, best.inside) && !Better(rule, end, best.alone)) return;
    for (const PatternTree::Condition& c : tree.conditions[rule]) {
      if (Holds(c, path.begin, end) != c.wanted) return;
    }
    PatternMatch match = path.caught;
    match.tokens = {path.begin, end};
    match.rule = rule;
    if (Better(rule, end, best.inside)) best.inside = match;
    if (!tree.only_inside[rule] && Better(rule, end, best.alone)) best.alone = match;
  }

  static bool Better(uint32_t rule, uint32_t end, const std::optional<PatternMatch>& than) {
    if (!than) return true;
    return end > than->tokens.last || (end == than->tokens.last && rule < than->rule);
  }

  bool Holds(const PatternTree::Condition& c, uint32_t begin, uint32_t end) const {
    using On = PatternTree::Condition::On;
    const auto has = [&](size_t label) { return (c.labels >> label & 1) != 0; };
    const auto among = [&](uint32_t i) {
      return std::find(c.words.begin(), c.words.end(), WordAt(i)) != c.words.end();
    };
    switch (c.on) {
      case On::kAfter: return begin > 0 && WordAt(begin - 1) != 0 && among(begin - 1);
      case On::kBefore: return end < size() && WordAt(end) != 0 && among(end);
      case On::kAfterTag: return begin > 0 && has(size_t(syntax.tokens[begin - 1].tag));
      case On::kTag: return has(size_t(syntax.tokens[begin].tag));
      case On::kDep: return has(size_t(syntax.tokens[begin].dep));
      case On::kLastDep: return has(size_t(syntax.tokens[end - 1].dep));
      case On::kEntity: return has(size_t(syntax.tokens[begin].entity));
    }
    return false;
  }

  // What a class catches at a token.
  std::optional<Caught> Catch(uint32_t id, uint32_t i) const {
    const PatternTree::Class& cls = tree.classes[id];
    const uint64_t tag = uint64_t{1} << size_t(syntax.tokens[i].tag);
    if ((tag & cls.not_tags) != 0 || (tag & cls.only_tags) == 0) return std::nullopt;
    for (const PatternTree::Membership& m : tree.words[WordAt(i)].classes) {
      if (m.cls != id) continue;
      const char first = TextAt(i).front();
      if (cls.cased && !(first >= 'A' && first <= 'Z')) return std::nullopt;
      return Caught{m.value, 1};
    }
    if (cls.number) return CatchNumber(i);
    if (cls.spoken_year) return CatchSpokenYear(i);
    if (cls.shape != TokenShape::kNone) {
      const auto value = ReadShape(cls.shape, TextAt(i));
      if (value) return Caught{*value, 1};
    }
    const bool has_range = cls.from <= cls.to;
    std::optional<int> value;
    if (has_range && TextAt(i).size() <= 4) value = ReadDigits(TextAt(i));
    if (!value && cls.ordinals) value = ReadOrdinalDigits(syntax[i].lower());
    if (value && (!has_range || (*value >= cls.from && *value <= cls.to))) return Caught{*value, 1};
    return std::nullopt;
  }

  int NumberWord(uint32_t i) const { return i < size() ? tree.words[WordAt(i)].number : 0; }

  bool IsConnector(uint32_t i, std::string_view word) const {
    return i < size() && syntax[i].lower() == word;
  }

  // "12", "1,500", "twenty-six", "a hundred and six", "12 million".
  std::optional<Caught> CatchNumber(uint32_t i) const {
    NumberReader reader;
    const uint32_t begin = i;
    if (const auto digits = ReadDigits(TextAt(i))) return Caught{*digits, 1};
    if (IsConnector(i, "a") && NumberWord(i + 1) >= 100) {
      reader.Add(1);
      ++i;
    }
    uint32_t end = i;
    while (NumberWord(i) != 0 && reader.Add(NumberWord(i))) {
      const int last = NumberWord(i);
      end = ++i;
      const bool tens = last >= 20 && last < 100;
      if ((tens && IsConnector(i, "-")) || (last >= 100 && IsConnector(i, "and"))) ++i;
    }
    if (end == begin || !reader.value()) return std::nullopt;
    return Caught{*reader.value(), end - begin};
  }

  // "nineteen ninety-six", "nineteen hundred and six", "two thousand six".
  std::optional<Caught> CatchSpokenYear(uint32_t i) const {
    const int century = NumberWord(i);
    if (century < 10 || century > 20) {
      const auto number = CatchNumber(i);
      const bool year = number && number->tokens > 1 && number->value >= 2000 &&
                        number->value < 2100 && NumberWord(i) == 2;
      return year ? number : std::nullopt;
    }
    const auto rest = CatchNumber(i + 1);
    if (!rest || rest->value < 10 || rest->value > 99 || NumberWord(i + 1) == 0) {
      return std::nullopt;
    }
    return Caught{century * 100 + rest->value, rest->tokens + 1};
  }
};

PatternMatcher::PatternMatcher(const PatternSet& set, const Syntax& syntax)
    : set_(set), syntax_(syntax) {
  words_.reserve(syntax.size());
  for (const TokenData& t : syntax.tokens) {
    words_.push_back(set.tree_->WordId(syntax.View(t.lower)));
  }
}

PatternMatcher::~PatternMatcher() = default;

std::optional<PatternMatch> PatternMatcher::LongestAt(uint32_t i) {
  inner_.clear();
  Search search{*this};
  return search.Longest(i, 0);
}

}  // namespace averment
