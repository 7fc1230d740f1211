// HOW IT WORKS
//
// Every verb, noun and adjective is looked up; a known one is tried as a cue (verb_claims.cc holds
// the verbs).  A noun takes its content as a clause or a phrase of its own ("his claim that ...",
// "concern about ..."), an adjective through the copula ("is confident that ..."), and a phrase
// ("according to", "in the view of") the clause it is set into.

#include <algorithm>

#include "src/discourse/claim.h"
#include "src/discourse/clause.h"
#include "src/discourse/source_phrase.h"

namespace averment {
namespace {

constexpr int kMaxSteps = 8;

// The content that hangs under a noun or adjective: a clause, or a phrase with a preposition.
struct Dependent {
  TokenRange content;
  std::optional<uint32_t> preposition;
  std::string_view frame;
};

std::optional<Dependent> ContentUnder(const Cue& entry, Token word, Token host) {
  for (Token c : host.children()) {
    if (c.index() < word.index()) continue;
    const TokenRange range = c.subtree_range();
    switch (c.dep()) {
      case Dep::kacl:
      case Dep::kccomp:
      case Dep::kxcomp:
        if (HasComplementizer(c) && entry.Takes(kThat)) return Dependent{range, {}, "clause"};
        if (IsInfinitive(c) && entry.Takes(kTo)) return Dependent{range, {}, "infinitive"};
        if (c.dep() == Dep::kccomp && entry.Takes(kBare)) return Dependent{range, {}, "clause"};
        break;
      case Dep::kprep:
      case Dep::kagent:
        if (entry.Takes(c.lower()) && c.index() < c.data().right_edge) {
          return Dependent{{c.index() + 1, range.last}, c.index(), "preposition"};
        }
        break;
      default: break;
    }
  }
  return std::nullopt;
}

bool IsCopula(Token verb) {
  const std::string_view lemma = verb.lemma();
  return lemma == "be" || lemma == "feel" || lemma == "remain" || lemma == "seem" ||
         lemma == "become" || lemma == "sound" || lemma == "stay" || lemma == "appear" ||
         lemma == "grow";
}

// The clause that a phrase comments on: the nearest verb above it.
Token ClauseAbove(Token t) {
  for (int step = 0; step < kMaxSteps && !t.is_root(); ++step) {
    if (t.pos() == Pos::kVERB || t.pos() == Pos::kAUX) break;
    t = t.head();
  }
  return t;
}

// The clause without coordinated clauses beyond the phrase, and without the phrase.
std::vector<TokenRange> CommentedClause(Token clause, TokenRange phrase) {
  TokenRange range = clause.subtree_range();
  for (Token c : clause.children()) {
    const bool sentence =
        c.dep() == Dep::kconj && (c.child(Dep::knsubj) || c.child(Dep::knsubjpass));
    if (sentence && c.index() > phrase.last) range.last = std::min(range.last, c.data().left_edge);
  }
  if (range.last <= clause.index()) range.last = clause.data().right_edge + 1;
  std::vector<TokenRange> pieces = Without(clause.syntax(), range, phrase);
  // "..., and", "..., but" before a coordinated clause that is left out.
  for (TokenRange& piece : pieces) {
    while (piece.size() > 1 && clause.syntax()[piece.last - 1].dep() == Dep::kcc) --piece.last;
    piece = Trimmed(clause.syntax(), piece);
  }
  return pieces;
}

std::optional<Claim> Find(const CueLexicon& lexicon, Token t) {
  const auto cue = [&](CueKind kind, std::string_view particle) {
    return lexicon.Find(kind, t.lemma(), particle);
  };
  switch (t.pos()) {
    case Pos::kVERB: {
      if (t.dep() == Dep::kamod || t.dep() == Dep::kcompound) return std::nullopt;
      const auto particle = t.child(Dep::kprt);
      const Cue* entry = cue(CueKind::kVerb, particle ? particle->lower() : "");
      if (entry != nullptr) return VerbClaim(lexicon, *entry, t);
      // "according" is a preposition to the parser, tagged as a participle.
      break;
    }
    case Pos::kNOUN:
      if (const Cue* entry = cue(CueKind::kPhrase, "")) {
        if (auto claim = PhraseClaim(*entry, t)) return claim;
      }
      if (const Cue* entry = cue(CueKind::kNoun, "")) return NounClaim(lexicon, *entry, t);
      break;
    case Pos::kADJ:
      if (const Cue* entry = cue(CueKind::kAdjective, ""))
        return AdjectiveClaim(lexicon, *entry, t);
      break;
    default: break;
  }
  if (t.dep() == Dep::kprep && t.index() + 1 < t.syntax().size()) {
    const Cue* entry = lexicon.Find(CueKind::kPhrase, t.lower(), "");
    if (entry != nullptr) return PhraseClaim(*entry, t);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Claim> NounClaim(const CueLexicon& lexicon, const Cue& entry, Token noun) {
  std::optional<Dependent> content = ContentUnder(entry, noun, noun);
  Claim claim{.cue = noun.index(), .cue_words = {noun.index(), noun.index() + 1}, .entry = &entry};
  const Token head = noun.head();
  const bool is = !content && noun.dep() == Dep::knsubj && head.lemma() == "be";
  if (is) {  // "his view is that ..."
    content = ContentUnder(entry, head, head);
    if (!content || content->preposition) return std::nullopt;
    if (head.index() == noun.index() + 1) claim.cue_words.last = head.index() + 1;
  }
  if (!content) return std::nullopt;
  claim.source = SourceOfNoun(lexicon, noun, content->preposition);
  // An unowned noun says too little about who: only "reports that" counts.
  if (!claim.source && content->frame != "clause") return std::nullopt;
  if (noun.dep() == Dep::kdobj && claim.source && lexicon.Knows(CueKind::kLight, head.lemma()) &&
      head.index() < noun.index() && !noun.child(Dep::kposs)) {
    claim.cue_words.first = CueWords(head).first;
  }
  if (content->preposition == claim.cue_words.last) ++claim.cue_words.last;
  claim.content = {Trimmed(noun.syntax(), content->content)};
  claim.frame = is ? "noun-is" : "noun";
  return claim;
}

std::optional<Claim> AdjectiveClaim(const CueLexicon& lexicon, const Cue& entry, Token adjective) {
  if (adjective.dep() != Dep::kacomp && adjective.dep() != Dep::koprd) return std::nullopt;
  const Token verb = adjective.head();
  std::optional<Dependent> content = ContentUnder(entry, adjective, adjective);
  if (!content) content = ContentUnder(entry, adjective, verb);
  if (!content || (!IsCopula(verb) && verb.lemma() != "make")) return std::nullopt;
  Claim claim{.cue = adjective.index(), .entry = &entry, .frame = "adjective"};
  claim.cue_words = {adjective.index(), adjective.index() + 1};
  if (verb.index() < adjective.index() && adjective.index() - verb.index() <= 4) {
    claim.cue_words.first = CueWords(verb).first;
  }
  if (content->preposition == claim.cue_words.last) ++claim.cue_words.last;
  claim.source = SourceOfVerb(lexicon, verb);
  // "It is clear that": nobody's word in particular.
  if (claim.source && adjective.syntax()[*claim.source].lower() == "it") claim.source.reset();
  if (!claim.source) return std::nullopt;
  claim.content = {Trimmed(adjective.syntax(), content->content)};
  return claim;
}

std::optional<Claim> PhraseClaim(const Cue& entry, Token word) {
  const Syntax& syntax = word.syntax();
  Claim claim{.cue = word.index(), .entry = &entry};
  Token anchor = word;  // The head of the phrase.
  std::optional<Token> speaker;
  if (word.pos() == Pos::kNOUN) {  // "in the view of the envoy", "in his words"
    if (word.dep() != Dep::kpobj || word.head().lower() != "in") return std::nullopt;
    anchor = word.head();
    speaker = word.child(Dep::kposs);
    claim.frame = "in-the-view-of";
  } else {
    claim.frame = "according-to";
  }
  for (Token c : word.children()) {
    if (speaker || c.dep() != Dep::kprep || !entry.Takes(c.lower())) continue;
    speaker = c.child(Dep::kpobj);
    if (speaker) claim.cue_words = {anchor.index(), c.index() + 1};
  }
  if (!speaker || anchor.is_root()) return std::nullopt;
  if (claim.cue_words.size() == 0) claim.cue_words = {anchor.index(), word.index() + 1};
  claim.source = speaker->index();
  const TokenRange phrase = anchor.subtree_range();
  const Token clause = ClauseAbove(anchor.head());
  const TokenRange sentence = syntax.sentences[word.data().sentence].tokens;
  const bool set_off = phrase.first == sentence.first || word.pos() != Pos::kNOUN ||
                       Separates(syntax[phrase.first - 1]);
  const bool inside = phrase.first <= clause.index() && clause.index() < phrase.last;
  if (!set_off || inside) return std::nullopt;
  claim.content = CommentedClause(clause, phrase);
  if (claim.content.empty()) return std::nullopt;
  return claim;
}

std::vector<Claim> FindClaims(const CueLexicon& lexicon, const Syntax& syntax) {
  std::vector<Claim> claims;
  for (uint32_t i = 0; i < syntax.size(); ++i) {
    if (auto claim = Find(lexicon, syntax[i])) claims.push_back(*std::move(claim));
  }
  return claims;
}

}  // namespace averment
