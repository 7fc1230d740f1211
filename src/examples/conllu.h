// Documents from CoNLL-U (https://universaldependencies.org/format.html), so that a test may give
// its own syntax and no change of the parser can break it.

#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"

namespace averment::examples {

// Makes documents whose morphological features it owns: it must outlive them.
class ConlluReader {
 public:
  // Columns are separated by tabs or, where a line has none, by blanks.  Read are ID FORM LEMMA
  // UPOS XPOS FEATS HEAD DEPREL and from MISC SpaceAfter=No, Entity=B-PERSON (or I-), Norm=...; the
  // labels are those of labels.h, HEAD 0 is a root.  Empty lines end sentences; `# newpar` begins a
  // paragraph. The article is the forms put together.  Fails naming the line, from 1, that is
  // wrong.
  Result<Document> Read(std::string_view conllu, std::optional<Date> published);

 private:
  std::deque<std::vector<std::string>> morphs_;  // Of each document; never moves.
};

}  // namespace averment::examples
