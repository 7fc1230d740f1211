// Three tables: head token to mention, token to innermost mention, mention to actor.  Longer
// mentions are painted first, so that the innermost stays on top; mentions are of bounded length,
// so painting is linear in the article.

#include "src/discourse/actor_index.h"

#include <algorithm>

namespace averment {

ActorIndex::ActorIndex(const Syntax& syntax, std::span<const ActorMention> mentions,
                       std::span<const Actor> actors)
    : mention_of_head_(syntax.size(), kNone),
      covering_(syntax.size(), kNone),
      actor_of_(mentions.size(), kNone) {
  std::vector<uint32_t> by_size;
  by_size.reserve(mentions.size());
  for (uint32_t m = 0; m < mentions.size(); ++m) {
    if (mentions[m].scene) {
      scene_of_head_.emplace(mentions[m].head, m);
    } else {
      by_size.push_back(m);
    }
  }
  std::stable_sort(by_size.begin(), by_size.end(), [&](uint32_t a, uint32_t b) {
    return mentions[a].tokens.size() > mentions[b].tokens.size();
  });
  for (uint32_t m : by_size) {
    const TokenRange range = mentions[m].tokens;
    for (uint32_t t = range.first; t < range.last; ++t) {
      const uint32_t head = syntax.tokens[t].head;
      if (head == t || head < range.first || head >= range.last) mention_of_head_[t] = m;
      covering_[t] = m;
    }
  }
  for (uint32_t m = 0; m < mentions.size(); ++m) {
    if (!mentions[m].scene) mention_of_head_[mentions[m].head] = m;
  }
  for (uint32_t a = 0; a < actors.size(); ++a) {
    for (uint32_t m : actors[a].mentions) actor_of_[m] = a;
    if (!actors[a].members.empty()) members_[a] = actors[a].members;
  }
}

std::optional<uint32_t> ActorIndex::ActorOf(uint32_t token) const {
  const std::optional<uint32_t> mention = MentionOf(token);
  return mention ? ActorOfMention(*mention) : std::nullopt;
}

std::optional<uint32_t> ActorIndex::ActorCovering(uint32_t token) const {
  const std::optional<uint32_t> mention = MentionCovering(token);
  return mention ? ActorOfMention(*mention) : std::nullopt;
}

}  // namespace averment
