// The topics of knowledge/ whose examples run, each with the finder that its rows test.
//
// Rows of one topic do not depend on another: events get their actors from cast.h, attributions
// none.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "averment/result.h"
#include "src/examples/examples.h"
#include "src/knowledge/knowledge_path.h"

namespace averment::examples {

struct TopicRows {
  Topic topic;
  Find find;  // Keeps the finder.
};

// `knowledge` is the folder of all topics; `name` is one of them ("time"), or empty for all.
// Without a `gazetteer`, places go without.  Fails, naming file and line, where a finder does not
// load.
Result<std::vector<TopicRows>> LoadTopics(const KnowledgePath& knowledge,
                                          std::string_view name = {},
                                          const std::string& gazetteer = {});

}  // namespace averment::examples
