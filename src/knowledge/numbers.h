// Numbers and number-like tokens, as rules over words ask for them.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace averment {

// "12", "1,500"; up to nine digits.  Nothing for anything else.
std::optional<int> ReadDigits(std::string_view token);

// "21st", "3rd" -> 21, 3.
std::optional<int> ReadOrdinalDigits(std::string_view token);

// Tokens that are a value by their shape.
enum class TokenShape : uint8_t {
  kNone,
  kClock,        // 10:35, 7:15pm      -> minutes since midnight
  kHour,         // 10am, 9pm          -> minutes since midnight
  kHourMinutes,  // 0735               -> minutes since midnight
  kDecade,       // 1990s              -> 1990
  kMidDecade,    // mid-1990s          -> 1990
  kMidYear,      // mid-1996           -> 1996
  kShortDecade,  // 90s                -> 90
  kSlashDate,    // 7/2/2013, 7/2/13   -> yyyymmdd, month first
  kYearRange,    // 1990-92, 1990–1992 -> first year
  kFraction,     // 1/2                -> hundredths, 50
  kDecimal,      // 2.5                -> hundredths, 250
};
std::optional<TokenShape> ParseTokenShape(std::string_view name);
std::optional<int> ReadShape(TokenShape shape, std::string_view token);

// Puts number words together: two hundred and six, twenty-six, a thousand.  Feed the values of
// words one by one; a word that does not fit ends the number.
class NumberReader {
 public:
  // False, without a change, where this value cannot go on ("two three", "six twenty").
  bool Add(int value);
  std::optional<int> value() const;

 private:
  int64_t total_ = 0, current_ = 0;
  int last_ = 0;        // The last value, 0 before any.
  int last_scale_ = 0;  // The last thousand or million: they must fall.
};

}  // namespace averment
