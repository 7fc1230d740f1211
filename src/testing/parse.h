// Reads the plain text of an example up to its syntax.  For tests only.

#pragma once

#include <map>
#include <optional>
#include <string>

#include "averment/document.h"
#include "averment/result.h"
#include "src/testing/conllu.h"

namespace averment::testing {

// Knows the texts of a file of stored parses: CoNLL-U, with `# doc = TEXT` before each text.
class StoredParses {
 public:
  // Fails where the file cannot be read.
  static Result<StoredParses> Load(const std::string& path);

  // Fails where the text is not among them or its CoNLL-U is wrong.  The document lives no longer
  // than this.
  Result<Document> Read(const std::string& text, std::optional<Date> published);

 private:
  std::map<std::string, std::string> conllu_;  // By text.
  ConlluReader reader_;
};

// The reader that tests use for plain text: the file named by $AVERMENT_TEST_PARSES.
Result<StoredParses> LoadTestParser();

}  // namespace averment::testing
