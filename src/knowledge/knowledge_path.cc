#include "src/knowledge/knowledge_path.h"

#include <algorithm>
#include <filesystem>

namespace averment {
namespace {

namespace fs = std::filesystem;

// The files of knowledge below a folder, relative to it, in byte order: TOPIC/NAME.txt.
Result<std::vector<std::string>> TextFiles(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::recursive_directory_iterator it(folder, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with('.')) {
      it.disable_recursion_pending();
    } else if (name.ends_with(".txt")) {
      names.push_back(it->path().lexically_relative(folder).generic_string());
    }
  }
  if (error) return Status(folder + ": " + error.message());
  std::ranges::sort(names);
  return names;
}

// The names of the .txt files of one folder: "people.txt, words.txt".
std::string NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.ends_with(".txt") || it->is_directory(error)) names.push_back(name);
  }
  std::ranges::sort(names);
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

}  // namespace

KnowledgePath KnowledgePath::operator/(std::string_view name) const {
  KnowledgePath below = *this;
  for (std::string& folder : below.folders_) folder.append("/").append(name);
  return below;
}

std::string KnowledgePath::Last() const {
  std::error_code error;
  for (size_t i = folders_.size(); i-- > 1;) {
    if (fs::exists(folders_[i], error)) return folders_[i];
  }
  return base();
}

Status KnowledgePath::CheckOverlays() const {
  for (size_t i = 1; i < folders_.size(); ++i) {
    Result<std::vector<std::string>> names = TextFiles(folders_[i]);
    if (!names.ok()) return names.status();
    if (names.value().empty()) {
      return Status(folders_[i] + ": holds no knowledge (TOPIC/FILE.txt, as in " + base() + ")");
    }
    for (const std::string& name : names.value()) {
      std::error_code error;
      if (fs::exists(fs::path(base()) / name, error)) continue;
      const fs::path topic = fs::path(name).parent_path();
      const bool known = !topic.empty() && fs::is_directory(base() / topic, error);
      return Status(folders_[i] + "/" + name + ": nothing reads a file of this name; there are " +
                    NamesIn(known ? base() / topic : fs::path(base())));
    }
  }
  return Status();
}

}  // namespace averment
