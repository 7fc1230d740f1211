// A small grammar over words, numbers and marks:
//   date     [weekday [,]] (month [.] day | day [ordinal] [of] month [.]) [[,] year]  |  yyyy-mm-dd
//   month    in full or as its first three letters ("Sept" too), with a capital: "may" is a verb
// Numbers alone, as 7/2/2013, are left alone: nobody knows which is the month.

#include "src/text/written_date.h"

#include <array>

#include "src/base/unicode.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 10> kZones = {"gmt", "utc", "bst", "est", "edt",
                                                     "cst", "cdt", "mst", "pst", "pdt"};
constexpr int kFirstYear = 1700, kLastYear = 2199;

bool IsMark(const std::vector<Item>& items, size_t at, std::string_view mark) {
  return at < items.size() && items[at].kind == Item::kMark && items[at].text == mark;
}

// The value of a number of this many digits.
std::optional<int> Number(const std::vector<Item>& items, size_t at, size_t least, size_t most) {
  if (at >= items.size() || items[at].kind != Item::kNumber) return std::nullopt;
  const std::string_view digits = items[at].text;
  if (digits.size() < least || digits.size() > most) return std::nullopt;
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// Index + 1 of the name that the word is, or abbreviates by three letters or more; 0 for none.
template <size_t N>
unsigned NameAt(const std::vector<Item>& items, size_t at,
                const std::array<std::string_view, N>& names) {
  if (at >= items.size() || items[at].kind != Item::kWord || items[at].text.size() < 3 ||
      items[at].text.size() > 9) {
    return 0;
  }
  if (!IsUpper(static_cast<unsigned char>(items[at].text[0]))) return 0;
  const std::string lower = ToLower(items[at].text);
  for (size_t i = 0; i < N; ++i) {
    const bool whole = lower == names[i];
    // "Sept", "Tues", "Thurs"; but "Mayor" is no May, and "Marc" no March.
    const bool cut = lower.size() == 3 || (lower.size() == 4 && (names[i][0] == 's' || N == 7)) ||
                     (N == 7 && lower.size() == 5);
    if (whole || (cut && names[i].starts_with(lower))) return unsigned(i + 1);
  }
  return 0;
}

bool IsOrdinal(const Item& item) {
  return item.text == "st" || item.text == "nd" || item.text == "rd" || item.text == "th";
}

// Reads [,] year.
size_t ReadYear(const std::vector<Item>& items, size_t at, WrittenDate& date) {
  const size_t number = IsMark(items, at, ",") ? at + 1 : at;
  const auto year = Number(items, number, 4, 4);
  if (!year || *year < kFirstYear || *year > kLastYear) return at;
  date.year = *year;
  return number + 1;
}

// Reads a day, with its ordinal; 0 where there is none.
size_t ReadDay(const std::vector<Item>& items, size_t at, WrittenDate& date) {
  const auto day = Number(items, at, 1, 2);
  if (!day || *day < 1 || *day > 31) return 0;
  // Not the front of "22.5", "22:30", "22,000", nor of a word: "5km".
  const bool mark = at + 2 < items.size() && items[at + 1].kind == Item::kMark &&
                    Touch(items[at], items[at + 1]) && Touch(items[at + 1], items[at + 2]) &&
                    items[at + 2].kind == Item::kNumber;
  if (mark && items[at + 1].text != ",") return 0;
  if (mark && items[at + 2].text.size() != 4) return 0;
  date.day = unsigned(*day);
  const bool word =
      at + 1 < items.size() && items[at + 1].kind == Item::kWord && Touch(items[at], items[at + 1]);
  if (word && !IsOrdinal(items[at + 1])) return 0;
  return at + 1 + word;
}

size_t ReadMonth(const std::vector<Item>& items, size_t at, WrittenDate& date) {
  date.month = NameAt(items, at, kMonths);
  if (date.month == 0) return 0;
  return at + 1 + IsMark(items, at + 1, ".");
}

size_t ReadDayAndMonth(const std::vector<Item>& items, size_t at, WrittenDate& date) {
  if (const size_t day = ReadMonth(items, at, date); day != 0) return ReadDay(items, day, date);
  size_t month = ReadDay(items, at, date);
  if (month == 0) return 0;
  if (month < items.size() && items[month].text == "of") ++month;
  return ReadMonth(items, month, date);
}

size_t ReadIso(const std::vector<Item>& items, size_t at, WrittenDate& date) {
  const auto year = Number(items, at, 4, 4), month = Number(items, at + 2, 2, 2),
             day = Number(items, at + 4, 2, 2);
  if (!year || !month || !day || !IsMark(items, at + 1, "-") || !IsMark(items, at + 3, "-"))
    return 0;
  date.year = *year;
  date.month = unsigned(*month);
  date.day = unsigned(*day);
  return at + 5;
}

}  // namespace

std::vector<Item> ScanItems(std::string_view text, size_t limit) {
  std::vector<Item> items;
  const auto kind_of = [](char32_t c) {
    return c >= '0' && c <= '9' ? Item::kNumber : IsAlpha(c) ? Item::kWord : Item::kMark;
  };
  for (size_t at = 0; at < text.size() && items.size() < limit;) {
    const size_t begin = at;
    const char32_t c = DecodeUtf8(text, at);
    if (IsSpace(c)) continue;
    const Item::Kind kind = kind_of(c);
    while (kind != Item::kMark && at < text.size()) {
      size_t next = at;
      if (kind_of(DecodeUtf8(text, next)) != kind) break;
      at = next;
    }
    items.push_back({kind, text.substr(begin, at - begin)});
  }
  return items;
}

std::optional<WrittenDate> DateAt(const std::vector<Item>& items, size_t at) {
  WrittenDate date;
  date.first = at;
  size_t next = ReadIso(items, at, date);
  if (next == 0) {
    size_t start = at;
    if (NameAt(items, at, kWeekdays) != 0) {
      date.has_weekday = true;
      start = at + 1;
      while (IsMark(items, start, ",") || IsMark(items, start, ".")) ++start;
    }
    next = ReadDayAndMonth(items, start, date);
    if (next == 0) return std::nullopt;
    next = ReadYear(items, next, date);
  }
  // A leap year stands in for an unknown one.
  constexpr int kAnyYear = 2000;
  if (!date.InYear(date.year.value_or(kAnyYear))) return std::nullopt;
  date.last = next;
  const char* begin = items[at].text.data();
  const std::string_view end = items[next - 1].text;
  date.text = {begin, size_t(end.data() + end.size() - begin)};
  return date;
}

std::optional<WrittenDate> NextDate(const std::vector<Item>& items, size_t at) {
  for (; at < items.size(); ++at) {
    if (auto date = DateAt(items, at)) return date;
  }
  return std::nullopt;
}

size_t ClockTimeAt(const std::vector<Item>& items, size_t at) {
  size_t next = at;
  const auto hour = Number(items, next, 1, 4);
  if (!hour) return 0;
  ++next;
  if ((IsMark(items, next, ":") || IsMark(items, next, ".")) && Number(items, next + 1, 2, 2))
    next += 2;
  const auto word = [&](size_t i) {
    return i < items.size() && items[i].kind == Item::kWord ? ToLower(items[i].text)
                                                            : std::string();
  };
  bool known = false;
  if (word(next) == "am" || word(next) == "pm") ++next, known = true;
  if ((word(next) == "a" || word(next) == "p") && IsMark(items, next + 1, ".") &&
      word(next + 2) == "m") {
    next += 3 + IsMark(items, next + 3, ".");
    known = true;
  }
  for (std::string_view zone : kZones) {
    if (word(next) == zone) return next + 1 - at;
  }
  return known ? next - at : 0;
}

}  // namespace averment
