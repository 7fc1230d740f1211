// Reads knowledge/actor/ line by line and refuses what cannot be true.  The formats are in its
// README.
//
// A name may be claimed twice only where the claims can be told apart: by what is asked for (a
// country and a body), or by time (two people called George Bush).

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "src/knowledge/actor_forms.h"
#include "src/knowledge/actor_lexicon.h"
#include "src/knowledge/lines.h"

namespace averment {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSectors[] = {"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY",
                                         "MED", "EDU", "BUS", "CRM", "CVL", "LEG", "IGO", "NGO",
                                         "REF", "LAB", "REL", "AGR", "ELI", "UAF", "SET"};

// "1999", "1999-03" or "1999-03-24"; the first or the last day it may mean.
std::optional<Date> ParseDay(std::string_view written, bool last) {
  const std::vector<std::string> parts = SplitAt(written, '-');
  int n[3] = {0, 1, 1};
  if (parts.size() > 3) return std::nullopt;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].size() != (i == 0 ? 4u : 2u)) return std::nullopt;
    n[i] = 0;
    for (char c : parts[i]) {
      if (c < '0' || c > '9') return std::nullopt;
      n[i] = n[i] * 10 + (c - '0');
    }
  }
  const std::optional<Date> day = MakeDate(n[0], unsigned(n[1]), unsigned(n[2]));
  if (!day || !last || parts.size() == 3) return day;
  return AddMonths(*day, parts.size() == 2 ? 1 : 12) - std::chrono::days(1);
}

// "GOV+MIL" as "GOV MIL", "-" as nothing; nullopt where a sector is unknown.
std::optional<std::string> ParseSectors(std::string_view written) {
  std::string sectors;
  if (written == "-") return sectors;
  for (const std::string& s : SplitAt(written, '+')) {
    if (std::find(std::begin(kSectors), std::end(kSectors), s) == std::end(kSectors)) {
      return std::nullopt;
    }
    sectors += (sectors.empty() ? "" : " ") + s;
  }
  return sectors;
}

std::string IdOf(std::string_view name) {
  std::string id;
  for (const FoldedWord& w : FoldWords(name)) id += (id.empty() ? "" : "-") + w.text;
  return id;
}

// A country replaces that of its code, a person or body that of its canonical name.
LineEntry CountryEntry(const Line& line) { return {LineEntry::Kind::kReplaces, line.key}; }

LineEntry ActorEntryLine(const Line& line) {
  const std::string_view names = std::string_view(line.rest).substr(0, line.rest.find(" : "));
  return {LineEntry::Kind::kReplaces, IdOf(names.substr(0, names.find(',')))};
}

// people.txt, people_africa.txt ..., in name order: what the base has.
std::vector<KnowledgePath> FilesOf(const KnowledgePath& dir, const std::string& stem) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(dir.base(), error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    std::string name = it->path().filename().string();
    if (name.starts_with(stem) && name.ends_with(".txt")) names.push_back(std::move(name));
  }
  if (names.empty()) names.push_back(stem + ".txt");  // Says that it is missing.
  std::ranges::sort(names);
  std::vector<KnowledgePath> paths;
  for (const std::string& name : names) paths.push_back(dir / name);
  return paths;
}

}  // namespace

class ActorLexiconReader {
 public:
  Status Read(const KnowledgePath& dir) {
    using Self = ActorLexiconReader;
    struct File {
      const char* stem;
      EntryOf entry_of;
      Status (Self::*read)(const Line&);
    };
    const File files[] = {{"countries", CountryEntry, &Self::ReadCountry},
                          {"cities", ListEntry, &Self::ReadCities},
                          {"agents", ListEntry, &Self::ReadNouns},
                          {"bodies", ActorEntryLine, &Self::ReadEntry},
                          {"people", ActorEntryLine, &Self::ReadEntry},
                          {"words", ListEntry, &Self::ReadWords}};
    for (const File& f : files) {
      Result<LineFile> file = LineFile::Load(FilesOf(dir, f.stem), f.entry_of);
      if (!file.ok()) return file.status();
      file_ = &file.value();
      for (const bool marks : {false, true}) {  // Marks are on nouns of all files.
        for (const Line& line : file.value().lines) {
          if (line.indented) return Wrong(line, "an indented line");
          if (marks != IsMark(line)) continue;
          if (Status status = (this->*f.read)(line); !status.ok()) return status;
        }
      }
    }
    return Status();
  }

  ActorLexicon lexicon;

 private:
  Status Wrong(const Line& line, std::string_view why) const { return file_->Error(line, why); }

  static bool IsMark(const Line& line) { return line.key == "collective" || line.key == "titles"; }

  // Claims a name; says who has it where it cannot be told apart.  A name that an overlay has
  // claimed is its own.
  Status Claim(const Line& line, const std::string& name, NameKind kind, uint32_t id) {
    const std::vector<FoldedWord> words = FoldWords(name);
    if (words.empty()) return Wrong(line, "a name without a word: \"" + name + "\"");
    const std::string where = file_->PathOf(line) + ":" + std::to_string(line.number);
    const bool dated = kind == NameKind::kPerson || kind == NameKind::kBody;
    const bool shared = kind == NameKind::kSurname || kind == NameKind::kShared;
    auto& claims = claims_[{kind == NameKind::kPerson ? NameKind::kBody : kind, IdOf(name)}];
    for (const auto& [other, place, folder] : claims) {
      if (other == id && place == where) return Wrong(line, "\"" + name + "\" is there twice");
      if (!shared && !(dated && ToldApart(other, id))) {
        if (folder > line.folder) return Status();
        return Wrong(line, "\"" + name + "\" is also claimed by " + place);
      }
    }
    claims.push_back({id, where, line.folder});
    const bool body = kind == NameKind::kBody || kind == NameKind::kShared;
    const std::string indexed = kind == NameKind::kPerson ? WithOneCapital(name)
                                : body                    ? WithSmallNoun(name)
                                                          : name;
    lexicon.names_.Add(indexed, uint8_t(kind), id);
    return Status();
  }

  bool ToldApart(uint32_t a, uint32_t b) const {
    const auto& x = lexicon.entries_[a].roles;
    const auto& y = lexicon.entries_[b].roles;
    const auto before = [](const std::vector<Role>& p, const std::vector<Role>& q) {
      return p.back().to && q.front().from && *p.back().to < *q.front().from;
    };
    return before(x, y) || before(y, x);
  }

  std::optional<uint32_t> CountryId(std::string_view code) const {
    const auto& all = lexicon.countries_;
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Country& c) { return c.code == code; });
    if (at == all.end()) return std::nullopt;
    return uint32_t(at - all.begin());
  }

  Status ClaimAll(const Line& line, std::string_view list, NameKind kind, uint32_t id) {
    if (list == "-") return Status();
    for (const std::string& name : SplitAt(list, ',')) {
      if (Status status = Claim(line, name, kind, id); !status.ok()) return status;
    }
    return Status();
  }

  Status ReadCountry(const Line& line) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (line.key.size() != 3 || !std::all_of(line.key.begin(), line.key.end(), capital)) {
      return Wrong(line, "a country's code is three capitals");
    }
    if (CountryId(line.key)) return Wrong(line, "the country is there twice: " + line.key);
    const std::vector<std::string> columns = SplitAt(line.rest, '|');
    if (columns.size() != 4) return Wrong(line, "wanted: names | adjectives | people | seats");
    const uint32_t id = uint32_t(lexicon.countries_.size());
    lexicon.countries_.push_back({line.key, SplitAt(columns[0], ',').front()});
    constexpr NameKind kinds[] = {NameKind::kCountry, NameKind::kAdjective, NameKind::kPeople,
                                  NameKind::kSeat};
    for (size_t i = 0; i < columns.size(); ++i) {
      if (Status status = ClaimAll(line, columns[i], kinds[i], id); !status.ok()) return status;
    }
    return Status();
  }

  Status ReadCities(const Line& line) {
    const auto id = CountryId(line.key);
    if (!id) return Wrong(line, "no such country: " + line.key);
    return ClaimAll(line, line.rest, NameKind::kCity, *id);
  }

  Status ReadNouns(const Line& line) {
    if (IsMark(line)) return ReadMarks(line);
    const size_t colon = line.rest.find(" : ");
    if (colon == std::string::npos) return Wrong(line, "wanted: KIND SECTORS FLAGS : nouns");
    const std::vector<std::string> head = SplitAt(line.rest.substr(0, colon), ' ');
    ActorNoun noun;
    const auto sectors = ParseSectors(head[0]);
    if (!sectors) return Wrong(line, "no such sector: " + head[0]);
    noun.sector = *sectors;
    bool honorific = false;
    for (size_t i = 1; i < head.size(); ++i) {
      if (head[i] == "title")
        noun.title = true;
      else if (head[i] == "relation")
        noun.relation = true;
      else if (head[i] == "inherit")
        noun.inherit = true;
      else if (head[i] == "thing")
        noun.thing = noun.inherit = true;
      else if (head[i] == "setting")
        noun.setting = true;
      else if (head[i] == "state")
        noun.state = true;
      else if (head[i] == "honorific")
        honorific = true;
      else
        return Wrong(line, "no such flag: " + head[i]);
    }
    if (line.key == "body")
      noun.singular = noun.plural = ActorKind::kOrganization;
    else if (line.key == "people")
      noun.plural = ActorKind::kPeople;
    else if (line.key != "person" && line.key != "group")
      return Wrong(line, "no such kind: " + line.key);
    for (const std::string& written : SplitAt(line.rest.substr(colon + 3), ',')) {
      const std::vector<std::string> forms = SplitAt(written, '/');
      noun.noun = forms[0];
      const uint32_t id = uint32_t(lexicon.nouns_.size());
      lexicon.nouns_.push_back(noun);
      const NameKind kind = honorific ? NameKind::kHonorific : NameKind::kNoun;
      const std::string plural = forms.size() > 1 ? forms[1] : PluralOf(forms[0]);
      if (plural != forms[0]) {
        if (Status s = Claim(line, forms[0], kind, 2 * id); !s.ok()) return s;
      }
      if (honorific) continue;
      if (Status s = Claim(line, plural, kind, 2 * id + 1); !s.ok()) return s;
      noun_ids_.try_emplace(IdOf(forms[0]), id);
    }
    return Status();
  }

  // Lines that mark nouns of the lines above.
  Status ReadMarks(const Line& line) {
    for (const std::string& word : SplitAt(line.rest, ',')) {
      if (line.key == "titles") {
        const auto at = noun_ids_.find(IdOf(word));
        if (at == noun_ids_.end()) return Wrong(line, "no such noun above: " + word);
        lexicon.nouns_[at->second].title = true;
        continue;
      }
      for (ActorNoun& noun : lexicon.nouns_) {
        const bool is_last = noun.noun == word || noun.noun.ends_with(" " + word);
        if (is_last && noun.singular == ActorKind::kPerson) noun.singular = ActorKind::kGroup;
      }
    }
    return Status();
  }

  Status ReadEntry(const Line& line) {
    static const std::map<std::string, ActorKind> kinds = {
        {"man", ActorKind::kPerson},
        {"woman", ActorKind::kPerson},
        {"group", ActorKind::kGroup},
        {"organization", ActorKind::kOrganization},
        {"people", ActorKind::kPeople}};
    const auto kind = kinds.find(line.key);
    if (kind == kinds.end()) return Wrong(line, "no such kind: " + line.key);
    const size_t colon = line.rest.find(" : ");
    if (colon == std::string::npos) return Wrong(line, "wanted: KIND names : roles");
    const std::vector<std::string> names = SplitAt(line.rest.substr(0, colon), ',');
    ActorEntry entry{IdOf(names[0]), names[0], kind->second, Gender::kUnknown, {}};
    if (line.key == "man") entry.gender = Gender::kMale;
    if (line.key == "woman") entry.gender = Gender::kFemale;
    if (!ids_.insert(entry.id).second) return Wrong(line, "the entry is there twice: " + entry.id);
    for (const std::string& role : SplitAt(line.rest.substr(colon + 3), ';')) {
      if (Status status = ReadRole(line, role, entry); !status.ok()) return status;
    }
    const uint32_t id = uint32_t(lexicon.entries_.size());
    lexicon.entries_.push_back(std::move(entry));
    const bool person = kind->second == ActorKind::kPerson;
    for (const std::string& name : names) {
      const bool alone = name.starts_with('*'), shared = name.starts_with('?');
      if (alone && !person) return Wrong(line, "only people have names with a *");
      if (shared && person) return Wrong(line, "only bodies have names with a ?");
      const NameKind name_kind = alone    ? NameKind::kSurname
                                 : shared ? NameKind::kShared
                                 : person ? NameKind::kPerson
                                          : NameKind::kBody;
      if (Status s = Claim(line, alone || shared ? name.substr(1) : name, name_kind, id); !s.ok()) {
        return s;
      }
    }
    return Status();
  }

  // COUNTRY SECTORS [FROM..TO] [title]
  Status ReadRole(const Line& line, const std::string& written, ActorEntry& entry) const {
    std::vector<std::string> words = SplitAt(written, ' ');
    if (words.size() < 2) return Wrong(line, "wanted: COUNTRY SECTORS FROM..TO title: " + written);
    Role role;
    if (words[0] != "-") role.country = words[0];
    if (words[0] != "-" && !CountryId(words[0])) return Wrong(line, "no such country: " + words[0]);
    const auto sectors = ParseSectors(words[1]);
    if (!sectors) return Wrong(line, "no such sector: " + words[1]);
    role.sector = *sectors;
    size_t at = 2;
    if (const size_t dots = at < words.size() ? words[at].find("..") : std::string::npos;
        dots != std::string::npos) {
      role.dates = words[at++];
      const std::string from = role.dates.substr(0, dots), to = role.dates.substr(dots + 2);
      role.from = from.empty() ? std::nullopt : ParseDay(from, false);
      role.to = to.empty() ? std::nullopt : ParseDay(to, true);
      if ((!from.empty() && !role.from) || (!to.empty() && !role.to) ||
          (role.from && role.to && *role.to < *role.from)) {
        return Wrong(line, "no such dates: " + role.dates);
      }
    }
    for (; at < words.size(); ++at) role.title += (role.title.empty() ? "" : " ") + words[at];
    if (!entry.roles.empty()) {
      const Role& last = entry.roles.back();
      // The day an office is handed over may stand in both roles.
      if (!last.to || !role.from || *role.from < *last.to) {
        return Wrong(line, "roles overlap or stand out of order: " + written);
      }
    }
    entry.roles.push_back(std::move(role));
    return Status();
  }

  // LIST words; or: tells SECTOR adjectives
  Status ReadWords(const Line& line) {
    const std::map<std::string, WordSet*> sets = {{"acts", &lexicon.acts_},
                                                  {"conflicts", &lexicon.conflicts_},
                                                  {"home", &lexicon.home_},
                                                  {"speech", &lexicon.speech_},
                                                  {"men", &lexicon.male_},
                                                  {"women", &lexicon.female_},
                                                  {"things", &lexicon.things_},
                                                  {"minds", &lexicon.minds_},
                                                  {"tells", nullptr}};
    const auto set = sets.find(line.key);
    if (set == sets.end()) return Wrong(line, "no such list: " + line.key);
    const bool tells = set->second == nullptr;
    const size_t blank = tells ? std::min(line.rest.find(' '), line.rest.size()) : 0;
    const std::string sector = line.rest.substr(0, blank);
    if (tells && !ParseSectors(sector)) return Wrong(line, "no such sector: " + sector);
    for (const std::string& word : SplitAt(std::string_view(line.rest).substr(blank), ',')) {
      const auto [at, is_new] = said_.try_emplace({line.key, word}, line.folder);
      if (!is_new && at->second == line.folder) {
        return Wrong(line, "\"" + word + "\" is there twice");
      }
      if (!tells) set->second->insert(word);
      if (tells && is_new) lexicon.sector_of_.emplace(word, sector);
    }
    return Status();
  }

  const LineFile* file_ = nullptr;
  struct Claimed {
    uint32_t id;
    std::string place;
    uint16_t folder;
  };
  // Who claims a name.
  std::map<std::pair<NameKind, std::string>, std::vector<Claimed>> claims_;
  std::map<std::pair<std::string, std::string>, uint16_t> said_;  // Words of lists, and by whom.
  std::map<std::string, uint32_t> noun_ids_;
  std::set<std::string> ids_;
};

Result<ActorLexicon> ActorLexicon::Load(const KnowledgePath& dir) {
  ActorLexiconReader reader;
  if (Status status = reader.Read(dir); !status.ok()) return status;
  return std::move(reader.lexicon);
}

}  // namespace averment
