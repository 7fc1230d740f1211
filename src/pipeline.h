// The journey from articles to documents.  Start reading in pipeline.cc.
//
//   reads     articles; a converted model; the knowledge folder
//   returns   documents with every layer filled in, the record included

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"
#include "src/syntax/parser.h"

namespace averment {

// What each stage cost, in the order of the journey.
struct StageTimes {
  std::vector<std::pair<std::string_view, double>> seconds;

  void Add(std::string_view stage, double more);
};

// What was learned from texts, beside the rules.
struct Learned {
  bool use = true;            // false: by the rules alone.
  std::string event_weights;  // Instead of those of the knowledge; empty: those.
};

// Immutable once loaded, safe to share between threads, each with a Worker of its own.
class Pipeline {
 public:
  // Fails, naming file and line, on a missing or damaged model or malformed knowledge.  Without
  // `knowledge`, the folder of all topics, the journey ends behind the syntax: no findings, no
  // record.
  static Result<Pipeline> Load(const std::string& model_path,
                               const std::optional<KnowledgePath>& knowledge,
                               const Learned& learned);

  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;
  ~Pipeline();

  struct Worker {
    Parser::WorkerPtr parser;
    StageTimes times;
  };
  Worker MakeWorker() const { return {parser_.MakeWorker(), {}}; }

  // Several short articles at once are read faster than one by one; which ones go together never
  // changes a document.
  std::vector<Document> Read(std::vector<Article> articles, Worker& worker) const;

  // The relation of Article::asked, and no other findings.
  std::vector<Document> Relate(std::vector<Article> articles, Worker& worker) const;

  const Record::Coder& coder() const { return coder_; }

 private:
  struct Finders;
  Pipeline(Parser parser, std::unique_ptr<const Finders> finders, Record::Coder coder);

  Parser parser_;
  std::unique_ptr<const Finders> finders_;  // None: the syntax alone.
  Record::Coder coder_;
};

}  // namespace averment
