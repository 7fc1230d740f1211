// From an article to paragraphs, the units that the parser reads, each alone.
//
//   reads     Article::text (valid UTF-8)
//   returns   Text: the paragraphs with every line break read as one blank, and the map back
//
// Paragraphs end at blank lines; where there are none, at line ends if most lines end a sentence,
// at indented lines if the text is hard-wrapped.  Headlines, datelines and "Last updated" lines
// stand alone.  The parser cuts a paragraph of over 1,500 tokens, once it has counted them.

#pragma once

#include "averment/document.h"

namespace averment {

Text ReadText(const Article& article);

}  // namespace averment
