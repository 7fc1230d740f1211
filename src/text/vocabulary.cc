// Attributes of words as spaCy computes them (spacy/lang/lex_attrs.py, vocab.pyx):
//   lower   str.lower()
//   norm    the token's own, else the model's table, else the built-in table of marks, else lower
//   prefix  the first character;  suffix  the last three
//   shape   capitals X, other letters x, digits d, else the character itself; runs are cut after
//   four;
//           words of 100 characters and more are all "LONG"

#include "src/text/vocabulary.h"

#include <algorithm>
#include <cstring>

#include "src/base/string_hash.h"
#include "src/base/unicode.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

constexpr size_t kFirstSlots = 1 << 12;
constexpr size_t kBlockSize = 1 << 16;
constexpr size_t kMaxStored = 64 << 20;  // Bytes of strings before Trim forgets them.
constexpr size_t kLongestSymbol = 32;    // Bytes; longer words are no symbols.
constexpr size_t kLongShape = 100;       // Characters.

std::string_view Prefix(std::string_view word) { return word.substr(0, Utf8Length(word[0])); }

std::string_view Suffix(std::string_view word) {
  size_t at = word.size();
  for (int n = 0; n < 3 && at > 0; ++n) {
    do --at;
    while (at > 0 && IsUtf8Continuation(word[at]));
  }
  return word.substr(at);
}

void Shape(std::string_view word, std::string& shape) {
  shape.clear();
  if (word.size() >= kLongShape && CountCodePoints(word) >= kLongShape) {
    shape = "LONG";
    return;
  }
  char32_t last = 0;
  int run = 0;
  for (size_t at = 0; at < word.size();) {
    const char32_t c = DecodeUtf8(word, at);
    const char32_t s = IsAlpha(c) ? (IsUpper(c) ? 'X' : 'x') : IsDigit(c) ? 'd' : c;
    // A first character of NUL would begin a run of its own in Python, too: "" is no character.
    run = s == last && !shape.empty() ? run + 1 : 0;
    last = s;
    if (run < 4) AppendUtf8(s, shape);
  }
}

bool AllSpace(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    if (!IsSpace(DecodeUtf8(word, at))) return false;
  }
  return true;
}

uint64_t KeyOf(std::string_view orth, std::string_view norm) {
  const uint64_t h = HashString(orth);
  return norm.empty() ? h : h ^ HashString(norm) * 0x9E3779B97F4A7C15;
}

}  // namespace

Result<WordTables> WordTables::Load(const ModelFile& model) {
  const auto symbols = model.Strings("words.symbols");
  const auto norms = model.Strings("words.norm.norms");
  const auto base_words = model.Strings("words.base.words");
  const auto base_norms = model.Strings("words.base.norms");
  for (const auto* list : {&symbols, &norms, &base_words, &base_norms}) {
    if (!list->ok()) return list->status();
  }
  const auto ids = model.Array<uint64_t>("words.norm.ids", norms.value().size());
  if (!ids.ok()) return ids.status();
  if (base_words.value().size() != base_norms.value().size()) {
    return Status(model.name() + ": words.base.words and words.base.norms differ in number");
  }
  WordTables tables;
  for (size_t i = 0; i < symbols.value().size(); ++i) tables.symbols_[symbols.value()[i]] = i + 1;
  for (size_t i = 0; i < norms.value().size(); ++i) {
    tables.norms_.emplace(ids.value()[i], norms.value()[i]);
  }
  // The model's table comes first: what it has is kept.
  for (size_t i = 0; i < base_words.value().size(); ++i) {
    tables.norms_.emplace(tables.Id(base_words.value()[i]), base_norms.value()[i]);
  }
  return tables;
}

uint64_t WordTables::Id(std::string_view string) const {
  if (string.empty()) return 0;
  if (string.size() <= kLongestSymbol) {
    if (auto it = symbols_.find(string); it != symbols_.end()) return it->second;
  }
  return HashString(string);
}

std::string_view WordTables::NormOf(std::string_view orth) const {
  auto it = norms_.find(Id(orth));
  return it == norms_.end() ? std::string_view() : it->second;
}

Vocabulary::Vocabulary(const WordTables& tables, size_t capacity)
    : tables_(&tables), capacity_(capacity) {
  slots_.resize(kFirstSlots);
}

uint32_t Vocabulary::Find(std::string_view orth, std::string_view norm, uint64_t hash) const {
  const size_t mask = slots_.size() - 1;
  for (size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const uint32_t index = slots_[slot] - 1;
    // A lexeme without a norm of its own is stored under the hash of its orth alone.
    if (hashes_[index] == hash && lexemes_[index].orth == orth &&
        (norm.empty() || lexemes_[index].norm == norm)) {
      return index + 1;
    }
  }
  return 0;
}

uint32_t Vocabulary::Intern(std::string_view orth, std::string_view norm) {
  const uint64_t hash = KeyOf(orth, norm);
  if (const uint32_t found = Find(orth, norm, hash); found != 0) return found - 1;
  lower_.clear();
  AppendLower(orth, lower_);
  const std::string_view own = tables_->NormOf(orth);
  if (!norm.empty() && norm == (own.empty() ? lower_ : own)) return Intern(orth);
  Lexeme lexeme;
  lexeme.orth = Store(orth);
  lexeme.lower = lower_ == orth ? lexeme.orth : Store(lower_);
  lexeme.norm = norm.empty() ? own : Store(norm);
  if (lexeme.norm.empty()) lexeme.norm = lexeme.lower;
  Shape(orth, shape_);
  lexeme.orth_id = tables_->Id(orth);
  lexeme.lower_id = tables_->Id(lexeme.lower);
  lexeme.norm_id = tables_->Id(lexeme.norm);
  lexeme.prefix_id = tables_->Id(Prefix(orth));
  lexeme.suffix_id = tables_->Id(Suffix(orth));
  lexeme.shape_id = tables_->Id(shape_);
  lexeme.is_space = AllSpace(orth);
  lexemes_.push_back(lexeme);
  hashes_.push_back(hash);
  const uint32_t index = uint32_t(lexemes_.size() - 1);
  if (lexemes_.size() * 2 <= slots_.size()) {
    Insert(index);
  } else {
    slots_.assign(slots_.size() * 2, 0);
    for (uint32_t i = 0; i <= index; ++i) Insert(i);
  }
  return index;
}

void Vocabulary::Insert(uint32_t index) {
  const size_t mask = slots_.size() - 1;
  size_t slot = hashes_[index] & mask;
  while (slots_[slot] != 0) slot = (slot + 1) & mask;
  slots_[slot] = index + 1;
}

std::string_view Vocabulary::Store(std::string_view string) {
  if (string.size() > block_size_ - block_used_) {
    block_size_ = std::max(kBlockSize, string.size());
    block_used_ = 0;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
  }
  char* at = blocks_.back().get() + block_used_;
  std::memcpy(at, string.data(), string.size());
  block_used_ += string.size();
  stored_ += string.size();
  return {at, string.size()};
}

void Vocabulary::Trim() {
  if (lexemes_.size() <= capacity_ && stored_ <= kMaxStored) return;
  lexemes_ = {};
  hashes_ = {};
  slots_.assign(kFirstSlots, 0);
  blocks_.clear();
  block_used_ = block_size_ = stored_ = 0;
  ++generation_;
}

}  // namespace averment
