// Descriptions: "the rebels" and "rebels" are one; "the president" is whoever is called so; "the
// Russian leader" who leads Russia; "his Iranian counterpart" who has the same office there; "the
// coalition" the body last named with that noun; "the bloc" the union of states last spoken of;
// "the administration" goes on with that of some lines before.  What says more ("a transitional
// government") is somebody else, and so is what belongs to somebody ("his party").

#include <algorithm>

#include "src/discourse/linker.h"
#include "src/discourse/reference_nouns.h"

namespace averment {
namespace {

constexpr uint32_t kNear = 3;  // Sentences over which a bare "the government" goes on.
constexpr uint32_t kBodyNear = 4;
constexpr int kBodyMargin = 6;

// The government of a country, under whatever noun.
bool MeansGovernment(std::string_view head) {
  return head == "government" || head == "regime" || head == "authorities" ||
         head == "administration" || head == "leadership";
}

bool IsDefinite(std::string_view first) {
  return first == "the" || first == "that" || first == "this" || first == "these" ||
         first == "those";
}

// Whether what somebody is called ("Deputy Foreign Minister") is this noun, perhaps more exactly.
bool IsCalled(std::string_view title, std::string_view noun) {
  const std::string t = Lower(title), n = Lower(noun);
  if (t == n || t.ends_with(" " + n)) return true;
  return t.starts_with(n + " of ") || t.starts_with(n + " to ") || t.starts_with(n + " for ");
}

bool LeadsCountry(std::string_view title) {
  const std::string t = Lower(title);
  return t == "president" || t == "prime minister" || t == "chancellor" || t == "supreme leader" ||
         t == "leader" || t == "king" || t == "emir" || t == "premier" || t == "head of state";
}

bool HasWord(std::string_view words, std::string_view word) {
  for (size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
    const bool begins = at == 0 || words[at - 1] == ' ';
    const size_t end = at + word.size();
    if (begins && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

// Whether the two lists of words share one.
bool Share(std::string_view wanted, std::string_view words) {
  for (size_t i = 0; i < wanted.size();) {
    const size_t end = std::min(wanted.find(' ', i), wanted.size());
    if (HasWord(words, wanted.substr(i, end - i))) return true;
    i = end + 1;
  }
  return false;
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
  if ((words == "military" || words == "armed forces") && !m.country.empty()) words = "army";
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
  if (FirstWord(mention) != "the") return kNone;
  const auto at = bodies.find(std::string(HeadWord(mention)));
  return at == bodies.end() ? kNone : at->second;
}

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
    if (mention.several || ReadSeveral(syntax_, mention.head)) continue;  // With the pronouns.
    if (const uint32_t actor = Shortened(m, actor_by_noun); actor != kNone) {
      Join(m, actor, "coreference/shortened-name");
      continue;
    }
    const std::string_view first = FirstWord(mention);
    const std::optional<Token> owner = syntax_[mention.head].child(Dep::kposs);
    const bool owned = owner && owner->pos() == Pos::kPRON;
    if (mention.actor_kind == ActorKind::kPerson) {
      if (const uint32_t actor = Counterpart(m); actor != kNone) {
        Join(m, actor, "coreference/counterpart");
        continue;
      }
      if (const uint32_t actor = owned ? kNone : Bearer(m); actor != kNone) {
        Join(m, actor, "coreference/title");
        continue;
      }
      if (const uint32_t actor = LeaderOf(m); actor != kNone) {
        Join(m, actor, "coreference/leader-of-country");
        continue;
      }
      // "A minister" is somebody new each time.
      if (first == "a" || first == "an" || first == "another") {
        Found(m);
        continue;
      }
    } else if (const uint32_t body = BodyCalled(m); body != kNone) {
      Join(m, body, "coreference/called-by-kind");
      continue;
    } else if (const uint32_t actor = SameDescription(m); actor != kNone) {
      const ActorMention& known = mentions_[founder_[actor]];
      if (known.kind != MentionKind::kPronoun) {
        mention.country = known.country;
        mention.sector = known.sector;
      }
      Join(m, actor, "coreference/same-description");
      continue;
    }
    if (anaphoric_[m]) continue;
    // "His party", "12 soldiers", "people": new each time.
    const bool counted = syntax_[mention.head].child(Dep::knummod).has_value();
    if (owned || (counted && !IsDefinite(first)) ||
        (mention.actor_kind == ActorKind::kPeople && !IsDefinite(first))) {
      Found(m);
      continue;
    }
    const auto [at, is_new] = actor_by_key.try_emplace(DescriptionKey(mention), 0);
    if (is_new) {
      at->second = Found(m);
    } else {
      Join(m, at->second, "coreference/same-description");
    }
  }
}

// Who of those before bears the title that the description is: "the president".  Nobody where two
// do who belong to different countries and neither is near.
uint32_t Linker::Bearer(uint32_t m) const {
  const ActorMention& mention = mentions_[m];
  if (mention.title.empty() || mention.plural) return kNone;
  const std::string_view first = FirstWord(mention);
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

// "The Russian leader": the one person who leads Russia, of those before.
uint32_t Linker::LeaderOf(uint32_t m) const {
  const ActorMention& mention = mentions_[m];
  if (mention.plural || HeadWord(mention) != "leader" || FirstWord(mention) != "the") return kNone;
  if (mention.country.empty() || mention.inferred || mention.head != mention.tokens.first + 2) {
    return kNone;
  }
  uint32_t found = kNone;
  const uint32_t from = m > kWindow ? m - kWindow : 0;
  for (uint32_t i = m; i-- > from;) {
    const ActorMention& other = mentions_[i];
    if (other.kind != MentionKind::kName || other.actor_kind != ActorKind::kPerson) continue;
    if (other.country != mention.country || !LeadsCountry(other.title)) continue;
    if (found != kNone && found != actor_of_[i]) return kNone;
    found = actor_of_[i];
  }
  return found;
}

// "His Iranian counterpart": who of those before belongs to that country and has an office.
uint32_t Linker::Counterpart(uint32_t m) const {
  const ActorMention& mention = mentions_[m];
  if (mention.plural || HeadWord(mention) != "counterpart" || mention.country.empty()) return kNone;
  uint32_t found = kNone;
  const uint32_t from = m > kWindow ? m - kWindow : 0;
  for (uint32_t i = m; i-- > from;) {
    const ActorMention& other = mentions_[i];
    if (other.kind != MentionKind::kName || other.actor_kind != ActorKind::kPerson) continue;
    if (other.country != mention.country || other.title.empty()) continue;
    if (found != kNone && found != actor_of_[i]) return kNone;
    found = actor_of_[i];
  }
  return found;
}

// "The administration" goes on with "President Obama's administration" of some sentences before.
uint32_t Linker::SameDescription(uint32_t m) const {
  const ActorMention& mention = mentions_[m];
  if (!mention.inferred && !mention.country.empty()) return kNone;
  if (!IsDefinite(FirstWord(mention))) return kNone;
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

// Whether the text may go on about this actor as "the group".
bool Linker::MayBeCalled(uint32_t m, std::string_view word) const {
  const ActorMention& mention = mentions_[m];
  const ReferenceNoun* noun = FindReferenceNoun(word);
  if (noun == nullptr || mention.plural) return false;
  if (noun->actor_kind == ActorKind::kCountry) return mention.actor_kind == ActorKind::kCountry;
  if (mention.actor_kind != ActorKind::kOrganization && mention.actor_kind != ActorKind::kGroup) {
    return false;
  }
  if (mention.kind == MentionKind::kNominal) return HeadWord(mention) == word;
  if (mention.kind != MentionKind::kName) return false;
  if (Share(noun->sectors, mention.sector)) return true;
  const bool of_state = Share("GOV MIL COP JUD IGO", mention.sector);
  return !(noun->actor_kind == ActorKind::kGroup && of_state) &&
         Share(noun->names, Lower(mention.name));
}

// The body that "the bloc" or "the group" goes on about.  Nobody where two are as likely.
uint32_t Linker::BodyCalled(uint32_t m) const {
  const ActorMention& mention = mentions_[m];
  if (mention.plural || mention.head == 0 || !IsDefinite(FirstWord(mention))) return kNone;
  if (!mention.inferred && !mention.country.empty()) return kNone;
  if (FindReferenceNoun(HeadWord(mention)) == nullptr) return kNone;
  const uint32_t words = mention.head - mention.tokens.first;
  const bool world = words == 2 && (syntax_[mention.head - 1].lower() == "world" ||
                                    syntax_[mention.head - 1].lower() == "global");
  if ((words != 1 && !world) || mention.tokens.last != mention.head + 1) return kNone;
  const std::vector<uint32_t> path = PathUp(mention.head);
  const std::vector<uint32_t> mates = ClauseMates(mention.head);
  std::vector<Candidate> candidates;
  const uint32_t from = m > kWindow ? m - kWindow : 0;
  for (uint32_t i = m; i-- > from;) {
    if (SentenceOf(m) - SentenceOf(i) > kBodyNear) break;
    if (actor_of_[i] == kNone || !MayBeCalled(i, HeadWord(mention))) continue;
    if (Contains(mates, actor_of_[i])) continue;
    candidates.push_back({{actor_of_[i]}, Salience(mentions_[i].head, mention.head, path)});
  }
  const Candidate best = Best(candidates, kBodyMargin);
  return best.actors.empty() ? kNone : best.actors[0];
}

}  // namespace averment
