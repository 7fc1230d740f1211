// One pass over the children.  The parser draws some constructions in two ways: a small clause is
// an object with a predicate, or a clause without a verb; both come out as object and predicate.

#include "src/discourse/verb_frame.h"

#include "src/discourse/clause.h"

namespace averment {

bool IsVerbal(Token token) { return token.pos() == Pos::kVERB || token.pos() == Pos::kAUX; }

VerbFrame VerbFrameOf(Token verb) {
  VerbFrame f;
  auto first = [](std::optional<Token>& slot, Token t) {
    if (!slot) slot = t;
  };
  for (Token c : verb.children()) {
    const bool right = c.index() > verb.index();
    switch (c.dep()) {
      case Dep::knsubj: first(f.subject, c); break;
      case Dep::knsubjpass:
        first(f.passive_subject, c);
        f.passive = true;
        break;
      case Dep::kauxpass: f.passive = true; break;
      case Dep::kdobj:
        if (right) first(f.object, c);
        break;
      case Dep::kdative:
        if (right) first(f.object, c);
        break;
      case Dep::koprd:
      case Dep::kattr:
      case Dep::kacomp:
        if (right) first(f.predicate, c);
        break;
      case Dep::kccomp:
        if (!right) {
          f.object_clause_left = c;
        } else if (!IsVerbal(c) && c.child(Dep::knsubj) && !c.child(Dep::kmark)) {
          first(f.predicate, c);  // "called the vote a sham" as a small clause.
        } else {
          first(f.object_clause, c);
        }
        break;
      case Dep::kxcomp:
        if (!right) break;
        if (IsInfinitive(c))
          first(f.infinitive, c);
        else if (c.tag() == Tag::kVBG)
          first(f.gerund, c);
        else if (IsVerbal(c))
          first(f.object_clause, c);
        else
          first(f.predicate, c);
        break;
      case Dep::kadvcl:
        // "called for compensation to be paid", "asked for them to leave"
        if (right && c.child(Dep::kmark) && c.child(Dep::kmark)->lower() == "for") {
          first(f.infinitive, c);
        }
        break;
      default: break;
    }
  }
  return f;
}

}  // namespace averment
