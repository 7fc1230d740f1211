// HOW IT WORKS
//
// A word that may be a cue is described by its lemma and form, by what governs it and what it
// governs (the clause "that ..." under "fear"), by the words and quotation marks beside it, and by
// what the rules make of it.  Most features join the lemma to one of these, for a cue is mostly its
// lemma in its frame.
//
// A word that may belong to source or content is described by its way to the cue: up to the
// ancestor of the cue that it depends on, and down the branch there.  "would leave" in "he said he
// would leave" hangs 0 steps up, on the branch ccomp.  Quotation marks, commas between, and the
// answer of the rules go with it.

#include "src/discourse/quote_features.h"

#include <algorithm>

#include "src/discourse/clause.h"
#include "src/discourse/quote_feature_kinds.h"

namespace averment {

using namespace quote_features;

namespace {

#define AVERMENT_WORDS(name, words) words,
constexpr std::string_view kNames[] = {AVERMENT_QUOTE_FEATURES(AVERMENT_WORDS)};
#undef AVERMENT_WORDS

constexpr uint32_t kMostChildren = 16;

bool IsSubject(Dep dep) {
  return dep == Dep::knsubj || dep == Dep::knsubjpass || dep == Dep::kcsubj;
}

bool IsFunction(Dep dep) {
  return dep == Dep::kaux || dep == Dep::kauxpass || dep == Dep::kneg || dep == Dep::kdet ||
         dep == Dep::kposs || dep == Dep::kmark || dep == Dep::kprt || dep == Dep::kcc ||
         dep == Dep::kexpl;
}

// What a clause opens with, where that is no conjunction.
enum Opening : uint32_t { kBareClause = 1, kInfinitiveClause, kQuestion, kGerund };

}  // namespace

void FeatureList::Add(uint32_t kind, uint32_t a, uint32_t b, uint32_t c) {
  if (size_ == kCapacity) return;
  uint64_t h = (uint64_t{a} << 32 | b) * 0x9E3779B97F4A7C15;
  h = (h ^ h >> 29 ^ (uint64_t{kind + 1} << 32 | c)) * 0xBF58476D1CE4E5B9;
  hashes_[size_] = uint32_t(h >> 32);
  about_[size_] = token_;
  kinds_[size_++] = uint8_t(kind);
}

std::string_view FeatureKindName(uint8_t kind) { return kind < kKinds ? kNames[kind] : "feature"; }

QuoteFeatures::QuoteFeatures(const CueLexicon& lexicon, const Syntax& syntax,
                             std::span<const Quotation> quotations, std::span<const Claim> claims)
    : lexicon_(lexicon), syntax_(syntax), quotations_(quotations), claims_(claims) {
  const size_t n = syntax.size();
  lemma_.resize(n);
  word_.resize(n);
  separators_.resize(n + 1);
  for (uint32_t i = 0; i < n; ++i) {
    lemma_[i] = HashOf(syntax.View(At(i).lemma));
    word_[i] = HashOf(syntax.View(At(i).lower));
    separators_[i + 1] = separators_[i] + (Separates(syntax[i]) ? 1 : 0);
  }
  quotation_.assign(n, kNone);
  for (uint32_t q = 0; q < quotations.size(); ++q) {
    const TokenRange r = quotations[q].tokens;
    std::fill(quotation_.begin() + r.first, quotation_.begin() + r.last, q);
  }
  claim_of_.assign(n, kNone);
  content_of_.assign(n, kNone);
  std::vector<uint32_t> size(claims.size());
  for (uint32_t c = 0; c < claims.size(); ++c) {
    for (TokenRange piece : claims[c].content) size[c] += piece.size();
    if (claims[c].cue_words.size() > 0) claim_of_[claims[c].cue] = c;
    for (TokenRange piece : claims[c].content) {
      for (uint32_t i = piece.first; i < piece.last; ++i) {
        if (content_of_[i] == kNone || size[content_of_[i]] < size[c]) content_of_[i] = c;
      }
    }
  }
}

bool QuoteFeatures::MayBeCue(uint32_t i) const {
  const TokenData& t = At(i);
  if (claim_of_[i] != kNone) return true;
  switch (t.pos) {
    case Pos::kVERB:
    case Pos::kNOUN:
    case Pos::kADJ: return t.dep != Dep::kcompound;
    case Pos::kADP:
      return t.dep == Dep::kprep && lexicon_.Knows(CueKind::kPhrase, syntax_[i].lower());
    default: return false;
  }
}

// The conjunction before a verb, or how its clause opens without one.
uint32_t QuoteFeatures::ClauseForm(uint32_t verb) const {
  uint32_t form = At(verb).tag == Tag::kVBG ? kGerund : kBareClause;
  for (Token c : syntax_[verb].children()) {
    if (c.index() > verb) break;
    if (c.dep() == Dep::kmark) return lemma_[c.index()];
    if (c.tag() == Tag::kTO) form = kInfinitiveClause;
  }
  const Tag first = At(At(verb).left_edge).tag;
  const bool wh =
      first == Tag::kWP || first == Tag::kWRB || first == Tag::kWDT || first == Tag::kWPS;
  return wh ? uint32_t{kQuestion} : form;
}

// Which quotation marks stand near: 1 inside, 2 just behind one, 4 just before one, 8 in its
// sentence.
uint32_t QuoteFeatures::QuoteState(uint32_t i) const {
  constexpr uint32_t kNear = 5;
  const TokenRange sentence = syntax_.sentences[At(i).sentence].tokens;
  if (quotation_[i] != kNone) {
    const TokenRange around = quotations_[quotation_[i]].tokens;
    const bool whole = around.first <= sentence.first && sentence.last <= around.last;
    return 1 + (whole ? 16 : 0);
  }
  uint32_t state = 0;
  for (uint32_t k = 1; k <= kNear && k <= i; ++k) {
    if (quotation_[i - k] != kNone) state |= 2;
  }
  for (uint32_t k = 1; k <= kNear && i + k < quotation_.size(); ++k) {
    if (quotation_[i + k] != kNone) state |= 4;
  }
  if (quotation_[sentence.first] != kNone || quotation_[sentence.last - 1] != kNone) state |= 8;
  return state;
}

void QuoteFeatures::AddChildren(uint32_t i, FeatureList& out) const {
  const TokenData& t = At(i);
  const uint32_t lemma = lemma_[i], pos = uint32_t(t.pos);
  uint32_t mask = 0, seen = 0, subject = kNone;
  for (Token c : syntax_[i].children()) {
    if (++seen > kMostChildren) break;
    const uint32_t k = c.index(), dep = uint32_t(c.dep()), right = k > i;
    if (c.dep() == Dep::kpunct) continue;
    out.About(k);
    out.Add(kChild, Pack(pos, dep, right));
    out.Add(kLemmaChild, lemma, dep, right);
    out.Add(kChildTag, Pack(pos, dep, c.tag(), right));
    mask = Mix(mask, dep * 2 + right);
    if (IsSubject(c.dep())) subject = k;
    if (IsFunction(c.dep())) {
      out.Add(kFunction, Pack(pos, dep), lemma_[k]);
      out.Add(kLemmaFunction, lemma, dep, lemma_[k]);
    } else if (IsClause(c.dep())) {
      const uint32_t form = ClauseForm(k);
      out.Add(kClause, Pack(pos, dep, right), form);
      out.Add(kLemmaClause, lemma, Pack(dep, right), form);
      out.Add(kClauseVerb, form, lemma_[k], Pack(pos, dep));
      if (const auto aux = c.child(Dep::kaux)) {
        out.Add(kClauseModal, form, lemma_[aux->index()], Pack(pos, dep));
      }
    } else if (c.dep() == Dep::kprep || c.dep() == Dep::kagent) {
      out.Add(kLemmaPreposition, lemma, lemma_[k], right);
      if (const auto object = c.child(Dep::kpobj)) {
        out.Add(kObjectShape, lemma_[k], Pack(pos, object->entity(), object->tag()));
        out.Add(kObject, lemma_[k], lemma_[object->index()], pos);
      } else if (c.child(Dep::kpcomp)) {
        out.Add(kClause, Pack(pos, dep, Dep::kpcomp), lemma_[k]);
        out.Add(kLemmaClause, lemma, uint32_t(Dep::kpcomp), lemma_[k]);
      }
    } else if (c.dep() == Dep::kdobj || c.dep() == Dep::kdative || c.dep() == Dep::kattr ||
               c.dep() == Dep::kacomp || c.dep() == Dep::koprd) {
      out.Add(kLemmaObject, lemma, lemma_[k], dep);
      out.Add(kObject, pos, lemma_[k], dep);
      out.Add(kObjectShape, pos, Pack(dep, c.entity(), c.tag()));
      out.Add(kLemmaObject, lemma, Pack(dep, c.entity(), c.tag()), 1);
    } else {
      out.Add(kAdverb, pos, lemma_[k], dep);
    }
  }
  out.About(i);
  out.Add(kMask, mask, pos);
  out.Add(kLemmaMask, mask, lemma);

  const Claim* claim = claim_of_[i] != kNone ? &claims_[claim_of_[i]] : nullptr;
  if (claim != nullptr && claim->source) subject = *claim->source;
  if (subject == kNone && !syntax_[i].is_root()) {  // "vowed to say": that of the governor.
    for (Token c : syntax_[i].head().children()) {
      if (IsSubject(c.dep())) subject = c.index();
    }
  }
  const TokenData* s = subject != kNone ? &At(subject) : nullptr;
  const uint32_t who = s ? lemma_[subject] : 0;
  const uint32_t shape =
      s ? Pack(uint32_t(s->tag), uint32_t(s->entity), uint32_t(s->dep), s->head == i) : 0;
  out.About(s ? subject : i);
  out.Add(kSubject, pos, who);
  out.Add(kLemmaSubject, lemma, who);
  out.Add(kSubjectShape, pos, shape);
  out.Add(kLemmaSubjectShape, lemma, shape);
  out.About(i);
}

void QuoteFeatures::AddSurroundings(uint32_t i, FeatureList& out) const {
  const TokenData& t = At(i);
  const uint32_t lemma = lemma_[i], pos = uint32_t(t.pos), n = uint32_t(syntax_.size());
  const auto word = [&](uint32_t k) {  // Unsigned: before the first is beyond the last.
    return k < n && At(k).sentence == t.sentence ? word_[k] : 0;
  };
  const auto tag = [&](uint32_t k) {
    return k < n && At(k).sentence == t.sentence ? uint32_t(At(k).tag) : 63;
  };
  const auto about = [&](uint32_t k) { out.About(k < n && At(k).sentence == t.sentence ? k : i); };
  about(i - 1);
  out.Add(kLeft, pos, word(i - 1));
  about(i + 1);
  out.Add(kRight, pos, word(i + 1));
  about(i - 1);
  out.Add(kLemmaBefore, lemma, word(i - 1));
  about(i + 1);
  out.Add(kLemmaBehind, lemma, word(i + 1));
  out.About(i);
  out.Add(kRight, word(i + 1), word(i + 2), pos);
  out.Add(kLeft, word(i - 1), word(i - 2), pos);
  out.Add(kTags, Pack(tag(i - 1), t.tag, tag(i + 1)));
  out.Add(kTags, Pack(t.tag, tag(i + 1), tag(i + 2)), 1);
  out.Add(kTags, Pack(tag(i - 2), tag(i - 1), t.tag), 2);
  const uint32_t quote = QuoteState(i);
  out.Add(kMarks, pos, quote);
  out.Add(kLemmaQuote, lemma, quote);
  const SentenceData& sentence = syntax_.sentences[t.sentence];
  out.Add(kSentence, uint32_t(sentence.kind), pos, syntax_[i].is_root());
  out.Add(kSentence, lemma, syntax_[i].is_root(), 1);
}

void QuoteFeatures::AddRules(uint32_t i, FeatureList& out) const {
  const uint32_t lemma = lemma_[i], pos = uint32_t(At(i).pos), quote = QuoteState(i);
  const Claim* claim = claim_of_[i] != kNone ? &claims_[claim_of_[i]] : nullptr;
  const uint32_t frame = claim ? HashOf(claim->frame) : 0;
  const bool source = claim && claim->source;
  out.Add(kRule, frame, pos, source);
  out.Add(kLemmaRule, frame, lemma, source);
  const CueKind kind = At(i).pos == Pos::kNOUN  ? CueKind::kNoun
                       : At(i).pos == Pos::kADJ ? CueKind::kAdjective
                                                : CueKind::kVerb;
  const Cue* entry = claim ? claim->entry : lexicon_.Find(kind, syntax_[i].lemma(), "");
  const uint32_t sense = entry ? HashOf(entry->sense) : 0;
  out.Add(kRuleSense, frame, sense, pos);
  out.Add(kRuleSense, sense, quote, pos);
  if (claim) {
    uint32_t size = 0;
    for (TokenRange piece : claim->content) size += piece.size();
    out.Add(kRuleSize, frame, Rough(size), uint32_t(claim->content.size()));
    if (!claim->content.empty()) {
      const TokenRange first = claim->content.front();
      out.Add(kRuleSize, frame, uint32_t(At(first.first).tag), 77);
      out.Add(kRuleSize, lemma, Rough(size), 78);
    }
  }
  const uint32_t around = content_of_[i];
  const bool inside = around != kNone && around != claim_of_[i];
  out.Add(kInside, inside, frame, pos);
  out.Add(kLemmaInside, inside, lemma);
  if (inside) out.Add(kInsideFrame, HashOf(claims_[around].frame), pos, frame);
  // The nearest word above that the rules take for a cue.
  Token t = syntax_[i];
  uint32_t steps = 0;
  Dep last = Dep::kroot;
  while (!t.is_root() && steps < kMostUp) {
    last = t.dep();
    t = t.head();
    ++steps;
    if (claim_of_[t.index()] != kNone) break;
  }
  const bool met = steps > 0 && claim_of_[t.index()] != kNone;
  out.Add(kAbove, met ? HashOf(claims_[claim_of_[t.index()]].frame) : 0, uint32_t(last), pos);
  out.Add(kAbove, met ? steps : 0, uint32_t(last), inside + 2);
}

void QuoteFeatures::AddCue(uint32_t i, FeatureList& out) const {
  const TokenData& t = At(i);
  const uint32_t lemma = lemma_[i], tag = uint32_t(t.tag), dep = uint32_t(t.dep);
  const TokenData& head = At(t.head);
  const uint32_t above = t.head == i ? 0 : lemma_[t.head];
  out.About(i);
  out.Add(kBias);
  out.Add(kLemma, lemma, tag);
  out.Add(kLemma, lemma, uint32_t(t.pos), 64);
  out.Add(kLemmaDep, lemma, dep);
  out.Add(kTagDep, tag, dep);
  out.About(t.head);
  out.Add(kGovernor, above, dep, uint32_t(t.pos));
  out.Add(kLemmaGovernor, lemma, above);
  out.Add(kGovernorShape, Pack(dep, head.tag, t.head < i), tag);
  out.About(i);
  out.Add(kPathUp, Pack(dep, head.dep, At(head.head).dep), uint32_t(t.pos));
  out.Add(kPathUp, Pack(dep, head.dep), lemma);
  AddChildren(i, out);
  AddSurroundings(i, out);
  AddRules(i, out);
}

}  // namespace averment
