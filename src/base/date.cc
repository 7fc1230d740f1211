#include "averment/date.h"

#include <charconv>

namespace averment {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Reads exactly these digits.
std::optional<int> Number(std::string_view digits) {
  for (char c : digits) {
    if (!IsDigit(c)) return std::nullopt;
  }
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

std::string ToIso(Date d) {
  const std::chrono::year_month_day ymd(d);
  std::string iso = "0000-00-00";
  const auto put = [&](size_t at, size_t width, unsigned value) {
    for (size_t i = at + width; i-- > at; value /= 10) iso[i] = char('0' + value % 10);
  };
  put(0, 4, unsigned(int(ymd.year())));
  put(5, 2, unsigned(ymd.month()));
  put(8, 2, unsigned(ymd.day()));
  return iso;
}

std::optional<Date> ParseIsoDate(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  // Behind the date: nothing, or a time of day.
  if (text.size() > 10 && (text.size() < 13 || (text[10] != 'T' && text[10] != ' ') ||
                           !IsDigit(text[11]) || !IsDigit(text[12]))) {
    return std::nullopt;
  }
  const auto y = Number(text.substr(0, 4)), m = Number(text.substr(5, 2)),
             d = Number(text.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  return MakeDate(*y, unsigned(*m), unsigned(*d));
}

}  // namespace averment
