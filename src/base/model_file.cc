// Checks first, then hands out views.  Nothing read from the file is trusted before the checksum
// and the bounds hold.

#include "src/base/model_file.h"

#include <xxhash.h>

#include <utility>

namespace averment {
namespace {

constexpr char kMagic[8] = {'A', 'V', 'M', 'O', 'D', 'E', 'L', '\n'};
constexpr size_t kHeaderSize = 32, kEntrySize = 96, kNameSize = 48, kAlignment = 64;

template <typename T>
T Read(const std::byte* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

size_t ElementSize(uint32_t type) {
  switch (type) {
    case 1: return 1;
    case 2: return 2;
    case 3:
    case 5:
    case 6: return 4;
    case 4: return 8;
    default: return 0;
  }
}

}  // namespace

Result<ModelFile> ModelFile::Open(const std::string& path) {
  Result<MappedFile> file = MappedFile::Open(path);
  if (!file.ok()) return file.status();
  Result<ModelFile> model = FromBytes(file.value().bytes(), path);
  if (model.ok()) model.value().file_.push_back(std::move(file).value());
  return model;
}

Result<ModelFile> ModelFile::FromBytes(std::span<const std::byte> bytes, std::string name) {
  ModelFile model;
  model.name_ = std::move(name);
  auto bad = [&](const std::string& why) { return Status(model.name_ + ": " + why); };
  const std::byte* data = bytes.data();
  if (bytes.size() < kHeaderSize || std::memcmp(data, kMagic, sizeof kMagic) != 0) {
    return bad("not an Averment model");
  }
  if (const auto version = Read<uint32_t>(data + 8); version != kModelFormat) {
    return bad("model format " + std::to_string(version) + ", this program reads " +
               std::to_string(kModelFormat) + "; run scripts/setup");
  }
  const auto count = Read<uint32_t>(data + 12);
  const auto size = Read<uint64_t>(data + 16);
  if (size != bytes.size()) {
    return bad("truncated or padded: " + std::to_string(bytes.size()) + " bytes, should be " +
               std::to_string(size));
  }
  model.checksum_ = Read<uint64_t>(data + 24);
  if (XXH3_64bits(data + kHeaderSize, bytes.size() - kHeaderSize) != model.checksum_) {
    return bad("altered: its checksum is wrong");
  }
  if (count > (bytes.size() - kHeaderSize) / kEntrySize) return bad("section table too long");
  for (uint32_t i = 0; i < count; ++i) {
    const std::byte* entry = data + kHeaderSize + i * kEntrySize;
    Section s;
    const char* text = reinterpret_cast<const char*>(entry);
    s.name = std::string_view(text, strnlen(text, kNameSize));
    const auto type = Read<uint32_t>(entry + 48), rank = Read<uint32_t>(entry + 52);
    const auto offset = Read<uint64_t>(entry + 72), length = Read<uint64_t>(entry + 80);
    const size_t element = ElementSize(type);
    if (element == 0 || rank > 4) return bad("section " + std::string(s.name) + ": bad type");
    uint64_t elements = 1;
    for (uint32_t d = 0; d < rank; ++d) {
      s.dims.push_back(Read<uint32_t>(entry + 56 + 4 * d));
      if (s.dims.back() != 0 && elements > bytes.size() / s.dims.back()) {
        return bad("section " + std::string(s.name) + ": impossible dimensions");
      }
      elements *= s.dims.back();
    }
    if (offset % kAlignment != 0 || offset > bytes.size() || length > bytes.size() - offset ||
        length != elements * element) {
      return bad("section " + std::string(s.name) + " lies outside the file");
    }
    s.type = Type(type);
    s.bytes = bytes.subspan(offset, length);
    model.sections_.push_back(std::move(s));
  }
  return model;
}

const ModelFile::Section* ModelFile::Find(std::string_view name) const {
  for (const Section& s : sections_) {
    if (s.name == name) return &s;
  }
  return nullptr;
}

std::vector<uint32_t> ModelFile::Dims(std::string_view name) const {
  const Section* s = Find(name);
  return s == nullptr ? std::vector<uint32_t>() : s->dims;
}

Result<std::string_view> ModelFile::Bytes(std::string_view name) const {
  Result<std::span<const uint8_t>> bytes = Array<uint8_t>(name);
  if (!bytes.ok()) return bytes.status();
  return std::string_view(reinterpret_cast<const char*>(bytes.value().data()),
                          bytes.value().size());
}

Result<StringList> ModelFile::Strings(std::string_view name) const {
  Result<std::span<const uint32_t>> at = Array<uint32_t>(std::string(name) + ".at");
  if (!at.ok()) return at.status();
  Result<std::string_view> bytes = Bytes(std::string(name) + ".bytes");
  if (!bytes.ok()) return bytes.status();
  uint32_t last = 0;
  for (uint32_t a : at.value()) {
    if (a < last || a > bytes.value().size()) {
      return Status(name_ + ": strings " + std::string(name) + " are out of order");
    }
    last = a;
  }
  return StringList(at.value(), bytes.value());
}

std::string ModelFile::Hash() const {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hash(16, '0');
  for (int i = 0; i < 16; ++i) hash[15 - i] = kHex[checksum_ >> (4 * i) & 15];
  return hash;
}

}  // namespace averment
