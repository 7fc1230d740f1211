// The files of a command line, one after the other, as one stream of articles.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "src/cli/options.h"
#include "src/cli/reader.h"

namespace averment::cli {

// A file that cannot be read is an Input with an error, and the next file follows.
class Inputs : public Reader {
 public:
  // The options must outlive it.
  explicit Inputs(const Options& options) : options_(options) {}

  std::optional<Input> Next() override;

  uint64_t bytes_read() const { return bytes_read_; }
  // Of all files; 0 where one is no plain file.
  uint64_t total_bytes() const;

 private:
  Input Refuse(const std::string& file, std::string reason) const;
  std::optional<Input> Open(const std::string& file);

  const Options& options_;
  size_t next_ = 0;                 // Index of the next file.
  std::unique_ptr<Reader> reader_;  // Of the file before it; null between files.
  uint64_t bytes_read_ = 0;
};

}  // namespace averment::cli
