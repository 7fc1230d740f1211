// The line reader finds an entry, with its continued lines joined; what is shown are the lines of
// the file itself, from there on.

#include "src/knowledge/rule_source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "src/knowledge/lines.h"
#include "src/knowledge/name_index.h"

namespace averment {
namespace {

namespace fs = std::filesystem;

// The .txt files of a topic, those of the last overlay first.
std::vector<std::string> Files(const KnowledgePath& topic) {
  std::vector<std::string> files;
  for (size_t i = topic.folders().size(); i-- > 0;) {
    std::vector<std::string> here;
    std::error_code error;
    for (fs::directory_iterator it(topic.folders()[i], error);
         !error && it != fs::directory_iterator(); it.increment(error)) {
      if (it->path().extension() == ".txt") here.push_back(it->path().string());
    }
    std::ranges::sort(here);
    files.insert(files.end(), here.begin(), here.end());
  }
  return files;
}

// The line and the indented ones below it; with `alone` only where a \\ continues it.
SourceText TextAt(const std::string& file, uint32_t line, bool alone) {
  SourceText text{file, line, {}};
  std::ifstream in(file);
  std::string one;
  for (uint32_t number = 1; std::getline(in, one); ++number) {
    if (number < line) continue;
    const bool below =
        alone ? text.lines.size() > 0 && text.lines.back().ends_with('\\') : one.starts_with(' ');
    if (number > line && !below) break;
    while (one.ends_with(' ') || one.ends_with('\r')) one.pop_back();
    text.lines.push_back(one);
  }
  return text;
}

// The first line of the topic's files that `is` accepts; all of them where it is to go on.
template <typename Is>
std::vector<SourceText> Find(const std::vector<std::string>& files, bool alone, bool all, Is&& is) {
  std::vector<SourceText> found;
  for (const std::string& name : files) {
    std::error_code error;
    if (!fs::exists(name, error)) continue;
    const Result<LineFile> file = LineFile::Load(name);
    if (!file.ok()) continue;
    for (const Line& line : file.value().lines) {
      if (!is(line)) continue;
      found.push_back(TextAt(name, line.number, alone));
      if (!all) return found;
    }
  }
  return found;
}

std::optional<SourceText> First(std::vector<SourceText> found) {
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<std::string> Places(const KnowledgePath& path) {
  return {path.folders().rbegin(), path.folders().rend()};
}

}  // namespace

std::optional<SourceText> RuleSource::Rule(std::string_view id) const {
  const size_t slash = id.find('/');
  if (slash == id.npos) return std::nullopt;
  const KnowledgePath topic = knowledge_ / id.substr(0, slash);
  const std::string name(id.substr(slash + 1));
  if (id.substr(0, slash) == "quote") {
    std::string word = name.substr(std::min(name.find('/'), name.size() - 1) + 1);
    std::ranges::replace(word, '-', '+');
    return First(Find(Places(topic / "cues.txt"), true, false, [&](const Line& line) {
      return line.key != "sense" && FirstWord(line.rest) == word;
    }));
  }
  return First(Find(Files(topic), false, false, [&](const Line& line) {
    return line.key == "rule" && FirstWord(line.rest) == name;
  }));
}

std::vector<SourceText> RuleSource::Cues(std::string_view lemma) const {
  return Find(Places(knowledge_ / "quote" / "cues.txt"), true, true, [&](const Line& line) {
    const std::string word = FirstWord(line.rest);
    return line.key != "sense" && line.key != "light" && word.substr(0, word.find('+')) == lemma;
  });
}

std::optional<SourceText> RuleSource::Actor(std::string_view id) const {
  const auto id_of = [](std::string_view names) {
    std::string folded;
    for (const FoldedWord& w : FoldWords(names.substr(0, names.find_first_of(",:")))) {
      folded += (folded.empty() ? "" : "-") + w.text;
    }
    return folded;
  };
  std::vector<std::string> entries = Files(knowledge_ / "actor");
  std::erase_if(entries, [](const std::string& file) {
    const std::string name = fs::path(file).filename().string();
    return !name.starts_with("people") && !name.starts_with("bodies");
  });
  auto found =
      First(Find(entries, true, false, [&](const Line& line) { return id_of(line.rest) == id; }));
  if (found) return found;
  return First(Find(Places(knowledge_ / "actor" / "countries.txt"), true, false,
                    [&](const Line& line) { return line.key == id; }));
}

}  // namespace averment
