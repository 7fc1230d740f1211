// From a token to the mention and the actor behind it.  Made once per document, for the stages that
// start from a verb and ask who its arguments are.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "averment/document.h"

namespace averment {

class ActorIndex {
 public:
  // Actor::mentions are indices into `mentions`.  Keeps references to nothing.
  ActorIndex(const Syntax& syntax, std::span<const ActorMention> mentions,
             std::span<const Actor> actors);

  // The mention whose head is this token.
  std::optional<uint32_t> MentionOf(uint32_t token) const { return Get(mention_of_head_, token); }
  // The innermost mention that has this token among its tokens.
  std::optional<uint32_t> MentionCovering(uint32_t token) const { return Get(covering_, token); }
  // The actor that this mention belongs to.
  std::optional<uint32_t> ActorOfMention(uint32_t mention) const { return Get(actor_of_, mention); }
  // The actor of the mention whose head is this token.
  std::optional<uint32_t> ActorOf(uint32_t token) const;
  // The actor of the innermost mention that has this token.
  std::optional<uint32_t> ActorCovering(uint32_t token) const;

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static std::optional<uint32_t> Get(const std::vector<uint32_t>& table, uint32_t i) {
    if (i >= table.size() || table[i] == kNone) return std::nullopt;
    return table[i];
  }

  std::vector<uint32_t> mention_of_head_, covering_, actor_of_;
};

}  // namespace averment
