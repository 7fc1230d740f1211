// Reads the plain text of an example up to its syntax, with the parser that users have.  For tests
// only.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "averment/document.h"
#include "averment/result.h"
#include "src/syntax/parser.h"

namespace averment::testing {

class TestParser {
 public:
  // Loads the model md from $AVERMENT_MODELS, or from models/.  Fails where it is not there.
  static Result<TestParser> Load();

  // The text as one paragraph.  The document lives no longer than this.
  Result<Document> Read(const std::string& text, std::optional<Date> published);

 private:
  explicit TestParser(Parser parser) : parser_(std::move(parser)), worker_(parser_.MakeWorker()) {}

  Parser parser_;
  Parser::WorkerPtr worker_;
};

inline Result<TestParser> LoadTestParser() { return TestParser::Load(); }

}  // namespace averment::testing
