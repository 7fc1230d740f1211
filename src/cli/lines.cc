// The buffer holds the current line and what was read behind it.  It grows with the line, up to the
// longest one allowed; every byte is searched once, and moved to the front at most once a chunk.

#include "src/cli/lines.h"

namespace averment::cli {
namespace {

constexpr size_t kChunk = 256 << 10;

}  // namespace

// Drops what is done with and appends a chunk; false at the end.
bool LineSource::Fill() {
  if (ended_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  // Read elsewhere first: a pipe gives little at a time, and growing the buffer fills it with
  // zeros.
  chunk_.resize(kChunk);
  const size_t read = source_(chunk_.data(), kChunk, error_);
  buffer_.append(chunk_, 0, read);
  ended_ = read == 0;
  return read > 0;
}

LineSource::Found LineSource::Next() {
  size_t searched = 0;  // Bytes from at_ on that hold no line break.
  bool too_long = false;
  while (true) {
    const size_t end = buffer_.find('\n', at_ + searched);
    if (end != std::string::npos) {
      line_ = std::string_view(buffer_).substr(at_, end - at_);
      at_ = end + 1;
      break;
    }
    searched = buffer_.size() - at_;
    if (searched > kLongestLine) {
      too_long = true;
      at_ = buffer_.size();
      searched = 0;
    }
    if (Fill()) continue;
    if (!error_.empty()) return Found::kFailed;
    if (at_ == buffer_.size() && !too_long) return Found::kEnd;
    line_ = std::string_view(buffer_).substr(at_);
    at_ = buffer_.size();
    break;
  }
  ++number_;
  return too_long || line_.size() > kLongestLine ? Found::kTooLong : Found::kLine;
}

}  // namespace averment::cli
