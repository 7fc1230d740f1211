#include "src/cli/progress.h"

#include <unistd.h>

#include <cstdio>

namespace averment::cli {

Progress::Progress(uint64_t total_bytes)
    : on_(isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)),
      total_bytes_(total_bytes),
      start_(Clock::now()),
      last_(start_) {}

void Progress::Show(uint64_t articles, uint64_t bytes_done) {
  if (!on_) return;
  const Clock::time_point now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(300)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::fprintf(stderr, "\r%llu articles, %.0f/s", static_cast<unsigned long long>(articles),
               double(articles) / seconds);
  if (total_bytes_ > 0 && bytes_done > 0) {
    const double share = double(bytes_done) / double(total_bytes_);
    std::fprintf(stderr, ", %.0f %%, %.0f s to go", 100 * share, seconds * (1 / share - 1));
  }
  std::fputs("\x1b[K", stderr);  // To the end of the line.
  drawn_ = true;
}

void Progress::Clear() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace averment::cli
