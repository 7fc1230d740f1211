// A word that may belong to source or content is described by its way to the cue: up to the
// ancestor of the cue that it depends on, and down the branch there.  "would leave" in "he said he
// would leave" hangs 0 steps up, on the branch ccomp.  Quotation marks, commas between, and the
// answer of the rules go with it.

#include <algorithm>

#include "src/discourse/quote_feature_kinds.h"
#include "src/discourse/quote_features.h"
#include "src/discourse/source_phrase.h"

namespace averment {

using namespace quote_features;

namespace {

constexpr uint32_t kReach = 100;  // Tokens that a window reaches to either side of its cue.

}  // namespace

TokenRange QuoteFeatures::Window(uint32_t cue) const {
  const auto& sentences = syntax_.sentences;
  const uint32_t s = At(cue).sentence, paragraph = sentences[s].paragraph;
  uint32_t first = s, last = s;
  const uint32_t from = cue > kReach ? cue - kReach : 0;
  const uint32_t to = std::min(uint32_t(syntax_.size()), cue + kReach);
  // A quotation that runs over the border of two sentences joins them.
  const auto joined = [&](uint32_t border) {
    return quotation_[border] != kNone && quotation_[border - 1] == quotation_[border];
  };
  const auto opens = [&](uint32_t border) {
    return quotation_[border] != kNone && quotation_[border - 1] != quotation_[border];
  };
  while (first > 0 && sentences[first - 1].paragraph == paragraph &&
         sentences[first].tokens.first > from && joined(sentences[first].tokens.first)) {
    --first;
  }
  bool opened = false;
  while (last + 1 < sentences.size() && sentences[last + 1].paragraph == paragraph &&
         sentences[last].tokens.last < to) {
    const uint32_t border = sentences[last].tokens.last;
    const bool next = !opened && opens(border);  // `..., he said.  "And ..."`
    if (!joined(border) && !next) break;
    opened = opened || next;
    ++last;
  }
  return {std::max(sentences[first].tokens.first, from), std::min(sentences[last].tokens.last, to)};
}

QuoteFeatures::FromCue::FromCue(const QuoteFeatures& all, uint32_t cue, TokenRange window)
    : all_(all), cue_(cue), window_(window) {
  const Syntax& syntax = all.syntax_;
  claim_ = all.claim_of_[cue] != kNone ? &all.claims_[all.claim_of_[cue]] : nullptr;
  if (claim_) frame_ = HashOf(claim_->frame);
  if (claim_ && claim_->source) {
    source_ = claim_->source_words ? *claim_->source_words
                                   : SourceWords(syntax[*claim_->source], claim_->cue_words);
  }
  std::fill_n(places_.begin(), window.size(), Place{});
  std::array<uint32_t, kMostUp + 1> up;
  uint32_t ups = 0;
  for (uint32_t a = cue;; a = all.At(a).head) {
    up[ups++] = a;
    if (all.At(a).head == a || ups > kMostUp) break;
  }
  const auto fill = [&](uint32_t root, const Place& place) {
    const uint32_t first = std::max(all.At(root).left_edge, window.first);
    const uint32_t last = std::min(all.At(root).right_edge + 1, window.last);
    for (uint32_t i = first; i < last; ++i) places_[i - window.first] = place;
  };
  for (uint32_t j = ups; j-- > 0;) {
    for (Token branch : syntax[up[j]].children()) {
      if (j > 0 && branch.index() == up[j - 1]) continue;
      Place place{.up = uint8_t(j), .branch = branch.index()};
      place.form = IsClause(branch.dep()) || branch.pos() == Pos::kVERB
                       ? all.ClauseForm(branch.index())
                   : branch.dep() == Dep::kprep ? all.lemma_[branch.index()]
                                                : 64 + uint32_t(branch.tag());
      fill(branch.index(), place);
      if (branch.data().right_edge < window.first || branch.data().left_edge >= window.last)
        continue;
      for (Token twig : branch.children()) {
        place.twig = twig.index();
        fill(twig.index(), place);
      }
    }
    if (up[j] >= window.first && up[j] < window.last) {
      places_[up[j] - window.first] = {.up = uint8_t(j)};
    }
  }
  const TokenData& t = all.At(cue);
  bool subject = false, passive = false, object = false;
  for (Token c : syntax[cue].children()) {
    subject |= c.dep() == Dep::knsubj;
    passive |= c.dep() == Dep::knsubjpass || c.dep() == Dep::kauxpass;
    object |= c.dep() == Dep::kdobj;
  }
  shape_ = Mix(Pack(t.pos, t.dep, t.tag), subject + 2 * passive + 4 * object);
}

// What the rules take the word for: 0 nothing, 1 cue, 2 source, 3 content; 4 no claim.
uint32_t QuoteFeatures::FromCue::RuleRole(uint32_t i) const {
  if (claim_ == nullptr) return 4;
  const auto in = [i](TokenRange r) { return r.first <= i && i < r.last; };
  if (in(claim_->cue_words)) return 1;
  if (in(source_)) return 2;
  for (TokenRange piece : claim_->content) {
    if (in(piece)) return 3;
  }
  return 0;
}

void QuoteFeatures::FromCue::Add(uint32_t i, FeatureList& out) const {
  const TokenData& t = all_.At(i);
  const uint32_t n = uint32_t(all_.syntax_.size());
  const auto where_of = [&](uint32_t k) -> uint32_t {
    if (k < window_.first || k >= window_.last) return 0;
    const Place& p = places_[k - window_.first];
    const uint32_t side = k < cue_ ? 1 : k == cue_ ? 2 : 3;
    const uint32_t dep = p.branch == kNone ? 60 : uint32_t(all_.At(p.branch).dep);
    return Pack(side, p.up, dep);
  };
  const Place& p = places_[i - window_.first];
  const uint32_t lemma = all_.lemma_[cue_];
  const uint32_t side = i < cue_ ? 1 : i == cue_ ? 2 : 3;
  const uint32_t where = where_of(i);
  const uint32_t tag = uint32_t(t.tag), dep = uint32_t(t.dep);
  const uint32_t twig = p.twig == kNone ? 61 : uint32_t(all_.At(p.twig).dep);
  const uint32_t distance = Rough(i < cue_ ? cue_ - i : i - cue_);
  out.Add(kWhere, where);
  out.Add(kWhereLemma, where, lemma);
  out.Add(kWhereShape, where, shape_);
  out.Add(kWhereForm, where, p.form);
  out.Add(kLemmaForm, where, lemma, p.form);
  out.Add(kTwig, where, twig);
  out.Add(kTwigShape, where, twig, shape_);
  out.Add(kTwigForm, where, twig, p.form);
  out.Add(kOwnDep, where, dep);
  out.Add(kWhereTag, where, tag);
  out.Add(kWord, side, all_.word_[i]);
  out.Add(kWhereWord, where, all_.word_[i]);
  out.Add(kDistance, where, distance);
  out.Add(kEntity, where, uint32_t(t.entity));

  const uint32_t before = i > window_.first ? i - 1 : n, behind = i + 1 < window_.last ? i + 1 : n;
  const auto tag_at = [&](uint32_t k) { return k < n ? uint32_t(all_.At(k).tag) : 63; };
  out.Add(kTagsLeft, Pack(side, tag_at(before), tag));
  out.Add(kTagsRight, Pack(side, tag, tag_at(behind)));
  out.Add(kWordBefore, side, before < n ? all_.word_[before] : 0, tag);
  out.Add(kWordBehind, side, behind < n ? all_.word_[behind] : 0, tag);
  out.Add(kPlaces, where, where_of(before));
  out.Add(kPlaces, where, where_of(behind), 1);

  const uint32_t q = all_.quotation_[i];
  uint32_t quoted = q == kNone ? 0 : q == all_.quotation_[cue_] ? 1 : 2;
  if (q != kNone && i == all_.quotations_[q].tokens.first) quoted += 4;
  if (q != kNone && i + 1 == all_.quotations_[q].tokens.last) quoted += 8;
  out.Add(kQuoted, quoted, side);
  out.Add(kWhereQuoted, quoted, where);
  out.Add(kFormQuoted, quoted, where, p.form);
  const uint32_t commas = i < cue_ ? all_.separators_[cue_] - all_.separators_[i]
                                   : all_.separators_[i] - all_.separators_[cue_];
  out.Add(kCommas, where, std::min(commas, 4u));
  out.Add(kCommas, side, std::min(commas, 4u), distance + 64);

  const uint32_t role = RuleRole(i);
  const uint32_t role_before = before < n ? RuleRole(before) : 5;
  const uint32_t role_behind = behind < n ? RuleRole(behind) : 5;
  out.Add(kRoles, Pack(role, role_before, role_behind));
  out.Add(kRoleWhere, role, where);
  out.Add(kRoleFrame, role, frame_, where);
  out.Add(kRoleLemma, role, lemma);
  out.Add(kRoleQuoted, role, quoted, side);
  const uint32_t other = all_.content_of_[i];
  const bool mine = claim_ && other != kNone && &all_.claims_[other] == claim_;
  const uint32_t others = (other == kNone ? 0
                           : mine         ? 1
                                          : 2) +
                          (all_.claim_of_[i] != kNone ? 4 : 0);
  out.Add(kOther, others, role, side);
  const uint32_t sentence = t.sentence - all_.At(cue_).sentence + 8;
  out.Add(kSentenceOff, sentence, quoted, role);
  if (p.branch != kNone) {
    out.Add(kBranchLemma, where, all_.lemma_[p.branch]);
    out.Add(kLemmaBranch, where, lemma, all_.lemma_[p.branch]);
  }
  if (claim_ && claim_->source == i) out.Add(kRuleSource, where, frame_);
}

}  // namespace averment
