// The topics of counts and plans; see topics.h.

#pragma once

#include <vector>

#include "averment/result.h"
#include "src/examples/topics.h"
#include "src/knowledge/knowledge_path.h"

namespace averment::examples {

// `knowledge` is the folder of all topics.
Result<std::vector<TopicRows>> QuantityRows(const KnowledgePath& knowledge);
Result<std::vector<TopicRows>> TollRows(const KnowledgePath& knowledge);
Result<std::vector<TopicRows>> PlanRows(const KnowledgePath& knowledge);

}  // namespace averment::examples
