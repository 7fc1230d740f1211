// Folders: what the caller names; else the environment; else what stands by the program, first as
// installed (../share/averment), then as unpacked or built (the folders above it); else the current
// folder.

#include "src/installed.h"

#include <cstdlib>
#include <filesystem>

#include "src/base/model_file.h"
#include "src/knowledge/content_hash.h"
#include "src/knowledge/gazetteer.h"

namespace averment {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> Candidates(const std::string& given, const char* variable,
                                 const std::string& name) {
  if (!given.empty()) return {given};
  if (const char* folder = std::getenv(variable); folder != nullptr && *folder != '\0') {
    return {folder};
  }
  std::vector<fs::path> folders;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path beside = program.parent_path();
    folders.push_back(beside.parent_path() / "share" / "averment" / name);
    for (fs::path at = beside; at != at.root_path(); at = at.parent_path()) {
      folders.push_back(at / name);
      if (folders.size() == 4) break;  // The program's folder and the two above: build/release.
    }
  }
  folders.push_back(fs::path(name));
  return folders;
}

// The first folder that holds `file`.
Result<fs::path> FindFolder(const std::vector<fs::path>& folders, const std::string& file,
                            const std::string& remedy) {
  std::string tried;
  for (const fs::path& folder : folders) {
    std::error_code error;
    if (fs::exists(folder / file, error)) return folder;
    tried += (tried.empty() ? "" : ", ") + folder.string();
  }
  return Status(file + ": not found in " + tried + "; " + remedy);
}

// "en_core_web_md 3.8.0 ea683a921d80f8e6"
Result<std::string> NameAndHash(const std::string& path) {
  Result<ModelFile> file = ModelFile::Open(path);
  if (!file.ok()) return file.status();
  const Result<StringList> name = file.value().Strings("meta.name");
  if (!name.ok()) return name.status();
  if (name.value().size() != 1) return Status(path + ": meta.name: not one name");
  return std::string(name.value()[0]) + " " + file.value().Hash();
}

}  // namespace

Result<std::string> FindModel(const EngineOptions& options) {
  if (options.model != "sm" && options.model != "md") {
    return Status("no such model: " + options.model + " (there are sm and md)");
  }
  const std::string file = "averment-en-" + options.model + ".model";
  Result<fs::path> folder =
      FindFolder(Candidates(options.models, "AVERMENT_MODELS", "models"), file,
                 "scripts/setup fetches it, AVERMENT_MODELS=DIR names another folder");
  if (!folder.ok()) return folder.status();
  return (folder.value() / file).string();
}

Result<KnowledgePath> FindKnowledge(const EngineOptions& options) {
  Result<fs::path> folder =
      FindFolder(Candidates(options.knowledge, "AVERMENT_KNOWLEDGE", "knowledge"), "time",
                 "AVERMENT_KNOWLEDGE=DIR names another folder");
  if (!folder.ok()) return folder.status();
  KnowledgePath knowledge(folder.value().string());
  for (const std::string& overlay : options.overlays) knowledge.AddOverlay(overlay);
  if (Status status = knowledge.CheckOverlays(); !status.ok()) return status;
  return knowledge;
}

Result<std::string> ModelVersion(const EngineOptions& options) {
  const Result<std::string> path = FindModel(options);
  if (!path.ok()) return path;
  return NameAndHash(path.value());
}

Result<std::string> GazetteerVersion(const EngineOptions& options) {
  const Result<std::string> model = FindModel(options);
  if (!model.ok()) return model;
  return NameAndHash(Gazetteer::Beside(model.value()));
}

Result<std::string> KnowledgeVersion(const EngineOptions& options) {
  Result<KnowledgePath> knowledge = FindKnowledge(options);
  if (!knowledge.ok()) return knowledge.status();
  const Result<std::string> hash = ContentHash(knowledge.value());
  const Result<std::string> places = GazetteerVersion(options);
  if (!hash.ok() || !places.ok()) return hash;
  return hash.value() + "+" + places.value().substr(places.value().rfind(' ') + 1);
}

}  // namespace averment
