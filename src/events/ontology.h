// PLOVER's types with their modes and CAMEO codes, as knowledge/event/ontology.txt lists them: what
// a rule may ask for.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"

namespace averment::events {

enum class Quad : uint8_t {
  kVerbalCooperation,
  kMaterialCooperation,
  kVerbalConflict,
  kMaterialConflict
};

class Ontology {
 public:
  // Fails, naming file and line, on an unknown type or a type without a class or a CAMEO root.
  // Modes and codes of an overlay add; its class goes before that of the base.
  static Result<Ontology> Load(const KnowledgePath& path);

  Quad QuadOf(EventType type) const { return types_[size_t(type)].quad; }
  bool HasMode(EventType type, std::string_view mode) const;
  // Whether the code begins with one that the type lists.
  bool HasCameo(EventType type, std::string_view cameo) const;

 private:
  struct Type {
    bool known = false, has_class = false;
    Quad quad = Quad::kVerbalCooperation;
    std::vector<std::string> modes, cameo;
  };
  std::vector<Type> types_;
};

}  // namespace averment::events
