// Reads the ruler's sections, checks that they fit each other, and builds what Annotate looks up:
// the outcome of every combination of labels, and the matches that each word takes part in.

#include <algorithm>
#include <bit>

#include "src/base/string_hash.h"
#include "src/syntax/attribute_ruler.h"

namespace averment {
namespace {

#define COUNT1(name) +1
#define COUNT2(name, written) +1
constexpr size_t kTagCells = 0 AVERMENT_TAGS(COUNT2), kDepCells = 0 AVERMENT_DEPS(COUNT1);
#undef COUNT1
#undef COUNT2

// The labels that a section lists, as ours.
template <typename Label>
Result<std::vector<Label>> Labels(const ModelFile& model, const char* section,
                                  std::optional<Label> (*parse)(std::string_view)) {
  const Result<StringList> names = model.Strings(section);
  if (!names.ok()) return names.status();
  std::vector<Label> labels;
  for (size_t i = 0; i < names.value().size(); ++i) {
    const std::optional<Label> label = parse(names.value()[i]);
    if (!label) {
      return Status(model.name() + ": " + section +
                    ": no such label: " + std::string(names.value()[i]));
    }
    labels.push_back(*label);
  }
  if (labels.size() > 64) return Status(model.name() + ": " + section + ": over 64 labels");
  return labels;
}

// A mask over the section's labels as a mask over ours; all ones stands for any label.
template <typename Label>
uint64_t Remap(uint64_t mask, const std::vector<Label>& labels) {
  if (mask == ~uint64_t{0}) return mask;
  uint64_t ours = 0;
  for (size_t i = 0; i < labels.size(); ++i) {
    if (mask >> i & 1) ours |= uint64_t{1} << size_t(labels[i]);
  }
  return ours;
}

Result<std::vector<std::string>> Copy(const ModelFile& model, const char* section) {
  const Result<StringList> strings = model.Strings(section);
  if (!strings.ok()) return strings.status();
  std::vector<std::string> copy;
  for (size_t i = 0; i < strings.value().size(); ++i) copy.emplace_back(strings.value()[i]);
  return copy;
}

}  // namespace

Result<AttributeRuler> AttributeRuler::Load(const ModelFile& model) {
  AttributeRuler ruler;
  if (Status read = ruler.ReadStrings(model); !read.ok()) return read;
  if (Status read = ruler.ReadRules(model); !read.ok()) return read;
  if (Status indexed = ruler.IndexRules(); !indexed.ok()) {
    return Status(model.name() + ": " + indexed.message());
  }
  return ruler;
}

Status AttributeRuler::ReadStrings(const ModelFile& model) {
  for (auto [section, strings] :
       {std::pair{"ruler.morphs", &morphs_}, std::pair{"ruler.lemmas", &lemmas_},
        std::pair{"ruler.words", &words_}}) {
    Result<std::vector<std::string>> copy = Copy(model, section);
    if (!copy.ok()) return copy.status();
    *strings = std::move(copy).value();
    if (strings->size() > 10000) {
      return Status(model.name() + ": " + section + ": too many strings");
    }
  }
  if (morphs_.empty() || !morphs_[0].empty()) {
    return Status(model.name() + ": ruler.morphs: the first is not the empty one");
  }
  return {};
}

Status AttributeRuler::ReadRules(const ModelFile& model) {
  const auto bad = [&](const char* why) { return Status(model.name() + ": ruler: " + why); };
  const auto tags = Labels<Tag>(model, "ruler.tags", ParseTag);
  if (!tags.ok()) return tags.status();
  const auto deps = Labels<Dep>(model, "ruler.deps", ParseDep);
  if (!deps.ok()) return deps.status();
  const auto pos = Labels<Pos>(model, "ruler.pos", ParsePos);
  if (!pos.ok()) return pos.status();
  const auto rows = model.Array<uint64_t>("ruler.matches");
  if (!rows.ok()) return rows.status();
  const auto effects = model.Array<int32_t>("ruler.effects");
  if (!effects.ok()) return effects.status();
  const auto ids = model.Array<uint32_t>("ruler.words_of.ids");
  if (!ids.ok()) return ids.status();
  const size_t count = rows.value().size() / 8;
  const auto ends = model.Array<uint32_t>("ruler.words_of.at", 2 * count + 1);
  if (!ends.ok()) return ends.status();
  if (effects.value().size() / 6 > 10000) return bad("too many rules");

  for (size_t r = 0; r < effects.value().size() / 6; ++r) {
    const auto e = effects.value().subspan(r * 6, 6);
    const auto valid = [](int32_t id, size_t size) { return id >= -1 && id < int64_t(size); };
    if ((e[0] != 0 && e[0] != 1) || !valid(e[1], tags.value().size()) ||
        !valid(e[2], pos.value().size()) || !valid(e[3], morphs_.size()) ||
        !valid(e[4], lemmas_.size()) || !valid(e[5], deps.value().size())) {
      return bad("an effect is out of range");
    }
    const auto id = [](const auto& labels, int32_t i) {
      return int16_t(i < 0 ? -1 : int(labels[size_t(i)]));
    };
    effects_.push_back({int8_t(e[0]), id(tags.value(), e[1]), id(pos.value(), e[2]), int16_t(e[3]),
                        int16_t(e[4]), id(deps.value(), e[5])});
  }

  for (size_t m = 0; m < count; ++m) {
    const auto row = rows.value().subspan(m * 8, 8);
    if (row[0] >= effects_.size() || row[1] < 1 || row[1] > 2 || row[4] > 2 || row[7] > 2) {
      return bad("a pattern is out of range");
    }
    if (effects_[row[0]].position >= int(row[1])) return bad("a rule sets what it does not match");
    Match match{uint16_t(row[0]), uint8_t(row[1]), {}, {}};
    for (size_t p = 0; p < 2; ++p) {
      Condition& c = p == 0 ? match.first : match.second;
      c.tags = Remap(row[2 + 3 * p], tags.value());
      c.deps = Remap(row[3 + 3 * p], deps.value());
      c.space = uint8_t(row[4 + 3 * p]);
      const uint32_t begin = ends.value()[2 * m + p], end = ends.value()[2 * m + p + 1];
      if (begin > end || end > ids.value().size()) return bad("the words of a pattern are lost");
      for (const uint32_t id : ids.value().subspan(begin, end - begin)) {
        if (id >= words_.size()) return bad("no such word");
        c.words.push_back(uint16_t(id));
      }
      std::ranges::sort(c.words);
    }
    matches_.push_back(std::move(match));
  }
  return {};
}

Status AttributeRuler::IndexRules() {
  slots_.assign(std::bit_ceil(words_.size() * 8 + 8), kNoWord);
  for (size_t w = 0; w < words_.size(); ++w) {
    size_t slot = HashString(words_[w]);
    while (slots_[slot & (slots_.size() - 1)] != kNoWord) ++slot;
    slots_[slot & (slots_.size() - 1)] = uint16_t(w);
  }
  single_.resize(words_.size());
  pair_.resize(words_.size());
  for (size_t m = 0; m < matches_.size(); ++m) {
    const Match& match = matches_[m];
    if (match.length == 2 && match.second.words.empty()) {
      return Status("ruler: the second token of a pattern names no word");
    }
    for (const uint16_t w : match.length == 2 ? match.second.words : match.first.words) {
      (match.length == 2 ? pair_ : single_)[w].push_back(uint16_t(m));
    }
  }
  by_labels_.resize(2 * kTagCells * kDepCells);
  for (size_t cell = 0; cell < by_labels_.size(); ++cell) {
    const Seen token{uint8_t(cell / kDepCells % kTagCells), uint8_t(cell % kDepCells),
                     cell >= kTagCells * kDepCells, kNoWord};
    for (const Match& match : matches_) {
      if (match.length == 1 && match.first.words.empty() && Fits(match.first, token)) {
        by_labels_[cell].Add(match.rule, effects_[match.rule]);
      }
    }
    if (by_labels_[cell].pos == 0) {
      return Status("ruler: no part of speech for tag " + std::string(ToString(Tag(token.tag))));
    }
  }
  return {};
}

}  // namespace averment
