#include "src/testing/examples.h"

#include <cstdio>

#include "src/examples/topics.h"
#include "src/testing/parse.h"

namespace averment::testing {

int RunTopic(const Topic& topic, const Read& read, const Find& find) {
  const examples::Outcome outcome = examples::RunTopic(topic, read, find);
  for (const std::string& failure : outcome.failures) std::printf("%s\n", failure.c_str());
  std::printf("%s: %zu examples, %zu failed\n", topic.dir.base().c_str(), outcome.examples,
              outcome.failures.size());
  return int(outcome.failures.size());
}

int RunKnowledge(std::string_view topic) {
  Result<std::vector<examples::TopicRows>> rows = examples::LoadTopics("knowledge", topic);
  if (!rows.ok()) return std::printf("%s\n", rows.status().message().c_str());
  Result<TestParser> parser = LoadTestParser();
  if (!parser.ok()) return std::printf("%s\n", parser.status().message().c_str());
  const Read read = [&](const std::string& text, std::optional<Date> published) {
    return parser.value().Read(text, published);
  };
  int failed = rows.value().empty();
  for (const examples::TopicRows& r : rows.value())
    failed += testing::RunTopic(r.topic, read, r.find);
  return failed;
}

}  // namespace averment::testing
