// What an engine would load: where models and knowledge lie, and which they are.

#pragma once

#include <string>

#include "averment/engine.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"

namespace averment {

// The file of the model that the options ask for.  Fails, naming where it was looked for.
Result<std::string> FindModel(const EngineOptions& options);

// The folder of all topics with the overlays of the options.  Fails, naming where it was looked
// for.
Result<KnowledgePath> FindKnowledge(const EngineOptions& options);

// How a record's `coder` names them: "en_core_web_md 3.8.0 ea683a921d80f8e6", and for the knowledge
// its hash and that of the gazetteer, "05ca1e45e93a223d+9c1185a5c5e9fc54".  Quicker than loading
// them, but every byte is read and checked.
Result<std::string> ModelVersion(const EngineOptions& options);
Result<std::string> GazetteerVersion(const EngineOptions& options);
Result<std::string> KnowledgeVersion(const EngineOptions& options);

}  // namespace averment
