// The flat file that scripts/convert writes from a spaCy package: named sections of numbers and
// strings, mapped into memory and used in place.
//
// Layout (little-endian; offsets from the start of the file; every section starts at a multiple of
// 64):
//   0    8   magic "AVMODEL\n"
//   8    4   format version (kModelFormat)
//   12   4   number of sections
//   16   8   size of the whole file
//   24   8   XXH3-64 of every byte from 32 to the end
//   32   96 x sections   name (48 bytes, zero-padded), type (u32), rank (u32),
//                        dims (4 x u32, trailing 1s), offset (u64), bytes (u64), reserved (u64)
//   ...  the sections
// A list of strings is two sections: NAME.at (u32, one more than strings) and NAME.bytes (u8).

#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "averment/result.h"
#include "src/base/mapped_file.h"

namespace averment {

inline constexpr uint32_t kModelFormat = 1;

// The strings of a section pair, in place.
class StringList {
 public:
  StringList() = default;
  StringList(std::span<const uint32_t> at, std::string_view bytes) : at_(at), bytes_(bytes) {}
  size_t size() const { return at_.empty() ? 0 : at_.size() - 1; }
  std::string_view operator[](size_t i) const { return bytes_.substr(at_[i], at_[i + 1] - at_[i]); }

 private:
  std::span<const uint32_t> at_;
  std::string_view bytes_;
};

// Immutable and safe to share; whatever it returns lives as long as it does.
class ModelFile {
 public:
  enum class Type : uint32_t { kU8 = 1, kU16 = 2, kU32 = 3, kU64 = 4, kI32 = 5, kF32 = 6 };

  // Verifies magic, version, size, checksum and every section's bounds: a truncated or altered file
  // is refused with a message that says which.  `bytes` variant for tests and fuzzing: the bytes
  // must outlive the ModelFile.
  static Result<ModelFile> Open(const std::string& path);
  static Result<ModelFile> FromBytes(std::span<const std::byte> bytes, std::string name);

  // The section of this name and element type.  Fails, naming it, when it is missing or of another
  // type.
  template <typename T>
  Result<std::span<const T>> Array(std::string_view name) const;
  // Also checks the number of elements.
  template <typename T>
  Result<std::span<const T>> Array(std::string_view name, size_t count) const;
  // The dimensions of a section; empty when missing.
  std::vector<uint32_t> Dims(std::string_view name) const;
  bool Has(std::string_view name) const { return Find(name) != nullptr; }
  Result<std::string_view> Bytes(std::string_view name) const;  // A u8 section as characters.
  // Checks that the offsets ascend and stay inside.
  Result<StringList> Strings(std::string_view name) const;

  const std::string& name() const { return name_; }  // The path.
  // Identifies the contents: the checksum in hexadecimal, 16 digits.
  std::string Hash() const;

 private:
  struct Section {
    std::string_view name;
    Type type;
    std::vector<uint32_t> dims;
    std::span<const std::byte> bytes;
  };

  ModelFile() = default;
  const Section* Find(std::string_view name) const;
  template <typename T>
  static constexpr Type TypeOf();

  std::vector<MappedFile> file_;  // None or one.
  std::string name_;
  uint64_t checksum_ = 0;
  std::vector<Section> sections_;
};

template <typename T>
constexpr ModelFile::Type ModelFile::TypeOf() {
  if constexpr (std::is_same_v<T, uint8_t>)
    return Type::kU8;
  else if constexpr (std::is_same_v<T, uint16_t>)
    return Type::kU16;
  else if constexpr (std::is_same_v<T, uint32_t>)
    return Type::kU32;
  else if constexpr (std::is_same_v<T, uint64_t>)
    return Type::kU64;
  else if constexpr (std::is_same_v<T, int32_t>)
    return Type::kI32;
  else {
    static_assert(std::is_same_v<T, float>);
    return Type::kF32;
  }
}

template <typename T>
Result<std::span<const T>> ModelFile::Array(std::string_view name) const {
  const Section* s = Find(name);
  if (s == nullptr) return Status(name_ + ": no section " + std::string(name));
  if (s->type != TypeOf<T>()) {
    return Status(name_ + ": section " + std::string(name) + " has another type");
  }
  return std::span(reinterpret_cast<const T*>(s->bytes.data()), s->bytes.size() / sizeof(T));
}

template <typename T>
Result<std::span<const T>> ModelFile::Array(std::string_view name, size_t count) const {
  Result<std::span<const T>> found = Array<T>(name);
  if (found.ok() && found.value().size() != count) {
    return Status(name_ + ": section " + std::string(name) + " holds " +
                  std::to_string(found.value().size()) + " elements, not " + std::to_string(count));
  }
  return found;
}

}  // namespace averment
