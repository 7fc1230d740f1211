// Reads the plain text of an example up to its syntax, with the parser that users have.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "averment/document.h"
#include "averment/result.h"
#include "src/syntax/parser.h"

namespace averment::examples {

class TextReader {
 public:
  // Fails where the model is not there or damaged.
  static Result<TextReader> Load(const std::string& model_path);

  // The text as one paragraph.  The document lives no longer than this.
  Result<Document> Read(const std::string& text, std::optional<Date> published);

 private:
  explicit TextReader(Parser parser) : parser_(std::move(parser)), worker_(parser_.MakeWorker()) {}

  Parser parser_;
  Parser::WorkerPtr worker_;
};

}  // namespace averment::examples
