// Lines of a source of any size, one at a time.

#pragma once

#include <string>
#include <string_view>

#include "src/cli/reader.h"

namespace averment::cli {

class LineSource {
 public:
  explicit LineSource(ReadBytes source) : source_(std::move(source)) {}

  enum class Found { kLine, kTooLong, kFailed, kEnd };
  // Moves to the next line, which is line() without its line break.  A line over kLongestLine is
  // passed over, never kept.
  Found Next();

  std::string_view line() const { return line_; }  // Until the next call of Next.
  uint64_t number() const { return number_; }      // From 1.
  const std::string& error() const { return error_; }

 private:
  bool Fill();

  ReadBytes source_;
  std::string buffer_, chunk_;
  size_t at_ = 0;  // What lies before is done with.
  std::string_view line_;
  uint64_t number_ = 0;
  std::string error_;
  bool ended_ = false;
};

}  // namespace averment::cli
