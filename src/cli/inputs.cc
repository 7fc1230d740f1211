// What a file is, its name tells, unless the command line does.  A file that cannot be read costs
// an Input with the reason, never the run.

#include "src/cli/inputs.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace averment::cli {
namespace {

// A file descriptor that closes itself, unless it is standard input.
class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  File(File&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  File& operator=(File&&) = delete;
  ~File() {
    if (fd_ > STDIN_FILENO) close(fd_);
  }
  int fd() const { return fd_; }

 private:
  int fd_;
};

InputKind KindOf(const std::string& file) {
  const std::string extension = std::filesystem::path(file).extension().string();
  if (file == "-" || extension == ".jsonl" || extension == ".ndjson") return InputKind::kJsonl;
  if (extension == ".txt" || extension.empty()) return InputKind::kText;
  return InputKind::kByName;  // The name does not tell.
}

}  // namespace

std::optional<Input> Inputs::Next() {
  while (true) {
    if (reader_) {
      if (std::optional<Input> input = reader_->Next()) return input;
      reader_.reset();
    }
    if (next_ == options_.files.size()) return std::nullopt;
    if (std::optional<Input> failed = Open(options_.files[next_++])) return failed;
  }
}

Input Inputs::Refuse(const std::string& file, std::string reason) const {
  Input input;
  input.place = file;
  input.error = std::move(reason);
  return input;
}

// Makes the reader of the file; gives what is wrong where there is none.
std::optional<Input> Inputs::Open(const std::string& file) {
  const InputKind kind = options_.input == InputKind::kByName ? KindOf(file) : options_.input;
  if (kind == InputKind::kByName) {
    return Refuse(file, "neither .txt nor .jsonl; --input says what it is");
  }
  const int fd = file == "-" ? STDIN_FILENO : open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Refuse(file, std::strerror(errno));
  ReadBytes source = [this, from = std::make_shared<File>(fd)](char* buffer, size_t size,
                                                               std::string& error) -> size_t {
    ssize_t read;
    do {
      read = ::read(from->fd(), buffer, size);
    } while (read < 0 && errno == EINTR);
    if (read < 0) error = std::strerror(errno);
    if (read <= 0) return 0;
    bytes_read_ += uint64_t(read);
    return size_t(read);
  };
  reader_ =
      kind == InputKind::kText
          ? ReadText(file, std::move(source))
          : ReadJsonl(file, std::move(source), options_.pairs ? RowKind::kPair : RowKind::kArticle);
  return std::nullopt;
}

uint64_t Inputs::total_bytes() const {
  uint64_t total = 0;
  for (const std::string& file : options_.files) {
    std::error_code error;
    if (file == "-" || !std::filesystem::is_regular_file(file, error)) return 0;
    total += std::filesystem::file_size(file, error);
  }
  return total;
}

}  // namespace averment::cli
