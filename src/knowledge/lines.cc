// One pass over the bytes of a file.  A comment sign counts only between blanks (or where the line
// begins), so that "issue #3" and "C# code" may stand in an example.

#include "src/knowledge/lines.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace averment {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view TrimRight(std::string_view s) {
  while (!s.empty() && IsBlank(s.back())) s.remove_suffix(1);
  return s;
}

std::string_view Trim(std::string_view s) {
  while (!s.empty() && IsBlank(s.front())) s.remove_prefix(1);
  return TrimRight(s);
}

std::string_view WithoutComment(std::string_view s) {
  bool only_blanks = true;  // Before the character at i.
  for (size_t i = 0; i < s.size(); ++i) {
    const bool apart = i > 0 && IsBlank(s[i - 1]) && (i + 1 == s.size() || IsBlank(s[i + 1]));
    if (s[i] == '#' && (only_blanks || apart)) return s.substr(0, i);
    only_blanks = only_blanks && IsBlank(s[i]);
  }
  return s;
}

}  // namespace

Result<LineFile> LineFile::Load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  if (in && in.peek() != std::ifstream::traits_type::eof()) content << in.rdbuf();
  if (!in.is_open() || in.bad() || !content) return Status(path + ": cannot be read");
  return Parse(path, content.view());
}

Result<LineFile> LineFile::Parse(std::string path, std::string_view content) {
  LineFile file{std::move(path), {}};
  std::string joined;
  Line line;
  uint32_t number = 0;
  bool continues = false;
  while (!content.empty()) {
    const size_t end = std::min(content.find('\n'), content.size());
    std::string_view part = TrimRight(WithoutComment(content.substr(0, end)));
    content.remove_prefix(std::min(end + 1, content.size()));
    ++number;
    if (!continues) {
      joined.clear();
      line.number = number;
      line.indented = !part.empty() && IsBlank(part.front());
    }
    continues = part.ends_with('\\');
    if (continues) part.remove_suffix(1);
    (joined += Trim(part)) += continues ? " " : "";
    if (continues) continue;
    const std::string_view said = Trim(joined);
    if (said.empty()) continue;
    const size_t key = std::min(said.find_first_of(" \t"), said.size());
    line.key = said.substr(0, key);
    line.rest = Trim(said.substr(key));
    file.lines.push_back(line);
  }
  if (continues) return file.Error({.number = number}, "nothing follows the last \\");
  return file;
}

Status LineFile::Error(const Line& line, std::string_view reason) const {
  return Status(path + ":" + std::to_string(line.number) + ": " + std::string(reason));
}

Result<std::vector<std::string>> SplitWords(std::string_view text) {
  std::vector<std::string> words;
  for (size_t i = 0; i < text.size();) {
    if (IsBlank(text[i])) {
      ++i;
      continue;
    }
    std::string word;
    bool quoted = false;
    for (; i < text.size() && (quoted || !IsBlank(text[i])); ++i) {
      if (text[i] == '"') {
        quoted = !quoted;
      } else {
        const bool escapes = quoted && text[i] == '\\' && i + 1 < text.size();
        word += text[escapes ? ++i : i];
      }
    }
    if (quoted) return Status("a quotation mark is not closed: " + word);
    words.push_back(std::move(word));
  }
  return words;
}

std::string SqueezeBlanks(std::string_view text) {
  std::string squeezed;
  for (char c : Trim(text)) {
    if (!IsBlank(c)) {
      squeezed += c;
    } else if (!squeezed.ends_with(' ')) {
      squeezed += ' ';
    }
  }
  return squeezed;
}

}  // namespace averment
