// The topic of places; see topics.h.

#pragma once

#include <string>
#include <vector>

#include "averment/result.h"
#include "src/examples/topics.h"
#include "src/knowledge/knowledge_path.h"

namespace averment::examples {

// `knowledge` is the folder of all topics.
Result<std::vector<TopicRows>> PlaceRows(const KnowledgePath& knowledge,
                                         const std::string& gazetteer);

}  // namespace averment::examples
