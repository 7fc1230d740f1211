// Datelines ("GENEVA, Jan. 22 (Agency) -"), lines that hold no more than a date, and page
// furniture.

#pragma once

#include <optional>
#include <string_view>

#include "averment/document.h"
#include "src/text/written_date.h"

namespace averment {

// Where a report was filed, as its first line says.  Views into the text.
struct Dateline {
  std::string_view text;   // All of it, its dash included.
  std::string_view place;  // "NEW YORK", "TRIPOLI, Lebanon"; empty on a line that is a date alone.
  std::optional<WrittenDate> date;
};

// The dateline that a paragraph starts with.  The rest of the paragraph, if any, follows a dash.
std::optional<Dateline> DatelineOf(std::string_view paragraph);

// What a line is when it stands alone: kDateline for a dateline, a date or "Last updated: ...";
// kBoilerplate for credits, copyright and the page's buttons; else kBody.
SentenceKind KindOfLine(std::string_view line);

// Whether the line says when the page was published or changed.
bool IsUpdatedLine(std::string_view line);

// A last line that only says that the report ends: one word in capitals.
bool IsSignOff(std::string_view line);

// Short, and no sentence by its end: may be a headline if it stands where headlines do.
bool LooksLikeHeadline(std::string_view line);

}  // namespace averment
