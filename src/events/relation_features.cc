// A word is its lemma; source and target are S and T, names @, numbers #.  Sequences are read left
// to right with the pair in them, so that "b2:S_accuse" says who comes first.  In the tree the
// meeting word and its complements carry most: "agree" with xcomp "release".  Windows are small, so
// a long sentence says no more than a short one.

#include "src/events/relation_features.h"

#include <algorithm>
#include <cmath>

#include "src/events/grammar.h"

namespace averment::events {
namespace {

constexpr uint32_t kFarBetween = 24;  // Words between the two that are read as a sequence.

bool IsNamed(const TokenData& t) {
  switch (t.entity) {
    case EntityType::kNone: return t.pos == Pos::kPROPN;
    case EntityType::kCARDINAL:
    case EntityType::kDATE:
    case EntityType::kMONEY:
    case EntityType::kORDINAL:
    case EntityType::kPERCENT:
    case EntityType::kQUANTITY:
    case EntityType::kTIME: return t.pos == Pos::kPROPN;
    default: return true;
  }
}

bool IsCapital(std::string_view text) { return !text.empty() && text[0] >= 'A' && text[0] <= 'Z'; }

// How a token is written in features; empty: left out.
std::string_view WordOf(const Syntax& s, const TokenPair& pair, uint32_t i) {
  if (pair.source && pair.source.has(i)) return "S";
  if (pair.target && pair.target.has(i)) return "T";
  const TokenData& t = s.tokens[i];
  if (t.pos == Pos::kSPACE || t.pos == Pos::kPUNCT || t.pos == Pos::kSYM) return {};
  if (t.pos == Pos::kNUM) return "#";
  if (IsNamed(t)) return "@";
  if (t.pos == Pos::kDET) return {};
  if (IsCapital(s[i].text()) && i != s[i].sentence().tokens.first) return "@";
  return s[i].lemma();
}

bool IsContent(const TokenData& t) {
  return t.pos == Pos::kVERB || t.pos == Pos::kNOUN || t.pos == Pos::kADJ || t.pos == Pos::kADV;
}

// Writes the features of one pair.
class FeatureReader {
 public:
  FeatureReader(const Syntax& syntax, const TokenPair& pair, const RelationHints& hints,
                const FeatureSink& sink)
      : s_(syntax), pair_(pair), hints_(hints), sink_(sink), path_(PathOf(syntax, pair)) {}

  void Read() {
    ReadWords();
    ReadOrder();
    ReadPath();
    if (pair_.source) ReadClause("sv", pair_.source.head);
    if (pair_.target) ReadClause("tv", pair_.target.head);
    ReadHints();
    ReadActors();
  }

 private:
  std::string_view Word(uint32_t i) const { return WordOf(s_, pair_, i); }

  void Add(uint32_t token, std::initializer_list<std::string_view> parts) {
    name_.clear();
    for (const std::string_view part : parts) {
      if (part.empty()) return;  // A word that is left out.
      name_ += part;
    }
    sink_(name_, token);
  }

  void ReadWords() {
    for (uint32_t i = pair_.scope.first; i < pair_.scope.last; ++i) {
      const std::string_view word = Word(i);
      if (word.size() > 1) Add(i, {"w:", word});
    }
  }

  void ReadOrder() {
    if (!pair_.source || !pair_.target) {
      Add(kNoToken, {pair_.source ? "o:S" : "o:T"});
      return;
    }
    const bool forward = pair_.source.tokens.first < pair_.target.tokens.first;
    const Phrased& left = forward ? pair_.source : pair_.target;
    const Phrased& right = forward ? pair_.target : pair_.source;
    Add(kNoToken, {forward ? "o:ST" : "o:TS"});
    std::string_view before = forward ? "S" : "T";
    uint32_t read = 0;
    for (uint32_t i = left.tokens.last; i < right.tokens.first && read < kFarBetween; ++i) {
      const std::string_view word = Word(i);
      if (word.empty()) continue;
      ++read;
      if (word.size() > 1) Add(i, {"b:", word});
      Add(i, {"b2:", before, "_", word});
      before = word;
    }
    Add(right.head, {"b2:", before, "_", forward ? "T" : "S"});
    if (read == 0) Add(kNoToken, {"b:none"});
    ReadAround(left, right);
  }

  // Three words before the pair and four behind it.
  void ReadAround(const Phrased& left, const Phrased& right) {
    uint32_t read = 0;
    for (uint32_t i = left.tokens.first; i-- > pair_.scope.first && read < 3;) {
      const std::string_view word = Word(i);
      if (word.empty()) continue;
      ++read;
      Add(i, {"f:", word});
    }
    read = 0;
    std::string_view before = pair_.target && &right == &pair_.target ? "T" : "S";
    for (uint32_t i = right.tokens.last; i < pair_.scope.last && read < 4; ++i) {
      const std::string_view word = Word(i);
      if (word.empty()) continue;
      ++read;
      Add(i, {"a:", word});
      Add(i, {"a2:", before, "_", word});
      before = word;
    }
  }

  void ReadPath() {
    if (path_.top == kNoToken) {
      Add(kNoToken, {"p:none"});
      return;
    }
    std::string labels;
    const auto add_label = [&](uint32_t token, char mark) {
      labels += ToString(s_.tokens[token].dep);
      labels += mark;
    };
    const bool source_below = pair_.source && pair_.source.head != path_.top;
    const bool target_below = pair_.target && pair_.target.head != path_.top;
    if (source_below) add_label(pair_.source.head, '<');
    for (uint32_t token : path_.up) add_label(token, '<');
    labels += '!';
    for (size_t k = path_.down.size(); k-- > 0;) add_label(path_.down[k], '>');
    if (target_below) add_label(pair_.target.head, '>');
    if (path_.up.size() + path_.down.size() <= 6) {
      Add(path_.top, {"p:", labels});
      Add(path_.top, {"pl:", labels, Word(path_.top)});
    }
    for (uint32_t token : path_.up) Add(token, {"ns:", Word(token)});
    for (uint32_t token : path_.down) Add(token, {"nt:", Word(token)});
    std::string_view before = Word(path_.top);
    for (size_t k = path_.down.size(); k-- > 0;) {
      const std::string_view word = Word(path_.down[k]);
      if (!word.empty()) {
        Add(path_.down[k], {"d2:", before, "_", word});
        before = word;
      }
    }
    ReadTop();
  }

  // The meeting word with what completes it.
  void ReadTop() {
    const TokenData& top = s_.tokens[path_.top];
    const std::string_view word = Word(path_.top);
    Add(path_.top, {"lca:", word});
    Add(path_.top, {"lcap:", ToString(top.pos), "_", ToString(top.tag)});
    ReadChildren("l", path_.top, word);
    if (pair_.source) Add(pair_.source.head, {"sd:", ToString(s_.tokens[pair_.source.head].dep)});
    if (pair_.target) Add(pair_.target.head, {"td:", ToString(s_.tokens[pair_.target.head].dep)});
  }

  void ReadChildren(std::string_view kind, uint32_t token, std::string_view word) {
    for (uint32_t c : s_[token].child_indices()) {
      const Dep dep = s_.tokens[c].dep;
      switch (dep) {
        case Dep::kdobj:
        case Dep::kxcomp:
        case Dep::kccomp:
        case Dep::kprt:
        case Dep::kprep:
        case Dep::kacomp:
        case Dep::kattr:
        case Dep::koprd:
        case Dep::kneg:
        case Dep::kaux:
        case Dep::kauxpass:
        case Dep::kmark:
        case Dep::kadvmod:
        case Dep::knsubj:
        case Dep::knsubjpass: break;
        default: continue;
      }
      const std::string_view child = Word(c);
      Add(c, {kind, "c:", ToString(dep), "_", child});
      Add(c, {kind, "x:", word, "_", child});
    }
  }

  // The verb above a phrase, and the verbs that it takes: "agreed" to "help" to "release".
  void ReadClause(std::string_view kind, uint32_t head) {
    const auto verb = VerbAbove(s_, head);
    if (!verb) return;
    Add(*verb, {kind, ":", Word(*verb)});
    ReadChildren(kind, *verb, Word(*verb));
    uint32_t at = *verb;
    for (int step = 0; step < 3; ++step) {
      std::optional<uint32_t> next;
      for (uint32_t c : s_[at].child_indices()) {
        const Dep dep = s_.tokens[c].dep;
        if (dep == Dep::kxcomp || (dep == Dep::kccomp && !next)) next = c;
      }
      if (!next) break;
      Add(*next, {kind, "n:", Word(*next)});
      Add(*next, {kind, "n2:", Word(at), "_", Word(*next)});
      for (uint32_t c : s_[*next].child_indices()) {
        if (s_.tokens[c].dep == Dep::kdobj) {
          Add(c, {kind, "no:", Word(*next), "_", Word(c)});
          Add(c, {kind, "nw:", Word(c)});
        }
      }
      at = *next;
    }
  }

  bool OnPath(uint32_t token) const {
    return token == path_.top || std::ranges::find(path_.up, token) != path_.up.end() ||
           std::ranges::find(path_.down, token) != path_.down.end();
  }

  void ReadHints() {
    for (const EventHint& e : hints_.events) {
      const std::string_view type = ToString(e.plover.value_or(e.type));
      const bool known = e.plover.has_value();
      const std::string_view fit = e.from_source && e.to_target   ? "st"
                                   : e.from_target && e.to_source ? "ts"
                                   : e.from_source                ? "s"
                                   : e.to_target                  ? "t"
                                   : e.from_target || e.to_source ? "r"
                                                                  : "n";
      Add(e.trigger, {known ? "e:" : "eq:", type, "_", fit});
      if (OnPath(e.trigger)) Add(e.trigger, {known ? "ep:" : "epq:", type});
      Add(e.trigger, {"es:", fit, "_", StatusName(e.status)});
    }
    const auto source_verb = pair_.source ? VerbAbove(s_, pair_.source.head) : std::nullopt;
    for (const TriggerHint& t : hints_.triggers) {
      const std::string_view type = ToString(t.type);
      Add(t.token, {"k:", type});
      if (OnPath(t.token)) Add(t.token, {"kp:", type});
      if (t.token == path_.top) Add(t.token, {"kl:", type});
      if (source_verb && t.token == *source_verb) Add(t.token, {"ks:", type});
    }
  }

  static std::string_view StatusName(EventStatus status) {
    switch (status) {
      case EventStatus::kActual: return "actual";
      case EventStatus::kPlanned: return "planned";
      case EventStatus::kHypothetical: return "hypothetical";
      case EventStatus::kRequested: return "requested";
      case EventStatus::kNegated: return "negated";
    }
    return "actual";
  }

  void ReadActors() {
    ReadActor("s", pair_.source, hints_.source);
    ReadActor("t", pair_.target, hints_.target);
    if (hints_.source == nullptr || hints_.target == nullptr) return;
    if (!hints_.source->country.empty() && hints_.source->country == hints_.target->country) {
      Add(kNoToken, {"same:country"});
    }
  }

  void ReadActor(std::string_view side, const Phrased& phrase, const ActorMention* mention) {
    if (!phrase) return;
    const TokenData& head = s_.tokens[phrase.head];
    if (head.pos == Pos::kNOUN && !IsNamed(head))
      Add(phrase.head, {side, "h:", s_[phrase.head].lemma()});
    if (mention == nullptr) return;
    static constexpr std::string_view kKinds[] = {"person", "organization", "country", "group",
                                                  "people"};
    Add(phrase.head, {side, "k:", kKinds[size_t(mention->actor_kind)]});
    const std::string_view sector = mention->sector;
    Add(phrase.head, {side, "s:", sector.substr(0, sector.find(' '))});
  }

  const Syntax& s_;
  const TokenPair& pair_;
  const RelationHints& hints_;
  const FeatureSink& sink_;
  const PairPath path_;
  std::string name_;
};

// Sums unit vectors.
class Mean {
 public:
  explicit Mean(std::array<float, WordVectors::kWidth>& sum) : sum_(sum) { sum_.fill(0); }
  void Add(const float* vector, float weight) {
    for (size_t i = 0; i < sum_.size(); ++i) sum_[i] += vector[i] * weight;
    ++count_;
  }
  void Finish() {
    if (count_ == 0) return;
    for (float& x : sum_) x /= float(count_);
  }

 private:
  std::array<float, WordVectors::kWidth>& sum_;
  size_t count_ = 0;
};

}  // namespace

void ReadRelationFeatures(const Syntax& syntax, const TokenPair& pair, const RelationHints& hints,
                          const FeatureSink& sink) {
  FeatureReader(syntax, pair, hints, sink).Read();
}

TokenVectors::Unit TokenVectors::Of(uint32_t token) {
  if (known_.empty()) {
    known_.assign(s_.size(), 0);
    units_.resize(s_.size());
  }
  if (known_[token]) return units_[token];
  known_[token] = 1;
  if (!IsContent(s_.tokens[token])) return {};
  const float* vector = vectors_.Find(s_[token].lower());
  if (vector == nullptr) return {};
  float norm = 0;
  for (size_t k = 0; k < WordVectors::kWidth; ++k) norm += vector[k] * vector[k];
  if (norm > 0) units_[token] = {vector, 1.0f / std::sqrt(norm)};
  return units_[token];
}

void ReadVectorMeans(const Syntax& s, const TokenPair& pair, TokenVectors& vectors,
                     VectorMeans& means) {
  Mean between(means[0]), path(means[1]), top(means[2]), clause(means[3]), scope(means[4]);
  const PairPath way = PathOf(s, pair);
  uint32_t source_verb = kNoToken;
  if (pair.source) source_verb = VerbAbove(s, pair.source.head).value_or(kNoToken);
  const uint32_t left = !pair.source || !pair.target
                            ? UINT32_MAX
                            : std::min(pair.source.tokens.last, pair.target.tokens.last);
  const uint32_t right = !pair.source || !pair.target
                             ? 0
                             : std::max(pair.source.tokens.first, pair.target.tokens.first);
  for (uint32_t i = pair.scope.first; i < pair.scope.last; ++i) {
    const auto [vector, weight] = vectors.Of(i);
    if (vector == nullptr || WordOf(s, pair, i).size() < 2) continue;
    const uint32_t head = s.tokens[i].head;
    scope.Add(vector, weight);
    if (i >= left && i < right) between.Add(vector, weight);
    if (i == way.top || std::ranges::find(way.up, i) != way.up.end() ||
        std::ranges::find(way.down, i) != way.down.end()) {
      path.Add(vector, weight);
    }
    if (i == way.top) top.Add(vector, weight);
    if (i == way.top || head == way.top || i == source_verb || head == source_verb) {
      clause.Add(vector, weight);
    }
  }
  for (Mean* mean : {&between, &path, &top, &clause, &scope}) mean->Finish();
}

}  // namespace averment::events
