// The first layers of a document: the article as it came in, its text in paragraphs, and the
// syntax. What is found in them stands in document.h.
//
// One coordinate: bytes of the article's text, half-open.  The JSON record counts Unicode code
// points instead (docs/record_format.md); `Assemble` converts.

#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "averment/date.h"
#include "averment/labels.h"

namespace averment {

// Names the rule (or model) behind a finding, as "time/last-month".  Never empty in a finding.
using RuleId = std::string;

// A stretch of the article: the unit of evidence.  Knows its words as long as its document lives.
struct Span {
  const char* base = nullptr;   // First byte of the article's text.
  uint32_t begin = 0, end = 0;  // Bytes, half-open.

  std::string_view text() const { return {base + begin, end - begin}; }
  bool empty() const { return begin == end; }
  bool Contains(const Span& s) const { return begin <= s.begin && s.end <= end; }
  bool Overlaps(const Span& s) const { return begin < s.end && s.begin < end; }
  friend bool operator==(const Span& a, const Span& b) {
    return a.begin == b.begin && a.end == b.end;
  }
  friend auto operator<=>(const Span& a, const Span& b) {
    if (auto c = a.begin <=> b.begin; c != 0) return c;
    return a.end <=> b.end;
  }
};

// ---------------------------------------------------------------------------------------- article

// How the publication date became known.
enum class DateBasis : uint8_t { kNone, kGiven, kMetadata, kText };

// Bytes of the article's text, half-open.
struct TextRange {
  uint32_t begin = 0, end = 0;
};

// Two stretches of an article: how does the first act on the second?  One of them may be missing.
struct AskedPair {
  std::optional<TextRange> source, target;
};

// What came in.  `text` is valid UTF-8 (the readers replace bad bytes by U+FFFD).
struct Article {
  std::string id;     // Given, or the file's name.
  std::string title;  // May be empty.  Never part of `text`.
  std::string text;
  std::optional<Date> published;                 // Given with the article, if it was.
  DateBasis published_basis = DateBasis::kNone;  // kGiven or kMetadata.
  std::optional<Date> published_metadata;        // The row's field where `published` overrides it.
  std::string source, url;                       // May be empty.
  bool text_was_repaired = false;  // Bad UTF-8 was replaced; the record carries the text.
  AskedPair asked;                 // Of Engine::Relate alone.
};

// ------------------------------------------------------------------------------------------- text

enum class SentenceKind : uint8_t { kHeadline, kDateline, kBody, kBoilerplate };

// Paragraphs are what the parser reads, each alone.  Their text is the article's with every line
// break (and the blanks round it) read as one space.
struct Paragraph {
  Span span;            // In the article, without blanks at its ends.
  uint32_t begin, end;  // In Text::normalized.
  SentenceKind kind = SentenceKind::kBody;
};

// From a position in Text::normalized to the article: article = normalized + shift, from `at` on.
struct Alignment {
  uint32_t at;    // In Text::normalized.
  int64_t shift;  // What to add, until the next alignment.
};

struct Text {
  std::string normalized;             // The paragraphs, one after the other.
  std::vector<Paragraph> paragraphs;  // In order.
  std::vector<Alignment> alignments;  // Ascending in `at`.

  std::string_view NormalizedOf(const Paragraph& p) const {
    return std::string_view(normalized).substr(p.begin, p.end - p.begin);
  }
  // The article's byte of the character that starts at this byte of `normalized`.
  uint32_t ToArticle(uint32_t at) const;
  // The article's end of a range that ends here: just behind its last character.
  uint32_t EndInArticle(uint32_t end) const;
};

// The date and the dateline that the text itself shows.
struct TextDate {
  Date date;
  Span span;
};
struct FiledFrom {
  std::optional<Span> place;  // "NEW YORK".
  std::optional<TextDate> date;
};

// ----------------------------------------------------------------------------------------- syntax

class Token;
struct Syntax;

// Range of tokens, half-open.
struct TokenRange {
  uint32_t first = 0, last = 0;
  uint32_t size() const { return first < last ? last - first : 0; }
};

// A piece of Syntax::pool.
struct PoolString {
  uint32_t at = 0, size = 0;
};

// A token as the arrays hold it; people use `Token`.
struct TokenData {
  uint32_t begin, end;  // Bytes of the article.
  uint32_t at, size;    // In Text::normalized: what the parser read.
  uint32_t head;        // Index of the head; of itself for a root.
  uint32_t sentence;    // Index into Syntax::sentences.
  PoolString lower, norm, lemma;
  uint32_t left_edge, right_edge;  // First and last token of the subtree (both inclusive).
  uint16_t morph = 0;              // Index into Syntax::morphs.
  Tag tag;
  Pos pos;
  Dep dep;
  EntityType entity = EntityType::kNone;
  bool entity_begins = false;  // IOB "B".
  bool space_after = false;
  bool sentence_start = false;
};

struct SentenceData {
  TokenRange tokens;
  uint32_t paragraph;  // Index into Text::paragraphs.
  SentenceKind kind;
  Span span;  // Without blanks at its ends; empty for a sentence of blanks alone.
};

struct EntityData {
  TokenRange tokens;
  EntityType type;
};

// Tags, lemmas, dependencies and entities over the tokens of all paragraphs, in text order.
struct Syntax {
  const char* base = nullptr;  // The article's text.
  std::vector<TokenData> tokens;
  std::vector<SentenceData> sentences;
  std::vector<EntityData> entities;
  std::vector<TokenRange> units;   // Parsed alone: a paragraph, or a piece of a very long one.
  std::string pool;                // Lower-case forms, norms, lemmas.
  std::vector<uint32_t> children;  // All children, grouped by head, ascending.
  std::vector<uint32_t> children_begin;  // Size tokens + 1: where each head's group begins.
  std::span<const std::string> morphs;   // Distinct feature strings; owned by the model.

  size_t size() const { return tokens.size(); }
  Token operator[](size_t i) const;
  std::string_view View(PoolString s) const { return std::string_view(pool).substr(s.at, s.size); }
  // From the first token's begin to the last one's end.  REQUIRES: not empty.
  Span SpanOf(TokenRange range) const {
    return {base, tokens[range.first].begin, tokens[range.last - 1].end};
  }
};

// Fills children, left_edge and right_edge from the heads.  For whoever makes a Syntax.
void IndexChildren(Syntax& syntax);

// A token of a Syntax, pleasantly.  A view: valid while the Syntax stays where it is.
class Token {
 public:
  Token(const Syntax& syntax, uint32_t index) : syntax_(&syntax), i_(index) {}

  uint32_t index() const { return i_; }
  const TokenData& data() const { return syntax_->tokens[i_]; }
  const Syntax& syntax() const { return *syntax_; }

  Span span() const { return {syntax_->base, data().begin, data().end}; }
  std::string_view text() const { return span().text(); }
  std::string_view lower() const { return syntax_->View(data().lower); }
  std::string_view norm() const { return syntax_->View(data().norm); }
  std::string_view lemma() const { return syntax_->View(data().lemma); }
  std::string_view morph() const { return syntax_->morphs[data().morph]; }
  Tag tag() const { return data().tag; }
  Pos pos() const { return data().pos; }
  Dep dep() const { return data().dep; }
  EntityType entity() const { return data().entity; }

  bool is_root() const { return data().head == i_; }
  Token head() const { return {*syntax_, data().head}; }
  const SentenceData& sentence() const { return syntax_->sentences[data().sentence]; }

  // Indices of the direct dependents, ascending.
  std::span<const uint32_t> child_indices() const {
    const auto& begin = syntax_->children_begin;
    return std::span(syntax_->children).subspan(begin[i_], begin[i_ + 1] - begin[i_]);
  }
  // The direct dependents, ascending; for a range-for.
  auto children() const;
  // The first dependent with this relation, if any.
  std::optional<Token> child(Dep dep) const;
  // This token and all below it, ascending.  In a non-projective tree not contiguous.
  std::vector<Token> subtree() const;
  // The contiguous stretch from the subtree's first to its last token.
  TokenRange subtree_range() const { return {data().left_edge, data().right_edge + 1}; }
  // Whether `other` is this token or below it.
  bool IsAncestorOrSelf(Token other) const;

  friend bool operator==(const Token& a, const Token& b) { return a.i_ == b.i_; }

 private:
  const Syntax* syntax_;
  uint32_t i_;
};

inline Token Syntax::operator[](size_t i) const { return {*this, uint32_t(i)}; }

namespace internal {
// A range over a token's children that makes Tokens on the way.
struct Children {
  const Syntax* syntax;
  std::span<const uint32_t> indices;
  struct iterator {
    const Syntax* syntax;
    const uint32_t* at;
    Token operator*() const { return {*syntax, *at}; }
    iterator& operator++() {
      ++at;
      return *this;
    }
    bool operator!=(const iterator& o) const { return at != o.at; }
  };
  iterator begin() const { return {syntax, indices.data()}; }
  iterator end() const { return {syntax, indices.data() + indices.size()}; }
};
}  // namespace internal

inline auto Token::children() const { return internal::Children{syntax_, child_indices()}; }

}  // namespace averment
