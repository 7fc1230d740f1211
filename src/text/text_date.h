// The publication date that a text itself shows, and its dateline.

#pragma once

#include <optional>

#include "averment/document.h"

namespace averment {

// From the first of these that the top of the text has: a "Last updated: 2 July, 2013" line, a line
// that is a date, the dateline ("GENEVA, Jan. 22 -"), a date with its weekday, or a time of day, or
// right at the start.  A date without a year takes the year of the nearest full date in the text;
// nothing where there is none.  The span is the date as written.
std::optional<TextDate> FindTextDate(const Article& article, const Text& text);

// Where the report was filed and when, as its dateline says; a date without a year as above.
std::optional<FiledFrom> FindDateline(const Article& article, const Text& text);

}  // namespace averment
