// Short names that the article itself explains: "the Joint Northern Front (JNF)", "JNF (Joint
// Northern Front)".
//
// The name is what stands before the bracket: a name that is known already, or as many words as
// have the initials.  From then on the short name means this body, whatever else the lexicon or the
// recognizer takes it for.

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "src/mentions/actor_reader.h"

namespace averment {
namespace {

constexpr size_t kLongestAcronym = 10;  // Letters.
constexpr uint32_t kLongestName = 12;   // Tokens.

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// Capitals, with a hyphen or one small letter among them: "FSA", "PML-N", "AfD".
bool IsAcronym(std::string_view text) {
  if (text.size() < 2 || text.size() > kLongestAcronym || !IsUpper(text.front())) return false;
  const auto capitals = std::ranges::count_if(text, IsUpper);
  const bool letters = std::ranges::all_of(
      text, [](char c) { return IsUpper(c) || (c >= 'a' && c <= 'z') || c == '-'; });
  return letters && capitals >= 2 && size_t(capitals) + 2 > text.size();
}

}  // namespace

// The words right before `end` whose initials are these letters, or nothing.
TokenRange ActorReader::NameWithInitials(std::string_view letters, uint32_t end) const {
  const uint32_t sentence = syntax_.tokens[end].sentence;
  size_t left = letters.size();
  uint32_t first = end;
  while (first > 0 && left > 0 && end - first < kLongestName) {
    const Token token = syntax_[first - 1];
    if (token.data().sentence != sentence) break;
    const std::string_view text = token.text();
    if (IsUpper(text.front())) {
      if (text.front() != letters[left - 1]) break;
      --left;
    } else if (token.pos() != Pos::kADP && token.pos() != Pos::kDET && token.pos() != Pos::kCCONJ &&
               token.tag() != Tag::kPOS && token.tag() != Tag::kHYPH) {
      break;
    }
    --first;
  }
  return left == 0 && end - first > 1 ? TokenRange{first, end} : TokenRange{end, end};
}

// The body named right before the bracket, or kNone.
uint32_t ActorReader::UnitBefore(uint32_t bracket, std::string_view letters) {
  const uint32_t u = unit_of_[bracket - 1];
  const bool body =
      u != kNone && units_[u].kind == NameKind::kBody && units_[u].actor_kind != ActorKind::kPeople;
  if (body && units_[u].entry) return u;
  const TokenRange name = NameWithInitials(letters, bracket);
  if (name.size() == 0) return body && units_[u].tokens.size() > 1 ? u : kNone;
  if (body && units_[u].tokens.first <= name.first) return u;
  AddEntityUnit(name, ActorKind::kOrganization, "actor/bracket-acronym");
  return uint32_t(units_.size() - 1);
}

void ActorReader::ReadAcronyms() {
  std::unordered_map<std::string_view, uint32_t> explained;
  for (uint32_t t = 1; t + 2 < syntax_.size(); ++t) {
    if (syntax_[t].text() != "(" || syntax_[t + 2].text() != ")") continue;
    const std::string_view acronym = syntax_[t + 1].text();
    if (!IsAcronym(acronym)) continue;
    if (syntax_.tokens[t - 1].sentence != syntax_.tokens[t + 2].sentence) continue;
    if (const uint32_t u = UnitBefore(t, acronym); u != kNone) explained.try_emplace(acronym, u);
  }
  if (explained.empty()) return;
  for (uint32_t t = 0; t < syntax_.size(); ++t) {
    const auto at = explained.find(syntax_[t].text());
    if (at == explained.end()) continue;
    const uint32_t u = unit_of_[t];
    if (u == at->second || (u != kNone && units_[u].tokens.size() > 1)) continue;
    DropUnits({t, t + 1});
    Unit unit = units_[at->second];
    unit.tokens = unit.phrase = {t, t + 1};
    unit.head = t;
    unit.basis += ", explained as \"" + Words(units_[at->second].tokens) + "\"";
    if (!unit.entry) unit.rule = "actor/bracket-acronym";
    unit_of_[t] = uint32_t(units_.size());
    description_of_[t] = kNone;
    units_.push_back(std::move(unit));
  }
}

}  // namespace averment
