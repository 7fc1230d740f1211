// Dates as people write them in full: "2 July, 2013", "Tuesday, Jan. 22", "2013-07-02".  For
// datelines and page furniture; expressions of time in sentences are src/mentions' business.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "averment/date.h"

namespace averment {

// A run of letters, a run of digits, or any other character that is no blank.
struct Item {
  enum Kind : uint8_t { kWord, kNumber, kMark } kind;
  std::string_view text;  // A view into what was scanned.
};
// Nothing stands between the two.
inline bool Touch(const Item& a, const Item& b) {
  return a.text.data() + a.text.size() == b.text.data();
}
// The items of a text, at most `limit`.  REQUIRES: valid UTF-8.
std::vector<Item> ScanItems(std::string_view text, size_t limit);

struct WrittenDate {
  std::string_view text;  // As written, with its weekday.
  std::optional<int> year;
  unsigned month = 0, day = 0;
  bool has_weekday = false;
  size_t first = 0, last = 0;  // Items, half-open.

  std::optional<Date> InYear(int y) const { return MakeDate(y, month, day); }
  std::optional<Date> Full() const { return year ? InYear(*year) : std::nullopt; }
};
// The date that starts at this item, if one does.  Day and month must be there.
std::optional<WrittenDate> DateAt(const std::vector<Item>& items, size_t at);
// The first date at this item or behind it.
std::optional<WrittenDate> NextDate(const std::vector<Item>& items, size_t at);

// "14:30 GMT", "4:05 pm EDT", "03.27 BST": how many items, 0 for none.
size_t ClockTimeAt(const std::vector<Item>& items, size_t at);

}  // namespace averment
