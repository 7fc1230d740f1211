// Feeds altered model files to the reader.  A random change nearly always breaks the checksum, so
// the target repairs magic, version, size and checksum first: what is fuzzed is the section table
// and its use.

#include <xxhash.h>

#include <cstring>
#include <vector>

#include "src/base/model_file.h"

namespace {

constexpr size_t kHeader = 32;

template <typename T>
void Put(std::vector<std::byte>& bytes, size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

// The bytes with a header that is right about them.
std::vector<std::byte> Sealed(const uint8_t* data, size_t size) {
  std::vector<std::byte> bytes(size);
  std::memcpy(bytes.data(), data, size);
  std::memcpy(bytes.data(), "AVMODEL\n", 8);
  Put(bytes, 8, averment::kModelFormat);
  Put(bytes, 16, uint64_t(size));
  Put(bytes, 24, uint64_t(XXH3_64bits(bytes.data() + kHeader, size - kHeader)));
  return bytes;
}

// Reads every byte that a section promises.
template <typename T>
uint64_t Sum(const averment::ModelFile& model, std::string_view name) {
  uint64_t sum = 0;
  const auto array = model.Array<T>(name);
  if (!array.ok()) return 0;
  for (const T& value : array.value()) {
    uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof(T) < 4 ? sizeof(T) : 4);
    sum += bits;
  }
  return sum;
}

uint64_t Use(const averment::ModelFile& model) {
  uint64_t sum = 0;
  for (const std::string_view name : {"a", "b", "c", "s.at", "s.bytes", ""}) {
    sum += Sum<uint8_t>(model, name) + Sum<uint16_t>(model, name) + Sum<uint32_t>(model, name) +
           Sum<uint64_t>(model, name) + Sum<int32_t>(model, name) + Sum<float>(model, name) +
           model.Dims(name).size();
  }
  const auto strings = model.Strings("s");
  if (!strings.ok()) return sum;
  for (size_t i = 0; i < strings.value().size(); ++i) {
    for (const char c : strings.value()[i]) sum += uint8_t(c);
  }
  return sum;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto raw = averment::ModelFile::FromBytes(std::as_bytes(std::span(data, size)), "raw");
  uint64_t sum = raw.ok() ? Use(raw.value()) : 0;
  if (size >= kHeader) {
    const std::vector<std::byte> bytes = Sealed(data, size);
    const auto model = averment::ModelFile::FromBytes(bytes, "sealed");
    if (model.ok()) sum += Use(model.value());
  }
  volatile uint64_t sink = sum;
  (void)sink;
  return 0;
}
