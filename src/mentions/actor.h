// Finds the actors of an article: names of people, bodies, countries and groups; descriptions ("the
// rebels", "US officials", "Russia's foreign ministry"); personal pronouns.
//
//   reads     Syntax (tokens, dependencies, entities), the publication date
//   returns   ActorMentions in text order of their heads, one per head token at most.  They may
//   nest
//             only where both can act: "Obama" inside "Obama's administration".  No mention is
//             longer than kLongestMention tokens.
//   knows     knowledge/actor/: countries, bodies, dated people, titles, agent nouns; its README
//   has
//             the format.  Roles are looked up at the publication date, so nobody holds an office
//             before or after their time.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"

namespace averment {

class ActorLexicon;

// Immutable once loaded, so one finder may serve many threads.
class ActorFinder {
 public:
  static constexpr uint32_t kLongestMention = 48;

  // Loads knowledge from `dir` (the folder that holds actor/).  Fails, naming file and line, on a
  // malformed line, an impossible date, an unknown country or sector, or a name that two entries
  // claim without dates that tell them apart.
  static Result<ActorFinder> Load(const KnowledgePath& dir);

  ActorFinder(ActorFinder&&) noexcept;
  ActorFinder& operator=(ActorFinder&&) noexcept;
  ~ActorFinder();

  // Without a publication date a role is given only where all roles of the person agree.
  std::vector<ActorMention> Find(const Syntax& syntax, std::optional<Date> published) const;

 private:
  explicit ActorFinder(std::unique_ptr<const ActorLexicon> lexicon);

  std::unique_ptr<const ActorLexicon> lexicon_;
};

}  // namespace averment
