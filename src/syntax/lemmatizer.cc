// HOW IT WORKS
//
// Most lemmas are the lower-case word: base forms are told by part of speech and features
// ("Number=Sing"), and closed classes have no tables.  Proper nouns stay as written.  For the rest
// spaCy strips suffixes
// ("ies" -> "y") and keeps a list of candidates whose head becomes the lemma:
//
//  * a candidate that is a known base form goes to the front, one that is no pure word (digits,
//  hyphens)
//    to the back, any other onto a reserve list;
//  * then each listed exception goes to the front, unless it is a candidate already;
//  * without candidates, the reserve's first, and at last the word as it is written.
//
// Nothing is copied on the way: a candidate is a piece of the word and an ending.

#include "src/syntax/lemmatizer.h"

#include <algorithm>
#include <utility>

#include "src/base/string_hash.h"
#include "src/base/unicode.h"
#include "src/base/utf8.h"

namespace averment {
namespace {

#define COUNT1(name) +1
constexpr size_t kPos = 0 AVERMENT_POS(COUNT1);
#undef COUNT1

// The value of a feature in "Number=Sing|Person=3"; empty where there is none.
std::string_view Feature(std::string_view morph, std::string_view name) {
  while (!morph.empty()) {
    const std::string_view pair = morph.substr(0, morph.find('|'));
    morph.remove_prefix(std::min(morph.size(), pair.size() + 1));
    const size_t equals = pair.find('=');
    if (equals != pair.npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
  }
  return {};
}

// Whether the features say that the word is its own lemma.
bool IsBaseForm(Pos pos, std::string_view morph) {
  const std::string_view verb_form = Feature(morph, "VerbForm");
  if (pos == Pos::kNOUN && Feature(morph, "Number") == "Sing") return true;
  if (pos == Pos::kVERB && verb_form == "Fin" && Feature(morph, "Tense") == "Pres" &&
      Feature(morph, "Number").empty()) {
    return true;
  }
  return verb_form == "Inf" || verb_form == "None" || Feature(morph, "Degree") == "Pos";
}

// As Python's str.isalpha, but true of the empty text.
bool IsAllAlpha(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (!IsAlpha(DecodeUtf8(text, at))) return false;
  }
  return true;
}

}  // namespace

// ------------------------------------------------------------------------------------------
// loading

Result<Lemmatizer> Lemmatizer::Load(const ModelFile& model, std::span<const std::string> morphs) {
  Lemmatizer lemmatizer;
  const auto names = model.Strings("lemmas.pos");
  if (!names.ok()) return names.status();
  lemmatizer.morphs_ = morphs.size();
  for (size_t p = 0; p < kPos; ++p) {
    for (const std::string& morph : morphs) {
      const bool propn = Pos(p) == Pos::kPROPN && !IsBaseForm(Pos(p), morph);
      lemmatizer.plans_.push_back(propn ? kAsWritten : kLower);
    }
  }
  for (size_t i = 0; i < names.value().size() && i < kPos; ++i) {
    const std::optional<Pos> pos = ParsePos(names.value()[i]);
    if (!pos) return Status(model.name() + ": lemmas.pos: no such label");
    Result<Table> table = ReadTable(model, names.value()[i]);
    if (!table.ok()) return table.status();
    for (size_t m = 0; m < morphs.size(); ++m) {
      if (IsBaseForm(*pos, morphs[m])) continue;
      lemmatizer.plans_[size_t(*pos) * morphs.size() + m] = Plan(kTable + i);
    }
    lemmatizer.tables_.push_back(std::move(table).value());
  }
  return lemmatizer;
}

Result<Lemmatizer::Table> Lemmatizer::ReadTable(const ModelFile& model, std::string_view pos) {
  const std::string prefix = "lemmas." + std::string(pos) + ".";
  const auto bad = [&](const char* why) { return Status(model.name() + ": " + prefix + why); };
  Table table;
  for (auto [name, strings] :
       {std::pair{"index", &table.index}, std::pair{"exceptions", &table.exceptions},
        std::pair{"forms", &table.forms}, std::pair{"old", &table.old_suffixes},
        std::pair{"new", &table.new_suffixes}}) {
    const Result<StringList> found = model.Strings(prefix + name);
    if (!found.ok()) return found.status();
    *strings = found.value();
  }
  if (table.old_suffixes.size() != table.new_suffixes.size()) return bad("old: not as many as new");
  const auto of = model.Array<uint32_t>(prefix + "forms_of", table.exceptions.size() + 1);
  if (!of.ok()) return of.status();
  table.forms_of = of.value();
  uint32_t last = 0;
  for (const uint32_t at : table.forms_of) {
    if (at < last || at > table.forms.size()) return bad("forms_of: out of order");
    if (at - last + table.old_suffixes.size() > kMostForms) return bad("forms_of: too many forms");
    last = at;
  }
  return table;
}

// ------------------------------------------------------------------------------------------
// finding

std::strong_ordering Lemmatizer::Compare(const Form& a, const Form& b) {
  // Piece by piece, each as long as both sides reach.
  std::string_view a1 = a.stem, a2 = a.ending, b1 = b.stem, b2 = b.ending;
  while (true) {
    if (a1.empty()) a1 = std::exchange(a2, {});
    if (b1.empty()) b1 = std::exchange(b2, {});
    if (a1.empty() || b1.empty()) return a1.size() <=> b1.size();
    const size_t n = std::min(a1.size(), b1.size());
    if (const int order = std::memcmp(a1.data(), b1.data(), n); order != 0) return order <=> 0;
    a1.remove_prefix(n);
    b1.remove_prefix(n);
  }
}

bool Lemmatizer::Contains(const StringList& ascending, const Form& form) {
  size_t low = 0, high = ascending.size();
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const auto order = Compare({ascending[middle], {}}, form);
    if (order == 0) return true;
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return false;
}

std::optional<Lemmatizer::Form> Lemmatizer::Find(const Table& table, std::string_view lower) const {
  std::array<Form, kMostForms> candidates;
  size_t count = 0;
  std::optional<Form> known, unclear, reserve, listed;  // The head of each group.
  for (size_t r = 0; r < table.old_suffixes.size(); ++r) {
    if (!lower.ends_with(table.old_suffixes[r])) continue;
    const Form form{lower.substr(0, lower.size() - table.old_suffixes[r].size()),
                    table.new_suffixes[r]};
    if (form.size() == 0) continue;
    if (Contains(table.index, form)) {
      known = candidates[count++] = form;
    } else if (!IsAllAlpha(form.stem) || !IsAllAlpha(form.ending)) {
      candidates[count++] = form;
      if (!unclear) unclear = form;
    } else if (!reserve) {
      reserve = form;
    }
  }
  size_t low = 0, high = table.exceptions.size();
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    (table.exceptions[middle] < lower ? low : high) =
        table.exceptions[middle] < lower ? middle + 1 : middle;
  }
  if (low < table.exceptions.size() && table.exceptions[low] == lower) {
    for (uint32_t f = table.forms_of[low]; f < table.forms_of[low + 1]; ++f) {
      const Form form{table.forms[f], {}};
      const auto seen = std::span(candidates).first(count);
      if (std::ranges::any_of(seen, [&](const Form& c) { return Compare(c, form) == 0; })) continue;
      listed = candidates[count++] = form;
    }
  }
  for (const auto& head : {listed, known, unclear, reserve}) {
    if (head) return head;
  }
  return std::nullopt;
}

std::optional<std::string_view> Lemmatizer::FindCached(uint8_t table, std::string_view lower,
                                                       LemmaCache& cache) const {
  LemmaCache::Slot& slot = cache.slots_[(HashString(lower) + table) % LemmaCache::kSlots];
  char* bytes = slot.bytes.data();
  if (slot.table == table && std::string_view(bytes, slot.word_size) == lower) {
    if (slot.lemma_size == LemmaCache::kNone) return std::nullopt;
    return std::string_view(bytes + slot.word_size, slot.lemma_size);
  }
  const std::optional<Form> found = Find(tables_[table], lower);
  const size_t size = found ? found->size() : 0;
  if (lower.size() + size > slot.bytes.size()) {
    if (!found) return std::nullopt;
    cache.long_lemma_.assign(found->stem).append(found->ending);
    return cache.long_lemma_;
  }
  slot.table = table;
  slot.word_size = uint8_t(lower.size());
  slot.lemma_size = found ? uint8_t(size) : LemmaCache::kNone;
  char* lemma = std::ranges::copy(lower, bytes).out;
  if (!found) return std::nullopt;
  std::ranges::copy(found->ending, std::ranges::copy(found->stem, lemma).out);
  return std::string_view(lemma, size);
}

// ---------------------------------------------------------------------------------------
// annotating

void Lemmatizer::Annotate(const Text& text, Syntax& syntax, TokenRange paragraph,
                          LemmaCache& cache) const {
  std::string& pool = syntax.pool;
  for (uint32_t i = paragraph.first; i < paragraph.last; ++i) {
    TokenData& t = syntax.tokens[i];
    if (t.lemma.size != 0) continue;
    t.lemma = t.lower;
    const Plan plan = plans_[size_t(t.pos) * morphs_ + t.morph];
    if (plan == kLower) continue;
    const std::string_view lower = syntax.View(t.lower);
    std::string_view lemma = std::string_view(text.normalized).substr(t.at, t.size);
    if (plan >= kTable) {
      lemma = FindCached(uint8_t(plan - kTable), lower, cache).value_or(lemma);
    }
    if (lower.starts_with(lemma)) {
      t.lemma = {t.lower.at, uint32_t(lemma.size())};
    } else {
      t.lemma = {uint32_t(pool.size()), uint32_t(lemma.size())};
      pool += lemma;
    }
  }
}

}  // namespace averment
