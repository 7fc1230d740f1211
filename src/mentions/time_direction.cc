// The clause decides: one told as past looks back, one with a future, a modal or an infinitive
// looks ahead.  Clauses without a tense ("the conference, originally planned for June") are judged
// by their word; so are nouns ("the vote scheduled for Sunday").

#include "src/mentions/time_direction.h"

#include "src/knowledge/lines.h"
#include "src/syntax/clause.h"

namespace averment {

Result<TimeDirection> TimeDirection::Load(const std::string& path) {
  Result<LineFile> file = LineFile::Load(path);
  if (!file.ok()) return file.status();
  TimeDirection direction;
  for (const Line& line : file.value().lines) {
    Result<std::vector<std::string>> words = SplitWords(line.rest);
    if (!words.ok()) return file.value().Error(line, words.status().message());
    Words* set = line.key == "planned"    ? &direction.planned_
                 : line.key == "formerly" ? &direction.formerly_
                 : line.key == "until"    ? &direction.until_
                                          : nullptr;
    if (set == nullptr) return file.value().Error(line, "no such word here: " + line.key);
    set->insert(words.value().begin(), words.value().end());
  }
  return direction;
}

bool TimeDirection::LooksAhead(const Syntax& syntax, uint32_t token) const {
  const Clause clause = ClauseOf(syntax, token);
  const Token verb = syntax[clause.verb];
  if (planned_.contains(verb.lemma()) && (!clause.finite || clause.passive)) {
    for (Token c : verb.children()) {
      if (formerly_.contains(c.lower())) return false;
    }
    return !clause.IsPast() || clause.passive;
  }
  if (clause.IsPast() && !clause.infinitive) return false;
  if (clause.tense == Tense::kFuture || clause.modality != Modality::kNone) return true;
  if (clause.infinitive) return true;
  return token > 0 && until_.contains(syntax[token - 1].lower());
}

}  // namespace averment
