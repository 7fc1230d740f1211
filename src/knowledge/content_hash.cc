#include "src/knowledge/content_hash.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "src/base/mapped_file.h"
#include "src/base/sha256.h"

namespace averment {
namespace {

namespace fs = std::filesystem;

bool IsHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// Names relative to the folder, in byte order.
Result<std::vector<std::string>> FilesBelow(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::recursive_directory_iterator it(folder, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    if (IsHidden(it->path())) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file(error)) {
      names.push_back(it->path().lexically_relative(folder).generic_string());
    }
  }
  if (error) return Status(folder + ": " + error.message());
  std::ranges::sort(names);
  return names;
}

Result<std::string> HashOf(const std::string& folder) {
  Result<std::vector<std::string>> names = FilesBelow(folder);
  if (!names.ok()) return names.status();
  std::string all;  // A line for each file: its hash and its name.
  for (const std::string& name : names.value()) {
    Result<MappedFile> file = MappedFile::Open(folder + "/" + name);
    if (!file.ok()) return file.status();
    const auto bytes = file.value().bytes();
    all += Sha256({reinterpret_cast<const char*>(bytes.data()), bytes.size()}) + " " + name + "\n";
  }
  return Sha256(all).substr(0, 16);
}

}  // namespace

Result<std::string> ContentHash(const KnowledgePath& path) {
  std::string all;
  for (const std::string& folder : path.folders()) {
    Result<std::string> hash = HashOf(folder);
    if (!hash.ok() || path.folders().size() == 1) return hash;
    all += hash.value() + "\n";
  }
  return Sha256(all).substr(0, 16);
}

}  // namespace averment
