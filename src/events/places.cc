// Every place behind a preposition of place is hung on the word that the preposition belongs to.
// From a noun it goes on to the verb only where the noun is the verb's object or says amid what it
// happened
// ("killed in fighting in Homs"): "officials in Homs said" does not make Homs the place of saying.

#include "src/events/places.h"

#include <algorithm>

#include "src/events/grammar.h"

namespace averment::events {
namespace {

constexpr int kPlaceSteps = 6;

bool IsPlacePreposition(std::string_view word) {
  constexpr std::string_view kWords[] = {"in",     "at",     "near",       "outside", "inside",
                                         "around", "across", "throughout", "within",  "over"};
  return std::ranges::find(kWords, word) != std::end(kWords);
}

bool IsAmid(std::string_view word) { return word == "in" || word == "during" || word == "at"; }

// The token of the range whose head lies outside it.
uint32_t HeadOf(const Syntax& s, TokenRange range) {
  for (uint32_t i = range.last; i-- > range.first;) {
    const uint32_t head = s.tokens[i].head;
    if (head == i || head < range.first || head >= range.last) return i;
  }
  return range.first;
}

}  // namespace

EventPlaces::EventPlaces(const Syntax& syntax, std::span<const Place> places) : syntax_(syntax) {
  for (uint32_t p = 0; p < places.size(); ++p) {
    if (places[p].use == PlaceUse::kMetonym) continue;
    const bool town = places[p].precision == PlacePrecision::kCity ||
                      places[p].precision == PlacePrecision::kSite;
    for (const PlaceMention& m : places[p].mentions) AddMention(p, m, town);
  }
  std::ranges::sort(anchors_);
}

void EventPlaces::AddMention(uint32_t place, const PlaceMention& mention, bool town) {
  const uint32_t first = mention.tokens.first;
  const uint32_t top = HeadOf(syntax_, mention.tokens);
  const TokenData& t = syntax_.tokens[top];
  if (mention.rule == "place/before-noun") {
    // "The Geneva conference" met there; "the Syria conference" is about Syria.
    if (town && t.dep == Dep::kcompound) anchors_.push_back({t.head, first, place});
    return;
  }
  if (t.dep != Dep::kpobj || !IsPlacePreposition(syntax_[t.head].lower())) return;
  uint32_t at = syntax_.tokens[t.head].head;
  for (int step = 0; step < kPlaceSteps; ++step) {
    anchors_.push_back({at, first, place});
    const TokenData& a = syntax_.tokens[at];
    if (IsVerb(syntax_, at) || a.head == at) return;
    if (a.dep == Dep::kdobj || a.dep == Dep::kprep) {
      at = a.head;
    } else if (a.dep == Dep::kpobj && IsAmid(syntax_[a.head].lower())) {
      at = syntax_.tokens[a.head].head;
    } else {
      return;
    }
  }
}

std::optional<uint32_t> EventPlaces::At(uint32_t token) const {
  const auto at = std::ranges::lower_bound(anchors_, token, {}, &Anchor::token);
  if (at == anchors_.end() || at->token != token) return std::nullopt;
  return at->place;
}

std::optional<uint32_t> EventPlaces::PlaceOf(uint32_t trigger, uint32_t carrier) const {
  if (auto own = At(trigger)) return own;
  if (auto carried = At(carrier)) return carried;
  const TokenData& t = syntax_.tokens[trigger];
  const bool argument = t.dep == Dep::knsubj || t.dep == Dep::knsubjpass || t.dep == Dep::kdobj;
  if (argument && !IsVerb(syntax_, trigger)) return At(t.head);
  return std::nullopt;
}

}  // namespace averment::events
