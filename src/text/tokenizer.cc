// spaCy's tokenizer (Honnibal; spacy/tokenizer.pyx).  A paragraph falls into chunks wherever blanks
// begin or end.  One ordinary blank between chunks belongs to the token before it; any other run of
// blanks is a token.  The other chunks are split by ChunkSplitter, or found in the worker's cache;
// in the end ExceptionPass looks over all tokens.

#include "src/text/tokenizer.h"

#include <utility>

#include "src/base/string_hash.h"
#include "src/base/unicode.h"
#include "src/base/utf8.h"
#include "src/text/chunk_cache.h"
#include "src/text/chunk_splitter.h"
#include "src/text/exception_pass.h"

namespace averment {

struct Tokenizer::Impl {
  Impl(WordTables words, ChunkSplitter splitter)
      : words(std::move(words)), splitter(std::move(splitter)), pass(this->splitter) {}

  void Append(std::string_view chunk, bool blank, uint32_t at, Worker::Impl& worker,
              std::vector<RawToken>& out) const;

  WordTables words;
  ChunkSplitter splitter;
  ExceptionPass pass;
};

struct Tokenizer::Worker::Impl {
  Impl(const WordTables& words, size_t lexemes) : vocabulary(words, lexemes) {}

  Vocabulary vocabulary;
  ChunkCache cache;
  ChunkSplitter::Scratch splitting;
  ExceptionPass::Scratch passing;
  std::vector<Piece> pieces;
  std::vector<ChunkCache::Token> tokens;
};

Tokenizer::Tokenizer(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Tokenizer::Worker::Worker(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Tokenizer::Worker::Worker(Worker&&) noexcept = default;
Tokenizer::Worker& Tokenizer::Worker::operator=(Worker&&) noexcept = default;
Tokenizer::Worker::~Worker() = default;
Vocabulary& Tokenizer::Worker::vocabulary() { return impl_->vocabulary; }
const Vocabulary& Tokenizer::Worker::vocabulary() const { return impl_->vocabulary; }

void Tokenizer::Worker::Trim() {
  const uint64_t before = impl_->vocabulary.generation();
  impl_->vocabulary.Trim();
  if (impl_->vocabulary.generation() != before) impl_->cache.Clear();
}

Result<Tokenizer> Tokenizer::Load(const ModelFile& model) {
  Result<WordTables> words = WordTables::Load(model);
  if (!words.ok()) return words.status();
  Result<ChunkSplitter> splitter = ChunkSplitter::Load(model);
  if (!splitter.ok()) return splitter.status();
  return Tokenizer(
      std::make_unique<const Impl>(std::move(words).value(), std::move(splitter).value()));
}

Tokenizer::Worker Tokenizer::MakeWorker(size_t lexemes) const {
  return Worker(std::make_unique<Worker::Impl>(impl_->words, lexemes));
}

const WordTables& Tokenizer::words() const { return impl_->words; }

void Tokenizer::Impl::Append(std::string_view chunk, bool blank, uint32_t at, Worker::Impl& worker,
                             std::vector<RawToken>& out) const {
  const uint64_t hash = HashString(chunk);
  std::span<const ChunkCache::Token> tokens = worker.cache.Find(chunk, hash);
  if (tokens.empty()) {
    worker.pieces.clear();
    if (!blank) {
      splitter.Split(chunk, true, worker.splitting, worker.pieces);
    } else if (const auto known = splitter.exceptions().Find(chunk); !known.empty()) {
      worker.pieces.assign(known.begin(), known.end());
    } else {
      worker.pieces.push_back({chunk, {}});
    }
    worker.tokens.clear();
    for (const Piece& piece : worker.pieces) {
      worker.tokens.push_back(
          {worker.vocabulary.Intern(piece.orth, piece.norm), uint32_t(piece.orth.size())});
    }
    tokens = worker.tokens;
    worker.cache.Add(chunk, hash, tokens);
  }
  for (const ChunkCache::Token& token : tokens) {
    out.push_back({at, token.size, token.lexeme, false});
    at += token.size;
  }
}

void Tokenizer::Tokenize(std::string_view paragraph, uint32_t at, Worker& worker,
                         std::vector<RawToken>& out) const {
  Worker::Impl& state = *worker.impl_;
  const size_t first = out.size();
  size_t start = 0;
  bool in_blanks = false;
  for (size_t next = 0; next < paragraph.size();) {
    const size_t here = next;
    const bool is_space = IsSpace(DecodeUtf8(paragraph, next));
    if (here == 0) in_blanks = is_space;
    if (is_space == in_blanks) continue;
    if (start < here) {
      impl_->Append(paragraph.substr(start, here - start), in_blanks, at + uint32_t(start), state,
                    out);
    }
    start = here;
    if (paragraph[here] == ' ') {
      out.back().space_after = true;
      start = next;
    }
    in_blanks = is_space;
  }
  if (start < paragraph.size()) {
    impl_->Append(paragraph.substr(start), in_blanks, at + uint32_t(start), state, out);
  }
  impl_->pass.Apply(paragraph, at, first, state.vocabulary, state.passing, out);
}

}  // namespace averment
