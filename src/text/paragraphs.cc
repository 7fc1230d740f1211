// Blank lines end paragraphs.  What is left are blocks of lines, each of one of three kinds:
//   one paragraph a line   most lines end a sentence
//   hard-wrapped           they do not; a paragraph begins at every line that is further in than
//   the
//                          outermost, and at items of a list
//   a short block          fewer than four lines in a text with blank lines: hard-wrapped, whatever
//   its
//                          ends, since two or three lines tell little
// The first line of a text may be a headline or a dateline, whatever follows without a blank line.

#include "src/text/paragraphs.h"

#include <algorithm>

#include "src/base/utf8.h"
#include "src/text/dateline.h"

namespace averment {
namespace {

constexpr size_t kFewLines = 4;

bool IsListItem(std::string_view line) {
  return line.starts_with("* ") || line.starts_with("- ") || line.starts_with("• ");
}

// The block falls into paragraphs where `begins` says so.
template <typename F>
void Split(LineGroup block, F begins, std::vector<LineGroup>& groups) {
  size_t first = block.first;
  for (size_t i = block.first + 1; i < block.last; ++i) {
    if (!begins(i)) continue;
    groups.push_back({first, i});
    first = i;
  }
  groups.push_back({first, block.last});
}

// A line at the top that is a headline, a dateline or furniture, with the report right below it.
bool StandsAlone(std::string_view line, std::string_view next) {
  if (KindOfLine(line) != SentenceKind::kBody) return true;
  return LooksLikeHeadline(line) &&
         (DatelineOf(next) || KindOfLine(next) == SentenceKind::kDateline);
}

void SplitBlock(std::string_view text, std::span<const TextLine> lines, LineGroup block,
                bool only_block, std::vector<LineGroup>& groups) {
  constexpr size_t kTop = 4;  // Lines of a text that may be furniture.
  while (block.first < kTop && block.first + 1 < block.last &&
         StandsAlone(lines[block.first].In(text), lines[block.first + 1].In(text))) {
    groups.push_back({block.first, block.first + 1});
    ++block.first;
  }
  size_t ends = 0;
  uint32_t outermost = lines[block.first].indent;
  for (size_t i = block.first; i < block.last; ++i) {
    outermost = std::min(outermost, lines[i].indent);
    ends += i + 1 < block.last && EndsSentence(lines[i].In(text));
  }
  const size_t count = block.last - block.first;
  const bool telling = only_block || count >= kFewLines;
  if (telling && 2 * ends > count - 1) {
    Split(block, [](size_t) { return true; }, groups);
    return;
  }
  bool in_list = IsListItem(lines[block.first].In(text));
  Split(
      block,
      [&](size_t i) {
        const std::string_view line = lines[i].In(text);
        if (IsListItem(line)) {
          const bool begins = in_list || EndsSentence(lines[i - 1].In(text)) ||
                              lines[i - 1].In(text).ends_with(':');
          in_list |= begins;
          return begins;
        }
        if (lines[i].indent > outermost) return !in_list;
        return false;
      },
      groups);
}

}  // namespace

bool EndsSentence(std::string_view line) {
  // Closing marks, and blanks between them: ... said. "
  for (bool again = true; again && !line.empty();) {
    again = false;
    for (std::string_view mark : {" ", "\"", "'", ")", "]", "”", "’", "»"}) {
      if (line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  for (std::string_view stop : {".", "!", "?", "…", "。"}) {
    if (line.ends_with(stop)) return true;
  }
  return false;
}

std::vector<LineGroup> GroupLines(std::string_view text, std::span<const TextLine> lines) {
  std::vector<LineGroup> blocks, groups;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    if (i == 0 || lines[i - 1].blank()) blocks.push_back({i, i});
    blocks.back().last = i + 1;
  }
  for (LineGroup block : blocks) SplitBlock(text, lines, block, blocks.size() == 1, groups);
  return groups;
}

}  // namespace averment
