// From a token to the mention and the actor behind it.  Made once per document, for the stages that
// start from a verb and ask who its arguments are.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
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
  // The scene whose head is this token (src/discourse/scenes.h); all the others leave scenes out.
  std::optional<uint32_t> SceneOf(uint32_t token) const {
    const auto at = scene_of_head_.find(token);
    if (at == scene_of_head_.end()) return std::nullopt;
    return at->second;
  }
  bool has_scenes() const { return !scene_of_head_.empty(); }
  // The innermost mention that has this token among its tokens.
  std::optional<uint32_t> MentionCovering(uint32_t token) const { return Get(covering_, token); }
  // The actor that this mention belongs to.
  std::optional<uint32_t> ActorOfMention(uint32_t mention) const { return Get(actor_of_, mention); }
  // Of an actor that is several together: those; empty otherwise.
  std::span<const uint32_t> MembersOf(uint32_t actor) const {
    const auto at = members_.find(actor);
    return at == members_.end() ? std::span<const uint32_t>() : at->second;
  }
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
  std::unordered_map<uint32_t, uint32_t> scene_of_head_;
  std::unordered_map<uint32_t, std::vector<uint32_t>> members_;
};

}  // namespace averment
