// Only the top of a text is looked at: further down, dates are what the report is about.  A date
// with a weekday inside running text counts only where no small word leads to it ("on Tuesday, 5
// March 1957").

#include "src/text/text_date.h"

#include <algorithm>
#include <vector>

#include "src/base/unicode.h"
#include "src/base/utf8.h"
#include "src/text/dateline.h"
#include "src/text/written_date.h"

namespace averment {
namespace {

constexpr size_t kTopParagraphs = 8;
constexpr size_t kTopBytes = 400;  // Of a paragraph, for dates in running text.
constexpr size_t kTopItems = 100;

class Finder {
 public:
  Finder(const Article& article, const Text& text) : article_(article), text_(text) {}

  template <typename F>
  std::optional<TextDate> FirstOf(F date_in) const {
    for (size_t i = 0; i < text_.paragraphs.size() && i < kTopParagraphs; ++i) {
      const auto written = date_in(text_.paragraphs[i], i);
      if (!written) continue;
      if (auto date = WithYear(*written)) return date;
    }
    return std::nullopt;
  }

  std::optional<TextDate> Updated() const {
    return FirstOf([&](const Paragraph& p, size_t) -> std::optional<WrittenDate> {
      const auto line = text_.NormalizedOf(p);
      if (!IsUpdatedLine(line)) return std::nullopt;
      items_ = ScanItems(line, kTopItems);
      return NextDate(items_, 0);
    });
  }

  std::optional<TextDate> DateLine() const {
    return FirstOf([&](const Paragraph& p, size_t) -> std::optional<WrittenDate> {
      if (p.kind != SentenceKind::kDateline) return std::nullopt;
      items_ = ScanItems(text_.NormalizedOf(p), kTopItems);
      return NextDate(items_, 0);
    });
  }

  std::optional<TextDate> Running() const {
    return FirstOf([&](const Paragraph& p, size_t i) -> std::optional<WrittenDate> {
      if (i > 1) return std::nullopt;
      items_ = ScanItems(Utf8Front(text_.NormalizedOf(p), kTopBytes), kTopItems);
      for (auto date = NextDate(items_, 0); date; date = NextDate(items_, date->last)) {
        if (!date->Full() || BelongsToText(*date)) continue;
        if (date->has_weekday || ClockTimeAt(items_, date->last) > 0 ||
            (i == 0 && date->first == 0)) {
          return date;
        }
      }
      return std::nullopt;
    });
  }

  // The date as written, with the year it has or takes.
  std::optional<TextDate> WithYear(const WrittenDate& written) const {
    const uint32_t at = Offset(written.text);
    const Span span{article_.text.data(), text_.ToArticle(at),
                    text_.EndInArticle(at + uint32_t(written.text.size()))};
    std::optional<int> year = written.year;
    if (!year) year = NearestYear(at);
    if (!year) return std::nullopt;
    const auto date = written.InYear(*year);
    if (!date) return std::nullopt;
    return TextDate{*date, span};
  }

  uint32_t Offset(std::string_view part) const {
    return uint32_t(part.data() - text_.normalized.data());
  }

 private:
  // Whether a word in small letters comes right before, or a preposition that begins the sentence;
  // or a colon comes right behind, as in a list of events.
  bool BelongsToText(const WrittenDate& date) const {
    if (date.last < items_.size() && items_[date.last].text == ":") return true;
    if (date.first == 0) return false;
    const Item& before = items_[date.first - 1];
    size_t at = 0;
    if (before.kind == Item::kWord && IsLower(DecodeUtf8(before.text, at))) return true;
    constexpr std::string_view kPrepositions[] = {"On",    "By",   "Since",  "Until", "From",
                                                  "After", "Till", "Before", "In",    "Of"};
    return std::ranges::find(kPrepositions, before.text) != std::end(kPrepositions);
  }

  std::optional<int> NearestYear(uint32_t at) const {
    std::optional<int> year;
    uint32_t best = 0;
    const auto all = ScanItems(text_.normalized, text_.normalized.size());
    for (auto date = NextDate(all, 0); date; date = NextDate(all, date->last)) {
      if (!date->Full()) continue;
      const uint32_t there = Offset(date->text);
      const uint32_t distance = there > at ? there - at : at - there;
      if (year && distance >= best) continue;
      year = date->year;
      best = distance;
    }
    return year;
  }

  const Article& article_;
  const Text& text_;
  mutable std::vector<Item> items_;
};

}  // namespace

std::optional<TextDate> FindTextDate(const Article& article, const Text& text) {
  const Finder finder(article, text);
  if (auto date = finder.Updated()) return date;
  if (auto date = finder.DateLine()) return date;
  return finder.Running();
}

std::optional<FiledFrom> FindDateline(const Article& article, const Text& text) {
  const Finder finder(article, text);
  for (size_t i = 0; i < text.paragraphs.size() && i < kTopParagraphs; ++i) {
    const Paragraph& p = text.paragraphs[i];
    if (p.kind != SentenceKind::kDateline) continue;
    const auto dateline = DatelineOf(text.NormalizedOf(p));
    if (!dateline) continue;
    FiledFrom filed;
    if (!dateline->place.empty()) {
      const uint32_t at = finder.Offset(dateline->place);
      filed.place = Span{article.text.data(), text.ToArticle(at),
                         text.EndInArticle(at + uint32_t(dateline->place.size()))};
    }
    if (dateline->date) filed.date = finder.WithYear(*dateline->date);
    return filed;
  }
  return std::nullopt;
}

}  // namespace averment
