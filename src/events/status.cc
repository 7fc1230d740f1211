// The verb group is read first: will, may, must, not, if.  Then the words above it, one after the
// other: in "refused to consider releasing" "releasing" is first made hypothetical by "consider"
// and then denied by "refused".  `Judgement::Apply` is the algebra of that: denial is strongest,
// then possibility, then demand, then plan; a denied denial is open.
//
// A noun is carried by what it completes: "launched an attack" is as real as "launched", "calls for
// an attack" is a demand; "after the attack" tells of something known, whatever else the clause
// says.
//
// An infinitive below a word we do not know is taken as merely possible.  Silence beats a wrong
// line.
//
// Over 400 lines: one walk, whose steps share the judgement that they make.

#include "src/events/status.h"

#include <algorithm>

#include "src/events/grammar.h"
#include "src/events/status_group.h"
#include "src/syntax/clause.h"

namespace averment::events {
namespace {

constexpr int kStatusSteps = 8;

}  // namespace

// Walks from one trigger to the top of its sentence.
class StatusReader {
 public:
  StatusReader(const StatusLexicon& lexicon, const Syntax& syntax, const TokenWords& words)
      : lexicon_(lexicon), s_(syntax), words_(words) {}

  Judgement Read(uint32_t trigger, WordKind kind) {
    if (IsQuestion(trigger)) j_.Apply(Effect::kHypothetical);
    ReadStory(trigger);
    std::optional<uint32_t> verb = trigger;
    const bool participle = s_.tokens[trigger].dep == Dep::kamod;  // "the besieged town"
    if (kind == WordKind::kNoun || participle) verb = FromNoun(trigger);
    for (int step = 0; verb && step < kStatusSteps && !j_.silent; ++step) verb = FromClause(*verb);
    return std::move(j_);
  }

 private:
  bool IsQuestion(uint32_t token) const {
    const TokenRange tokens = s_[token].sentence().tokens;
    for (uint32_t i = tokens.last; i > tokens.first && i + 3 > tokens.last; --i) {
      if (s_[i - 1].text() == "?") return true;
    }
    return false;
  }

  // "In the film pirates STORM a ship": stories are told in the present, news about them is not.
  void ReadStory(uint32_t trigger) {
    Clause clause = ClauseOf(s_, trigger);
    for (int step = 0; step < kStatusSteps && clause.tense == Tense::kNone; ++step) {
      const uint32_t above = s_.tokens[clause.verb].head;
      if (above == clause.verb) break;
      clause = ClauseOf(s_, above);
    }
    const TokenRange all = s_[trigger].sentence().tokens;
    uint32_t top = trigger;
    for (uint32_t step = 0; step < all.size() && s_.tokens[top].head != top; ++step) {
      top = s_.tokens[top].head;
    }
    const auto present = [&](const Clause& c) {
      if (c.tense == Tense::kNone) return IsBareFinite(c.verb);
      return c.tense == Tense::kPresent && !c.perfect;
    };
    if (!present(clause) && !present(ClauseOf(s_, top))) return;
    for (uint32_t i = all.first; i < all.last; ++i) {
      if (!IsNoun(s_, i) || s_.tokens[i].dep == Dep::kcompound) continue;  // Not "the OPERA house".
      const auto effect = Look(lexicon_.told_, words_.lemma(i));
      if (effect) j_.Because(*effect, i);
    }
  }

  // "Moscow and Riyadh SIGN": a plural present that the tagger takes for an infinitive.
  bool IsBareFinite(uint32_t verb) const {
    if (s_.tokens[verb].tag != Tag::kVB) return false;
    const auto children = s_[verb].child_indices();
    const auto has = [&](Dep dep) {
      return std::ranges::any_of(children, [&](uint32_t c) { return s_.tokens[c].dep == dep; });
    };
    return has(Dep::knsubj) && !has(Dep::kaux);
  }

  // What `governor` makes of its complement; `link` is the preposition between them, if any.
  std::optional<Effect> EffectOf(uint32_t governor, std::optional<uint32_t> link) const {
    for (const WordId word : {words_.lemma(governor), words_.form(governor)}) {
      if (word == kNoWord || word >= lexicon_.governors_.size()) continue;
      for (const StatusLexicon::Governor& g : lexicon_.governors_[word]) {
        if (Matches(g, governor, link)) return g.effect;
      }
    }
    return std::nullopt;
  }

  bool Matches(const StatusLexicon::Governor& g, uint32_t token,
               std::optional<uint32_t> link) const {
    const Pos pos = s_.tokens[token].pos;
    const bool verbal = pos == Pos::kVERB || pos == Pos::kAUX;
    if (g.kind == WordKind::kVerb && !verbal) return false;
    if (g.kind == WordKind::kNoun && !IsNoun(s_, token)) return false;
    if (g.kind == WordKind::kAdjective && pos != Pos::kADJ && s_.tokens[token].tag != Tag::kVBN) {
      return false;
    }
    bool link_named = !link || IsPlainLink(*link);
    for (const Term& term : g.rest) {
      bool found = false;
      for (uint32_t c : s_[token].child_indices()) {
        found = found || MatchesTerm(c, term) || OpensClause(c, term.word);
      }
      if (!found) return false;
      link_named = link_named || words_.Is(*link, term.word);
    }
    return link_named;
  }

  bool MatchesTerm(uint32_t token, const Term& term) const {
    return term.class_id ? words_.InClass(token, *term.class_id) : words_.Is(token, term.word);
  }

  // "agreed TO leave", "called FOR X to leave": the word opens the clause below.
  bool OpensClause(uint32_t clause, WordId word) const {
    const Dep dep = s_.tokens[clause].dep;
    if (dep != Dep::kadvcl && dep != Dep::kxcomp && dep != Dep::kccomp) return false;
    for (uint32_t c : s_[clause].child_indices()) {
      const bool opens = s_.tokens[c].dep == Dep::kmark || s_.tokens[c].tag == Tag::kTO;
      if (opens && words_.Is(c, word)) return true;
    }
    return false;
  }

  // Prepositions that lead to what a word is about, rather than to time, place or company.
  bool IsPlainLink(uint32_t preposition) const {
    const std::string_view word = s_[preposition].lower();
    return word == "of" || word == "for" || word == "to" || word == "on" || word == "from" ||
           word == "about" || word == "against";
  }

  // Whether the noun speaks of something new: "an attack", "attacks"; not "the attack".
  bool IsIndefinite(uint32_t noun) const {
    for (uint32_t c : s_[noun].child_indices()) {
      const TokenData& t = s_.tokens[c];
      if (t.dep == Dep::kposs) return false;
      if (t.dep == Dep::kdet && s_[c].lower() != "a" && s_[c].lower() != "an" &&
          s_[c].lower() != "any" && s_[c].lower() != "another" && s_[c].lower() != "some") {
        return false;
      }
    }
    return true;
  }

  static std::optional<Effect> Look(const std::vector<StatusLexicon::Plain>& list, WordId word) {
    if (word == kNoWord) return std::nullopt;
    const auto at = std::ranges::lower_bound(list, word, {}, &StatusLexicon::Plain::word);
    if (at == list.end() || at->word != word) return std::nullopt;
    return at->effect;
  }

  void ReadModifiers(uint32_t noun) {
    for (uint32_t c : s_[noun].child_indices()) {
      const TokenData& t = s_.tokens[c];
      if (t.dep == Dep::kdet || t.dep == Dep::kneg) {
        if (s_[c].lower() == "no") j_.Because(Effect::kNegated, c);
        if (s_[c].lower() == "any") j_.Because(Effect::kHypothetical, c);
      } else if (t.dep == Dep::kamod || t.dep == Dep::kcompound || t.dep == Dep::knmod) {
        auto effect = Look(lexicon_.modifiers_, words_.form(c));
        if (!effect) effect = Look(lexicon_.modifiers_, words_.lemma(c));
        if (effect) j_.Because(*effect, c);
      } else if (t.dep == Dep::kacl && t.tag == Tag::kVBN) {  // "talks planned for June"
        if (auto effect = EffectOf(c, std::nullopt)) j_.Because(*effect, c);
      }
    }
  }

  // From a noun up to the verb that decides whether it is real, or nothing where it is known to be.
  std::optional<uint32_t> FromNoun(uint32_t noun) {
    ReadModifiers(noun);
    bool indefinite = IsIndefinite(noun);
    for (int step = 0; step < kStatusSteps; ++step) {
      const TokenData& t = s_.tokens[noun];
      if (t.head == noun) return std::nullopt;
      switch (t.dep) {
        case Dep::kconj:
          if (!IsNoun(s_, t.head)) return std::nullopt;
          noun = t.head;
          break;
        case Dep::kcompound:
        case Dep::knmod:
        case Dep::kposs:
        case Dep::kamod: {
          if (noun > t.head && s_.tokens[t.head].pos == Pos::kNUM) {  // "assumes 400 DEAD"
            noun = t.head;
            indefinite = true;
            break;
          }
          const auto effect = EffectOf(t.head, std::nullopt);
          if (!effect || !IsNoun(s_, t.head)) return std::nullopt;
          j_.Because(*effect, t.head);
          noun = t.head;
          indefinite = IsIndefinite(noun);
          break;
        }
        case Dep::kpobj: {
          const uint32_t preposition = t.head;
          const std::optional<uint32_t> above = AbovePreposition(preposition, indefinite);
          if (!above || !IsNoun(s_, *above)) return above;
          noun = *above;
          indefinite = IsIndefinite(noun);
          break;
        }
        case Dep::kdobj:
        case Dep::kattr:
        case Dep::koprd:
        case Dep::kdative: return FromObject(noun, indefinite);
        case Dep::knsubj:
        case Dep::knsubjpass: return FromSubject(noun, indefinite);
        default: return std::nullopt;
      }
    }
    return std::nullopt;
  }

  // "accused the army of the attack": where "of" hangs on the army, the verb is meant.
  uint32_t AboveObject(uint32_t head, uint32_t link) const {
    const TokenData& t = s_.tokens[head];
    const bool object = t.dep == Dep::kdobj || t.dep == Dep::knsubjpass;
    if (!object || !IsNoun(s_, head) || EffectOf(head, link)) return head;
    return EffectOf(t.head, link) ? t.head : head;
  }

  std::optional<uint32_t> AbovePreposition(uint32_t preposition, bool indefinite) {
    auto effect = Look(lexicon_.prepositions_, words_.form(preposition));
    uint32_t head = s_.tokens[preposition].head;
    if (head == preposition) return std::nullopt;
    if (!effect && !IsNoun(s_, head) && !IsVerb(s_, head)) {  // "ahead of", "in spite of"
      effect = Look(lexicon_.prepositions_, words_.form(head));
    }
    if (effect) {
      j_.Because(*effect, preposition);
      return std::nullopt;
    }
    head = AboveObject(head, preposition);
    if (const auto governed = EffectOf(head, preposition)) {
      j_.Because(*governed, head);
      return head;
    }
    if (IsNoun(s_, head)) {
      const bool vessel = words_.InClass(head, lexicon_.vessel_);
      return vessel ? std::optional(head) : std::nullopt;
    }
    if (IsVerb(s_, head) && indefinite) return head;
    return std::nullopt;
  }

  std::optional<uint32_t> FromObject(uint32_t noun, bool indefinite) {
    const uint32_t verb = s_.tokens[noun].head;
    if (const auto effect = EffectOf(verb, std::nullopt)) {
      j_.Because(*effect, verb);
      return verb;
    }
    if (indefinite || words_.InClass(verb, lexicon_.light_)) return verb;
    return std::nullopt;
  }

  std::optional<uint32_t> FromSubject(uint32_t noun, bool indefinite) {
    const uint32_t verb = s_.tokens[noun].head;
    if (s_.tokens[noun].dep == Dep::knsubjpass) {
      if (const auto effect = EffectOf(verb, std::nullopt)) {
        j_.Because(*effect, verb);
        return verb;
      }
      if (words_.InClass(verb, lexicon_.light_)) return verb;
    }
    for (uint32_t c : s_[verb].child_indices()) {  // "an attack is likely", "talks are possible"
      if (s_.tokens[c].dep != Dep::kacomp) continue;
      if (const auto effect = EffectOf(c, std::nullopt)) {
        j_.Because(*effect, c);
        return verb;
      }
    }
    if (words_.InClass(verb, lexicon_.occur_)) return verb;
    if (!indefinite) return std::nullopt;
    return verb;
  }

  // Reads one clause and returns the next one above that matters.
  std::optional<uint32_t> FromClause(uint32_t verb) {
    const uint32_t head = ClauseHead(s_, verb);
    const Clause clause = ClauseOf(s_, verb);
    if (head == verb || !clause.finite) ReadAdverbs(verb);
    if (head != verb) ReadAdverbs(head);
    ReadVerbGroup(s_, clause, verb, j_);
    if (s_.tokens[verb].dep == Dep::kconj && JoinedTo(s_, verb) != s_.tokens[verb].head) {
      return FromJoined(JoinedTo(s_, verb));
    }
    const std::optional<uint32_t> governor = GovernorOf(s_, verb);
    if (!governor || *governor == verb) {
      ReadPurpose(verb, clause);
      return std::nullopt;
    }
    return FromGovernor(verb, clause, *governor);
  }

  // What governs the first of joined verbs governs the others; its own group does not.
  std::optional<uint32_t> FromJoined(uint32_t first) {
    const std::optional<uint32_t> governor = GovernorOf(s_, first);
    if (!governor || *governor == first) return std::nullopt;
    return FromGovernor(first, ClauseOf(s_, first), *governor);
  }

  void ReadAdverbs(uint32_t verb) {
    for (uint32_t c : s_[verb].child_indices()) {
      if (s_.tokens[c].dep != Dep::kadvmod) continue;
      if (const auto effect = Look(lexicon_.adverbs_, words_.form(c))) j_.Because(*effect, c);
    }
  }

  // "flew to Geneva to meet X": intended, and no more.
  void ReadPurpose(uint32_t verb, const Clause& clause) {
    if (s_.tokens[verb].dep != Dep::kadvcl) return;
    if (clause.infinitive) j_.Because(Effect::kPlanned, verb);
    for (uint32_t c : s_[verb].child_indices()) {  // "rather than expel him"
      if (s_.tokens[c].dep == Dep::kmark && s_[c].lower() == "than" && s_[verb].tag() == Tag::kVB) {
        j_.Because(Effect::kNegated, c);
      }
    }
  }

  // "reports THAT police tortured X": a clause that tells what the noun says.
  bool IsThatClause(uint32_t verb) const {
    if (s_.tokens[verb].dep != Dep::kacl) return false;
    return std::ranges::any_of(s_[verb].child_indices(), [&](uint32_t c) {
      return s_.tokens[c].dep == Dep::kmark && s_[c].lower() == "that";
    });
  }

  // "called reports a LIE", "dismissed as NONSENSE", "the reports are FALSE".
  std::optional<uint32_t> FalsehoodAt(uint32_t verb) const {
    for (uint32_t c : s_[verb].child_indices()) {
      const Dep dep = s_.tokens[c].dep;
      const bool says = dep == Dep::koprd || dep == Dep::kattr || dep == Dep::kacomp ||
                        dep == Dep::kccomp || dep == Dep::kdobj;
      if (says && words_.InClass(c, lexicon_.falsehood_)) return c;
      if (dep != Dep::kprep || s_[c].lower() != "as") continue;
      for (uint32_t below : s_[c].child_indices()) {
        if (words_.InClass(below, lexicon_.falsehood_)) return below;
      }
    }
    return std::nullopt;
  }

  // What `noun` makes of the clause that tells what it says, and what is said of the noun: only
  // that it is wrong; to investigate reports makes them no plan.
  void ReadReport(uint32_t noun) {
    if (const auto effect = EffectOf(noun, std::nullopt)) j_.Because(*effect, noun);
    ReadModifiers(noun);
    uint32_t top = noun;
    for (int step = 0; step < kStatusSteps && s_.tokens[top].dep == Dep::kconj; ++step) {
      top = s_.tokens[top].head;
    }
    const TokenData& t = s_.tokens[top];
    const bool object = t.dep == Dep::kdobj || t.dep == Dep::knsubjpass;
    if (t.dep == Dep::kpobj && IsNoun(s_, s_.tokens[t.head].head)) {
      ReadModifiers(s_.tokens[t.head].head);  // "NO truth in reports that"
    }
    if (!object && t.dep != Dep::knsubj) return;
    if (const auto falsehood = FalsehoodAt(t.head)) {
      if (!ClauseOf(s_, t.head).negated) j_.Because(Effect::kNegated, *falsehood);
    } else if (object && EffectOf(t.head, std::nullopt) == Effect::kNegated) {
      j_.Because(Effect::kNegated, t.head);
    }
  }

  // "could not stop them from leaving", "did not hesitate to leave", "was able to leave": they
  // left.
  bool CameAbout(uint32_t governor) const {
    const Clause c = ClauseOf(s_, governor);
    if (c.conditional || c.conditioned) return false;
    if (words_.InClass(governor, lexicon_.able_)) {
      return !c.negated && c.tense == Tense::kPast && c.modality == Modality::kNone;
    }
    if (!words_.InClass(governor, lexicon_.futile_)) return false;
    if (s_.tokens[governor].dep == Dep::kxcomp) return CameToNothing(s_.tokens[governor].head);
    if (!c.negated) return false;
    return c.modality == Modality::kCould || (c.IsPast() && c.modality == Modality::kNone);
  }

  // "FAILED to prevent it", "did not MANAGE to".
  bool CameToNothing(uint32_t verb) const {
    const Clause c = ClauseOf(s_, verb);
    if (!c.IsPast() || c.modality != Modality::kNone || c.conditional || c.conditioned) {
      return false;
    }
    const auto effect = EffectOf(verb, std::nullopt);
    if (c.negated) return effect == Effect::kActual;
    return effect == Effect::kNegated && words_.InClass(verb, lexicon_.futile_);
  }

  // "fled before shooting": what came before was told as past, so this followed.
  bool IsToldInOrder(uint32_t link, uint32_t governor) const {
    if (s_[link].lower() != "before" || !IsVerb(s_, governor)) return false;
    const Clause c = ClauseOf(s_, governor);
    const bool past = c.tense == Tense::kPast || c.tense == Tense::kNone || c.perfect;
    return past && c.modality == Modality::kNone && !c.infinitive && !c.negated;
  }

  // "It is UNTRUE that X left", "it is LIKELY that": the adjective governs, not the copula.
  std::optional<Effect> EffectOfPredicate(uint32_t copula) const {
    if (s_[copula].lemma() != "be" && s_[copula].lemma() != "seem") return std::nullopt;
    for (uint32_t c : s_[copula].child_indices()) {
      if (s_.tokens[c].dep == Dep::kacomp) return EffectOf(c, std::nullopt);
    }
    return std::nullopt;
  }

  // "NOT guilty of it".
  void ReadOwnNegation(uint32_t adjective) {
    if (s_.tokens[adjective].pos != Pos::kADJ) return;
    for (uint32_t c : s_[adjective].child_indices()) {
      if (s_.tokens[c].dep == Dep::kneg) j_.Because(Effect::kNegated, c);
    }
  }

  bool IsRanked(uint32_t noun) const {
    for (uint32_t c : s_[noun].child_indices()) {
      if (Look(lexicon_.modifiers_, words_.form(c)) == Effect::kActual) return true;
    }
    return Look(lexicon_.modifiers_, words_.form(noun)) == Effect::kActual;
  }

  // "in order to".
  bool IsInOrder(uint32_t governor) const {
    const TokenData& t = s_.tokens[governor];
    return s_[governor].lower() == "order" && t.dep == Dep::kpobj && s_[t.head].lower() == "in";
  }

  std::optional<uint32_t> FromGovernor(uint32_t verb, const Clause& clause, uint32_t governor) {
    uint32_t first = verb;  // Of joined verbs the first hangs below the governor.
    for (int k = 0; k < kStatusSteps && s_.tokens[first].dep == Dep::kconj; ++k) {
      first = s_.tokens[first].head;
    }
    const TokenData& t = s_.tokens[first];
    std::optional<uint32_t> link;
    if (t.dep == Dep::kpcomp) {
      link = t.head;
      governor = AboveObject(governor, *link);
    }
    const bool below_noun = IsNoun(s_, governor);
    const bool says =
        below_noun && t.dep == Dep::kacl && words_.InClass(governor, lexicon_.document_);
    if (says && !clause.infinitive) return FromNoun(governor);  // "a resolution condemning X"
    const bool modifies = t.dep == Dep::krelcl || t.dep == Dep::kacl;
    if (below_noun && modifies && !clause.infinitive) {
      if (IsThatClause(first)) ReadReport(governor);
      return std::nullopt;  // A relative clause tells its own story.
    }
    if (CameAbout(governor)) return std::nullopt;
    if (IsInOrder(governor)) {
      j_.Because(Effect::kPlanned, governor);
      return std::nullopt;
    }
    // "the first president to visit": she did.
    const bool ranked = below_noun && modifies && clause.infinitive && IsRanked(governor);
    if (clause.modal != governor && !ranked) {
      if (link && !EffectOf(governor, link)) {
        if (IsToldInOrder(*link, governor)) return std::nullopt;
        auto effect = Look(lexicon_.prepositions_, words_.form(*link));
        if (!effect && !below_noun && !IsVerb(s_, governor)) {  // "INSTEAD of"
          effect = Look(lexicon_.prepositions_, words_.form(governor));
        }
        if (effect) {
          j_.Because(*effect, *link);
          return std::nullopt;
        }
      }
      auto effect = t.dep == Dep::kccomp ? EffectOfPredicate(governor) : std::nullopt;
      if (!effect) effect = EffectOf(governor, link);
      ReadOwnNegation(governor);
      if (effect) {
        j_.Because(*effect, governor);
      } else if (clause.infinitive && t.dep != Dep::kccomp) {
        j_.Because(Effect::kHypothetical, governor);
      } else if (link && t.dep == Dep::kpcomp) {
        return std::nullopt;  // "by bombing", "after meeting": an adjunct.
      }
    }
    const bool counted = modifies && s_.tokens[governor].pos == Pos::kNUM;  // "1,500 INJURED"
    if (below_noun || counted) return FromNoun(governor);
    const bool reported = clause.finite && t.dep == Dep::kccomp && !EffectOf(governor, link);
    if (!reported) return governor;
    // "did not say that they met": open.
    const Clause report = ClauseOf(s_, governor);
    if (report.negated || report.conditional) j_.Because(Effect::kHypothetical, governor);
    return std::nullopt;
  }

  const StatusLexicon& lexicon_;
  const Syntax& s_;
  const TokenWords& words_;
  Judgement j_;
};

Judgement StatusLexicon::Judge(const Syntax& syntax, const TokenWords& words, uint32_t trigger,
                               WordKind kind) const {
  return StatusReader(*this, syntax, words).Read(trigger, kind);
}

}  // namespace averment::events
