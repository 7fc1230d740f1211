// A line of progress on a terminal: done, rate, remaining.  Silent where standard error is no
// terminal, or standard output is one (the records show the progress).

#pragma once

#include <chrono>
#include <cstdint>

namespace averment::cli {

class Progress {
 public:
  // `total_bytes` is 0 where nobody knows.
  explicit Progress(uint64_t total_bytes);

  // Draws anew, at most a few times a second.
  void Show(uint64_t articles, uint64_t bytes_done);
  // Makes room for another line on standard error, or for the end.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool on_;
  bool drawn_ = false;
  uint64_t total_bytes_;
  Clock::time_point start_, last_;
};

}  // namespace averment::cli
