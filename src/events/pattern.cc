// A rule file is read line by line; what a line may say is a closed list, so a slip is an error
// with file and line and never a rule that silently matches nothing.

#include "src/events/pattern.h"

#include <algorithm>
#include <map>

#include "src/events/pattern_words.h"
#include "src/knowledge/lines.h"

namespace averment::events {

const std::array<const char*, 4> kRuleFiles = {"verbal_cooperation.txt", "material_cooperation.txt",
                                               "verbal_conflict.txt", "material_conflict.txt"};

std::vector<std::string> SplitList(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const size_t end = std::min(list.find(','), list.size());
    if (std::string item = SqueezeBlanks(list.substr(0, end)); !item.empty()) {
      items.push_back(std::move(item));
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return items;
}

bool IsClassName(std::string_view word) {
  return word.size() > 1 &&
         std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

namespace {

// Words add to a class; a frame replaces that of its name.
LineEntry ClassEntry(const Line& line) {
  if (line.key != "frame") return RuleEntry(line);
  return {LineEntry::Kind::kReplaces, "frame " + line.rest};
}

}  // namespace

// Reads the files of one folder into a RuleSet.
class RuleReader {
 public:
  // Of events (with an ontology) or of another topic (with a dialect).
  RuleReader(const Ontology* ontology, const Dialect* dialect, Words& words)
      : ontology_(ontology), dialect_(dialect), words_(words) {}

  Status ReadClasses(const KnowledgePath& path) {
    Result<LineFile> file = LineFile::Load(path, ClassEntry);
    if (!file.ok()) return file.status();
    std::string frame;
    uint16_t at = 0;  // The file that is being read.
    for (const Line& line : file.value().lines) {
      if (line.file != at) frame.clear();
      at = line.file;
      if (line.key == "class") {
        const size_t end = std::min(line.rest.find_first_of(" \t"), line.rest.size());
        const std::string name = line.rest.substr(0, end);
        if (!IsClassName(name)) return file.value().Error(line, "a class is written LIKE_THIS");
        for (const std::string& item : SplitList(line.rest.substr(end))) {
          words_.AddToClass(name, item);
        }
      } else if (line.key == "frame") {
        frame = line.rest;
        frames_[frame];
      } else if (!frame.empty()) {
        frames_[frame].push_back(line);
      } else {
        return file.value().Error(line, "expected `class` or `frame`: " + line.key);
      }
    }
    return Status();
  }

  Status ReadRules(const KnowledgePath& dir, std::span<const std::string> files) {
    std::vector<KnowledgePath> paths;
    for (const std::string& name : files) paths.push_back(dir / name);
    Result<LineFile> file = LineFile::Load(paths, RuleEntry);
    if (!file.ok()) return file.status();
    for (const Line& line : file.value().lines) {
      if (open_ && line.file != rule_line_.file) {
        if (Status status = FinishRule(file.value()); !status.ok()) return status;
      }
      if (Status status = ReadLine(file.value(), line); !status.ok()) return status;
    }
    return FinishRule(file.value());
  }

  RuleSet Finish() {
    for (std::vector<RuleSet::Entry>& entries : set_.by_word_) {
      std::ranges::stable_sort(entries, [&](const auto& a, const auto& b) {
        if (a.phrase.rest.size() != b.phrase.rest.size()) {
          return a.phrase.rest.size() > b.phrase.rest.size();
        }
        return set_.rules_[a.rule].conditions.size() > set_.rules_[b.rule].conditions.size();
      });
    }
    return std::move(set_);
  }

 private:
  // An empty reason: all is well.
  using Reason = std::string;

  Status ReadLine(const LineFile& file, const Line& line) {
    if (line.key == "published") return Status();
    if (line.key == "rule") {
      if (Status status = FinishRule(file); !status.ok()) return status;
      return BeginRule(file, line);
    }
    if (!open_) return file.Error(line, "no rule above");
    if (line.key == "+" || line.key == "-") {
      ++(line.key == "+" ? positive_ : negative_);
      return Status();
    }
    const Reason wrong = Attribute(line);
    return wrong.empty() ? Status() : file.Error(line, wrong);
  }

  Status BeginRule(const LineFile& file, const Line& line) {
    Rule rule;
    rule.id = (dialect_ ? dialect_->topic : "event") + "/" + line.rest;
    rule.line = line.number;
    rule.file = file.PathOf(line);
    if (dialect_) {
      rule.choices.resize(dialect_->choices.size());
      rule.roles.resize(dialect_->roles.size());
    }
    if (line.rest.empty() || line.rest.find(' ') != std::string::npos) {
      return file.Error(line, "a rule has a name without blanks");
    }
    if (!ids_.emplace(rule.id, line.number).second) {
      return file.Error(line, "a second rule with the name " + line.rest);
    }
    set_.rules_.push_back(std::move(rule));
    rule_line_ = line;
    open_ = true;
    coded_ = triggered_ = false;
    positive_ = negative_ = 0;
    return Status();
  }

  Status FinishRule(const LineFile& file) {
    if (!open_) return Status();
    open_ = false;
    const Rule& rule = set_.rules_.back();
    const Line& line = rule_line_;
    const std::string key = dialect_ ? dialect_->choices[0].key : "code";
    if (!coded_) return file.Error(line, "the rule has no `" + key + "`");
    if (!triggered_) return file.Error(line, "the rule has no trigger");
    const bool finds = rule.type || (dialect_ && !rule.blocks);
    if (finds && positive_ == 0) return file.Error(line, "the rule has no example");
    if (negative_ == 0) return file.Error(line, "the rule has no near miss");
    if (rule.type && rule.source.paths.empty() && rule.target.paths.empty()) {
      return file.Error(line, "the rule names neither source nor target");
    }
    return Status();
  }

  // What every topic has.  Nothing where the word is none of it.
  std::optional<Reason> Shared(const Line& line, Rule& rule) {
    if (line.key == "verb") return ReadTriggers(line.rest, WordKind::kVerb);
    if (line.key == "noun") return ReadTriggers(line.rest, WordKind::kNoun);
    if (line.key == "adjective") return ReadTriggers(line.rest, WordKind::kAdjective);
    if (line.key == "where" || line.key == "unless") return ReadCondition(line, rule);
    return std::nullopt;
  }

  Reason OfDialect(const Line& line, Rule& rule) {
    for (size_t i = 0; i < dialect_->choices.size(); ++i) {
      const auto& [key, values] = dialect_->choices[i];
      if (line.key != key) continue;
      const auto at = std::ranges::find(values, line.rest);
      if (at == values.end()) return "no such value of " + key + ": " + line.rest;
      rule.choices[i] = uint8_t(at - values.begin());
      coded_ = coded_ || i == 0;
      rule.blocks = rule.blocks || (i == 0 && *at == "nothing");
      return "";
    }
    const bool required = line.key.ends_with('!');
    const std::string name = line.key.substr(0, line.key.size() - (required ? 1 : 0));
    for (size_t i = 0; i < dialect_->roles.size(); ++i) {
      if (name != dialect_->roles[i]) continue;
      rule.roles[i].required = required;
      return ReadRole(line.rest, rule.roles[i]);
    }
    return "no such word: " + line.key;
  }

  Reason Attribute(const Line& line) {
    Rule& rule = set_.rules_.back();
    if (const auto shared = Shared(line, rule)) return *shared;
    if (dialect_) return OfDialect(line, rule);
    if (line.key == "code") return ReadCode(line.rest, rule);
    if (line.key == "status") return ReadStatus(line.rest, rule);
    if (line.key == "content") return ReadContent(line.rest, rule);
    if (line.key == "frame") {
      const auto frame = frames_.find(line.rest);
      if (frame == frames_.end()) return "no such frame: " + line.rest;
      for (const Line& part : frame->second) {
        if (Reason wrong = Attribute(part); !wrong.empty()) return wrong;
      }
      return "";
    }
    if (line.key == "mutual") {
      rule.mutual = true;
      return "";
    }
    if (line.key == "joint") {
      rule.joint = true;
      return "";
    }
    if (line.key == "source" || line.key == "source!") {
      rule.source.required = line.key.back() == '!';
      return ReadRole(line.rest, rule.source);
    }
    if (line.key == "target" || line.key == "target!") {
      rule.target.required = line.key.back() == '!';
      return ReadRole(line.rest, rule.target);
    }
    return "no such word: " + line.key;
  }

  Reason ReadCode(const std::string& rest, Rule& rule) {
    coded_ = true;
    const std::vector<std::string> words = SplitBlanks(rest);
    if (words.size() == 1 && words[0] == "NONE") return "";
    if (words.size() < 2 || words.size() > 3) return "expected TYPE [mode] CAMEO";
    rule.type = ParseEventType(words[0]);
    if (!rule.type) return "no such type: " + words[0];
    rule.cameo = words.back();
    if (words.size() == 3) rule.mode = words[1];
    if (!rule.mode.empty() && !ontology_->HasMode(*rule.type, rule.mode)) {
      return words[0] + " has no mode " + rule.mode;
    }
    if (!ontology_->HasCameo(*rule.type, rule.cameo)) {
      return words[0] + " has no CAMEO code " + rule.cameo;
    }
    return "";
  }

  Reason ReadTerm(const std::string& word, Term& term) {
    if (!IsClassName(word)) {
      term.word = words_.Add(word);
      return "";
    }
    if (!words_.HasClass(word)) return "no such class: " + word;
    term.class_id = words_.ClassId(word);
    return "";
  }

  Reason ReadTriggers(const std::string& rest, WordKind kind) {
    for (const std::string& item : SplitList(rest)) {
      const std::vector<std::string> words = SplitBlanks(item);
      if (IsClassName(words[0])) return "a trigger begins with a word: " + item;
      RuleSet::Entry entry{uint32_t(set_.rules_.size() - 1), {kind, {}, item}};
      for (size_t i = 1; i < words.size(); ++i) {
        if (Reason wrong = ReadTerm(words[i], entry.phrase.rest.emplace_back()); !wrong.empty()) {
          return wrong;
        }
      }
      const WordId head = words_.Add(words[0]);
      if (set_.by_word_.size() <= head) set_.by_word_.resize(head + 1);
      set_.by_word_[head].push_back(std::move(entry));
      triggered_ = true;
    }
    return "";
  }

  Reason ReadPath(std::string_view written, Path& path) {
    for (const std::string& word : SplitBlanks(written)) {
      if (word == ">") continue;
      if (const auto kind = ParseStep(word)) {
        path.push_back({*kind, ""});
      } else if (IsPreposition(word)) {
        path.push_back({StepKind::kPreposition, word});
      } else {
        return "no such function or preposition: " + word;
      }
    }
    return path.empty() ? "expected a path" : "";
  }

  Reason ReadRole(const std::string& rest, RoleRule& role) {
    role.paths.clear();
    role.written = SplitList(rest);
    for (const std::string& item : SplitList(rest)) {
      if (Reason wrong = ReadPath(item, role.paths.emplace_back()); !wrong.empty()) return wrong;
    }
    return role.paths.empty() ? "expected a path" : "";
  }

  Reason ReadTold(const Line& line, std::string_view list, Rule& rule) {
    Condition condition;
    condition.unless = line.key == "unless";
    condition.written = line.key + " " + SqueezeBlanks(line.rest);
    for (const std::string& item : SplitList(list)) {
      const auto way = ParseTold(item);
      if (!way) return "no such way of telling: " + item;
      condition.told |= *way;
    }
    rule.conditions.push_back(std::move(condition));
    return "";
  }

  Reason ReadCondition(const Line& line, Rule& rule) {
    if (line.rest.starts_with("told is ")) return ReadTold(line, line.rest.substr(8), rule);
    for (const std::string_view verb : {" is ", " has ", " codes "}) {
      const size_t at = line.rest.find(verb);
      if (at == std::string::npos) continue;
      Condition condition;
      condition.unless = line.key == "unless";
      condition.written = line.key + " " + SqueezeBlanks(line.rest);
      if (Reason wrong = ReadPath(line.rest.substr(0, at), condition.path); !wrong.empty()) {
        return wrong;
      }
      for (const std::string& item : SplitList(line.rest.substr(at + verb.size()))) {
        if (Reason wrong = ReadValue(verb, item, condition); !wrong.empty()) return wrong;
      }
      rule.conditions.push_back(std::move(condition));
      return "";
    }
    return "expected `PATH is WORDS` or `PATH codes TYPES`";
  }

  Reason ReadValue(std::string_view verb, const std::string& item, Condition& condition) {
    if (verb == " codes ") {
      const auto type = ParseEventType(item);
      if (!type) return "no such type: " + item;
      condition.types.push_back(*type);
      return "";
    }
    if (item == "ACTOR") {
      condition.actor = true;
      return "";
    }
    return ReadTerm(item, condition.terms.emplace_back());
  }

  Reason ReadStatus(const std::string& rest, Rule& rule) {
    static constexpr std::pair<std::string_view, EventStatus> kNames[] = {
        {"planned", EventStatus::kPlanned},
        {"hypothetical", EventStatus::kHypothetical},
        {"requested", EventStatus::kRequested},
        {"negated", EventStatus::kNegated}};
    for (const auto& [name, status] : kNames) {
      if (rest == name) rule.status = status;
    }
    return rule.status ? "" : "no such status: " + rest;
  }

  Reason ReadContent(const std::string& rest, Rule& rule) {
    static constexpr std::string_view kNames[] = {"actual",  "planned", "hypothetical", "requested",
                                                  "negated", "claimed", "silent"};
    if (std::ranges::find(kNames, rest) == std::end(kNames)) return "no such status: " + rest;
    rule.content = rest;
    return "";
  }

  const Ontology* ontology_;
  const Dialect* dialect_;
  Words& words_;
  RuleSet set_;
  std::map<std::string, std::vector<Line>> frames_;
  std::map<std::string, uint32_t> ids_;
  Line rule_line_;  // Of the last rule.
  bool open_ = false, coded_ = false, triggered_ = false;
  int positive_ = 0, negative_ = 0;
};

Result<RuleSet> RuleSet::Load(const KnowledgePath& dir, const Ontology& ontology, Words& words) {
  RuleReader reader(&ontology, nullptr, words);
  if (Status status = reader.ReadClasses(dir / "classes.txt"); !status.ok()) return status;
  const std::vector<std::string> files(kRuleFiles.begin(), kRuleFiles.end());
  if (Status status = reader.ReadRules(dir, files); !status.ok()) return status;
  return reader.Finish();
}

Result<RuleSet> RuleSet::Load(const KnowledgePath& knowledge, const Dialect& dialect,
                              Words& words) {
  RuleReader reader(nullptr, &dialect, words);
  const KnowledgePath own = knowledge / dialect.topic;
  for (const KnowledgePath& path : {knowledge / "event" / "classes.txt", own / "classes.txt"}) {
    if (Status status = reader.ReadClasses(path); !status.ok()) return status;
  }
  if (Status status = reader.ReadRules(own, dialect.files); !status.ok()) return status;
  return reader.Finish();
}

std::span<const RuleSet::Entry> RuleSet::TriggeredBy(WordId word) const {
  if (word >= by_word_.size()) return {};
  return by_word_[word];
}

}  // namespace averment::events
