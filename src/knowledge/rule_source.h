// Where the knowledge says what a finding rests on: the rule by its id, the entry of an actor, the
// entries of a cue, as they are written.  For explaining; nothing is decided here.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/knowledge/knowledge_path.h"

namespace averment {

// Lines of a file, as they stand there.
struct SourceText {
  std::string file;
  uint32_t line = 0;  // Of the first one.
  std::vector<std::string> lines;
};

// Reads files as it is asked.
class RuleSource {
 public:
  // `knowledge` is the folder of all topics.
  explicit RuleSource(KnowledgePath knowledge) : knowledge_(std::move(knowledge)) {}

  // The rule of this id with its examples: "event/arrest", or for "quote/FRAME/WORD" the line of
  // the cue; of overlays the last that has it.  Nothing where the rule stands in the code.
  std::optional<SourceText> Rule(std::string_view id) const;

  // The lines of cues.txt about this lemma.
  std::vector<SourceText> Cues(std::string_view lemma) const;

  // The line of an actor: of a country's code, or of an entry's id ("john-kerry").
  std::optional<SourceText> Actor(std::string_view id) const;

 private:
  KnowledgePath knowledge_;
};

}  // namespace averment
