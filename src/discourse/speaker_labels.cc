// HOW IT WORKS
//
// A label is a short run of words without a verb, then a colon, then something that is said.  Many
// headlines begin with a topic instead ("Syria: rebels take town"), so the words must name a person
// or be one of the few nouns that speak ("Poll: ...", "Police: ...").  A signature is a dash behind
// a quotation that fills its paragraph, followed by a short name.

#include "src/discourse/speaker_labels.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "src/discourse/clause.h"

namespace averment {
namespace {

constexpr uint32_t kMaxLabel = 8, kMaxSignature = 16;

constexpr auto kSpeaking = std::to_array<std::string_view>(
    {"poll", "survey", "study", "report", "police", "official", "source", "witness", "spokesman",
     "spokeswoman", "analyst", "expert", "aide", "activist", "monitor", "ministry", "minister"});

bool HasVerb(const Syntax& syntax, TokenRange range) {
  for (uint32_t i = range.first; i < range.last; ++i) {
    if (syntax[i].pos() == Pos::kVERB || syntax[i].pos() == Pos::kAUX) return true;
  }
  return false;
}

bool IsCapitals(std::string_view word) {
  return word.size() >= 3 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The head token of the name in these words, if they name somebody who can speak.
std::optional<uint32_t> SpeakerIn(const Syntax& syntax, TokenRange words, bool transcript) {
  std::optional<uint32_t> name;
  for (uint32_t i = words.first; i < words.last; ++i) {
    const Token t = syntax[i];
    if (t.entity() == EntityType::kPERSON) name = i;
    const bool place = t.entity() == EntityType::kGPE || t.entity() == EntityType::kLOC;
    if (!name && transcript && IsCapitals(t.text()) && !place) name = i;
    if (!name && i + 1 == words.last &&
        std::ranges::find(kSpeaking, t.lemma()) != kSpeaking.end()) {
      name = i;
    }
  }
  return name;
}

std::optional<Claim> Label(const Syntax& syntax, TokenRange paragraph) {
  uint32_t colon = paragraph.first;
  while (colon < paragraph.last && colon - paragraph.first <= kMaxLabel &&
         syntax[colon].text() != ":") {
    ++colon;
  }
  if (colon == paragraph.first || colon >= paragraph.last || syntax[colon].text() != ":") return {};
  const TokenRange label{paragraph.first, colon};
  const TokenRange content = Trimmed(syntax, {colon + 1, paragraph.last});
  if (content.size() < 3 || HasVerb(syntax, label) || !HasVerb(syntax, content)) return {};
  if (!syntax.tokens[colon].space_after) return {};  // "10:30", "Surah 4:3"
  const auto speaker = SpeakerIn(syntax, label, true);
  if (!speaker) return {};
  Claim claim{.cue = colon, .cue_words = {colon, colon + 1}, .source = speaker};
  claim.source_words = label;
  claim.content = {content};
  claim.frame = "speaker-label";
  return claim;
}

bool IsDash(std::string_view word) {
  return word == "—" || word == "–" || word == "―" || word == "--" || word == "-";
}

std::optional<Claim> Signature(const Syntax& syntax, TokenRange paragraph, const Quotation& quote) {
  if (quote.tokens.first != paragraph.first || !quote.closed) return {};
  const uint32_t dash = quote.tokens.last;
  if (dash + 1 >= paragraph.last || !IsDash(syntax[dash].text())) return {};
  const TokenRange name = Trimmed(syntax, {dash + 1, paragraph.last});
  if (name.size() == 0 || name.size() > kMaxSignature || HasVerb(syntax, name)) return {};
  uint32_t end = name.first;  // Up to the first comma: what follows says what they are.
  while (end < name.last && !Separates(syntax[end])) ++end;
  if (syntax[name.first].pos() != Pos::kPROPN) return {};
  Claim claim{.cue = dash, .cue_words = {dash, dash + 1}, .source = end - 1};
  claim.source_words = {name.first, end};
  claim.content = {quote.tokens};
  claim.frame = "signature";
  return claim;
}

}  // namespace

std::vector<Claim> FindSpeakerLabels(const Syntax& syntax, std::span<const Quotation> quotations) {
  std::vector<Claim> claims;
  const auto& sentences = syntax.sentences;
  size_t q = 0;
  for (size_t s = 0; s < sentences.size();) {
    size_t e = s + 1;
    while (e < sentences.size() && sentences[e].paragraph == sentences[s].paragraph) ++e;
    const TokenRange paragraph{sentences[s].tokens.first, sentences[e - 1].tokens.last};
    while (q < quotations.size() && quotations[q].tokens.first < paragraph.first) ++q;
    std::optional<Claim> claim = Label(syntax, paragraph);
    if (!claim && q < quotations.size()) claim = Signature(syntax, paragraph, quotations[q]);
    if (claim) claims.push_back(*std::move(claim));
    s = e;
  }
  return claims;
}

}  // namespace averment
