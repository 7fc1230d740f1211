// spaCy's way with a chunk (spacy/tokenizer.pyx): strip a prefix and a suffix, again and again,
// until nothing is left to strip or the rest is an exception; then the rest is an exception, or one
// token if it looks like a URL, or it is split at infixes.  An infix at the very start does not
// count.
//
// Bounds on hostile chunks, none of which news reaches:
//   suffixes    are looked for in the last characters and the run of dots at the end only.  The
//   patterns
//               match nothing longer (scripts/convert/tokenizer.py asserts it), so the answer is
//               the same.
//   exceptions  longer rests are not looked up: they cannot be any.
//   URLs        a rest of more than kLongestUrl bytes, or one on which the pattern backtracks more
//   than
//               kUrlLimit, is taken as no URL.  Here, and only here, spaCy would answer otherwise.

#include "src/text/chunk_splitter.h"

#include <algorithm>
#include <utility>

#include "src/base/utf8.h"

namespace averment {
namespace {

constexpr size_t kSuffixWindow = 8 * 4;  // Bytes: LONGEST_SUFFIX characters in tokenizer.py.
constexpr size_t kLongestUrl = 2048;
constexpr uint32_t kUrlLimit = 100'000, kAffixLimit = 10'000'000;

Result<Regex> CompilePattern(const ModelFile& model, const char* section, bool anchored) {
  const Result<std::string_view> pattern = model.Bytes(section);
  if (!pattern.ok()) return pattern.status();
  Result<Regex> regex = Regex::Compile(pattern.value(), anchored);
  if (!regex.ok()) return Status(model.name() + ": " + section + ": " + regex.status().message());
  return regex;
}

}  // namespace

Result<Exceptions> Exceptions::Load(const ModelFile& model) {
  const auto chunks = model.Strings("tokenizer.exceptions");
  const auto orths = model.Strings("tokenizer.exceptions.orths");
  const auto norms = model.Strings("tokenizer.exceptions.norms");
  for (const auto* list : {&chunks, &orths, &norms}) {
    if (!list->ok()) return list->status();
  }
  const size_t n = chunks.value().size(), pieces = orths.value().size();
  const auto ends = model.Array<uint32_t>("tokenizer.exceptions.tokens", n + 1);
  if (!ends.ok()) return ends.status();
  const auto at = ends.value();
  if (norms.value().size() != pieces || at[0] != 0 || at[n] != pieces ||
      !std::is_sorted(at.begin(), at.end())) {
    return Status(model.name() + ": tokenizer.exceptions: the tokens do not add up");
  }
  Exceptions made;
  made.ends_.assign(at.begin(), at.end());
  for (size_t i = 0; i < pieces; ++i) {
    made.pieces_.push_back({orths.value()[i], norms.value()[i]});
  }
  for (size_t i = 0; i < n; ++i) {
    const std::string_view chunk = chunks.value()[i];
    size_t size = 0;
    for (uint32_t k = at[i]; k < at[i + 1]; ++k) size += made.pieces_[k].orth.size();
    if (chunk.empty() || size != chunk.size()) {
      return Status(model.name() + ": tokenizer.exceptions: " + std::to_string(i) +
                    " is not what its tokens make");
    }
    made.chunks_.push_back(chunk);
    made.index_[chunk] = uint32_t(i);
    made.longest_ = std::max(made.longest_, chunk.size());
  }
  return made;
}

std::span<const Piece> Exceptions::Find(std::string_view chunk) const {
  if (chunk.size() > longest_) return {};
  auto it = index_.find(chunk);
  if (it == index_.end()) return {};
  const uint32_t begin = ends_[it->second], end = ends_[it->second + 1];
  return std::span(pieces_).subspan(begin, end - begin);
}

ChunkSplitter::Scratch::Scratch() : affixes(kAffixLimit), urls(kUrlLimit) {}

ChunkSplitter::ChunkSplitter(Exceptions exceptions, Regex prefix, Regex suffix, Regex infix,
                             Regex url)
    : exceptions_(std::move(exceptions)),
      prefix_(std::move(prefix)),
      suffix_(std::move(suffix)),
      infix_(std::move(infix)),
      url_(std::move(url)) {}

Result<ChunkSplitter> ChunkSplitter::Load(const ModelFile& model) {
  Result<Exceptions> exceptions = Exceptions::Load(model);
  if (!exceptions.ok()) return exceptions.status();
  Result<Regex> prefix = CompilePattern(model, "tokenizer.prefix_search", true);
  Result<Regex> suffix = CompilePattern(model, "tokenizer.suffix_search", false);
  Result<Regex> infix = CompilePattern(model, "tokenizer.infix_finditer", false);
  Result<Regex> url = CompilePattern(model, "tokenizer.url_match", true);
  for (const auto* regex : {&prefix, &suffix, &infix, &url}) {
    if (!regex->ok()) return regex->status();
  }
  return ChunkSplitter(std::move(exceptions).value(), std::move(prefix).value(),
                       std::move(suffix).value(), std::move(infix).value(), std::move(url).value());
}

size_t ChunkSplitter::PrefixSize(std::string_view s, Scratch& scratch) const {
  const auto match = prefix_.Find(s, 0, scratch.affixes);
  return match ? match->end - match->begin : 0;
}

size_t ChunkSplitter::SuffixSize(std::string_view s, Scratch& scratch) const {
  if (s.empty()) return 0;
  const size_t dots = s.find_last_not_of('.') + 1;  // Where the run of dots at the end begins.
  size_t from = std::min(dots, s.size() > kSuffixWindow ? s.size() - kSuffixWindow : 0);
  while (from > 0 && IsUtf8Continuation(s[from])) --from;
  const auto match = suffix_.Find(s, from, scratch.affixes);
  return match ? match->end - match->begin : 0;
}

bool ChunkSplitter::IsUrl(std::string_view s, Scratch& scratch) const {
  // Every host has a dot.
  return s.size() <= kLongestUrl && s.contains('.') && url_.Find(s, 0, scratch.urls).has_value();
}

std::string_view ChunkSplitter::StripAffixes(std::string_view s, bool with_exceptions,
                                             Scratch& scratch, std::vector<Piece>& out) const {
  const auto is_exception = [&](std::string_view rest) {
    return with_exceptions && !exceptions_.Find(rest).empty();
  };
  for (size_t last = 0; !s.empty() && s.size() != last;) {
    if (is_exception(s)) break;
    last = s.size();
    const size_t prefix = PrefixSize(s, scratch);
    if (prefix > 0 && is_exception(s.substr(prefix))) {
      out.push_back({s.substr(0, prefix), {}});
      return s.substr(prefix);
    }
    const size_t suffix = SuffixSize(s.substr(prefix), scratch);
    const std::string_view behind = s.substr(s.size() - suffix);
    if (suffix > 0 && is_exception(s.substr(0, s.size() - suffix))) {
      // With the prefix still on it: "(a.m.)" looks up "(a.m." here.
      scratch.suffixes.push_back(behind);
      return s.substr(0, s.size() - suffix);
    }
    if (prefix > 0) out.push_back({s.substr(0, prefix), {}});
    if (suffix > 0) scratch.suffixes.push_back(behind);
    s = s.substr(prefix, s.size() - prefix - suffix);
  }
  return s;
}

void ChunkSplitter::SplitAtInfixes(std::string_view s, Scratch& scratch,
                                   std::vector<Piece>& out) const {
  size_t start = 0;
  for (size_t from = 0; from < s.size();) {
    const auto match = infix_.Find(s, from, scratch.affixes);
    if (!match || match->end == match->begin) break;
    from = match->end;
    if (match->begin == 0) continue;
    if (match->begin != start) out.push_back({s.substr(start, match->begin - start), {}});
    out.push_back({s.substr(match->begin, match->end - match->begin), {}});
    start = match->end;
  }
  if (start < s.size()) out.push_back({s.substr(start), {}});
}

void ChunkSplitter::Split(std::string_view chunk, bool with_exceptions, Scratch& scratch,
                          std::vector<Piece>& out) const {
  scratch.suffixes.clear();
  const std::string_view rest = StripAffixes(chunk, with_exceptions, scratch, out);
  if (!rest.empty()) {
    const std::span<const Piece> known =
        with_exceptions ? exceptions_.Find(rest) : std::span<const Piece>();
    if (!known.empty()) {
      out.insert(out.end(), known.begin(), known.end());
    } else if (IsUrl(rest, scratch)) {
      out.push_back({rest, {}});
    } else {
      SplitAtInfixes(rest, scratch, out);
    }
  }
  for (auto it = scratch.suffixes.rbegin(); it != scratch.suffixes.rend(); ++it) {
    out.push_back({*it, {}});
  }
}

bool ChunkSplitter::HoldsAffix(std::string_view chunk, Scratch& scratch) const {
  return PrefixSize(chunk, scratch) > 0 || SuffixSize(chunk, scratch) > 0 ||
         infix_.Find(chunk, 0, scratch.affixes).has_value();
}

}  // namespace averment
