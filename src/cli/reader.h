// From bytes to articles: plain text and JSON lines.
//
//   reads     any bytes, from files or memory
//   returns   one Input for each article, or for each that is none with the reason why
//
// Plain text is one article, whatever it holds: its text is the decoded file untouched (a
// byte-order mark stays, as a character).  JSON lines hold one article each, an object with the
// fields `id`, `text`, `title`, `published`, `source`, `url`: strings, or null for absent (an empty
// string, but in `text`, means absent too); other fields are passed over; of fields given twice the
// last counts. Lines of blanks are passed over. A `published` that is no ISO date ("5h ago") is
// left out, with a warning: the text is still worth reading.
//
// Bytes that are no UTF-8 become U+FFFD, with a warning.  Plain text in UTF-16 with a byte-order
// mark is decoded; UTF-32, and JSON in either, is refused.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "averment/document.h"

namespace averment::cli {

// Longer texts and lines are refused: memory stays bounded whatever comes.
inline constexpr size_t kLongestText = size_t{16} << 20;  // 16 MiB.
inline constexpr size_t kLongestLine = size_t{64} << 20;  // 64 MiB.

// One article, or why there is none.
struct Input {
  std::string place;  // "news.jsonl:12", or "article.txt".
  Article article;
  std::string error;    // Not empty: there is no article.
  std::string warning;  // Not empty: the article is there, but.
};

// Fills the buffer; returns how many bytes, 0 at the end.  Sets `error` where the outside world
// fails.
using ReadBytes = std::function<size_t(char* buffer, size_t size, std::string& error)>;

// The whole of `bytes` as a source, for tests and fuzzing.  The bytes must outlive it.
ReadBytes BytesOf(std::string_view bytes);

// What a row of JSON lines is.
enum class RowKind {
  kArticle,
  kPair,  // With `source` and `target` (one may be absent): {"start": 3, "end": 9}, code points.
};

// Gives the articles of one source, one at a time.
class Reader {
 public:
  virtual ~Reader() = default;
  // The next; nothing at the end.
  virtual std::optional<Input> Next() = 0;
};

// `name` is how messages call the source ("dir/news.jsonl"); ids are made from its last part.
std::unique_ptr<Reader> ReadText(std::string name, ReadBytes source);
std::unique_ptr<Reader> ReadJsonl(std::string name, ReadBytes source,
                                  RowKind rows = RowKind::kArticle);

}  // namespace averment::cli
