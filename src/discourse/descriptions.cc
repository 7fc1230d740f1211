// Descriptions: "the rebels" and "rebels" are one; "the president" is whoever is called so; "the
// coalition" the body last named with that noun; "the administration" goes on with that of some
// lines before.  What says more ("a transitional government") is somebody else.

#include <algorithm>

#include "src/discourse/linker.h"

namespace averment {
namespace {

constexpr uint32_t kNear = 3;  // Sentences over which a bare "the government" goes on.

// The government of a country, under whatever noun.
bool MeansGovernment(std::string_view head) {
  return head == "government" || head == "regime" || head == "authorities" ||
         head == "administration" || head == "leadership";
}

// Whether what somebody is called ("Deputy Foreign Minister") is this noun, perhaps more exactly.
bool IsCalled(std::string_view title, std::string_view noun) {
  const std::string t = Lower(title), n = Lower(noun);
  if (t == n || t.ends_with(" " + n)) return true;
  return t.starts_with(n + " of ") || t.starts_with(n + " to ") || t.starts_with(n + " for ");
}

}  // namespace

// What the phrase says besides its country: "Syrian rebels" and "the rebels" are "rebels" of Syria,
// "a transitional government" is another than "the government".
std::string Linker::DescriptionKey(const ActorMention& m) const {
  std::string words;
  for (uint32_t t = m.tokens.first; t <= m.head; ++t) {
    const Token token = syntax_[t];
    const Pos pos = token.pos();
    if (pos != Pos::kNOUN && pos != Pos::kPROPN && pos != Pos::kADJ) continue;
    const EntityType entity = token.entity();
    const bool of_country = entity == EntityType::kGPE || entity == EntityType::kNORP;
    if (t != m.head && of_country && !m.inferred && !m.country.empty()) continue;
    words += (words.empty() ? "" : " ") + std::string(token.lower());
  }
  if (MeansGovernment(words) && !m.country.empty()) words = "government";
  const bool one = m.actor_kind == ActorKind::kPerson;  // One official is not the next one.
  return words + "|" + m.country + "|" + m.sector + (one ? "|" + Lower(m.name) : "");
}

// "The Coalition" is the Syrian National Coalition of some lines before.
uint32_t Linker::Shortened(uint32_t m,
                           const std::unordered_map<std::string, uint32_t>& bodies) const {
  const ActorMention& mention = mentions_[m];
  if (mention.plural || mention.actor_kind == ActorKind::kPerson) return kNone;
  if (!mention.inferred && !mention.country.empty()) return kNone;
  if (mention.head != mention.tokens.first + 1) return kNone;  // It says more than the noun.
  if (syntax_[mention.tokens.first].lower() != "the") return kNone;
  const auto at = bodies.find(std::string(HeadWord(mention)));
  return at == bodies.end() ? kNone : at->second;
}

// Step 6.
void Linker::LinkDescriptions() {
  std::unordered_map<std::string, uint32_t> actor_by_key;
  std::unordered_map<std::string, uint32_t> actor_by_noun;  // Of the body last named with it.
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    ActorMention& mention = mentions_[m];
    if (mention.kind == MentionKind::kName && mention.actor_kind != ActorKind::kPerson &&
        mention.actor_kind != ActorKind::kCountry && mention.tokens.size() > 1 &&
        actor_of_[m] != kNone) {
      actor_by_noun[std::string(HeadWord(mention))] = actor_of_[m];
    }
    if (mention.kind != MentionKind::kNominal || actor_of_[m] != kNone) continue;
    if (const uint32_t actor = Shortened(m, actor_by_noun); actor != kNone) {
      Join(m, actor, "shortened name");
      continue;
    }
    if (mention.actor_kind == ActorKind::kPerson) {
      if (const uint32_t actor = Bearer(m); actor != kNone) {
        Join(m, actor, "title");
        continue;
      }
      // "A minister" is somebody new each time.
      const Token first = syntax_[mention.tokens.first];
      if (first.lower() == "a" || first.lower() == "an" || first.lower() == "another") {
        Found(m);
        continue;
      }
    } else if (const uint32_t actor = SameDescription(m); actor != kNone) {
      const ActorMention& known = mentions_[founder_[actor]];
      mention.country = known.country;
      mention.sector = known.sector;
      Join(m, actor, "same description");
      continue;
    }
    const auto [at, is_new] = actor_by_key.try_emplace(DescriptionKey(mention), 0);
    if (is_new) {
      at->second = Found(m);
    } else {
      Join(m, at->second, "same description");
    }
  }
}

// Who of those before bears the title that the description is: "the president".  Nobody where two
// do who belong to different countries and neither is near.
uint32_t Linker::Bearer(uint32_t m) const {
  const ActorMention& mention = mentions_[m];
  if (mention.title.empty() || mention.plural) return kNone;
  const std::string_view first = syntax_[mention.tokens.first].lower();
  if (first == "a" || first == "an" || first == "another") return kNone;
  uint32_t found = kNone;
  const uint32_t from = m > kWindow ? m - kWindow : 0;
  for (uint32_t i = m; i-- > from;) {
    const ActorMention& other = mentions_[i];
    if (other.kind != MentionKind::kName || other.actor_kind != ActorKind::kPerson) continue;
    if (!IsCalled(other.title, mention.title)) continue;
    if (!mention.inferred && !mention.country.empty() && other.country != mention.country) continue;
    if (found == kNone) {
      if (SentenceOf(m) - SentenceOf(i) <= kNear) return actor_of_[i];
      found = i;
    } else if (actor_of_[found] != actor_of_[i]) {
      return kNone;
    }
  }
  return found == kNone ? kNone : actor_of_[found];
}

// "The administration" goes on with "President Obama's administration" of some sentences before.
uint32_t Linker::SameDescription(uint32_t m) const {
  const ActorMention& mention = mentions_[m];
  const std::string_view first = syntax_[mention.tokens.first].lower();
  if (!mention.inferred && !mention.country.empty()) return kNone;
  if (first != "the" && first != "that" && first != "this") return kNone;
  if (mention.head != mention.tokens.first + 1) return kNone;  // It says more than the noun.
  const uint32_t from = m > kWindow ? m - kWindow : 0;
  for (uint32_t i = m; i-- > from;) {
    const ActorMention& other = mentions_[i];
    if (SentenceOf(m) - SentenceOf(i) > kNear) break;
    if (other.kind != MentionKind::kNominal || HeadWord(other) != HeadWord(mention)) continue;
    if (other.plural == mention.plural && actor_of_[i] != kNone) return actor_of_[i];
  }
  return kNone;
}

}  // namespace averment
