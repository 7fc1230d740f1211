// Takes numbers apart from the front, piece by piece; whatever is left over at the end is no
// number.

#include "src/knowledge/numbers.h"

#include <array>
#include <utility>

namespace averment {
namespace {

bool IsDigitOfNumber(char c) { return c >= '0' && c <= '9'; }

// Takes up to `most` digits off the front.
std::optional<int> TakeDigits(std::string_view& s, size_t least, size_t most) {
  size_t n = 0;
  int value = 0;
  while (n < s.size() && n < most && IsDigitOfNumber(s[n])) value = value * 10 + (s[n++] - '0');
  if (n < least) return std::nullopt;
  s.remove_prefix(n);
  return value;
}

bool TakeAny(std::string_view& s, std::string_view prefix) {
  if (!s.starts_with(prefix)) return false;
  s.remove_prefix(prefix.size());
  return true;
}

// am, a.m., PM ...: 0 or 12 hours.
std::optional<int> TakeHalfDay(std::string_view& s) {
  if (s.empty()) return std::nullopt;
  const char c = char(s[0] | 0x20);
  if (c != 'a' && c != 'p') return std::nullopt;
  s.remove_prefix(1);
  TakeAny(s, ".");
  if (!TakeAny(s, "m") && !TakeAny(s, "M")) return std::nullopt;
  TakeAny(s, ".");
  return c == 'p' ? 12 : 0;
}

std::optional<int> ReadClock(std::string_view s, bool with_minutes) {
  const auto hour = TakeDigits(s, 1, 2);
  if (!hour || *hour > 24) return std::nullopt;
  int minute = 0;
  if (with_minutes) {
    if (!TakeAny(s, ":")) return std::nullopt;
    const auto read = TakeDigits(s, 2, 2);
    if (!read || *read > 59) return std::nullopt;
    minute = *read;
    if (s.empty()) return *hour * 60 + minute;
  }
  const auto half = TakeHalfDay(s);
  if (!half || !s.empty() || *hour > 12) return std::nullopt;
  return (*hour % 12 + *half) * 60 + minute;
}

std::optional<int> ReadHourMinutes(std::string_view s) {
  const auto digits = TakeDigits(s, 4, 4);
  if (!digits || !s.empty() || *digits / 100 > 24 || *digits % 100 > 59) return std::nullopt;
  return *digits / 100 * 60 + *digits % 100;
}

std::optional<int> ReadDecade(std::string_view s, bool in_full) {
  const auto year = TakeDigits(s, in_full ? 4 : 2, in_full ? 4 : 2);
  if (!year || *year % 10 != 0 || s != "s") return std::nullopt;
  return year;
}

std::optional<int> ReadMid(std::string_view s, bool decade) {
  if (!TakeAny(s, "mid-") && !TakeAny(s, "Mid-")) return std::nullopt;
  if (decade) {
    if (const auto full = ReadDecade(s, true)) return full;
    const auto tens = ReadDecade(s, false);  // mid-90s
    if (!tens) return std::nullopt;
    return *tens + (*tens < 30 ? 2000 : 1900);
  }
  const auto year = TakeDigits(s, 4, 4);
  return s.empty() ? year : std::nullopt;
}

std::optional<int> ReadSlashDate(std::string_view s) {
  const auto month = TakeDigits(s, 1, 2);
  if (!month || !TakeAny(s, "/")) return std::nullopt;
  const auto day = TakeDigits(s, 1, 2);
  if (!day || !TakeAny(s, "/")) return std::nullopt;
  const size_t digits = s.size();
  auto year = TakeDigits(s, 2, 4);
  if (!year || !s.empty() || digits == 3) return std::nullopt;
  if (digits == 2) *year += *year < 50 ? 2000 : 1900;
  if (*month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  return *year * 10000 + *month * 100 + *day;
}

std::optional<int> ReadYearRange(std::string_view s) {
  const auto first = TakeDigits(s, 4, 4);
  if (!first || (!TakeAny(s, "-") && !TakeAny(s, "–") && !TakeAny(s, "/"))) return std::nullopt;
  const size_t digits = s.size();
  if (!TakeDigits(s, 2, 4) || !s.empty() || digits == 3) return std::nullopt;
  return first;
}

std::optional<int> ReadFraction(std::string_view s) {
  const auto top = TakeDigits(s, 1, 1);
  if (!top || !TakeAny(s, "/")) return std::nullopt;
  const auto bottom = TakeDigits(s, 1, 1);
  if (!bottom || !s.empty() || *bottom == 0 || *top >= *bottom) return std::nullopt;
  return *top * 100 / *bottom;
}

std::optional<int> ReadDecimal(std::string_view s) {
  const auto whole = TakeDigits(s, 1, 4);
  if (!whole || !TakeAny(s, ".")) return std::nullopt;
  const size_t digits = s.size();
  const auto part = TakeDigits(s, 1, 2);
  if (!part || !s.empty()) return std::nullopt;
  return *whole * 100 + (digits == 1 ? *part * 10 : *part);
}

}  // namespace

std::optional<int> ReadDigits(std::string_view token) {
  if (token.empty() || !IsDigitOfNumber(token.front()) || !IsDigitOfNumber(token.back()))
    return std::nullopt;
  int value = 0;
  size_t digits = 0;
  for (size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    if (c == ',') {  // Between groups of three.
      if ((token.size() - i) % 4 != 0) return std::nullopt;
      continue;
    }
    if (!IsDigitOfNumber(c) || ++digits > 9) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> ReadOrdinalDigits(std::string_view token) {
  if (token.size() < 3 || token.size() > 6) return std::nullopt;
  const std::string_view suffix = token.substr(token.size() - 2);
  if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return std::nullopt;
  return ReadDigits(token.substr(0, token.size() - 2));
}

std::optional<TokenShape> ParseTokenShape(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::pair<std::string_view, TokenShape>>({
      {"clock", TokenShape::kClock},
      {"hour", TokenShape::kHour},
      {"hour-minutes", TokenShape::kHourMinutes},
      {"decade", TokenShape::kDecade},
      {"mid-decade", TokenShape::kMidDecade},
      {"mid-year", TokenShape::kMidYear},
      {"short-decade", TokenShape::kShortDecade},
      {"slash-date", TokenShape::kSlashDate},
      {"year-range", TokenShape::kYearRange},
      {"fraction", TokenShape::kFraction},
      {"decimal", TokenShape::kDecimal},
  });
  for (const auto& [known, shape] : kNames) {
    if (known == name) return shape;
  }
  return std::nullopt;
}

std::optional<int> ReadShape(TokenShape shape, std::string_view token) {
  if (token.size() > 16) return std::nullopt;
  switch (shape) {
    case TokenShape::kNone: return std::nullopt;
    case TokenShape::kClock: return ReadClock(token, true);
    case TokenShape::kHour: return ReadClock(token, false);
    case TokenShape::kHourMinutes: return ReadHourMinutes(token);
    case TokenShape::kDecade: return ReadDecade(token, true);
    case TokenShape::kMidDecade: return ReadMid(token, true);
    case TokenShape::kMidYear: return ReadMid(token, false);
    case TokenShape::kShortDecade: return ReadDecade(token, false);
    case TokenShape::kSlashDate: return ReadSlashDate(token);
    case TokenShape::kYearRange: return ReadYearRange(token);
    case TokenShape::kFraction: return ReadFraction(token);
    case TokenShape::kDecimal: return ReadDecimal(token);
  }
  return std::nullopt;
}

bool NumberReader::Add(int value) {
  if (value >= 1000) {
    if (last_ == 0 || last_ >= 1000 || (last_scale_ != 0 && value >= last_scale_)) return false;
    total_ += current_ * value;
    if (total_ > 1'000'000'000) return false;
    current_ = 0;
    last_scale_ = value;
  } else if (value == 100) {
    if (current_ == 0 || current_ >= 100) return false;
    current_ *= 100;
  } else {
    // A unit may follow tens, a hundred or a thousand; tens may follow a hundred or a thousand.
    const bool fits = last_ == 0 || last_ >= 100 || (last_ >= 20 && last_ < 100 && value < 10);
    if (!fits) return false;
    current_ += value;
  }
  last_ = value;
  return true;
}

std::optional<int> NumberReader::value() const {
  if (last_ == 0) return std::nullopt;
  return int(total_ + current_);
}

}  // namespace averment
