// A file mapped into memory, read-only.

#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "averment/result.h"

namespace averment {

// Movable, not copyable; the bytes stay where they are until destruction.  Safe to share.
class MappedFile {
 public:
  // Fails with "PATH: why" where the file cannot be opened or mapped.  An empty file is mapped to
  // an empty span.
  static Result<MappedFile> Open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  MappedFile(const std::byte* data, size_t size) : data_(data), size_(size) {}

  const std::byte* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace averment
