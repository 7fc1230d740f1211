// Reads the line-based files of knowledge/.
//
//   # a comment; also behind a line, where blanks stand on both sides of the sign
//   key rest of the line
//     indented lines belong to the line above        (the caller decides how)
//   a long line \     <- goes on in the line below
//
// Reports what is wrong as `file:line: reason`.
//
// Where a path leads to several folders (knowledge_path.h), their files become one: the lines of
// the last overlay first, those of the base at the end.  Lines form entries; an entry of an overlay
// stands for the one of the same name below it, or adds to it, as EntryOf tells.  An overlay may
// also say `remove rule last-month`: the entry without a successor.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"

namespace averment {

// A line that says something: comments and empty lines are gone, continued lines are one.
struct Line {
  uint32_t number = 0;    // From 1; of a continued line its first.
  bool indented = false;  // Begins with a blank.
  std::string key = {};   // The first word.  Never empty.
  std::string rest = {};  // What follows it, without blanks at the ends.
  uint16_t file = 0;      // Index into LineFile::paths.
  uint16_t folder = 0;    // 0: of the base; above: of an overlay, which goes before lower ones.
};

// What a line is to the merging of folders.
struct LineEntry {
  enum class Kind : uint8_t {
    kPart,      // Belongs to the entry above.
    kContext,   // Stands alone and holds for what follows: `published 2013-07-02`.
    kReplaces,  // Begins an entry, which stands for those of its name in lower folders.
    kAdds       // Begins an entry, which adds to those of its name.
  };
  Kind kind = Kind::kPart;
  std::string name = {};  // "rule last-month".
};
using EntryOf = LineEntry (*)(const Line&);

// Files of rules: a `rule` replaces; a `class`, `number` or `type` adds.
LineEntry RuleEntry(const Line& line);
// Files in which every line stands for itself and adds: lists of words.
LineEntry ListEntry(const Line& line);

struct LineFile {
  std::vector<std::string> paths;
  std::vector<Line> lines;

  // The file, of all folders of the path.  Fails where that of the base cannot be read; overlays
  // need not have it.
  static Result<LineFile> Load(const KnowledgePath& path, EntryOf entry_of = RuleEntry);
  // Several files of one folder as one: an entry may stand in another file than the one it
  // replaces.
  static Result<LineFile> Load(const std::vector<KnowledgePath>& paths, EntryOf entry_of);
  // The same from memory; `path` is for messages.
  static Result<LineFile> Parse(std::string path, std::string_view content);

  const std::string& PathOf(const Line& line) const { return paths[line.file]; }
  // "path:12: reason".
  Status Error(const Line& line, std::string_view reason) const;
};

// Splits at blanks.  "..." keeps blanks together; inside it, \" and \\ stand for " and \.
// Fails (without a file and line) on an open quotation mark.
Result<std::vector<std::string>> SplitWords(std::string_view text);

// The parts between separators, at least one, each with its blanks squeezed.
std::vector<std::string> SplitAt(std::string_view text, char separator);

// Without blanks at the ends, every run of blanks inside read as one space.
std::string SqueezeBlanks(std::string_view text);

// Up to the first blank.
inline std::string FirstWord(const std::string& text) {
  return text.substr(0, text.find_first_of(" \t"));
}

}  // namespace averment
