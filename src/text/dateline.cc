// House styles that the rules know:
//   GENEVA, Jan. 22 (Agency) -       place in capitals, perhaps with its region; date; agency; a
//   dash GENEVA (Agency) -                without a date Geneva, 22 January 2014 -        a place
//   in small letters only with a date or an agency GENEVA —                         with nothing
//   else: capitals and a dash that is no hyphen Tuesday, July 2, 2013            a line that is a
//   date, perhaps with place and time of day Last updated: 2 July, 2013

#include "src/text/dateline.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "src/base/unicode.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

constexpr size_t kLongestDateline = 120;  // Bytes.
constexpr size_t kMostItems = 48;

// Beginnings of lines, in small letters, that say when the page was made.
constexpr std::array<std::string_view, 10> kUpdated = {
    "last updated",    "updated",          "last modified", "modified",    "published",
    "first published", "publication date", "posted",        "date posted", "last update"};

// Beginnings of lines, in small letters, that are the page's or the desk's and not the report's.
constexpr std::array<std::string_view, 26> kFurniture = {
    "reporting by",        "additional reporting by",
    "writing by",          "editing by",
    "compiled by",         "copyright",
    "(c) copyright",       "©",
    "all rights reserved", "follow us",
    "sign up for",         "subscribe to",
    "share this",          "share on",
    "click here",          "read more",
    "related articles",    "related stories",
    "related topics",      "advertisement",
    "view results",        "print this",
    "email this",          "send to a friend",
    "photo credit",        "image credit"};

template <size_t N>
std::string_view StartsWithAny(std::string_view lower,
                               const std::array<std::string_view, N>& starts) {
  for (std::string_view start : starts) {
    if (!lower.starts_with(start)) continue;
    // A whole word: "published" is not the start of "publishedly".
    if (lower.size() > start.size() && IsAlpha(static_cast<unsigned char>(lower[start.size()])))
      continue;
    return start;
  }
  return {};
}

bool IsCapitals(const Item& item) {
  size_t letters = 0;
  for (size_t at = 0; at < item.text.size(); ++letters) {
    if (!IsUpper(DecodeUtf8(item.text, at))) return false;
  }
  return letters >= 2 && item.kind == Item::kWord;
}

bool IsCapitalized(const Item& item) {
  size_t at = 0;
  return item.kind == Item::kWord && IsUpper(DecodeUtf8(item.text, at));
}

bool Is(const std::vector<Item>& items, size_t at, std::string_view text) {
  return at < items.size() && items[at].text == text;
}

bool IsDash(const std::vector<Item>& items, size_t at) {
  return Is(items, at, "-") || Is(items, at, "–") || Is(items, at, "—") || Is(items, at, "―");
}

// Reads a dateline item by item.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), items_(ScanItems(text, kMostItems)) {}

  std::optional<Dateline> Read() {
    if (items_.empty() || !ReadPlace(0)) return std::nullopt;
    ReadDate();
    // A page's stamp in front of the dateline itself: GENEVA | Wed Jan 22, 2014 GENEVA (Agency) -
    if (line_.date && at_ < items_.size() && IsCapitals(items_[at_])) ReadPlace(at_);
    ReadAgency();
    ReadDate();
    size_t dash = at_;
    if (!IsDash(items_, dash)) return std::nullopt;
    while (IsDash(items_, at_)) ++at_;
    if (!Convinces(dash)) return std::nullopt;
    const char* end = items_[at_ - 1].text.data() + items_[at_ - 1].text.size();
    line_.text = text_.substr(0, size_t(end - text_.data()));
    if (line_.text.size() > kLongestDateline) return std::nullopt;
    return line_;
  }

 private:
  // Words in capitals, joined by marks and small links; after a comma, words that begin with one.
  bool ReadPlace(size_t first) {
    capitals_ = IsCapitals(items_[first]);
    if (!IsCapitalized(items_[first])) return false;
    size_t last = first, words = 0;
    bool region = false;
    for (at_ = first; at_ < items_.size(); ++at_) {
      if (DateAt(items_, at_)) break;
      const Item& item = items_[at_];
      const bool joins = item.text == "/" || item.text == "'" || item.text == "." ||
                         (item.text == "-" && at_ > 0 && Touch(items_[at_ - 1], item) &&
                          at_ + 1 < items_.size() && Touch(item, items_[at_ + 1]));
      const bool links = item.text == "and" || item.text == "de" || item.text == "of";
      if (item.text == ",") {
        region = true;
      } else if (region || !capitals_ ? IsCapitalized(item) : IsCapitals(item)) {
        last = at_;
        if (++words > 6) return false;
      } else if (item.text == "." && last + 1 == at_) {
        last = at_;  // "Calif."
      } else if (!joins && !links) {
        break;
      }
    }
    const char* end = items_[last].text.data() + items_[last].text.size();
    const char* begin = items_[first].text.data();
    line_.place = {begin, size_t(end - begin)};
    return true;
  }

  void ReadDate() {
    size_t at = at_;
    while (Is(items_, at, ",") || Is(items_, at, "|")) ++at;
    const auto date = DateAt(items_, at);
    if (!date || line_.date) return;
    line_.date = date;
    at_ = date->last;
    size_t clock = Is(items_, at_, ",") ? at_ + 1 : at_;
    clock += ClockTimeAt(items_, clock);
    if (clock > at_ + 1 || (clock > at_ && !Is(items_, at_, ","))) at_ = clock;
  }

  void ReadAgency() {
    if (!Is(items_, at_, "(")) return;
    for (size_t close = at_ + 1; close < items_.size() && close < at_ + 10; ++close) {
      if (!Is(items_, close, ")")) continue;
      has_agency_ = close > at_ + 1 && IsCapitalized(items_[at_ + 1]);
      at_ = close + 1;
      return;
    }
  }

  bool Convinces(size_t dash) const {
    const bool last = at_ == items_.size();
    // A hyphen inside a word is none: "US-backed".
    const bool apart = dash > 0 && !Touch(items_[dash - 1], items_[dash]);
    const bool behind = last || !Touch(items_[at_ - 1], items_[at_]);
    if (line_.date || has_agency_) return (apart || items_[dash - 1].text == ")") && behind;
    if (!capitals_ || line_.place.size() < 4 || last) return false;
    const bool hyphen = at_ == dash + 1 && Is(items_, dash, "-");
    if (hyphen) return false;
    return IsCapitalized(items_[at_]) || items_[at_].kind == Item::kMark;
  }

  std::string_view text_;
  std::vector<Item> items_;
  size_t at_ = 0;
  bool capitals_ = false, has_agency_ = false;
  Dateline line_;
};

// A line of a date and little else: weekday, time of day, a place before it.
bool IsDateAlone(std::string_view line) {
  constexpr size_t kLongest = 80;
  if (line.size() > kLongest) return false;
  const std::vector<Item> items = ScanItems(line, kMostItems);
  const auto date = NextDate(items, 0);
  if (!date) return false;
  const bool plain = !date->year && !date->has_weekday;
  size_t others = 0;
  for (size_t at = 0; at < items.size(); ++at) {
    if (at == date->first) at = date->last;
    if (at >= items.size()) break;
    if (const size_t clock = ClockTimeAt(items, at); clock > 0) {
      at += clock - 1;
    } else if (items[at].kind != Item::kMark) {
      // Only a place may stand before; a sentence has small words, a table a date without year.
      const bool place = plain ? IsCapitals(items[at]) : IsCapitalized(items[at]);
      if (!place || at > date->first) return false;
      ++others;
    }
  }
  // Below a quotation stands who said it, and when; a list of events has its dates before colons.
  if (others > 4 || items[0].text == "–" || items[0].text == "—" || items[0].text == "*")
    return false;
  return !line.ends_with('.') && !line.ends_with(':');
}

}  // namespace

std::optional<Dateline> DatelineOf(std::string_view paragraph) {
  return Reader(Utf8Front(paragraph, 2 * kLongestDateline)).Read();
}

bool IsUpdatedLine(std::string_view line) {
  constexpr size_t kLongest = 100;
  if (line.size() > kLongest) return false;
  const std::string lower = ToLower(line);
  const std::string_view start = StartsWithAny(lower, kUpdated);
  if (start.empty()) return false;
  // Behind the word comes a date: "Published reports say" is text.
  const std::vector<Item> items = ScanItems(line, kMostItems);
  const auto date = NextDate(items, 0);
  return date && date->first <= 6;
}

SentenceKind KindOfLine(std::string_view line) {
  if (IsUpdatedLine(line) || IsDateAlone(line)) return SentenceKind::kDateline;
  if (const auto dateline = DatelineOf(line); dateline && dateline->text.size() == line.size()) {
    return SentenceKind::kDateline;
  }
  const auto is_mark = [](const Item& item) { return item.kind == Item::kMark; };
  const std::vector<Item> items = ScanItems(line, kMostItems);
  if (std::all_of(items.begin(), items.end(), is_mark)) return SentenceKind::kBoilerplate;
  constexpr size_t kLongest = 300;
  const std::string lower = ToLower(Utf8Front(line, 40));
  if (line.size() <= kLongest && !StartsWithAny(lower, kFurniture).empty()) {
    return SentenceKind::kBoilerplate;
  }
  return SentenceKind::kBody;
}

bool IsSignOff(std::string_view line) {
  const std::vector<Item> items = ScanItems(line, 4);
  size_t words = 0;
  for (const Item& item : items) {
    if (item.kind != Item::kMark && (!IsCapitals(item) || ++words > 1)) return false;
  }
  return words == 1 && items.size() <= 3;
}

bool LooksLikeHeadline(std::string_view line) {
  constexpr size_t kLongest = 160, kMostWords = 24;
  if (line.empty() || line.size() > kLongest) return false;
  const char last = line.back();
  if (last == '.' || last == ',' || last == ';' || last == ':' || last == '-') return false;
  // The end of quoted speech is a sentence's: ... the other said."
  for (std::string_view end :
       {".\"", ".'", ".”", ".’", ",\"", ",”", ".)", "?\"", "?”", "!\"", "!”"}) {
    if (line.ends_with(end)) return false;
  }
  const std::vector<Item> items = ScanItems(line, 4 * kMostWords);
  const auto words = std::count_if(items.begin(), items.end(),
                                   [](const Item& i) { return i.kind != Item::kMark; });
  size_t at = 0;
  const char32_t first = DecodeUtf8(line, at);
  return words >= 2 && size_t(words) <= kMostWords && !IsLower(first);
}

}  // namespace averment
