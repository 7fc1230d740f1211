// One pass over the bytes of a file; then the folders are put together entry by entry, from the
// last overlay down to the base, each passing over what a higher one replaced or removed.
//
// A comment sign counts only between blanks (or where the line begins), so that "issue #3" and
// "C# code" may stand in an example.

#include "src/knowledge/lines.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
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

Result<LineFile> ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  if (in && in.peek() != std::ifstream::traits_type::eof()) content << in.rdbuf();
  if (!in.is_open() || in.bad() || !content) return Status(path + ": cannot be read");
  return LineFile::Parse(path, content.view());
}

Line Shifted(const Line& line) {
  const size_t key = std::min(line.rest.find_first_of(" \t"), line.rest.size());
  Line shifted = line;
  shifted.key = line.rest.substr(0, key);
  shifted.rest = Trim(std::string_view(line.rest).substr(key));
  return shifted;
}

// Puts folders together, the last one first.
class Merger {
 public:
  explicit Merger(EntryOf entry_of) : entry_of_(entry_of) {}

  // The files of one folder; called from the last folder to the base.
  Status Add(std::vector<LineFile> files, uint16_t folder) {
    std::set<std::string> here;
    for (LineFile& file : files) {
      merged_.paths.push_back(std::move(file.paths.front()));
      bool kept = true;  // The entry that is being read.
      for (Line& line : file.lines) {
        line.file = uint16_t(merged_.paths.size() - 1);
        line.folder = folder;
        if (line.key == "remove") {
          if (Status status = Remove(line, folder); !status.ok()) return status;
          continue;
        }
        LineEntry entry = entry_of_(line);
        if (entry.kind != LineEntry::Kind::kPart) kept = !gone_.contains(entry.name);
        if (!kept) removed_.erase(entry.name);
        if (entry.kind == LineEntry::Kind::kReplaces) here.insert(std::move(entry.name));
        if (kept) merged_.lines.push_back(std::move(line));
      }
    }
    gone_.merge(here);
    for (const auto& [name, line] : removed_) gone_.insert(name);
    return Status();
  }

  Result<LineFile> Finish() {
    if (removed_.empty()) return std::move(merged_);
    const auto& [name, line] = *removed_.begin();
    return merged_.Error(line, "there is no " + name + " to remove");
  }

 private:
  Status Remove(const Line& line, uint16_t folder) {
    if (folder == 0) return merged_.Error(line, "only an overlay can remove");
    const LineEntry entry = entry_of_(Shifted(line));
    const bool named =
        entry.kind == LineEntry::Kind::kReplaces || entry.kind == LineEntry::Kind::kAdds;
    if (!named) return merged_.Error(line, "expected `remove` and the first words of an entry");
    removed_.emplace(entry.name, line);
    return Status();
  }

  EntryOf entry_of_;
  LineFile merged_;
  std::set<std::string> gone_;           // Names that count no more in lower folders.
  std::map<std::string, Line> removed_;  // Those asked to be removed and not met yet.
};

}  // namespace

LineEntry RuleEntry(const Line& line) {
  using Kind = LineEntry::Kind;
  if (line.key == "published") return {Kind::kContext, ""};
  const bool adds = line.key == "class" || line.key == "type";
  if (line.key == "number") return {Kind::kAdds, "number"};
  if (!adds && line.key != "rule") return {};
  return {adds ? Kind::kAdds : Kind::kReplaces, line.key + " " + FirstWord(line.rest)};
}

LineEntry ListEntry(const Line& line) { return {LineEntry::Kind::kAdds, line.key}; }

Result<LineFile> LineFile::Load(const KnowledgePath& path, EntryOf entry_of) {
  return Load(std::vector{path}, entry_of);
}

Result<LineFile> LineFile::Load(const std::vector<KnowledgePath>& paths, EntryOf entry_of) {
  Merger merger(entry_of);
  for (size_t folder = paths.front().folders().size(); folder-- > 0;) {
    std::vector<LineFile> files;
    for (const KnowledgePath& path : paths) {
      const std::string& name = path.folders()[folder];
      std::error_code error;
      if (folder > 0 && !std::filesystem::exists(name, error)) continue;
      Result<LineFile> file = ReadFile(name);
      if (!file.ok()) return file.status();
      files.push_back(std::move(file).value());
    }
    if (Status status = merger.Add(std::move(files), uint16_t(folder)); !status.ok()) return status;
  }
  return merger.Finish();
}

Result<LineFile> LineFile::Parse(std::string path, std::string_view content) {
  LineFile file{{std::move(path)}, {}};
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
  return Status(PathOf(line) + ":" + std::to_string(line.number) + ": " + std::string(reason));
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

std::vector<std::string> SplitAt(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const size_t end = std::min(text.find(separator), text.size());
    parts.push_back(SqueezeBlanks(text.substr(0, end)));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
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
