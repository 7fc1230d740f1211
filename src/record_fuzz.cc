// Feeds any text to the whole journey and checks what every record promises: spans inside the
// article, rules named, references that resolve, JSON that is UTF-8.

#include <cstdio>
#include <cstdlib>
#include <string>

#include "averment/engine.h"
#include "averment/record.h"
#include "src/base/utf8.h"
#include "src/record/assemble.h"
#include "src/record/verify.h"

namespace {

[[noreturn]] void Fail(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::abort();
}

const averment::Engine& LoadedOnce() {
  static const averment::Result<averment::Engine> engine = averment::Engine::Load({.model = "sm"});
  if (!engine.ok()) Fail(engine.status().message());
  return engine.value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const averment::Engine& engine = LoadedOnce();
  averment::Article article;
  article.id = "fuzz";
  article.text = averment::RepairUtf8({reinterpret_cast<const char*>(data), size});
  // Half of the inputs are dated, so that relative times are resolved in one half and not in the
  // other.
  if (size % 2 == 0) article.published = averment::ParseIsoDate("2013-05-07");
  const averment::Document doc = engine.Read(std::move(article));
  if (const std::string why = averment::Verify(doc); !why.empty()) Fail(why);
  const averment::Record record = averment::Assemble(doc, engine.coder());
  if (const std::string why = averment::Verify(record, doc.article->text); !why.empty()) Fail(why);
  if (!averment::IsValidUtf8(averment::ToJson(record))) Fail("the record is no UTF-8");
  return 0;
}
