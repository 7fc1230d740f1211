// HOW IT WORKS
//
// A rule says which word tells a harm and where in the tree those harmed stand (`count`).  A number
// must stand there: the finder of quantities has read it, with its bounds.  Those counted must be
// people; a count of jobs or sheep is none.  Then the status of the clause (status.h): what is
// threatened, feared, planned or denied was counted by nobody.  Last who claims it, over what time
// (toll_time.h), where, and how the claimant knows.
//
// "Killed and wounded 30" counts both together: casualties.

#include "src/events/tolls.h"

#include <algorithm>
#include <array>

#include "src/events/grammar.h"
#include "src/events/toll_time.h"

namespace averment {
namespace events {
namespace {

enum TollChoice : size_t { kTells, kScope, kBound };
enum TollRole : size_t { kCount };
constexpr uint8_t kBasis = 7;  // Of `tells`, behind the measures.
constexpr int kTollSteps = 6;
constexpr size_t kMostConjuncts = 8;

class TollReader {
 public:
  explicit TollReader(const TopicText& text)
      : text_(text), s_(text.syntax()), quantities_(text.layers().found.quantities) {
    for (uint32_t q = 0; q < quantities_.size(); ++q) {
      if (quantities_[q].counted) by_counted_.push_back({*quantities_[q].counted, q});
    }
    std::ranges::sort(by_counted_);
  }

  std::vector<Toll> Read() {
    for (uint32_t i = 0; i < s_.size(); ++i) {
      if (s_[i].sentence().kind == SentenceKind::kBoilerplate) continue;
      text_.FirstAt(i, [&](const Match& match) { return Take(match); });
    }
    Settle();
    std::vector<Toll> tolls;
    for (Found& f : found_) tolls.push_back(std::move(f.toll));
    return tolls;
  }

 private:
  struct ByCounted {
    uint32_t token, quantity;
    friend auto operator<=>(const ByCounted&, const ByCounted&) = default;
  };
  struct Found {
    Toll toll;
    uint32_t quantity, trigger;
  };
  struct Basis {
    uint32_t token;                     // What tells it.
    std::optional<uint32_t> actor;      // Who knows by it.
    std::optional<uint32_t> cue_token;  // Or: the cue of whose attribution.
    Span span;
    const Rule* rule;
  };

  Refusal Take(const Match& match) {
    if (*match.rule->choices[kTells] == kBasis) return TakeBasis(match);
    const TokenData& t = s_.tokens[match.trigger];
    if (match.kind == WordKind::kVerb && t.dep == Dep::kamod && match.trigger < t.head) {
      return "before a noun it counts nobody";  // "The 14 jailed miners" were freed.
    }
    Refusal refusal = "nothing stands where it looks for a count";
    for (const Path& path : match.rule->roles[kCount].paths) {
      for (uint32_t token : text_.roles().Follow(match, path)) {
        const Refusal r = TakeCount(match, token);
        if (refusal != nullptr) refusal = r;
      }
      if (refusal == nullptr) break;
    }
    return refusal;
  }

  // The number at the token, at what it holds ("a total of 30 people"), at what is joined to it.
  Refusal TakeCount(const Match& match, uint32_t token) {
    if (IsVerb(s_, token)) return "nothing stands where it looks for a count";
    std::vector<uint32_t> heads = {token};
    for (size_t k = 0; k < heads.size() && heads.size() < kMostConjuncts; ++k) {
      for (uint32_t c : s_[heads[k]].child_indices()) {
        const bool joined =
            s_.tokens[c].dep == Dep::kconj && !IsVerb(s_, c) && !HasOwnHarm(c, match.trigger);
        if (joined && heads.size() < kMostConjuncts) heads.push_back(c);
      }
      std::vector<uint32_t> parts;
      PrepositionObjects(s_, heads[k], "including", parts);
      const bool holds = text_.InClass(heads[k], "VESSEL") && !text_.InClass(heads[k], "PART");
      if (holds && !QuantityAt(heads[k])) {
        PrepositionObjects(s_, heads[k], "of", parts);
      }
      for (uint32_t part : parts) {
        if (heads.size() < kMostConjuncts) heads.push_back(part);
      }
    }
    Refusal refusal = "no number stands where it looks for a count";
    for (uint32_t head : heads) {
      const auto q = QuantityAt(head);
      if (!q) continue;
      const Refusal r = AreHarmed(match, *q, head) ? Add(match, *q, head) : "no people are counted";
      if (refusal != nullptr) refusal = r;
    }
    return refusal;
  }

  // "three dead and 15 INJURED": the second number has a word of its own.
  bool HasOwnHarm(uint32_t token, uint32_t trigger) const {
    for (uint32_t c : s_[token].child_indices()) {
      const Dep dep = s_.tokens[c].dep;
      const bool behind = c > token && c != trigger && text_.InClass(c, "HARMED");
      if (behind && (dep == Dep::kacl || dep == Dep::kamod)) return true;
    }
    return false;
  }

  // "12 in every 1,000".
  bool IsRate(uint32_t quantity) const {
    const Quantity& q = quantities_[quantity];
    std::vector<uint32_t> of;
    for (uint32_t i = q.tokens.first; i < q.tokens.last; ++i) {
      for (const char* word : {"in", "of", "per", "from", "out"}) {
        PrepositionObjects(s_, i, word, of);
      }
    }
    return std::ranges::any_of(of, [&](uint32_t token) {
      return std::ranges::any_of(s_[token].child_indices(), [&](uint32_t c) {
        return s_[c].lower() == "every" || s_[c].lower() == "each";
      });
    });
  }

  // The quantity that counts the token, or that the token is a word of.
  std::optional<uint32_t> QuantityAt(uint32_t token) const {
    const auto at = std::ranges::lower_bound(by_counted_, token, {}, &ByCounted::token);
    if (at != by_counted_.end() && at->token == token) return at->quantity;
    const auto in = std::ranges::upper_bound(quantities_, token, {},
                                             [](const Quantity& q) { return q.tokens.last - 1; });
    const auto q = in == quantities_.begin() ? in : in - 1;
    for (auto k = q; k != quantities_.end() && k < q + 2; ++k) {
      if (k->tokens.first <= token && token < k->tokens.last) {
        return uint32_t(k - quantities_.begin());
      }
    }
    return std::nullopt;
  }

  // People, their lives, the harm itself ("30 deaths"), or a bare number.
  bool AreHarmed(const Match& match, uint32_t quantity, uint32_t head) const {
    const std::optional<uint32_t> counted = quantities_[quantity].counted;
    if (!counted) return true;
    if (*counted == match.trigger) return true;
    if (text_.InClass(*counted, "PEOPLE") || text_.InClass(*counted, "LIFE")) return true;
    if (text_.InClass(*counted, "FIGURE")) return true;
    if (s_.tokens[*counted].entity == EntityType::kNORP) return true;
    const auto mention = text_.actors().MentionOf(*counted);
    if (!mention) return head != *counted && s_.tokens[*counted].pos == Pos::kPRON;
    const ActorKind kind = text_.layers().actor_mentions[*mention].actor_kind;
    return kind != ActorKind::kCountry && kind != ActorKind::kOrganization;
  }

  Refusal Add(const Match& match, uint32_t quantity, uint32_t head) {
    const Judgement judged = text_.Judge(match);
    if (judged.silent) return "the words around tell that it is no news";
    if (judged.status != EventStatus::kActual) return "it is not told as something that happened";
    const Quantity& q = quantities_[quantity];
    const TollTime time = TollTimeOf(text_, match.trigger, q.counted.value_or(head));
    if (time.each || IsRate(quantity)) return "it is a rate, no count";
    Found f{{}, quantity, match.trigger};
    Toll& t = f.toll;
    t.attribution = text_.AttributionOf(match.trigger, q.tokens.last - 1);
    if (judged.claimed && !t.attribution) return "it is claimed, and nobody is found who claims it";
    const Rule& rule = *match.rule;
    t.measure = TollMeasure(*rule.choices[kTells]);
    t.low = q.low, t.high = q.high, t.approximate = q.approximate;
    if (rule.choices[kBound]) SetBound(*rule.choices[kBound], t);
    t.scope = time.over_a_while ? TollScope::kCumulative : TollScope::kIncident;
    if (rule.choices[kScope]) t.scope = TollScope(*rule.choices[kScope]);
    t.since = time.since, t.until = time.until;
    t.rule = rule.id;
    t.evidence = {s_[match.trigger].span()};
    const Span who = WhoOf(q, match.trigger);
    if (!who.empty()) t.who = who.text();
    AddEvidence(t, who.empty() ? q.span : Span{q.span.base, q.span.begin, who.end});
    for (const Span& s : time.evidence) AddEvidence(t, s);
    SetPlace(match, q, t);
    if (const auto e = text_.EventAt(match.trigger)) {
      t.disputed_by = text_.layers().events[*e].disputed_by;
    }
    found_.push_back(std::move(f));
    return nullptr;
  }

  static void AddEvidence(Toll& t, const Span& span) {
    if (std::ranges::find(t.evidence, span) == t.evidence.end()) t.evidence.push_back(span);
  }

  // "surpassed 100,000": more than the number says by itself.
  static void SetBound(uint8_t bound, Toll& t) {
    const auto number = t.low ? t.low : t.high;
    if (bound == 0) t.low = number, t.high.reset();
    if (bound == 1) t.high = number, t.low.reset();
    if (bound == 2) t.approximate = true;
  }

  void SetPlace(const Match& match, const Quantity& q, Toll& t) const {
    std::vector<uint32_t> from = {match.trigger};
    if (q.counted) from.push_back(*q.counted);
    if (match.carrier) from.push_back(*match.carrier);
    t.place = text_.PlaceBelow(from);
  }

  // "civilians", "members of the militia": the counted noun from behind the number on, with what
  // "of" adds, without clauses.
  Span WhoOf(const Quantity& q, uint32_t trigger) const {
    if (!q.counted || *q.counted == trigger || *q.counted < q.tokens.last) return {};
    if (text_.InClass(*q.counted, "FIGURE") || s_.tokens[*q.counted].pos == Pos::kPRON) return {};
    uint32_t first = q.tokens.last, last = *q.counted + 1;
    while (first < *q.counted && IsFunction(first)) ++first;
    for (uint32_t c : s_[*q.counted].child_indices()) {
      const TokenData& t = s_.tokens[c];
      if (c == last && t.dep == Dep::kprep && s_[c].lower() == "of") {
        last = std::min(t.right_edge + 1, last + 12);
      }
    }
    for (uint32_t c : s_[*q.counted].child_indices()) {  // "soldiers and police"
      const bool bare = s_.tokens[c].dep == Dep::kconj && s_.tokens[c].left_edge == c;
      if (bare && c == last + 1 && s_.tokens[last].dep == Dep::kcc) last = c + 1;
    }
    return s_.SpanOf({first, last});
  }

  bool IsFunction(uint32_t i) const {
    const Pos pos = s_.tokens[i].pos;
    return pos == Pos::kADP || pos == Pos::kDET || pos == Pos::kPUNCT || s_[i].lower() == "more" ||
           s_[i].lower() == "other" || s_[i].lower() == "others";
  }

  // "which relies on hospital records", "citing witnesses".
  Refusal TakeBasis(const Match& match) {
    Basis b{match.trigger, std::nullopt, std::nullopt, {}, match.rule};
    const TokenRange clause = s_[match.trigger].subtree_range();
    uint32_t last = clause.last;
    while (last > match.trigger + 1 && s_.tokens[last - 1].pos == Pos::kPUNCT) --last;
    b.span = s_.SpanOf({match.trigger, std::min(last, match.trigger + 60)});
    const auto subject = SurfaceSubjectOf(s_, match.trigger);
    if (subject) b.actor = text_.actors().ActorOf(*subject);
    uint32_t at = match.trigger;
    for (int step = 0; step < kTollSteps && s_.tokens[at].head != at && !b.cue_token; ++step) {
      at = s_.tokens[at].head;
      if (IsVerb(s_, at)) b.cue_token = at;
    }
    bases_.push_back(b);
    return nullptr;
  }

  void Settle() {
    JoinCasualties();
    std::ranges::stable_sort(found_, {}, [](const Found& f) { return f.trigger; });
    for (Found& f : found_) {
      if (!f.toll.attribution) continue;
      const Attribution& q = text_.layers().attributions[*f.toll.attribution];
      for (const Basis& b : bases_) {
        const bool own = b.cue_token && *b.cue_token == q.cue_token && b.token != q.cue_token;
        const bool known = b.actor && q.source && *b.actor == *q.source;
        const bool content =
            std::ranges::any_of(q.content, [&](const Span& s) { return s.Contains(b.span); });
        if ((!own && !known) || content) continue;
        f.toll.basis = b.span.text();
        f.toll.basis_rule = b.rule->id;
        AddEvidence(f.toll, b.span);
        break;
      }
    }
  }

  // One number told by two words is one toll.
  void JoinCasualties() {
    std::vector<Found> kept;
    for (Found& f : found_) {
      const auto same = std::ranges::find(kept, f.quantity, &Found::quantity);
      if (same == kept.end()) {
        kept.push_back(std::move(f));
        continue;
      }
      const auto both = [&](TollMeasure a, TollMeasure b) {
        return (same->toll.measure == a && f.toll.measure == b) ||
               (same->toll.measure == b && f.toll.measure == a);
      };
      if (both(TollMeasure::kKilled, TollMeasure::kInjured)) {
        same->toll.measure = TollMeasure::kCasualties;
        AddEvidence(same->toll, f.toll.evidence[0]);
      }
    }
    found_ = std::move(kept);
  }

  const TopicText& text_;
  const Syntax& s_;
  std::span<const Quantity> quantities_;
  std::vector<ByCounted> by_counted_;
  std::vector<Found> found_;
  std::vector<Basis> bases_;
};

}  // namespace

const Dialect& TollDialect() {
  static const Dialect kDialect = {"toll",
                                   {"killed.txt", "hurt.txt", "moved.txt", "basis.txt"},
                                   {{"tells",
                                     {"killed", "injured", "casualties", "missing", "displaced",
                                      "detained", "kidnapped", "basis", "nothing"}},
                                    {"scope", {"incident", "cumulative"}},
                                    {"bound", {"over", "under", "about"}}},
                                   {"count"}};
  return kDialect;
}

}  // namespace events

Result<TollFinder> TollFinder::Load(const KnowledgePath& knowledge) {
  Result<events::TopicLanguage> language =
      events::TopicLanguage::Load(knowledge, events::TollDialect());
  if (!language.ok()) return language.status();
  for (const char* name : {"PEOPLE", "LIFE", "FIGURE", "PART", "HARMED"}) {
    if (language.value().words.HasClass(name)) continue;
    return Status(knowledge.base() + "/toll/classes.txt: there is no class " + name);
  }
  return TollFinder(std::move(language).value());
}

std::vector<Toll> TollFinder::Find(const events::TopicLayers& layers, events::Trace* trace) const {
  if (layers.found.quantities.empty() && trace == nullptr) return {};
  const events::TopicText text(language_, layers, trace);
  return events::TollReader(text).Read();
}

}  // namespace averment
