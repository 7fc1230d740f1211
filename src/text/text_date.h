// The publication date that a text itself shows: a "Last updated: 2 July, 2013" line, a line that
// is a date, or the date of the dateline ("GENEVA, Jan. 22 -").

#pragma once

#include <optional>

#include "averment/document.h"

namespace averment {

// A dateline without a year takes the year of the nearest full date in the text; nothing where
// there is none.  The span is the date as written.
std::optional<TextDate> FindTextDate(const Article& article, const Text& text);

}  // namespace averment
