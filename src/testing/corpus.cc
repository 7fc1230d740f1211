#include "src/testing/corpus.h"

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "src/text/text.h"

namespace averment::testing {

std::vector<Document> ReadCorpus(const Parser& parser, const std::string& path, size_t articles) {
  std::vector<Document> docs;
  const Parser::WorkerPtr worker = parser.MakeWorker();
  std::ifstream in(path);
  std::string line;
  while (docs.size() < articles && std::getline(in, line)) {
    Article article;
    article.text = nlohmann::json::parse(line)["text"].get<std::string>();
    Document doc;
    doc.article = std::make_unique<const Article>(std::move(article));
    doc.text = ReadText(*doc.article);
    const Parser::Job job{&doc.text, doc.article->text.data(), &doc.syntax};
    parser.Parse({&job, 1}, *worker);
    docs.push_back(std::move(doc));
  }
  return docs;
}

}  // namespace averment::testing
