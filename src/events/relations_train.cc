// Writes what the event model learns from: for every row of JSON lines {id, text, source, target}
// (bytes, each {start, end}) a line {"id", "names": [...], "means": [...]}; rows whose pair lies
// nowhere give {"id"}.  scripts/train events reads it.
//
// usage: relations_train MODEL KNOWLEDGE < ROWS > FEATURES

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "src/events/relate.h"
#include "src/mentions/actor.h"
#include "src/syntax/parser.h"
#include "src/text/text.h"

namespace averment {
namespace {

using Json = nlohmann::ordered_json;

std::optional<TextRange> RangeOf(const Json& row, const char* name) {
  if (!row.contains(name) || row[name].is_null()) return std::nullopt;
  return TextRange{row[name]["start"], row[name]["end"]};
}

int Fail(const Status& status) {
  std::fprintf(stderr, "relations_train: %s\n", status.message().c_str());
  return 1;
}

int Run(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: relations_train MODEL KNOWLEDGE < ROWS > FEATURES\n");
    return 2;
  }
  const KnowledgePath knowledge{std::string(argv[2])};
  const Result<Parser> parser = Parser::Load(argv[1]);
  if (!parser.ok()) return Fail(parser.status());
  const Result<ActorFinder> actors = ActorFinder::Load(knowledge);
  if (!actors.ok()) return Fail(actors.status());
  const Result<EventFinder> events = EventFinder::Load(knowledge / "event");
  if (!events.ok()) return Fail(events.status());
  const RelationFinder relations(events.value(), parser.value().vectors(), nullptr);
  const Parser::WorkerPtr worker = parser.value().MakeWorker();
  std::string line;
  while (std::getline(std::cin, line)) {
    const Json row = Json::parse(line);
    Article article;
    article.text = row["text"];
    const Text text = ReadText(article);
    Syntax syntax;
    const Parser::Job job{&text, article.text.data(), &syntax};
    parser.value().Parse({&job, 1}, *worker);
    const auto features = relations.FeaturesOf(syntax, actors.value().Find(syntax, std::nullopt),
                                               {RangeOf(row, "source"), RangeOf(row, "target")});
    Json out = {{"id", row["id"]}};
    if (features) {
      out["names"] = features->names;
      Json means = Json::array();
      for (const auto& mean : features->means) {
        for (const float x : mean) means.push_back(int(x * 10000));
      }
      out["means"] = std::move(means);
    }
    std::cout << out.dump() << "\n";
  }
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Run(argc, argv); }
