// HOW IT WORKS
//
// A verb of the lexicon becomes a claim when one of its frames holds.  They are tried in a fixed
// order, from the surest to the weakest: a clause behind the verb ("said that it had left"), a
// clause before it ("it had left, he said"), a clause round it ("the army, he said, had left"), an
// infinitive, an object with its complements ("called the vote a sham", "urged Iran to wait"), a
// prepositional phrase ("called for calm").  A verb of speech for which none holds is kept without
// content: it may have a quotation beside it.

#include <algorithm>

#include "src/discourse/claim.h"
#include "src/discourse/clause.h"
#include "src/discourse/source_phrase.h"
#include "src/discourse/verb_frame.h"

namespace averment {
namespace {

class VerbFrames {
 public:
  VerbFrames(const CueLexicon& lexicon, const Cue& entry, Token verb)
      : lexicon_(lexicon),
        entry_(entry),
        verb_(verb),
        syntax_(verb.syntax()),
        f_(VerbFrameOf(verb)) {}

  std::optional<Claim> Find() {
    claim_.cue = verb_.index();
    claim_.cue_words = CueWords(verb_);
    claim_.entry = &entry_;
    if (!ClauseBehind() && !ClauseBefore() && !ClauseRound() && !Infinitive() && !Participle() &&
        !ObjectAndMore() && !Preposition()) {
      if (!entry_.Takes(kQuote)) return std::nullopt;
      claim_.frame = "quotation";
    }
    claim_.source = SourceOfVerb(lexicon_, verb_);
    if (!claim_.source && claim_.frame == "before" && f_.object) {
      claim_.source = f_.object->index();  // `"...," said Hester`, the speaker taken for an object.
    }
    return claim_;
  }

 private:
  // What stands behind the verb, as content.
  bool Take(std::string_view frame, TokenRange content) {
    content = Trimmed(syntax_, content);
    while (content.size() > 1 && syntax_[content.last - 1].dep() == Dep::kcc) {
      content = Trimmed(syntax_, {content.first, content.last - 1});
    }
    if (content.size() == 0) return false;
    claim_.content = {content};
    claim_.frame = frame;
    return true;
  }
  bool Take(std::string_view frame, std::vector<TokenRange> pieces) {
    if (pieces.empty()) return false;
    claim_.content = std::move(pieces);
    claim_.frame = frame;
    return true;
  }

  // The last token of a clause behind the verb, before an afterthought of the speaker's own verb.
  uint32_t EndOf(Token clause) const {
    uint32_t end = clause.data().right_edge + 1;
    for (Token c : clause.children()) {
      if (ResumesSpeech(lexicon_, c)) end = std::min(end, c.data().left_edge);
      const bool participle = c.dep() == Dep::kadvcl && c.tag() == Tag::kVBG &&
                              c.index() > clause.index() && c.data().right_edge + 1 == end;
      const uint32_t left = c.data().left_edge;
      if (participle && lexicon_.Knows(CueKind::kVerb, c.lemma()) &&
          syntax_[left - 1].tag() == Tag::kComma) {
        end = left;
      }
    }
    return end;
  }

  bool ClauseBehind() {
    if (!f_.object_clause) return false;
    const Token clause = *f_.object_clause;
    const TokenRange range{clause.data().left_edge, EndOf(clause)};
    if (IsInfinitive(clause)) {
      return entry_.Takes(kTo) &&
             Take("infinitive", {std::max(range.first, verb_.index() + 1), range.last});
    }
    const CueFrame needed = HasComplementizer(clause)                                 ? kThat
                            : OpensWithQuestionWord(clause)                           ? kWh
                            : clause.tag() == Tag::kVBG && !clause.child(Dep::knsubj) ? kIng
                                                                                      : kBare;
    if (!entry_.Takes(needed)) return false;
    uint32_t last = range.last;
    for (Token c : verb_.children()) {  // "said that A and that B", as two clauses.
      if (c.dep() == Dep::kccomp && c.index() > clause.index()) last = std::max(last, EndOf(c));
    }
    if (range.first > verb_.index()) {
      if (!Take("clause", {range.first, last})) return false;
      AddPieceBefore();
      return true;
    }
    // The verb stands inside its own clause.
    return Take("round", Without(syntax_, {range.first, last}, Core()));
  }

  // "It may be," he said, "that we leave.": the first half stands before the verb.
  void AddPieceBefore() {
    if (!f_.object_clause_left || !entry_.Takes(kBefore)) return;
    const Token clause = *f_.object_clause_left;
    const uint32_t last = std::min(clause.data().right_edge + 1, Core().first);
    const TokenRange piece = Trimmed(syntax_, {Leading(clause.data().left_edge), last});
    if (piece.size() > 0) claim_.content.insert(claim_.content.begin(), piece);
  }

  // The verb with its subject: what a parenthetical consists of.
  TokenRange Core() const {
    TokenRange core = claim_.cue_words;
    if (f_.subject) {
      core.first = std::min(core.first, f_.subject->data().left_edge);
      core.last = std::max(core.last, f_.subject->data().right_edge + 1);
    }
    return core;
  }

  bool ClauseBefore() {
    if (!f_.object_clause_left || !entry_.Takes(kBefore)) return false;
    const Token clause = *f_.object_clause_left;
    const uint32_t last = std::min(clause.data().right_edge + 1, Core().first);
    uint32_t first = Leading(clause.data().left_edge);
    // "A happened, but B did not, he added", where the cue was coordinated with A.
    const Token head = verb_.head();
    if (verb_.dep() == Dep::kconj && head.index() < first && !head.child(Dep::kmark)) {
      first = head.data().left_edge;
    }
    return Take("before", {first, std::max(last, clause.index() + 1)});
  }

  // "But talks failed, he said": what leads into the first clause belongs to it.
  uint32_t Leading(uint32_t first) const {
    const uint32_t start = syntax_.sentences[verb_.data().sentence].tokens.first;
    uint32_t at = first;
    while (at > start) {
      const Token t = syntax_[at - 1];
      const bool leads = t.pos() == Pos::kPUNCT || t.dep() == Dep::kcc || t.dep() == Dep::kadvmod ||
                         t.dep() == Dep::kintj;
      if (!leads || t.head().index() != verb_.index()) return first;
      --at;
    }
    return at;
  }

  // "The army, he said, had left" and "as he put it, ...": the clause that governs the verb.
  bool ClauseRound() {
    if (!entry_.Takes(kBefore) || !entry_.Takes(kQuote) || verb_.is_root() || f_.object_clause ||
        f_.passive) {
      return false;
    }
    if (f_.subject && f_.subject->lower() == "you") return false;  // "you know": a filler.
    const Token head = verb_.head();
    const auto mark = verb_.child(Dep::kmark);
    const bool as = verb_.dep() == Dep::kadvcl && mark && mark->lower() == "as" &&
                    mark->index() < verb_.index();
    const bool parenthesis = verb_.dep() == Dep::kparataxis ||
                             (f_.subject && !f_.object && !mark &&
                              (verb_.dep() == Dep::kccomp || verb_.dep() == Dep::kdep ||
                               verb_.dep() == Dep::kadvcl || verb_.dep() == Dep::kconj));
    if (!(as || (parenthesis && f_.subject)) || !IsVerbal(head)) return false;
    const TokenRange own = as ? verb_.subtree_range() : Core();
    if (!SetOff(verb_.subtree_range())) return false;
    return Take(as ? "as-clause" : "round", Without(syntax_, head.subtree_range(), own));
  }

  // Between commas, marks or the ends of the sentence.
  bool SetOff(TokenRange range) const {
    const TokenRange sentence = syntax_.sentences[verb_.data().sentence].tokens;
    auto apart = [&](Token t) { return t.pos() == Pos::kPUNCT || t.pos() == Pos::kSPACE; };
    const bool left = range.first <= sentence.first || apart(syntax_[range.first - 1]) ||
                      apart(syntax_[range.first]);
    const bool right =
        range.last >= sentence.last || apart(syntax_[range.last]) || apart(syntax_[range.last - 1]);
    return left && right;
  }

  bool Infinitive() {
    const Token* clause = f_.infinitive ? &*f_.infinitive : nullptr;
    if (clause != nullptr && clause->dep() == Dep::kadvcl && !entry_.Takes("for")) clause = nullptr;
    if (clause != nullptr && clause->dep() != Dep::kadvcl && !entry_.Takes(kTo)) clause = nullptr;
    if (clause == nullptr && f_.gerund && entry_.Takes(kIng)) clause = &*f_.gerund;
    if (clause == nullptr) return false;
    TokenRange range{clause->data().left_edge, EndOf(*clause)};
    if (clause->dep() == Dep::kadvcl) {  // "for" belongs to the cue.
      ++range.first;
      claim_.cue_words.last = std::max(claim_.cue_words.last, range.first);
    }
    for (Token c : verb_.children()) {  // "called on Iran to leave"
      if (c.dep() != Dep::kprep || c.index() < verb_.index() || c.index() > clause->index())
        continue;
      if (!entry_.Takes(c.lower())) continue;
      range.first = c.index() + 1;
      if (claim_.cue_words.last == c.index()) claim_.cue_words.last = c.index() + 1;
    }
    if (f_.object && f_.object->index() < clause->index() && !entry_.Takes(kListener)) {
      range.first = std::min(range.first, f_.object->data().left_edge);
    }
    if (f_.passive && f_.passive_subject && !entry_.Takes(kListener)) {
      return TakeWithSubject("infinitive", range);
    }
    return Take("infinitive", range);
  }

  // "The army | was accused by Iran | of looting": the subject of a passive is content.
  bool TakeWithSubject(std::string_view frame, TokenRange rest) {
    const TokenRange subject = Trimmed(syntax_, f_.passive_subject->subtree_range());
    rest = Trimmed(syntax_, rest);
    std::vector<TokenRange> pieces{subject};
    if (rest.size() > 0) pieces.push_back(rest);
    return Take(frame, std::move(pieces));
  }

  static bool Complements(Token c) {
    switch (c.dep()) {
      case Dep::kxcomp:
      case Dep::koprd:
      case Dep::kacomp:
      case Dep::kccomp:
      case Dep::kattr: return true;
      case Dep::kprep: {
        const std::string_view w = c.lower();
        return w == "as" || w == "for" || w == "to" || w == "with" || w == "over" || w == "of" ||
               w == "against" || w == "about";
      }
      default: return false;
    }
  }

  // The end of the complements that follow the object (or a passive verb); notes what they are.
  TokenRange ComplementsBehind(uint32_t from, bool& predicate,
                               std::string_view& preposition) const {
    TokenRange range{0, 0};
    for (Token c : verb_.children()) {
      if (c.index() <= from || c.dep() == Dep::kprt || c.dep() == Dep::kagent) continue;
      if (c.dep() == Dep::kdobj || c.dep() == Dep::kdative) continue;
      if (c.dep() == Dep::knpadvmod || c.dep() == Dep::kadvmod) continue;
      if (!Complements(c)) {
        if (c.dep() == Dep::kprep) continue;
        break;
      }
      predicate = predicate || c.dep() != Dep::kprep;
      if (c.dep() == Dep::kprep && preposition.empty()) preposition = c.lower();
      if (range.last == 0) range.first = c.data().left_edge;
      range.last = c.data().right_edge + 1;
    }
    return range;
  }

  bool ObjectAndMore() {
    const bool passive = f_.passive && f_.passive_subject;
    if (!passive && !f_.object && !(f_.predicate && entry_.Takes(kPred))) return false;
    const uint32_t from = passive || !f_.object ? verb_.index() : f_.object->index();
    bool predicate = false;
    std::string_view preposition;
    const TokenRange more = ComplementsBehind(from, predicate, preposition);
    const bool with = std::ranges::find(entry_.object_prepositions, preposition) !=
                      entry_.object_prepositions.end();
    const bool holds =
        entry_.Takes(kNp) || (entry_.Takes(kPred) && predicate) || (with && !preposition.empty());
    if (!holds || entry_.Takes(kListener)) return false;
    if (passive && preposition == "as" && QuotedAsSaying(more)) return false;
    if (passive && entry_.Takes(kActive) && !verb_.child(Dep::kagent)) return false;
    if (passive) return TakeWithSubject("passive", more);
    if (!f_.object) return Take("object", more);
    TokenRange range = f_.object->subtree_range();
    range.last = more.last > range.last ? more.last : WithoutAsides(*f_.object);
    return Take("object", range);
  }

  // Where a noun phrase ends without the writer's aside: ", who ...", ", the first ... since ...".
  uint32_t WithoutAsides(Token noun) const {
    constexpr uint32_t kLongApposition = 8;
    const uint32_t end = noun.data().right_edge + 1;
    for (Token c : noun.children()) {
      const uint32_t left = c.data().left_edge;
      if (c.index() < noun.index() || c.data().right_edge + 1 != end) continue;
      if (syntax_[left - 1].tag() != Tag::kComma) continue;
      const bool apposition = c.dep() == Dep::kappos && end - left >= kLongApposition &&
                              syntax_[left].pos() == Pos::kDET;
      if (c.dep() == Dep::krelcl || apposition) return left;
    }
    return end;
  }

  // "the laws proposed by the senate": a participle with its agent, on the noun that is content.
  bool Participle() {
    if (verb_.dep() != Dep::kacl || verb_.tag() != Tag::kVBN || !verb_.child(Dep::kagent)) {
      return false;
    }
    const Token noun = verb_.head();
    if (!entry_.Takes(kNp) || noun.pos() != Pos::kNOUN || noun.index() > verb_.index())
      return false;
    return Take("participle", {noun.data().left_edge, verb_.data().left_edge});
  }

  // "was quoted as saying that": the participle is the cue.
  bool QuotedAsSaying(TokenRange more) const {
    if (more.size() < 2) return false;
    const Token next = syntax_[more.first + 1];
    return next.tag() == Tag::kVBG && lexicon_.Knows(CueKind::kVerb, next.lemma());
  }

  bool Preposition() {
    for (Token c : verb_.children()) {
      if (c.dep() != Dep::kprep || c.index() < verb_.index() || !entry_.Takes(c.lower())) continue;
      if (c.index() + 1 > c.data().right_edge) continue;
      if (claim_.cue_words.last == c.index()) claim_.cue_words.last = c.index() + 1;
      TokenRange range{c.index() + 1, c.data().right_edge + 1};
      for (Token more : verb_.children()) {  // "called on Iran to leave"
        const bool infinitive = more.dep() == Dep::kxcomp || more.dep() == Dep::kadvcl;
        if (!infinitive || more.data().left_edge != range.last || !IsInfinitive(more)) continue;
        range.last = more.data().right_edge + 1;
      }
      return Take("preposition", range);
    }
    return false;
  }

  const CueLexicon& lexicon_;
  const Cue& entry_;
  const Token verb_;
  const Syntax& syntax_;
  const VerbFrame f_;
  Claim claim_;
};

}  // namespace

std::optional<Claim> VerbClaim(const CueLexicon& lexicon, const Cue& entry, Token verb) {
  return VerbFrames(lexicon, entry, verb).Find();
}

}  // namespace averment
