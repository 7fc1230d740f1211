#include "src/testing/parse.h"

#include <cstdlib>
#include <fstream>

namespace averment::testing {

Result<StoredParses> StoredParses::Load(const std::string& path) {
  std::ifstream in(path);
  if (!in) return Status(path + ": cannot be read");
  StoredParses parses;
  std::string line;
  std::string* conllu = nullptr;
  constexpr std::string_view kDoc = "# doc = ";
  while (std::getline(in, line)) {
    if (line.starts_with(kDoc)) {
      conllu = &parses.conllu_[line.substr(kDoc.size())];
      conllu->clear();
    } else if (conllu != nullptr) {
      *conllu += line + '\n';
    }
  }
  return parses;
}

Result<Document> StoredParses::Read(const std::string& text, std::optional<Date> published) {
  const auto at = conllu_.find(text);
  if (at == conllu_.end()) return Status("no stored parse of this text");
  return reader_.Read(at->second, published);
}

Result<StoredParses> LoadTestParser() {
  const char* path = std::getenv("AVERMENT_TEST_PARSES");
  if (path == nullptr) return Status("AVERMENT_TEST_PARSES is not set");
  return StoredParses::Load(path);
}

}  // namespace averment::testing
