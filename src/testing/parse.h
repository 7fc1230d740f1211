// The parser for tests: the model md from $AVERMENT_MODELS, or from models/.

#pragma once

#include <cstdlib>
#include <string>

#include "averment/result.h"
#include "src/examples/text_reader.h"

namespace averment::testing {

using TestParser = examples::TextReader;

// Fails where the model is not there.
inline Result<TestParser> LoadTestParser() {
  const char* folder = std::getenv("AVERMENT_MODELS");
  return TestParser::Load(std::string(folder != nullptr ? folder : "models") +
                          "/averment-en-md.model");
}

}  // namespace averment::testing
