// What tolls, plans and other topics with rules over the tree share: a language of rules (words,
// classes, rules, the words that plan and deny) and one text seen through it.

#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/discourse/actor_index.h"
#include "src/events/innermost.h"
#include "src/events/pattern.h"
#include "src/events/roles.h"
#include "src/events/status.h"
#include "src/events/trace.h"
#include "src/events/trigger_matcher.h"
#include "src/events/words.h"

namespace averment::events {

// The rules of one topic.  Immutable once loaded.
struct TopicLanguage {
  Words words;
  RuleSet rules;
  StatusLexicon status;  // As knowledge/event has it.

  // `knowledge` is the folder of all topics.  Fails, naming file and line.
  static Result<TopicLanguage> Load(const KnowledgePath& knowledge, const Dialect& dialect);
};

// The layers that a topic reads.
struct TopicLayers {
  const Syntax& syntax;
  const Mentions& found;
  std::span<const ActorMention> actor_mentions;
  std::span<const Actor> actors;
  std::span<const Attribution> attributions;
  std::span<const Event> events;
  std::optional<Date> published = {};
};

TopicLayers LayersOf(const Document& doc);

// Why a rule that fits a token makes nothing there, in words for `averment explain`; null where it
// makes something.
using Refusal = const char*;

// One document.  Keeps references to all that it is given; stays where it is.
class TopicText {
 public:
  // `trace` is null unless somebody asks what is tried.
  TopicText(const TopicLanguage& language, const TopicLayers& layers, Trace* trace);
  TopicText(const TopicText&) = delete;

  const Syntax& syntax() const { return layers_.syntax; }
  const TopicLayers& layers() const { return layers_; }
  const TokenWords& words() const { return words_; }
  const ActorIndex& actors() const { return index_; }
  const RoleFiller& roles() const { return roles_; }

  bool InClass(uint32_t token, const char* name) const {
    return words_.InClass(token, language_.words.ClassId(name));
  }
  // Offers `take` the rules that fit the token until it refuses none; longest phrases first.  A
  // rule that only keeps others away ends the search.
  void FirstAt(uint32_t token, const std::function<Refusal(const Match&)>& take) const;

  Judgement Judge(const Match& match) const {
    return language_.status.Judge(layers_.syntax, words_, match.trigger, match.kind);
  }
  // The innermost attribution that has both tokens in its content.
  std::optional<uint32_t> AttributionOf(uint32_t a, uint32_t b) const;
  // The event that the token triggers.
  std::optional<uint32_t> EventAt(uint32_t token) const;
  // A place, no metonym, that stands behind "in", "at", "near" ... below one of the tokens.
  std::optional<uint32_t> PlaceBelow(std::span<const uint32_t> tokens) const;
  // The place that has this token in a mention of it; no metonym.
  std::optional<uint32_t> PlaceAt(uint32_t token) const;

 private:
  std::optional<EventType> TypeAt(uint32_t token) const;
  void Tell(const Match& match, const Phrase& phrase, Refusal refusal) const;

  const TopicLanguage& language_;
  const TopicLayers layers_;
  TokenWords words_;
  ActorIndex index_;
  RoleFiller roles_;
  std::vector<uint32_t> innermost_;
  struct At {
    uint32_t token, index;
    friend auto operator<=>(const At&, const At&) = default;
  };
  std::vector<At> events_, places_;  // By token.
  TriggerMatcher matcher_;
  Trace* trace_;
};

}  // namespace averment::events
