// What a name of the lexicon means in this article.
//
// One name may be several things ("Jordan", a country and a surname), and may belong to several
// bodies and people.  Part of speech and neighbours tell things apart, the publication date tells
// people apart, and what else the article names tells apart those bodies that share a name: "AAP"
// is a party where the article is about India.

#include <algorithm>
#include <string_view>

#include "src/mentions/actor_reader.h"

namespace averment {
namespace {

// "CODECO": no word is written so, whatever the tagger says.
bool IsAllCapitals(std::string_view text) {
  return text.size() > 1 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

// What the article is about, as far as its names tell.
void ActorReader::CountCountries(const std::vector<NameMatch>& matches) {
  for (const NameMatch& match : matches) {
    const NameIndex::Meaning& m = match.meanings.front();
    const NameKind kind = KindOf(m);
    if (IsCountryKind(kind)) {
      ++country_count_[lexicon_.countries()[m.id].code];
    } else if (kind == NameKind::kBody && match.meanings.size() == 1) {
      const Role& role = lexicon_.entries()[m.id].roles.front();
      if (!role.country.empty()) ++country_count_[role.country];
    }
  }
}

// What the match means here, or null.
const NameIndex::Meaning* ActorReader::Choose(const NameMatch& match, uint32_t head) const {
  const Token token = syntax_[head];
  const Pos pos = token.pos();
  const bool nominal = pos == Pos::kNOUN || pos == Pos::kPROPN || pos == Pos::kADJ;
  const bool acronym = match.meanings.front().upper || IsAllCapitals(token.text());
  if (!nominal && !acronym && token.entity() == EntityType::kNone) return nullptr;
  if (token.tag() == Tag::kPRP || pos == Pos::kVERB || pos == Pos::kAUX) return nullptr;
  const auto find = [&](NameKind kind) -> const NameIndex::Meaning* {
    for (const auto& m : match.meanings) {
      if (KindOf(m) == kind) return &m;
    }
    return nullptr;
  };
  if (const auto* person = ChooseEntry(match, NameKind::kPerson)) return person;
  const bool common = match.tokens.size() == 1 && token.entity() == EntityType::kNone &&
                      pos != Pos::kPROPN && token.tag() != Tag::kNNPS;
  const bool shouted =
      common && head + 1 < syntax_.size() && IsAllCapitals(syntax_[head + 1].text());
  if (const auto* body = ChooseBody(match);
      body && (!common || !body->capitals || (body->upper && !shouted))) {
    return body;
  }
  const NameIndex::Meaning* adjective = find(NameKind::kAdjective);
  if (adjective && (pos == Pos::kADJ || IsModifier(head))) return adjective;
  for (NameKind kind : {NameKind::kCountry, NameKind::kPeople}) {
    if (const auto* m = find(kind)) return m;
  }
  if (adjective) return adjective;
  if (find(NameKind::kSurname) && MayStandAlone(match, head)) {
    if (const auto* person = ChooseEntry(match, NameKind::kSurname)) return person;
  }
  for (NameKind kind : {NameKind::kSeat, NameKind::kCity, NameKind::kHonorific}) {
    if (const auto* m = find(kind)) return m;
  }
  const auto* noun = find(NameKind::kNoun);
  return noun && pos != Pos::kADJ ? noun : nullptr;
}

// Of several bearers of a name the one whose time it is; nobody where two are possible.
const NameIndex::Meaning* ActorReader::ChooseEntry(const NameMatch& match, NameKind kind) const {
  constexpr std::chrono::days kAfterwards(5 * 365);  // How long a surname stays known by itself.
  const NameIndex::Meaning* best = nullptr;
  int best_rank = 0;
  bool tied = false;
  for (const auto& m : match.meanings) {
    if (KindOf(m) != kind) continue;
    const ActorEntry& entry = lexicon_.entries()[m.id];
    const Standing standing = lexicon_.StandingAt(entry, published_);
    int rank = 2;
    if (standing.time == Standing::Time::kCurrent) rank = 4;
    if (standing.time == Standing::Time::kFormer) rank = 3;
    if (kind == NameKind::kSurname) {
      const auto& last = entry.roles.back().to;
      const bool over = published_ && last && *published_ > *last + kAfterwards;
      if (over || standing.time == Standing::Time::kBefore) continue;
    }
    if (rank == best_rank) tied = true;
    if (rank > best_rank) best = &m, best_rank = rank, tied = false;
  }
  return tied ? nullptr : best;
}

// Who of a name's owner and those who share it: the one whose country the article names most, and
// the owner where it names none of theirs.
const NameIndex::Meaning* ActorReader::ChooseBody(const NameMatch& match) const {
  const NameIndex::Meaning* best = ChooseEntry(match, NameKind::kBody);
  const auto signs = [&](const NameIndex::Meaning& m) {
    const Standing standing = lexicon_.StandingAt(lexicon_.entries()[m.id], published_);
    if (published_ && standing.time != Standing::Time::kCurrent) return 0;
    const auto at = country_count_.find(standing.country);
    return at == country_count_.end() ? 0 : at->second;
  };
  int most = 0;
  bool counted = false;
  for (const auto& m : match.meanings) {
    if (KindOf(m) != NameKind::kShared) continue;
    if (!counted && best) most = signs(*best);
    counted = true;
    const int n = signs(m);
    if (n > most) {
      best = &m, most = n;
    } else if (n == most && n > 0 && best && KindOf(*best) == NameKind::kShared) {
      best = nullptr;
    }
  }
  return best;
}

// A surname by itself: a proper noun with no other name beside it and no article before it; at the
// beginning of a sentence, where the tagger may take it for a common noun, one that speaks.
bool ActorReader::MayStandAlone(const NameMatch& match, uint32_t head) const {
  if (syntax_[head].pos() != Pos::kPROPN) {
    const TokenData& t = syntax_.tokens[head];
    return t.tag == Tag::kNN && t.sentence_start && t.dep == Dep::knsubj &&
           syntax_[head].child_indices().empty() && lexicon_.IsSpeech(syntax_[t.head].lemma());
  }
  const TokenData& data = syntax_.tokens[head];
  const uint32_t sentence = data.sentence;
  const auto is_name = [&](uint32_t i) {
    return i < syntax_.size() && syntax_.tokens[i].sentence == sentence &&
           syntax_[i].pos() == Pos::kPROPN && unit_of_[i] == kNone && description_of_[i] == kNone &&
           !honorific_[i];
  };
  const uint32_t first = match.tokens.first, last = match.tokens.last;
  if (is_name(last) && syntax_.tokens[last].entity == EntityType::kPERSON) return false;
  if (first == 0 || syntax_.tokens[first - 1].sentence != sentence) return true;
  if (syntax_[first - 1].pos() == Pos::kDET) {
    return syntax_.tokens[head].dep == Dep::kcompound;  // "the Obama administration"
  }
  // "Rafael" before it says that another bearer is meant, whatever the recognizer thinks.
  const TokenData& before = syntax_.tokens[first - 1];
  const bool given = before.dep == Dep::kcompound && before.head == head;
  return !(is_name(first - 1) && (given || before.entity == EntityType::kPERSON));
}

}  // namespace averment
