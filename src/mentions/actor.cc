// The finder's steps, each in a file of its own (see actor_reader.h):
//
//   1. the lexicon's names, longest first                         actor_scan.cc
//   2. names from these and from the recognizer's entities        actor_names.cc
//      which of its meanings a name has here                      actor_choice.cc
//      short names that the article explains                      actor_acronyms.cc
//   3. titles before names                                        actor_titles.cc
//   4. descriptions and what they belong to                       actor_descriptions.cc
//      the country of those that belong to nothing                actor_setting.cc
//   5. which of all these are actors here; pronouns               actor_mentions.cc
//
// Every step goes over the tokens a fixed number of times.

#include "src/mentions/actor.h"

#include "src/mentions/actor_reader.h"

namespace averment {

ActorFinder::ActorFinder(std::unique_ptr<const ActorLexicon> lexicon)
    : lexicon_(std::move(lexicon)) {}
ActorFinder::ActorFinder(ActorFinder&&) noexcept = default;
ActorFinder& ActorFinder::operator=(ActorFinder&&) noexcept = default;
ActorFinder::~ActorFinder() = default;

Result<ActorFinder> ActorFinder::Load(const KnowledgePath& dir) {
  Result<ActorLexicon> lexicon = ActorLexicon::Load(dir / "actor");
  if (!lexicon.ok()) return lexicon.status();
  return ActorFinder(std::make_unique<const ActorLexicon>(std::move(lexicon).value()));
}

std::vector<ActorMention> ActorFinder::Find(const Syntax& syntax,
                                            std::optional<Date> published) const {
  return ActorReader(syntax, *lexicon_, published).Read();
}

}  // namespace averment
