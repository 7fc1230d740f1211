// Feeds any bytes to both readers of articles.  What they must hold: an end, valid UTF-8, a reason
// for every input that is no article, and the same articles however the bytes come in pieces.

#include <cstdlib>
#include <string>
#include <string_view>

#include "src/base/utf8.h"
#include "src/cli/reader.h"

namespace {

using averment::cli::BytesOf;
using averment::cli::Input;
using averment::cli::ReadBytes;
using averment::cli::Reader;
using averment::cli::ReadJsonl;
using averment::cli::ReadText;
using averment::cli::RowKind;

void Require(bool holds) {
  if (!holds) std::abort();
}

// A byte at a time, as the slowest pipe would.
ReadBytes Trickle(std::string_view bytes) {
  return [bytes](char* buffer, size_t size, std::string&) mutable -> size_t {
    if (bytes.empty() || size == 0) return 0;
    *buffer = bytes.front();
    bytes.remove_prefix(1);
    return 1;
  };
}

std::string Drain(Reader& reader) {
  std::string all;
  while (const std::optional<Input> input = reader.Next()) {
    Require(!input->place.empty());
    const averment::Article& a = input->article;
    for (const std::string* s : {&a.id, &a.title, &a.text, &a.source, &a.url}) {
      Require(averment::IsValidUtf8(*s));
      all += *s + '\n';
    }
    all += input->place + input->error + input->warning;
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto same = [](Reader& whole, Reader& pieces) { return Drain(whole) == Drain(pieces); };
  for (const RowKind kind : {RowKind::kArticle, RowKind::kPair}) {
    Require(
        same(*ReadJsonl("fuzz", BytesOf(bytes), kind), *ReadJsonl("fuzz", Trickle(bytes), kind)));
  }
  Require(same(*ReadText("fuzz", BytesOf(bytes)), *ReadText("fuzz", Trickle(bytes))));
  return 0;
}
