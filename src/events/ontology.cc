#include "src/events/ontology.h"

#include <algorithm>

#include "src/knowledge/lines.h"

namespace averment::events {
namespace {

constexpr size_t kTypes = size_t(EventType::kAssault) + 1;

std::optional<Quad> ParseQuad(std::string_view written) {
  if (written == "verbal-cooperation") return Quad::kVerbalCooperation;
  if (written == "material-cooperation") return Quad::kMaterialCooperation;
  if (written == "verbal-conflict") return Quad::kVerbalConflict;
  if (written == "material-conflict") return Quad::kMaterialConflict;
  return std::nullopt;
}

}  // namespace

Result<Ontology> Ontology::Load(const KnowledgePath& path) {
  Result<LineFile> file = LineFile::Load(path);
  if (!file.ok()) return file.status();
  Ontology ontology;
  ontology.types_.resize(kTypes);
  Type* type = nullptr;
  uint16_t at = 0;  // The file that is being read.
  for (const Line& line : file.value().lines) {
    if (line.file != at) type = nullptr;
    at = line.file;
    const Result<std::vector<std::string>> words = SplitWords(line.rest);
    if (!words.ok()) return file.value().Error(line, words.status().message());
    if (line.key == "type") {
      const auto parsed = words.value().empty() ? std::nullopt : ParseEventType(words.value()[0]);
      if (!parsed) return file.value().Error(line, "no such type: " + line.rest);
      type = &ontology.types_[size_t(*parsed)];
      type->known = true;
    } else if (type == nullptr) {
      return file.value().Error(line, "no type above");
    } else if (line.key == "class") {
      const auto quad = ParseQuad(line.rest);
      if (!quad) return file.value().Error(line, "no such class: " + line.rest);
      if (!type->has_class) type->quad = *quad;  // Overlays stand first.
      type->has_class = true;
    } else if (line.key == "modes") {
      type->modes.insert(type->modes.end(), words.value().begin(), words.value().end());
    } else if (line.key == "cameo") {
      type->cameo.insert(type->cameo.end(), words.value().begin(), words.value().end());
    } else if (line.key != "note") {
      return file.value().Error(line, "no such word: " + line.key);
    }
  }
  for (size_t i = 0; i < kTypes; ++i) {
    if (ontology.types_[i].known && !ontology.types_[i].cameo.empty()) continue;
    return Status(path.base() + ": " + std::string(ToString(EventType(i))) + " has no CAMEO codes");
  }
  return ontology;
}

bool Ontology::HasMode(EventType type, std::string_view mode) const {
  return std::ranges::find(types_[size_t(type)].modes, mode) != types_[size_t(type)].modes.end();
}

bool Ontology::HasCameo(EventType type, std::string_view cameo) const {
  return std::ranges::any_of(types_[size_t(type)].cameo,
                             [&](const std::string& c) { return cameo.starts_with(c); });
}

}  // namespace averment::events
