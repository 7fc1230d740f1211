// The engine: articles in, documents out.  Start here.
//
//   averment::Result<averment::Engine> engine = averment::Engine::Load({});
//   if (!engine.ok()) return Fail(engine.status().message());
//   averment::Document doc = engine.value().Read(article);

#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"

namespace averment {

// Of the program: "0.1.0".
std::string_view Version();

struct EngineOptions {
  // Folder of the converted models (averment-en-md.model ...).  Empty: $AVERMENT_MODELS, else
  // `models` beside the program's installation, else ./models.
  std::string models = {};
  // Folder of the knowledge.  Empty: $AVERMENT_KNOWLEDGE, else found as the models are.
  std::string knowledge = {};
  // Folders that add to it or override it, the last one before the others
  // (docs/knowledge_format.md).
  std::vector<std::string> overlays = {};
  // "md" (default, with static vectors) or "sm".
  std::string model = "md";
  // What was learned from texts beside the rules that people wrote (docs/decisions): false goes by
  // the rules alone, and the coder's `knowledge` ends in "+no-model".
  bool learned = true;
  // Weights of the event model instead of knowledge/event/relations.weights (scripts/train events).
  // Empty: those.
  std::string event_weights = {};
  // Stages after the syntax; false parses only (no knowledge is loaded).
  bool findings = true;
};

// Immutable once loaded, safe to share between threads.
class Engine {
 public:
  // Fails, naming the file (and line), on a missing or damaged model or a malformed rule.
  static Result<Engine> Load(const EngineOptions& options);

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // Reads one article.  Never fails: any text gives a document, perhaps an empty one.
  Document Read(Article article) const;

  // How the two of Article::asked stand to each other: Document::relation, and no other finding.
  // No relation where they lie outside the words of the text.
  Document Relate(Article article) const;

  // Reads many on `threads` threads (0: one per core), calling `done` in the order of the articles,
  // from the calling thread.  `next` gives the next article or nothing at the end; it is called
  // from the calling thread. At most a bounded number of articles is in flight.  The same articles
  // give the same documents whatever the number of threads.
  void ReadAll(const std::function<std::optional<Article>()>& next,
               const std::function<void(Document)>& done, unsigned threads) const;

  // The same for Relate.
  void RelateAll(const std::function<std::optional<Article>()>& next,
                 const std::function<void(Document)>& done, unsigned threads) const;

  // What coded: version, model and knowledge, each a version or content hash.
  using Coder = Record::Coder;
  const Coder& coder() const;

 private:
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace averment
