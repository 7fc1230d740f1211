// HOW IT WORKS
//
// Every word that can be a cue is scored.  Round each one that passes, the model labels source and
// content; runs of labels become token ranges.  Then the outer of two claims that stand inside each
// other wins: what hangs inside goes back to what the rules said of it, or goes.

#include "src/discourse/learned_claims.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "src/discourse/clause.h"
#include "src/discourse/quote_assembly.h"
#include "src/discourse/source_phrase.h"
#include "src/discourse/speaker_labels.h"

namespace averment {
namespace {

constexpr uint32_t kNoClaim = UINT32_MAX;
constexpr size_t kMostWeighed = 8;

// A claim that the model believes.
struct Belief {
  Claim claim;
  int32_t score;             // Above what is asked for.
  uint32_t rule = kNoClaim;  // The claim of the rules, or kNoClaim.
  bool inside = false;       // Stands inside another.
};

bool Holds(const Claim& claim, uint32_t token) {
  return std::ranges::any_of(claim.content,
                             [&](TokenRange r) { return r.first <= token && token < r.last; });
}

class Reconsideration {
 public:
  Reconsideration(const QuoteModel& model, const CueLexicon& lexicon, const Syntax& syntax,
                  std::span<const Quotation> quotations, std::vector<Claim> rules)
      : model_(model),
        lexicon_(lexicon),
        syntax_(syntax),
        rules_(std::move(rules)),
        fitted_(AssembleQuotes(syntax, quotations, rules_)),
        features_(lexicon, syntax, quotations, fitted_) {}

  // `looks` is null unless somebody asks.
  std::vector<Claim> Run(std::vector<CueLook>* looks) {
    rule_of_.assign(syntax_.size(), kNoClaim);
    for (uint32_t r = 0; r < rules_.size(); ++r) rule_of_[rules_[r].cue] = r;
    FeatureList list;
    for (uint32_t i = 0; i < syntax_.size(); ++i) {
      if (!features_.MayBeCue(i)) continue;
      const uint32_t rule = rule_of_[i];
      if (rule != kNoClaim && rules_[rule].entry == nullptr) continue;  // Labels have no cue word.
      list.clear();
      features_.AddCue(i, list);
      const int32_t least = rule == kNoClaim ? model_.least_of_model() : model_.least_of_rules();
      const int32_t score = model_.CueScore(list) - least;
      const bool believed = score >= 0 && Believe(i, rule, score);
      if (looks != nullptr) {
        looks->push_back(Look(i, rule, score + least, least, list));
        if (believed) looks->back().outcome = CueLook::Outcome::kCue;
      }
    }
    std::vector<Claim> settled = Settle();
    if (looks != nullptr) {
      for (const Belief& b : beliefs_) {
        if (!b.inside) continue;
        const auto look = std::ranges::lower_bound(*looks, b.claim.cue, {}, &CueLook::token);
        look->outcome = CueLook::Outcome::kInside;
      }
    }
    return settled;
  }

 private:
  // What was asked of one word, as no cue; what a kind of feature says of the same words is one.
  CueLook Look(uint32_t token, uint32_t rule, int32_t score, int32_t least,
               const FeatureList& list) const {
    CueLook look{token,
                 rule != kNoClaim,
                 float(score) * model_.unit(),
                 float(least) * model_.unit(),
                 score < least ? CueLook::Outcome::kBelow : CueLook::Outcome::kNoContent,
                 {}};
    for (uint32_t f = 0; f < list.size(); ++f) {
      const float weight = float(model_.CueWeight(list.hashes()[f])) * model_.unit();
      const std::string_view name = FeatureKindName(list.kinds()[f]);
      const auto known = std::ranges::find_if(look.weighed, [&](const WeighedCue& w) {
        return w.looked_at == name && w.about == list.about()[f];
      });
      if (known != look.weighed.end()) {
        known->weight += weight;
      } else {
        look.weighed.push_back({name, list.about()[f], weight});
      }
    }
    std::ranges::stable_sort(look.weighed, std::greater(),
                             [](const WeighedCue& w) { return std::abs(w.weight); });
    if (look.weighed.size() > kMostWeighed) look.weighed.resize(kMostWeighed);
    return look;
  }

  // False where there is nothing that it could say.
  bool Believe(uint32_t cue, uint32_t rule, int32_t score) {
    const TokenRange window = features_.Window(cue);
    model_.LabelWords(features_, cue, window, labels_);
    Belief belief{.claim = {.cue = cue, .frame = "model"}, .score = score, .rule = rule};
    Claim& claim = belief.claim;
    if (rule != kNoClaim) claim = rules_[rule];
    if (rule == kNoClaim) claim.cue_words = CueWords(syntax_[cue]);
    const uint32_t fitted = features_.ClaimOf(cue);
    std::vector<TokenRange> content = Runs(QuoteModel::kContent, window, claim.cue_words);
    if (content.empty() && fitted != kNoClaim) content = fitted_[fitted].content;
    if (content.empty()) return false;
    claim.content = std::move(content);
    TakeSource(Runs(QuoteModel::kSource, window, claim.cue_words), claim);
    beliefs_.push_back(std::move(belief));
    return true;
  }

  // The runs of a label, without the cue and without punctuation at their ends.
  std::vector<TokenRange> Runs(uint8_t label, TokenRange window, TokenRange cue) const {
    std::vector<TokenRange> runs;
    const auto is = [&](uint32_t i) {
      return labels_[i - window.first] == label && (i < cue.first || i >= cue.last);
    };
    for (uint32_t i = window.first; i < window.last;) {
      if (!is(i)) {
        ++i;
        continue;
      }
      TokenRange run{i, i};
      while (run.last < window.last && is(run.last)) ++run.last;
      i = run.last;
      run = Trimmed(syntax_, run);
      if (run.size() > 0) runs.push_back(run);
    }
    return runs;
  }

  // The run with the source of the rules, else that source, else the run nearest to the cue, else
  // whom the syntax names.
  void TakeSource(const std::vector<TokenRange>& runs, Claim& claim) const {
    const auto distance = [&](TokenRange r) {
      if (claim.source && r.first <= *claim.source && *claim.source < r.last) return 0u;
      return 1 + (r.last <= claim.cue ? claim.cue - r.last : r.first - claim.cue);
    };
    const auto best = std::ranges::min_element(runs, {}, distance);
    if (claim.source && (best == runs.end() || distance(*best) > 0)) return;
    const Token cue = syntax_[claim.cue];
    if (!claim.source && IsHeard(lexicon_, cue)) return;  // Whoever hears is no source.
    if (best == runs.end()) {
      const bool verb = cue.pos() == Pos::kVERB && claim.entry == nullptr;
      const auto subject = verb ? SourceOfVerb(lexicon_, cue) : std::nullopt;
      if (subject && !Holds(claim, *subject)) claim.source = subject;
      return;
    }
    claim.source_words = *best;
    if (claim.source) return;
    claim.source = best->first;
    for (uint32_t i = best->first; i < best->last; ++i) {  // The first word that hangs outside.
      const uint32_t head = syntax_.tokens[i].head;
      if (head >= best->first && head < best->last && head != i) continue;
      claim.source = i;
      break;
    }
  }

  // Those whose content may hold the word.
  std::span<const Belief> Near(uint32_t token) const {
    constexpr uint32_t kFar = QuoteFeatures::kMaxWindow;
    const auto cue = [](const Belief& b) { return b.claim.cue; };
    const auto first = std::ranges::lower_bound(beliefs_, token > kFar ? token - kFar : 0, {}, cue);
    const auto last = std::ranges::upper_bound(beliefs_, token + kFar, {}, cue);
    return {first, last};
  }

  // Whether a claim that stays holds the cue of this one; of two that hold each other's the more
  // certain one stays.
  bool StandsInside(const Belief& inner) const {
    return std::ranges::any_of(Near(inner.claim.cue), [&](const Belief& outer) {
      if (&outer == &inner || !Holds(outer.claim, inner.claim.cue)) return false;
      if (!Holds(inner.claim, outer.claim.cue)) return true;
      return outer.score != inner.score ? outer.score > inner.score
                                        : outer.claim.cue < inner.claim.cue;
    });
  }

  std::vector<Claim> Settle() {
    std::vector<Claim> settled;
    std::vector<char> taken(rules_.size(), false);
    for (Belief& b : beliefs_) b.inside = StandsInside(b);
    for (const Belief& b : beliefs_) {
      if (b.inside) continue;
      if (b.rule != kNoClaim) taken[b.rule] = true;
      settled.push_back(b.claim);
    }
    for (uint32_t r = 0; r < rules_.size(); ++r) {
      if (taken[r]) continue;
      const bool inside = std::ranges::any_of(Near(rules_[r].cue), [&](const Belief& b) {
        return !b.inside && Holds(b.claim, rules_[r].cue);
      });
      if (inside || rules_[r].entry == nullptr) settled.push_back(rules_[r]);
    }
    std::ranges::stable_sort(settled, {}, &Claim::cue);
    return settled;
  }

  const QuoteModel& model_;
  const CueLexicon& lexicon_;
  const Syntax& syntax_;
  const std::vector<Claim> rules_, fitted_;  // Before and behind AssembleQuotes.
  const QuoteFeatures features_;
  std::vector<uint32_t> rule_of_;  // Of each token, or kNoClaim.
  std::vector<uint8_t> labels_;
  std::vector<Belief> beliefs_;  // By cue.
};

}  // namespace

std::vector<Claim> RuleClaims(const CueLexicon& lexicon, const Syntax& syntax,
                              std::span<const Quotation> quotations) {
  std::vector<Claim> found = FindClaims(lexicon, syntax);
  for (Claim& claim : FindSpeakerLabels(syntax, quotations)) found.push_back(std::move(claim));
  std::ranges::stable_sort(found, {}, &Claim::cue);
  return found;
}

std::vector<Claim> Reconsider(const QuoteModel& model, const CueLexicon& lexicon,
                              const Syntax& syntax, std::span<const Quotation> quotations,
                              std::vector<Claim> rules, std::vector<CueLook>* looks) {
  return Reconsideration(model, lexicon, syntax, quotations, std::move(rules)).Run(looks);
}

}  // namespace averment
