// The articles of a corpus, parsed, for benchmarks of the stages behind the syntax.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "averment/document.h"
#include "src/syntax/parser.h"

namespace averment::testing {

// The first `articles` lines of a JSONL file, each an object with `text`.  The parser outlives
// them.
std::vector<Document> ReadCorpus(const Parser& parser, const std::string& path, size_t articles);

}  // namespace averment::testing
