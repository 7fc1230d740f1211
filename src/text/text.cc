// Lines are grouped into paragraphs (paragraphs.cc); a dateline in front of a paragraph becomes one
// of its own.  The normalised text is the paragraphs,
// each line break with the blanks round it as one blank, and a line feed between two paragraphs so
// that no search runs over their border.

#include "src/text/text.h"

#include <algorithm>

#include "src/base/utf8.h"
#include "src/text/dateline.h"
#include "src/text/lines.h"
#include "src/text/paragraphs.h"

namespace averment {
namespace {

class Builder {
 public:
  Builder(std::string_view article, Text& text) : article_(article), text_(text) {
    text_.alignments.push_back({0, 0});
  }

  // Adds the paragraph of these lines.
  void Add(std::span<const TextLine> lines, bool at_top) {
    const uint32_t begin = Start(lines.front().begin);
    for (size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) {
        Align(lines[i - 1].end);
        text_.normalized += ' ';
        Align(lines[i].begin);
      }
      text_.normalized += lines[i].In(article_);
    }
    uint32_t at = begin;
    const uint32_t end = uint32_t(text_.normalized.size());
    if (at_top) at = SplitDateline(at, end);
    Push(at, end, SentenceKind::kBody);
  }

 private:
  // Ends what came before with a line feed; the next character stands here in the article.
  uint32_t Start(uint32_t in_article) {
    if (!text_.normalized.empty()) {
      Align(text_.paragraphs.back().span.end);
      text_.normalized += '\n';
    }
    Align(in_article);
    return uint32_t(text_.normalized.size());
  }

  // From the end of the normalised text on, it runs along the article from `in_article` on.
  void Align(uint32_t in_article) {
    const uint32_t at = uint32_t(text_.normalized.size());
    const int64_t shift = int64_t(in_article) - int64_t(at);
    auto& alignments = text_.alignments;
    if (alignments.back().shift == shift) return;
    if (alignments.back().at == at)
      alignments.back().shift = shift;
    else
      alignments.push_back({at, shift});
  }

  // Where the paragraph goes on behind its dateline, if one is in front.
  uint32_t SplitDateline(uint32_t begin, uint32_t end) {
    const auto whole = std::string_view(text_.normalized).substr(begin, end - begin);
    const auto dateline = DatelineOf(whole);
    if (!dateline || dateline->text.size() == whole.size()) return begin;
    uint32_t next = begin + uint32_t(dateline->text.size());
    Push(begin, next, SentenceKind::kDateline);
    while (next < end && text_.normalized[next] == ' ') ++next;
    return next;
  }

  // The piece without blanks at its ends.
  void Push(uint32_t begin, uint32_t end, SentenceKind kind) {
    const std::string_view text = text_.normalized;
    for (size_t next = begin; begin < end && IsBlank(DecodeUtf8(text, next));) {
      begin = uint32_t(next);
    }
    while (begin < end) {
      size_t last = end - 1;
      while (IsUtf8Continuation(text[last])) --last;
      size_t next = last;
      if (!IsBlank(DecodeUtf8(text, next))) break;
      end = uint32_t(last);
    }
    if (begin == end) return;
    const Span span{article_.data(), text_.ToArticle(begin), text_.EndInArticle(end)};
    text_.paragraphs.push_back({span, begin, end, kind});
  }

  std::string_view article_;
  Text& text_;
};

// Datelines, furniture, and what stands above the report as a headline does.
void SetKinds(const Article& article, Text& text) {
  constexpr size_t kMostHeadlines = 3;
  for (Paragraph& p : text.paragraphs) {
    if (p.kind == SentenceKind::kBody) p.kind = KindOfLine(text.NormalizedOf(p));
  }
  if (!text.paragraphs.empty() && IsSignOff(text.NormalizedOf(text.paragraphs.back()))) {
    text.paragraphs.back().kind = SentenceKind::kBoilerplate;
  }
  size_t headlines = 0;
  for (size_t i = 0; i < text.paragraphs.size() && headlines < kMostHeadlines; ++i) {
    Paragraph& p = text.paragraphs[i];
    const std::string_view line = text.NormalizedOf(p);
    if (p.kind == SentenceKind::kDateline && DatelineOf(line)) break;  // The report starts here.
    if (p.kind != SentenceKind::kBody) continue;
    const bool is_title = headlines == 0 && !article.title.empty() && line == article.title;
    // Something must follow that it is the headline of.
    const bool followed = std::any_of(
        text.paragraphs.begin() + i + 1, text.paragraphs.end(), [&](const Paragraph& q) {
          return q.kind == SentenceKind::kBody && EndsSentence(text.NormalizedOf(q));
        });
    if (!followed || !(is_title || LooksLikeHeadline(line))) break;
    p.kind = SentenceKind::kHeadline;
    ++headlines;
  }
}

}  // namespace

Text ReadText(const Article& article) {
  constexpr size_t kTop = 6;  // Paragraphs that may start with a dateline.
  Text text;
  const std::vector<TextLine> lines = ReadLines(article.text);
  Builder builder(article.text, text);
  size_t added = 0;
  for (const LineGroup& group : GroupLines(article.text, lines)) {
    builder.Add(std::span(lines).subspan(group.first, group.last - group.first), added < kTop);
    ++added;
  }
  SetKinds(article, text);
  return text;
}

}  // namespace averment
