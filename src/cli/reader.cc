// A row is parsed by simdjson, which is strict: it takes valid UTF-8 and valid JSON and nothing
// else. So bytes that are no UTF-8 are repaired before, and everything else wrong with a row is its
// error.

#include "src/cli/reader.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

#include "src/base/utf8.h"
#include "src/cli/lines.h"

namespace averment::cli {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kRepaired = "bytes that are no UTF-8 were replaced by U+FFFD";
constexpr std::string_view kUtf32 = "UTF-32 is not read; convert it to UTF-8";

// Starts with the byte-order mark of UTF-32, either order.
bool IsUtf32(std::string_view bytes) {
  return bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
         bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4));
}

bool IsUtf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// Decodes UTF-16 in the order of its byte-order mark, which stays.  What is no UTF-16 becomes
// U+FFFD.
std::string DecodeUtf16(std::string_view bytes, bool& repaired) {
  const bool little = bytes.starts_with("\xFF\xFE");
  const auto unit = [&](size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return char32_t(little ? a | b << 8 : a << 8 | b);
  };
  std::string text;
  size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t low = c < 0xDC00 && i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      } else {
        c = kReplacement;
        repaired = true;
      }
    }
    AppendUtf8(c, text);
  }
  if (i < bytes.size()) {  // Half a unit.
    AppendUtf8(kReplacement, text);
    repaired = true;
  }
  return text;
}

std::string LastPart(const std::string& name) { return name.substr(name.rfind('/') + 1); }

std::string MiB(size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

// ------------------------------------------------------------------------------------- plain text

class TextReader : public Reader {
 public:
  TextReader(std::string name, ReadBytes source)
      : name_(std::move(name)), source_(std::move(source)) {}

  std::optional<Input> Next() override {
    if (done_) return std::nullopt;
    done_ = true;
    Input input;
    input.place = name_;
    std::string bytes = ReadUpTo(kLongestText, input.error);
    if (!input.error.empty()) return input;
    Article& a = input.article;
    a.id = RepairUtf8(LastPart(name_));
    if (IsUtf32(bytes)) {
      input.error = kUtf32;
    } else if (IsUtf16(bytes)) {
      bool repaired = false;
      a.text = DecodeUtf16(bytes, repaired);
      a.text_was_repaired = true;  // The record carries what the file does not.
      if (repaired) input.warning = "what is no UTF-16 was replaced by U+FFFD";
    } else if (IsValidUtf8(bytes)) {
      a.text = std::move(bytes);
    } else {
      a.text = RepairUtf8(bytes);
      a.text_was_repaired = true;
      input.warning = kRepaired;
    }
    return input;
  }

 private:
  std::string ReadUpTo(size_t most, std::string& error) {
    constexpr size_t kChunk = 256 << 10;
    std::string bytes, chunk(kChunk, '\0');
    while (true) {
      const size_t read = source_(chunk.data(), kChunk, error);
      bytes.append(chunk, 0, read);
      if (bytes.size() > most) error = "longer than " + MiB(most);
      if (read == 0 || !error.empty()) return bytes;
    }
  }

  std::string name_;
  ReadBytes source_;
  bool done_ = false;
};

// -------------------------------------------------------------------------------------- JSON lines

std::string_view NameOf(simdjson::dom::element_type type) {
  switch (type) {
    case simdjson::dom::element_type::ARRAY: return "a list";
    case simdjson::dom::element_type::OBJECT: return "an object";
    case simdjson::dom::element_type::BOOL: return "true or false";
    case simdjson::dom::element_type::STRING: return "a string";
    case simdjson::dom::element_type::NULL_VALUE: return "null";
    default: return "a number";
  }
}

// The place of a character in a text, and the end behind the last one.
std::optional<uint32_t> ByteAt(std::string_view text, uint64_t point) {
  size_t at = 0;
  for (; point > 0 && at < text.size(); --point) at += size_t(Utf8Length(text[at]));
  if (point > 0) return std::nullopt;
  return uint32_t(at);
}

// Fills `input` from the row; sets its error where the row is no article.
class RowParser {
 public:
  explicit RowParser(RowKind kind) : kind_(kind) {}

  void Parse(std::string_view line, Input& input) {
    simdjson::dom::element row;
    if (const auto error = parser_.parse(line.data(), line.size()).get(row)) {
      input.error = std::string("no JSON: ") + simdjson::error_message(error);
      return;
    }
    simdjson::dom::object object;
    if (row.get(object)) {
      input.error = "not an object but " + std::string(NameOf(row.type()));
      return;
    }
    Article& a = input.article;
    std::optional<std::string_view> id, text, title, published, source, url;
    std::optional<simdjson::dom::element> from, to;  // Of a pair.
    for (const simdjson::dom::key_value_pair field : object) {
      if (kind_ == RowKind::kPair && (field.key == "source" || field.key == "target")) {
        (field.key == "source" ? from : to) = field.value;
        continue;
      }
      std::optional<std::string_view>* wanted = field.key == "id"          ? &id
                                                : field.key == "text"      ? &text
                                                : field.key == "title"     ? &title
                                                : field.key == "published" ? &published
                                                : field.key == "source"    ? &source
                                                : field.key == "url"       ? &url
                                                                           : nullptr;
      if (wanted == nullptr) continue;
      if (!Take(field, *wanted, input.error)) return;
    }
    if (!text) {
      input.error = "no text";
    } else if (text->size() > kLongestText) {
      input.error = "text longer than " + MiB(kLongestText);
    }
    if (!input.error.empty()) return;
    a.text = *text;
    if (id && !id->empty()) a.id = *id;
    a.title = title.value_or("");
    a.source = source.value_or("");
    a.url = url.value_or("");
    if (kind_ == RowKind::kPair) {
      a.asked.source = RangeOf("source", from, a.text, input.error);
      a.asked.target = RangeOf("target", to, a.text, input.error);
      if (input.error.empty() && !a.asked.source && !a.asked.target) {
        input.error = "neither source nor target";
      }
      if (!input.error.empty()) return;
    }
    if (!published || published->empty()) return;
    a.published = ParseIsoDate(*published);
    if (a.published) {
      a.published_basis = DateBasis::kMetadata;
    } else {
      input.warning =
          "published is no ISO date and was left out: " + std::string(published->substr(0, 40));
    }
  }

 private:
  // The bytes of {"start", "end"}; nothing where it is absent or null.
  static std::optional<TextRange> RangeOf(const char* name,
                                          const std::optional<simdjson::dom::element>& value,
                                          std::string_view text, std::string& error) {
    if (!value || value->is_null() || !error.empty()) return std::nullopt;
    uint64_t start = 0, end = 0;
    if ((*value)["start"].get(start) || (*value)["end"].get(end)) {
      error = std::string(name) + " has no start and end";
      return std::nullopt;
    }
    const auto begin = ByteAt(text, start), behind = ByteAt(text, end);
    if (!begin || !behind || *begin >= *behind) {
      error = std::string(name) + " lies outside the text";
      return std::nullopt;
    }
    return TextRange{*begin, *behind};
  }

  static bool Take(const simdjson::dom::key_value_pair& field,
                   std::optional<std::string_view>& value, std::string& error) {
    std::string_view string;
    if (field.value.is_null()) {
      value.reset();
    } else if (field.value.get(string) == simdjson::SUCCESS) {
      value = string;
    } else {
      error = std::string(field.key) + " is " + std::string(NameOf(field.value.type())) +
              ", not a string";
      return false;
    }
    return true;
  }

  RowKind kind_;
  simdjson::dom::parser parser_;
};

class JsonlReader : public Reader {
 public:
  JsonlReader(std::string name, ReadBytes source, RowKind rows)
      : name_(std::move(name)), lines_(std::move(source)), rows_(rows) {}

  std::optional<Input> Next() override {
    while (!done_) {
      const LineSource::Found found = lines_.Next();
      if (found == LineSource::Found::kEnd) break;
      std::string_view line = lines_.line();
      if (found == LineSource::Found::kLine && lines_.number() == 1 && line.starts_with(kBom)) {
        line.remove_prefix(kBom.size());
      }
      if (found == LineSource::Found::kLine &&
          std::ranges::all_of(line, [](char c) { return c == ' ' || c == '\t' || c == '\r'; })) {
        continue;
      }
      Input input = Read(found, line);
      return input;
    }
    return std::nullopt;
  }

 private:
  Input Read(LineSource::Found found, std::string_view line) {
    Input input;
    input.place = name_ + ":" + std::to_string(lines_.number());
    if (found == LineSource::Found::kFailed) {
      input.place = name_;
      input.error = lines_.error();
      done_ = true;
    } else if (found == LineSource::Found::kTooLong) {
      input.error = "line longer than " + MiB(kLongestLine);
    } else if (lines_.number() == 1 && (IsUtf32(line) || IsUtf16(line))) {
      input.place = name_;
      input.error = "UTF-16 or UTF-32; JSON lines are read in UTF-8 only";
      done_ = true;
    } else {
      input.article.id = RepairUtf8(LastPart(name_)) + ":" + std::to_string(lines_.number());
      if (IsValidUtf8(line)) {
        rows_.Parse(line, input);
      } else {
        rows_.Parse(RepairUtf8(line), input);
        input.article.text_was_repaired = true;
        input.warning = kRepaired;
      }
    }
    return input;
  }

  std::string name_;
  LineSource lines_;
  RowParser rows_;
  bool done_ = false;
};

}  // namespace

ReadBytes BytesOf(std::string_view bytes) {
  return [bytes](char* buffer, size_t size, std::string&) mutable {
    const size_t read = std::min(size, bytes.size());
    std::memcpy(buffer, bytes.data(), read);
    bytes.remove_prefix(read);
    return read;
  };
}

std::unique_ptr<Reader> ReadText(std::string name, ReadBytes source) {
  return std::make_unique<TextReader>(std::move(name), std::move(source));
}

std::unique_ptr<Reader> ReadJsonl(std::string name, ReadBytes source, RowKind rows) {
  return std::make_unique<JsonlReader>(std::move(name), std::move(source), rows);
}

}  // namespace averment::cli
