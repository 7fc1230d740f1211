// Words that mean an actor only because one has been named: "the group", "the bloc", "the country";
// "each other", "whose".  They become mentions here, and are dropped again (DropUnlinked) where
// nothing before them is meant.

#include <algorithm>

#include "src/discourse/linker.h"
#include "src/discourse/reference_nouns.h"

namespace averment {
namespace {

bool Acts(Dep dep) {
  return dep == Dep::knsubj || dep == Dep::knsubjpass || dep == Dep::kdobj || dep == Dep::kpobj ||
         dep == Dep::kdative || dep == Dep::kposs;
}

bool IsWhere(std::string_view word) {
  return word == "in" || word == "inside" || word == "across" || word == "throughout" ||
         word == "around" || word == "outside" || word == "within" || word == "at" ||
         word == "from" || word == "of";
}

}  // namespace

void Linker::AddMentions() {
  std::vector<char> taken(syntax_.size(), 0);
  for (const ActorMention& m : mentions_) taken[m.head] = 1;
  const size_t given = mentions_.size();
  const auto add = [&](TokenRange tokens, uint32_t head, MentionKind kind, ActorKind actor_kind,
                       bool plural) {
    ActorMention m;
    m.tokens = tokens;
    m.head = head;
    m.span = syntax_.SpanOf(tokens);
    if (m.span.empty()) return;
    m.kind = kind;
    m.actor_kind = actor_kind;
    m.plural = plural;
    TokenRange bare = tokens;
    if (kind == MentionKind::kNominal && bare.size() > 1) ++bare.first;
    m.name = std::string(syntax_.SpanOf(bare).text());
    m.basis = kind == MentionKind::kPronoun ? "pronoun" : "description";
    m.rule = kind == MentionKind::kPronoun ? "actor/pronoun" : "actor/description";
    mentions_.push_back(std::move(m));
  };
  for (uint32_t t = 1; t < syntax_.size(); ++t) {
    if (taken[t]) continue;
    const Token token = syntax_[t];
    const std::string_view word = token.lower();
    const Token before = syntax_[t - 1];
    const bool together = before.data().sentence == token.data().sentence;
    if (!together) continue;
    if (word == "other" || word == "another") {
      if (before.lower() != (word == "other" ? "each" : "one")) continue;
      if (taken[t - 1] || !Acts(token.dep())) continue;
      add({t - 1, t + 1}, t, MentionKind::kPronoun, ActorKind::kGroup, true);
    } else if (word == "whose" && token.dep() == Dep::kposs) {
      add({t, t + 1}, t, MentionKind::kPronoun, ActorKind::kPerson, false);
      mentions_.back().rule = "actor/relative-pronoun";
    } else if (Acts(token.dep()) && ReadSeveral(syntax_, t)) {
      const uint32_t first = before.lower() == "both" ? t - 1 : t - 2;
      add({first, t + 1}, t, MentionKind::kNominal, ActorKind::kGroup, true);
    } else if (before.lower() == "the" && Acts(token.dep())) {
      const ReferenceNoun* noun = FindReferenceNoun(word);
      if (noun == nullptr) continue;
      if (noun->actor_kind == ActorKind::kCountry &&
          (token.dep() == Dep::kposs ||
           (token.dep() == Dep::kpobj && IsWhere(token.head().lower())))) {
        continue;  // Where something is, or whose.
      }
      add({t - 1, t + 1}, t, MentionKind::kNominal, noun->actor_kind, false);
    }
  }
  anaphoric_.assign(given, 0);
  anaphoric_.resize(mentions_.size(), 1);
  if (mentions_.size() > given) {
    std::vector<uint32_t> order(mentions_.size());
    for (uint32_t m = 0; m < order.size(); ++m) order[m] = m;
    std::ranges::stable_sort(order, {}, [&](uint32_t m) { return mentions_[m].head; });
    std::vector<ActorMention> sorted;
    sorted.reserve(order.size());
    for (uint32_t m : order) sorted.push_back(std::move(mentions_[m]));
    mentions_ = std::move(sorted);
    for (uint32_t i = 0; i < order.size(); ++i) anaphoric_[i] = order[i] >= given;
  }
  for (uint32_t m = 0; m < mentions_.size(); ++m) mention_of_head_[mentions_[m].head] = m;
}

}  // namespace averment
