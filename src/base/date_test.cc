#include "averment/date.h"

#include <gtest/gtest.h>

namespace averment {
namespace {

TEST(Date, ReadsAndWritesIso) {
  const struct {
    const char *text, *date;  // "" where there is none.
  } rows[] = {
      {"2013-07-02", "2013-07-02"},
      {"2013-07-02T10:00:00Z", "2013-07-02"},
      {"2013-07-02 10:00", "2013-07-02"},
      {"2012-02-29", "2012-02-29"},
      {"0001-01-01", "0001-01-01"},
      {"9999-12-31", "9999-12-31"},
      {"2013-02-29", ""},
      {"2013-7-2", ""},
      {"2013/07/02", ""},
      {"2013-07-021", ""},
      {"2013-07-02x", ""},
      {"2013-07-02T", ""},
      {"0000-01-01", ""},
      {"2013-13-01", ""},
      {"2013-07", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    const std::optional<Date> date = ParseIsoDate(row.text);
    EXPECT_EQ(date ? ToIso(*date) : "", row.date) << row.text;
  }
}

}  // namespace
}  // namespace averment
