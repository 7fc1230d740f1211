// HOW IT WORKS
//
// Four steps, each in a file of its own: FindClaims reads from the syntax who attributes what
// (claims.cc, verb_claims.cc), FindQuotations pairs the quotation marks (quotation_marks.cc),
// Reconsider lets the learned model look at the claims again (learned_claims.cc), and
// AssembleQuotes brings claims and quotations together (quote_assembly.cc).  Here tokens become
// spans, and attributions learn which others they stand inside.

#include "src/discourse/quotes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "src/discourse/actor_index.h"
#include "src/discourse/clause.h"
#include "src/discourse/learned_claims.h"
#include "src/discourse/quotation_marks.h"
#include "src/discourse/quote_assembly.h"
#include "src/discourse/source_phrase.h"

namespace averment {
namespace {

// Whether the words stand inside quotation marks: all (direct), some (mixed), none (indirect).
AttributionKind KindOf(const Syntax& syntax, std::span<const Quotation> quotations,
                       std::span<const TokenRange> content) {
  uint32_t inside = 0, outside = 0;
  for (const TokenRange piece : content) {
    auto q = std::ranges::upper_bound(quotations, piece.first, {},
                                      [](const Quotation& quote) { return quote.tokens.last; });
    for (uint32_t i = piece.first; i < piece.last; ++i) {
      while (q != quotations.end() && q->tokens.last <= i) ++q;
      if (syntax[i].pos() == Pos::kPUNCT || syntax[i].pos() == Pos::kSPACE) continue;
      const bool quoted = q != quotations.end() && q->tokens.first <= i;
      const bool that = i == piece.first && syntax[i].lower() == "that";
      if (quoted)
        ++inside;
      else if (!that)
        ++outside;
    }
  }
  if (inside == 0) return AttributionKind::kIndirect;
  return outside == 0 ? AttributionKind::kDirect : AttributionKind::kMixed;
}

// A relative pronoun speaks for the noun before its clause.
uint32_t Antecedent(const Syntax& syntax, uint32_t source) {
  const Token t = syntax[source];
  if (t.tag() != Tag::kWP && t.tag() != Tag::kWDT) return source;
  Token v = t.head();
  for (int step = 0; step < 4 && !v.is_root(); ++step) {
    if (v.dep() == Dep::krelcl) return v.head().index();
    v = v.head();
  }
  return source;
}

std::string RuleOf(const Claim& claim) {
  std::string rule = "quote/" + std::string(claim.frame);
  if (claim.entry != nullptr) {
    rule += "/" + claim.entry->word;
    if (!claim.entry->particle.empty()) rule += "-" + claim.entry->particle;
  }
  return rule;
}

// Says of each attribution inside which other its cue stands.  One sweep over the contents by
// position; the innermost is the one that opened last and is still open.
void Nest(std::vector<Attribution>& attributions, const Syntax& syntax) {
  struct Open {
    Span span;
    uint32_t attribution;
  };
  std::vector<Open> contents;
  for (uint32_t a = 0; a < attributions.size(); ++a) {
    for (const Span& s : attributions[a].content) contents.push_back({s, a});
  }
  std::ranges::sort(contents, [](const Open& x, const Open& y) {
    if (x.span.begin != y.span.begin) return x.span.begin < y.span.begin;
    return std::pair(y.span.end, x.attribution) < std::pair(x.span.end, y.attribution);
  });
  std::vector<Open> open;
  size_t next = 0;
  for (uint32_t a = 0; a < attributions.size(); ++a) {
    const Span cue = syntax[attributions[a].cue_token].span();
    for (; next < contents.size() && contents[next].span.begin <= cue.begin; ++next) {
      while (!open.empty() && open.back().span.end <= contents[next].span.begin) open.pop_back();
      open.push_back(contents[next]);
    }
    while (!open.empty() && open.back().span.end <= cue.begin) open.pop_back();
    size_t k = open.size();
    while (k > 0 && k + 8 > open.size() &&
           (open[k - 1].attribution == a || open[k - 1].span.end < cue.end)) {
      --k;
    }
    if (k > 0 && open[k - 1].attribution != a && open[k - 1].span.Contains(cue)) {
      attributions[a].within = open[k - 1].attribution;
    }
  }
}

}  // namespace

Result<QuoteFinder> QuoteFinder::Load(const KnowledgePath& dir, bool learned) {
  Result<CueLexicon> lexicon = CueLexicon::Load(dir);
  if (!lexicon.ok()) return lexicon.status();
  std::optional<QuoteModel> model;
  if (learned) {
    Result<QuoteModel> loaded = QuoteModel::Load((dir / "attribution.weights").Last());
    if (!loaded.ok()) return loaded.status();
    model = std::move(loaded).value();
  }
  return QuoteFinder(std::move(lexicon).value(), std::move(model));
}

std::vector<Attribution> QuoteFinder::Find(const Text&, const Syntax& syntax,
                                           std::span<const ActorMention> mentions,
                                           std::span<const Actor> actors) const {
  const std::vector<Quotation> quotations = FindQuotations(syntax);
  std::vector<Claim> found = RuleClaims(lexicon_, syntax, quotations);
  if (model_) found = Reconsider(*model_, lexicon_, syntax, quotations, std::move(found));
  const std::vector<Claim> claims = AssembleQuotes(syntax, quotations, std::move(found));
  const ActorIndex index(syntax, mentions, actors);
  std::vector<Attribution> attributions;
  for (const Claim& claim : claims) {
    Attribution a;
    a.kind = KindOf(syntax, quotations, claim.content);
    a.cue_token = claim.cue;
    for (TokenRange piece : claim.content) a.content.push_back(syntax.SpanOf(piece));
    if (claim.cue_words.size() > 0) a.cue.push_back(syntax.SpanOf(claim.cue_words));
    if (claim.source) {
      const Token head = syntax[*claim.source];
      a.source_spans.push_back(syntax.SpanOf(
          claim.source_words ? *claim.source_words : SourceWords(head, claim.cue_words)));
      const uint32_t who = Antecedent(syntax, *claim.source);
      a.source = index.ActorOf(who);
      if (!a.source) a.source = index.ActorCovering(who);
    }
    a.rule = RuleOf(claim);
    attributions.push_back(std::move(a));
  }
  Nest(attributions, syntax);
  return attributions;
}

std::vector<CueLook> QuoteFinder::Look(const Syntax& syntax) const {
  std::vector<CueLook> looks;
  if (!model_) return looks;
  const std::vector<Quotation> quotations = FindQuotations(syntax);
  Reconsider(*model_, lexicon_, syntax, quotations, RuleClaims(lexicon_, syntax, quotations),
             &looks);
  return looks;
}

}  // namespace averment
