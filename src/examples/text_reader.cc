// No paragraphs are looked for: an example is a sentence or two.

#include "src/examples/text_reader.h"

#include <utility>

namespace averment::examples {

Result<TextReader> TextReader::Load(const std::string& model_path) {
  Result<Parser> parser = Parser::Load(model_path);
  if (!parser.ok()) return parser.status();
  return TextReader(std::move(parser).value());
}

Result<Document> TextReader::Read(const std::string& text, std::optional<Date> published) {
  Document doc;
  Article article;
  article.text = text;
  doc.article = std::make_unique<const Article>(std::move(article));
  doc.published = published;
  const std::string& kept = doc.article->text;
  const uint32_t size = uint32_t(kept.size());
  doc.text.normalized = kept;
  doc.text.paragraphs.push_back({{kept.data(), 0, size}, 0, size, SentenceKind::kBody});
  doc.text.alignments.push_back({0, 0});
  const Parser::Job job{&doc.text, kept.data(), &doc.syntax};
  parser_.Parse({&job, 1}, *worker_);
  return doc;
}

}  // namespace averment::examples
