// averment knowledge check: do all rules find what their examples say they find?

#include <cstdio>
#include <set>

#include "src/cli/run.h"
#include "src/cli/verbs.h"
#include "src/examples/text_reader.h"
#include "src/examples/topics.h"
#include "src/installed.h"
#include "src/knowledge/content_hash.h"
#include "src/knowledge/gazetteer.h"

namespace averment::cli {
int RunKnowledgeCheck(const Options& options) {
  EngineOptions wanted = EngineOptionsOf(options);
  wanted.overlays = options.folders;
  Result<KnowledgePath> knowledge = FindKnowledge(wanted);
  if (!knowledge.ok()) return Unusable(knowledge.status());
  const Result<std::string> hash = ContentHash(knowledge.value());
  if (!hash.ok()) return Unusable(hash.status());
  const Result<std::string> model = FindModel(wanted);
  if (!model.ok()) return Unusable(model.status());
  Result<std::vector<examples::TopicRows>> topics =
      examples::LoadTopics(knowledge.value(), "", Gazetteer::Beside(model.value()));
  if (!topics.ok()) return Unusable(topics.status());
  Result<examples::TextReader> reader = examples::TextReader::Load(model.value());
  if (!reader.ok()) return Unusable(reader.status());

  const examples::Read read = [&](const std::string& text, std::optional<Date> published) {
    return reader.value().Read(text, published);
  };
  size_t rows = 0, failed = 0;
  std::set<std::string> names;
  for (const examples::TopicRows& t : topics.value()) {
    const examples::Outcome outcome = examples::RunTopic(t.topic, read, t.find);
    for (const std::string& failure : outcome.failures) std::printf("%s\n", failure.c_str());
    rows += outcome.examples;
    failed += outcome.failures.size();
    names.insert(t.topic.kind);
  }
  std::printf("knowledge %s: %zu examples of %zu topics, %zu failed\n", hash.value().c_str(), rows,
              names.size(), failed);
  if (std::fflush(stdout) != 0) return kInternal;
  return failed == 0 ? kOk : kSomeFailed;
}

}  // namespace averment::cli
