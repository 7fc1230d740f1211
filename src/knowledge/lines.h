// Reads the line-based files of knowledge/.
//
//   # a comment; also behind a line, where blanks stand on both sides of the sign
//   key rest of the line
//     indented lines belong to the line above        (the caller decides how)
//   a long line \     <- goes on in the line below
//
// Reports what is wrong as `file:line: reason`.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "averment/result.h"

namespace averment {

// A line that says something: comments and empty lines are gone, continued lines are one.
struct Line {
  uint32_t number = 0;    // From 1; of a continued line its first.
  bool indented = false;  // Begins with a blank.
  std::string key = {};   // The first word.  Never empty.
  std::string rest = {};  // What follows it, without blanks at the ends.
};

struct LineFile {
  std::string path;
  std::vector<Line> lines;

  // Fails where the file cannot be read.
  static Result<LineFile> Load(const std::string& path);
  // The same from memory; `path` is for messages.
  static Result<LineFile> Parse(std::string path, std::string_view content);

  // "path:12: reason".
  Status Error(const Line& line, std::string_view reason) const;
};

// Splits at blanks.  "..." keeps blanks together; inside it, \" and \\ stand for " and \.
// Fails (without a file and line) on an open quotation mark.
Result<std::vector<std::string>> SplitWords(std::string_view text);

// Without blanks at the ends, every run of blanks inside read as one space.
std::string SqueezeBlanks(std::string_view text);

}  // namespace averment
