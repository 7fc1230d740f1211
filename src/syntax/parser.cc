// HOW IT WORKS
//
// All paragraphs of the jobs go through together: tokens, then vectors in batches of paragraphs, so
// that the layers' weights are read once for many words.  Every paragraph then takes its own way:
// tags, arcs, tree, morphology and lemmas, entities.  No paragraph sees another: the batch changes
// the speed and nothing else.

#include "src/syntax/parser.h"

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "src/base/model_file.h"
#include "src/syntax/arc_eager.h"
#include "src/syntax/encoder.h"
#include "src/syntax/entities.h"
#include "src/syntax/morphology.h"
#include "src/syntax/tree.h"
#include "src/text/tokenizer.h"
#include "src/text/word_vectors.h"

namespace averment {
namespace {

constexpr size_t kBatchTokens = 480;  // Words that are encoded together, at least.
constexpr size_t kUnitTokens = 1500;  // The longest stretch that is parsed in one piece.
constexpr size_t kFewestLexemes = 4096;

// Adds what the steps of a stretch of work take: every Lap goes to the step just done.
class Clock {
 public:
  void Lap(uint64_t& step) {
    const auto now = std::chrono::steady_clock::now();
    step += uint64_t(std::chrono::duration_cast<std::chrono::nanoseconds>(now - last_).count());
    last_ = now;
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace

class Parser::Worker {
 public:
  Worker(Tokenizer::Worker tokenizer, LexemeCache shared, LexemeCache ner)
      : tokenizer(std::move(tokenizer)),
        shared_words(std::move(shared)),
        ner_words(std::move(ner)) {}

  Tokenizer::Worker tokenizer;
  LexemeCache shared_words, ner_words;
  LemmaCache lemmas;
  Encoder::Scratch shared, ner;
  std::vector<EncodedRange> shared_ranges, ner_ranges;
  FloatBuffer tag_scores;
  std::vector<const float*> rows;
  ArcEager::Scratch arcs_scratch;
  EntityRecognizer::Scratch entity_scratch;
  Arcs arcs;
  Tree tree;
  std::vector<uint8_t> is_space;
  std::vector<EntityRecognizer::TokenFlags> flags;
  std::vector<FoundEntity> entities;
  std::vector<RawToken> tokens;  // Of all jobs.
  std::vector<uint32_t> sizes;   // Of the units in `tokens`.
  Times times;
};

// A stretch that is parsed alone.
struct Unit {
  const Parser::Job* job;
  uint32_t paragraph;
  uint32_t first, size;  // In Worker::tokens.
};

struct Parser::Impl {
  ModelFile model;
  std::string name, hash;
  const Kernels* kernels;
  Tokenizer tokenizer;
  Encoder shared, ner_encoder;
  Panels tagger;
  std::vector<Tag> tags;
  ArcEager arcs;
  EntityRecognizer entities;
  MorphologyAnnotator morphology;
  WordVectors vectors;

  void SplitParagraph(const Job& job, uint32_t paragraph, uint32_t first, Worker& w,
                      std::vector<Unit>& units) const;
  void ParseUnit(const Unit& unit, const float* shared_rows, const float* ner_rows,
                 Worker& w) const;
  TokenRange AddTokens(const Unit& unit, const Worker& w) const;
  void TagTokens(const float* rows, TokenRange range, Worker& w, Syntax& syntax) const;
  void AddSentences(const Unit& unit, TokenRange range, Syntax& syntax) const;
};

Result<Parser> Parser::Load(const std::string& model_path, const Kernels* chosen) {
  auto file = ModelFile::Open(model_path);
  if (!file.ok()) return file.status();
  ModelFile model = std::move(file).value();
  const Kernels& kernels = chosen != nullptr ? *chosen : BestKernels();
  auto name = model.Strings("meta.name");
  if (!name.ok()) return name.status();
  if (name.value().size() != 1) return Status(model_path + ": meta.name: not one name");
  auto tokenizer = Tokenizer::Load(model);
  if (!tokenizer.ok()) return tokenizer.status();
  auto shared = Encoder::Load(model, "t2v", kernels);
  if (!shared.ok()) return shared.status();
  auto ner_encoder = Encoder::Load(model, "ner", kernels);
  if (!ner_encoder.ok()) return ner_encoder.status();
  auto arcs = ArcEager::Load(model, kernels);
  if (!arcs.ok()) return arcs.status();
  auto entities = EntityRecognizer::Load(model, kernels);
  if (!entities.ok()) return entities.status();
  auto morphology = MorphologyAnnotator::Load(model);
  if (!morphology.ok()) return morphology.status();
  auto vectors = WordVectors::Load(model);
  if (!vectors.ok()) return vectors.status();

  auto labels = model.Strings("tagger.labels");
  if (!labels.ok()) return labels.status();
  std::vector<Tag> tags;
  std::vector<int> order;
  for (size_t i = 0; i < labels.value().size(); ++i) {
    const auto tag = ParseTag(labels.value()[i]);
    if (!tag) return Status(model_path + ": unknown tag " + std::string(labels.value()[i]));
    tags.push_back(*tag);
    order.push_back(int(i));
  }
  if (tags.empty()) return Status(model_path + ": tagger.labels: none");
  order.resize((order.size() + kPanel - 1) / kPanel * kPanel, -1);
  auto weights = model.Array<float>("tagger.W", tags.size() * kWidth);
  auto bias = model.Array<float>("tagger.b", tags.size());
  if (!weights.ok()) return weights.status();
  if (!bias.ok()) return bias.status();

  std::string hash = model.Hash();
  std::string model_name(name.value()[0]);
  return Parser(std::unique_ptr<Impl>(new Impl{
      std::move(model), std::move(model_name), std::move(hash), &kernels,
      std::move(tokenizer).value(), std::move(shared).value(), std::move(ner_encoder).value(),
      Panels::Pack(weights.value().data(), bias.value().data(), kWidth, order), std::move(tags),
      std::move(arcs).value(), std::move(entities).value(), std::move(morphology).value(),
      std::move(vectors).value()}));
}

Parser::Parser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

const std::string& Parser::model_hash() const { return impl_->hash; }
const std::string& Parser::model_name() const { return impl_->name; }
const WordVectors& Parser::vectors() const { return impl_->vectors; }

void Parser::WorkerDeleter::operator()(Worker* worker) const { delete worker; }

Parser::WorkerPtr Parser::MakeWorker(size_t lexemes) const {
  lexemes = std::max(lexemes, kFewestLexemes);
  return WorkerPtr(new Worker(impl_->tokenizer.MakeWorker(), impl_->shared.MakeCache(lexemes),
                              impl_->ner_encoder.MakeCache(lexemes)));
}

const Parser::Times& Parser::TimesOf(const Worker& worker) { return worker.times; }

void Parser::Parse(std::span<const Job> jobs, Worker& w) const {
  Clock whole, clock;
  w.tokenizer.Trim();
  w.tokens.clear();
  std::vector<Unit> units;
  for (const Job& job : jobs) {
    *job.syntax = Syntax();
    job.syntax->base = job.base;
    job.syntax->morphs = impl_->morphology.morphs();
    for (uint32_t p = 0; p < job.text->paragraphs.size(); ++p) {
      const Paragraph& paragraph = job.text->paragraphs[p];
      const uint32_t first = uint32_t(w.tokens.size());
      impl_->tokenizer.Tokenize(job.text->NormalizedOf(paragraph), paragraph.begin, w.tokenizer,
                                w.tokens);
      impl_->SplitParagraph(job, p, first, w, units);
    }
  }
  w.times.tokens += w.tokens.size();
  clock.Lap(w.times.tokenize);
  const Vocabulary& vocabulary = w.tokenizer.vocabulary();
  for (size_t begin = 0; begin < units.size();) {
    size_t end = begin, tokens = 0;
    w.sizes.clear();
    while (end < units.size() && tokens < kBatchTokens) {
      w.sizes.push_back(units[end].size);
      tokens += units[end++].size;
    }
    const auto batch = std::span(w.tokens).subspan(units[begin].first, tokens);
    impl_->shared.Encode(batch, w.sizes, vocabulary, w.shared_words, w.shared, w.shared_ranges);
    clock.Lap(w.times.encode);
    impl_->ner_encoder.Encode(batch, w.sizes, vocabulary, w.ner_words, w.ner, w.ner_ranges);
    clock.Lap(w.times.encode_entities);
    for (size_t u = begin; u < end; ++u) {
      const float* shared = Encoder::Output(w.shared) + w.shared_ranges[u - begin].row * kWidth;
      const float* ner = Encoder::Output(w.ner) + w.ner_ranges[u - begin].row * kWidth;
      impl_->ParseUnit(units[u], shared, ner, w);
    }
    clock = Clock();
    begin = end;
  }
  for (const Job& job : jobs) IndexChildren(*job.syntax);
  clock.Lap(w.times.tree);
  whole.Lap(w.times.total);
}

// Cuts a paragraph of too many tokens behind the last sentence end that fits (a stop and the
// closing marks behind it), else at the limit.
void Parser::Impl::SplitParagraph(const Job& job, uint32_t paragraph, uint32_t first, Worker& w,
                                  std::vector<Unit>& units) const {
  const std::string_view text = job.text->normalized;
  auto is_one_of = [&](const RawToken& token, std::initializer_list<std::string_view> marks) {
    const std::string_view word = text.substr(token.at, token.size);
    return std::find(marks.begin(), marks.end(), word) != marks.end();
  };
  const uint32_t end = uint32_t(w.tokens.size());
  while (end - first > kUnitTokens) {
    uint32_t cut = first + uint32_t(kUnitTokens);
    bool stopped = false;
    for (uint32_t i = first; i < first + kUnitTokens; ++i) {
      stopped =
          is_one_of(w.tokens[i], {".", "!", "?", "\u2026"}) ||
          (stopped && is_one_of(w.tokens[i], {"\"", "'", "''", ")", "]", "\u201d", "\u2019"}));
      if (stopped) cut = i + 1;
    }
    units.push_back({&job, paragraph, first, cut - first});
    first = cut;
  }
  if (end > first) units.push_back({&job, paragraph, first, end - first});
}

// The unit's tokens as the parser found them, without any analysis yet.
TokenRange Parser::Impl::AddTokens(const Unit& unit, const Worker& w) const {
  Syntax& syntax = *unit.job->syntax;
  const Text& text = *unit.job->text;
  const Vocabulary& vocabulary = w.tokenizer.vocabulary();
  TokenRange range{uint32_t(syntax.tokens.size()), uint32_t(syntax.tokens.size()) + unit.size};
  auto keep = [&](std::string_view s) {
    const PoolString kept{uint32_t(syntax.pool.size()), uint32_t(s.size())};
    syntax.pool += s;
    return kept;
  };
  for (const RawToken& raw : std::span(w.tokens).subspan(unit.first, unit.size)) {
    const Lexeme& lexeme = vocabulary[raw.lexeme];
    TokenData& token = syntax.tokens.emplace_back();
    token.begin = text.ToArticle(raw.at);
    token.end = text.EndInArticle(raw.at + raw.size);
    token.at = raw.at;
    token.size = raw.size;
    token.lower = keep(lexeme.lower);
    token.norm = lexeme.norm == lexeme.lower ? token.lower : keep(lexeme.norm);
    token.space_after = raw.space_after;
  }
  return range;
}

void Parser::Impl::TagTokens(const float* rows, TokenRange range, Worker& w, Syntax& syntax) const {
  const size_t n = range.size();
  w.tag_scores.resize(n * tagger.columns());
  w.rows.resize(n);
  for (size_t i = 0; i < n; ++i) w.rows[i] = rows + i * kWidth;
  kernels->dense(w.rows.data(), n, tagger, w.tag_scores.data());
  for (size_t i = 0; i < n; ++i) {
    const float* scores = w.tag_scores.data() + i * tagger.columns();
    syntax.tokens[range.first + i].tag = tags[kernels->argmax(scores, tags.size())];
  }
}

void Parser::Impl::AddSentences(const Unit& unit, TokenRange range, Syntax& syntax) const {
  const auto kind = unit.job->text->paragraphs[unit.paragraph].kind;
  for (uint32_t i = range.first; i < range.last; ++i) {
    if (i == range.first || syntax.tokens[i].sentence_start) {
      syntax.sentences.push_back({{i, i}, unit.paragraph, kind, {}});
    }
    SentenceData& sentence = syntax.sentences.back();
    TokenData& token = syntax.tokens[i];
    sentence.tokens.last = i + 1;
    token.sentence = uint32_t(syntax.sentences.size() - 1);
    if (token.pos == Pos::kSPACE) continue;
    if (sentence.span.empty()) sentence.span = {syntax.base, token.begin, token.end};
    sentence.span.end = token.end;
  }
}

void Parser::Impl::ParseUnit(const Unit& unit, const float* shared_rows, const float* ner_rows,
                             Worker& w) const {
  Syntax& syntax = *unit.job->syntax;
  const Vocabulary& vocabulary = w.tokenizer.vocabulary();
  const auto raw = std::span(w.tokens).subspan(unit.first, unit.size);
  Clock clock;
  const TokenRange range = AddTokens(unit, w);
  syntax.units.push_back(range);
  clock.Lap(w.times.tokenize);
  TagTokens(shared_rows, range, w, syntax);
  clock.Lap(w.times.tag);

  arcs.Parse(shared_rows, unit.size, w.arcs_scratch, w.arcs);
  clock.Lap(w.times.arcs);
  w.is_space.resize(unit.size);
  for (size_t i = 0; i < unit.size; ++i) w.is_space[i] = vocabulary[raw[i].lexeme].is_space;
  FinishTree(w.arcs, arcs.labels(), w.is_space, w.tree);
  w.flags.resize(unit.size);
  for (size_t i = 0; i < unit.size; ++i) {
    TokenData& token = syntax.tokens[range.first + i];
    token.head = range.first + uint32_t(w.tree.heads[i]);
    token.dep = w.tree.deps[i];
    token.sentence_start = w.tree.sentence_start[i] != 0;
    w.flags[i] = {w.is_space[i] != 0, token.sentence_start};
  }
  clock.Lap(w.times.tree);
  morphology.Annotate(*unit.job->text, syntax, range, w.lemmas);
  clock.Lap(w.times.morphology);
  AddSentences(unit, range, syntax);
  clock.Lap(w.times.tree);

  entities.Find(ner_rows, w.flags, w.entity_scratch, w.entities);
  for (const FoundEntity& e : w.entities) {
    syntax.entities.push_back({{range.first + e.first, range.first + e.last}, e.type});
    for (uint32_t i = e.first; i < e.last; ++i) {
      TokenData& token = syntax.tokens[range.first + i];
      token.entity = e.type;
      token.entity_begins = i == e.first;
    }
  }
  clock.Lap(w.times.entities);
}

}  // namespace averment
