// Dates as ISO 8601 writes them.

#include "averment/date.h"

namespace averment {
namespace {

// `n` digits at `at`, or -1.
int Digits(std::string_view text, size_t at, size_t n) {
  if (at + n > text.size()) return -1;
  int value = 0;
  for (size_t i = at; i < at + n; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

std::string ToIso(Date d) {
  std::string out = "0000-00-00";
  auto write = [&](size_t end, unsigned value) {
    for (; value > 0; value /= 10) out[--end] = char('0' + value % 10);
  };
  write(4, unsigned(YearOf(d)));
  write(7, MonthOf(d));
  write(10, DayOf(d));
  return out;
}

std::optional<Date> ParseIsoDate(std::string_view text) {
  constexpr size_t kSize = 10;
  const int year = Digits(text, 0, 4), month = Digits(text, 5, 2), day = Digits(text, 8, 2);
  if (year < 0 || month < 0 || day < 0 || text[4] != '-' || text[7] != '-') return std::nullopt;
  // Behind the date a time may follow, nothing else.
  if (text.size() > kSize) {
    const char c = text[kSize];
    const bool time = (c == 'T' || c == 't' || c == ' ') && Digits(text, kSize + 1, 2) >= 0;
    if (!time) return std::nullopt;
  }
  return MakeDate(year, unsigned(month), unsigned(day));
}

}  // namespace averment
