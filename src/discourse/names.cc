// Names.  A name stands for whoever the article names more fully with it: "Ryabkov" for Sergei
// Ryabkov, "Le Pen" for Marine Le Pen whatever the recognizer takes it for, "RUF" for the
// Revolutionary United Front.  Surnames come before first names ("Philippe" is Edouard Philippe,
// though a Philippe Martinez is about); a name that two people share founds an actor of its own.

#include <algorithm>

#include "src/discourse/linker.h"

namespace averment {
namespace {

constexpr int kMostAliases = 16;  // Each is a walk over all mentions.

std::string_view LastWord(std::string_view words) {
  const size_t blank = words.rfind(' ');
  return blank == words.npos ? words : words.substr(blank + 1);
}

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

bool IsAcronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 8 && std::ranges::all_of(word, IsCapital);
}

// Of "Revolutionary United Front": "RUF".  Small words do not count.
std::string Initials(std::string_view name) {
  std::string initials;
  for (size_t i = 0; i < name.size(); ++i) {
    if (IsCapital(name[i]) && (i == 0 || name[i - 1] == ' ' || name[i - 1] == '-')) {
      initials += name[i];
    }
  }
  return initials;
}

// Whether the mention only has part of its person's name.
bool IsShort(const ActorMention& m) {
  return m.rule == "actor/known-surname" || m.name.find(' ') == std::string::npos;
}

}  // namespace

// What ends the name of somebody named in full: "Bhutto Zardari" and "Zardari".
void Linker::NoteSurnames() {
  std::unordered_map<std::string, std::string> full_name;
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const ActorMention& mention = mentions_[m];
    if (mention.kind != MentionKind::kName || !IsPerson(mention) || IsShort(mention)) continue;
    const std::string name = Lower(mention.name);
    size_t blank = name.find(' ');
    for (int part = 0; part < 4 && blank != name.npos; ++part, blank = name.find(' ', blank + 1)) {
      std::string end = name.substr(blank + 1);
      const auto [at, is_new] = full_name.try_emplace(end, name);
      if (is_new) {
        surname_owner_[std::move(end)] = m;
      } else if (at->second != name) {
        surname_owner_[std::move(end)] = kNone;
      }
    }
  }
}

// Whether a name that the lexicon does not know is the surname of one whom the article names.
bool Linker::IsSurname(const ActorMention& mention) const {
  if (!mention.lexicon_id.empty() || mention.actor_kind == ActorKind::kPeople) return false;
  const auto at = surname_owner_.find(Lower(mention.name));
  return at != surname_owner_.end() && at->second != kNone;
}

// Surnames of people whom the lexicon knows wait: the article may mean another.
void Linker::LinkFullNames() {
  NoteSurnames();
  std::unordered_map<std::string, uint32_t> actor_by_key;
  std::unordered_map<std::string, uint32_t> actor_by_noun;  // Of the body last named with it.
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const ActorMention& mention = mentions_[m];
    if (mention.kind != MentionKind::kName) continue;
    const bool person = IsPerson(mention);
    if (person && IsShort(mention) && mention.rule != "actor/person") continue;
    if (IsSurname(mention)) continue;
    std::string key = Lower(mention.name);
    if (!mention.lexicon_id.empty()) {
      key = "#" + mention.lexicon_id;
    } else if (mention.actor_kind == ActorKind::kPeople) {
      key = "people of " + (mention.country.empty() ? key : mention.country);
    } else if (person) {
      key = key.substr(0, key.find(' ')) + " " + std::string(LastWord(key));
    }
    // "The Observatory": one word of a longer name before.
    if (mention.lexicon_id.empty() && !person && mention.tokens.size() == 1) {
      if (const auto body = actor_by_noun.find(std::string(HeadWord(mention)));
          body != actor_by_noun.end()) {
        Join(m, body->second, "coreference/shortened-name");
        continue;
      }
    }
    const auto [at, is_new] = actor_by_key.try_emplace(key, 0);
    if (!person && mention.tokens.size() > 1 && mention.actor_kind != ActorKind::kCountry) {
      actor_by_noun[std::string(HeadWord(mention))] =
          is_new ? uint32_t(founder_.size()) : at->second;
    }
    if (is_new) {
      at->second = Found(m);
    } else {
      const bool listed = !mention.lexicon_id.empty();
      Join(m, at->second, listed ? "coreference/same-lexicon-entry" : "coreference/same-name");
    }
  }
}

// "the Syrian Human Rights Committee (SHRC)": from here on the letters mean that name, whatever the
// lexicon thinks of them.  Without brackets they do where they are its initials.
void Linker::LinkAcronyms() {
  struct Meaning {
    uint32_t actor;
    const char* why;
  };
  std::unordered_map<std::string, Meaning> meaning;
  uint32_t before = kNone;  // The last name of several words.
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const ActorMention& mention = mentions_[m];
    if (mention.kind != MentionKind::kName) continue;
    const uint32_t t = mention.tokens.last - 1;
    if (mention.tokens.size() > 2 || !IsAcronym(syntax_[t].text())) {
      before = m;
      if (IsPerson(mention) || actor_of_[m] == kNone) continue;
      // The words, not the lexicon's name for them.
      std::string initials = Initials(syntax_.SpanOf(mention.tokens).text());
      if (initials.size() < 3) continue;
      meaning.try_emplace(std::move(initials), Meaning{actor_of_[m], "coreference/initials"});
      continue;
    }
    const bool in_brackets = t > 0 && t + 1 < syntax_.size() && syntax_[t - 1].tag() == Tag::kLRB &&
                             syntax_[t + 1].tag() == Tag::kRRB;
    std::string letters(syntax_[t].text());
    if (in_brackets && before != kNone && mentions_[before].tokens.last == t - 1 &&
        !IsPerson(mentions_[before]) && actor_of_[before] != kNone) {
      meaning[letters] = {actor_of_[before], "coreference/acronym"};
    }
    const auto at = meaning.find(letters);
    if (at == meaning.end() || at->second.actor == actor_of_[m]) continue;
    Join(m, at->second.actor, at->second.why);
  }
}

// A first name serves as well where no surname is meant.
void Linker::LinkSurnames() {
  std::unordered_map<std::string, uint32_t> by_first_name;  // Or kNone: several have it.
  std::unordered_map<std::string, uint32_t> by_last_word;
  std::unordered_map<std::string, uint32_t> by_lexicon, by_word;
  const auto note = [](auto& table, std::string word, uint32_t actor) {
    const auto [at, is_new] = table.try_emplace(std::move(word), actor);
    if (!is_new && at->second != actor) at->second = kNone;
  };
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const ActorMention& mention = mentions_[m];
    if (!IsPerson(mention) || actor_of_[m] == kNone) continue;
    if (!mention.lexicon_id.empty()) by_lexicon.try_emplace(mention.lexicon_id, actor_of_[m]);
    note(by_last_word, std::string(syntax_[mention.tokens.last - 1].lower()), actor_of_[m]);
    if (const size_t blank = mention.name.find(' '); blank != std::string::npos) {
      note(by_first_name, Lower(std::string_view(mention.name).substr(0, blank)), actor_of_[m]);
    }
  }
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    ActorMention& mention = mentions_[m];
    if (mention.kind != MentionKind::kName || actor_of_[m] != kNone) continue;
    if (IsSurname(mention)) {
      const uint32_t owner = surname_owner_.find(Lower(mention.name))->second;
      if (actor_of_[owner] != kNone) {
        mention.actor_kind = ActorKind::kPerson;
        Join(m, actor_of_[owner], "coreference/surname");
        continue;
      }
    }
    const std::string word(syntax_[mention.tokens.last - 1].lower());
    if (const auto same = by_last_word.find(word); same != by_last_word.end()) {
      if (same->second != kNone) {
        Join(m, same->second, "coreference/surname");
        continue;
      }
    } else if (const auto first = by_first_name.find(word);
               first != by_first_name.end() && first->second != kNone) {
      Join(m, first->second, "coreference/first-name");
      continue;
    }
    // The lexicon's person; without the lexicon the surname stands for itself.
    const bool listed = !mention.lexicon_id.empty();
    const auto [at, is_new] =
        (listed ? by_lexicon : by_word).try_emplace(listed ? mention.lexicon_id : word, 0);
    if (is_new) {
      at->second = Found(m);
    } else {
      Join(m, at->second, "coreference/surname");
    }
  }
}

// "Sergei Ryabkov, the deputy foreign minister": one person.  A plural names more than one.  Who is
// called a lawyer is a person, whatever the recognizer took the name for.
void Linker::LinkAppositions() {
  for (uint32_t m = 0; m < mentions_.size(); ++m) {
    const TokenData& t = syntax_.tokens[mentions_[m].head];
    if (t.dep != Dep::kappos || mention_of_head_[t.head] == kNone) continue;
    const uint32_t other = mention_of_head_[t.head];
    const ActorMention &a = mentions_[other], &b = mentions_[m];
    if (a.plural || b.plural || a.kind == b.kind) continue;
    const uint32_t name = a.kind == MentionKind::kName ? other : m;
    const uint32_t nominal = name == other ? m : other;
    if (mentions_[nominal].kind != MentionKind::kNominal || actor_of_[name] == kNone) continue;
    const bool guessed = mentions_[name].rule == "actor/entity-organization";
    if (IsPerson(mentions_[nominal]) && guessed) {
      mentions_[name].actor_kind = ActorKind::kPerson;
    }
    if (IsPerson(mentions_[name]) != IsPerson(mentions_[nominal])) continue;
    Join(nominal, actor_of_[name], "coreference/apposition");
  }
}

// "Dagalo, who is better known as Hemedti": one by two names.
void Linker::LinkAliases() {
  int left = kMostAliases;
  for (uint32_t m = 0; m < mentions_.size() && left > 0; ++m) {
    const ActorMention& mention = mentions_[m];
    const Token name = syntax_[mention.head];
    if (mention.kind != MentionKind::kName || name.dep() != Dep::kpobj) continue;
    if (name.head().lower() != "as" || name.head().head().lemma() != "know") continue;
    const Token verb = name.head().head();
    if (verb.dep() != Dep::krelcl && verb.dep() != Dep::kacl) continue;
    const uint32_t known = mention_of_head_[verb.data().head];
    if (known == kNone || actor_of_[known] == kNone || actor_of_[known] == actor_of_[m]) continue;
    if (!mention.lexicon_id.empty() && IsPerson(mention) != IsPerson(mentions_[known])) continue;
    Merge(actor_of_[m], actor_of_[known], "coreference/alias");
    --left;
  }
}

}  // namespace averment
