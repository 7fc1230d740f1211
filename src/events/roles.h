// From the paths of a rule to the actors that fill its roles.
//
//   reads     Syntax, the ActorIndex
//   returns   tokens and Participants for one match
//   bounded   a path yields at most kMostFillers tokens, a role as many participants

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "averment/document.h"
#include "src/discourse/actor_index.h"
#include "src/events/pattern.h"
#include "src/events/words.h"

namespace averment::events {

// A trigger found in the text.
struct Match {
  const Rule* rule = nullptr;
  uint32_t trigger = 0;
  WordKind kind = WordKind::kVerb;
  std::vector<uint32_t> tokens;     // The trigger and the further words of the phrase.
  std::optional<uint32_t> carrier;  // Of a noun: the verb that it completes ("held talks").
};

class RoleFiller {
 public:
  static constexpr size_t kMostFillers = 24;
  static constexpr int kDeepest = 6;

  // `light` and `vessel` are classes: see classes.txt.  Keeps references to all of it.
  RoleFiller(const Syntax& syntax, const TokenWords& words, const ActorIndex& index,
             std::span<const ActorMention> mentions, uint32_t light, uint32_t vessel);

  // Where the path leads from the match.  Steps that ask for content events lead nowhere.
  std::vector<uint32_t> Follow(const Match& match, const Path& path) const;

  // The actors that stand there: heads of mentions, what is joined to them, what stands beside them
  // ("the group, Hezbollah"), what a vessel holds ("dozens of rebels").  `nested`: else whoever
  // owns or is in it ("Israel's embassy", "villages in Syria").
  void Participants(uint32_t token, bool nested, std::vector<Participant>& out) const;

  // The participants of a role: of the first path that leads to any, whose index goes to `path`.
  std::vector<Participant> Fill(const Match& match, const RoleRule& role,
                                std::optional<size_t>* path = nullptr) const;

  // The scenes (src/discourse/scenes.h) that stand where a role's paths lead, of the first path
  // that leads to any.
  std::vector<Participant> FillScenes(const Match& match, const RoleRule& role,
                                      std::optional<size_t>* path = nullptr) const;

  // Whoever is named first in what completes the match ("lifted sanctions against gold from SOUTH
  // AFRICA", "opened an inquiry into fraud at FOUR BANKS"), at most kDeepest words below it; nobody
  // of circumstances ("after"), other clauses or `but`, nobody who is somebody's ("their troops").
  // NearestScene: the scene.
  std::vector<Participant> Nearest(const Match& match, std::span<const Participant> but) const;
  std::vector<Participant> NearestScene(const Match& match) const;

 private:
  void Step(const Match& match, uint32_t from, const struct Step& step, bool first,
            std::vector<uint32_t>& out) const;
  void AddNamesake(uint32_t noun, std::vector<uint32_t>& out) const;
  void AddAuthor(uint32_t verb, std::vector<uint32_t>& out) const;
  std::optional<uint32_t> SubjectWhoOwns(uint32_t pronoun, uint32_t actor) const;
  bool AddMention(uint32_t token, std::vector<Participant>& out) const;
  bool IsOfThing(uint32_t token) const;
  Participant Named(uint32_t mention, uint32_t actor) const;
  bool AddScene(uint32_t token, std::vector<Participant>& out) const;
  bool IsSomebodys(uint32_t token) const;
  // Goes down from the match, a level of the tree at a time, until `take` says that it has enough.
  template <typename Take>
  void Descend(const Match& match, Take take) const;
  void Conjuncts(uint32_t token, std::vector<uint32_t>& out) const;
  bool Completes(uint32_t token) const;

  const Syntax& s_;
  const TokenWords& words_;
  const ActorIndex& index_;
  std::span<const ActorMention> mentions_;
  uint32_t light_, vessel_;
};

}  // namespace averment::events
