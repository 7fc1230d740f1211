// Loading: lines become classes and rules; a pattern is written out into plain sequences (options
// and groups multiply), and every sequence becomes a path of the tree.

#include "src/knowledge/pattern_set.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>

#include "src/knowledge/lines.h"
#include "src/knowledge/pattern_expand.h"
#include "src/knowledge/pattern_tree.h"

namespace averment {
namespace {

using Sequence = PatternSequence;

constexpr size_t kMaxKinds = 31;

std::vector<std::string_view> Split(std::string_view s, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = std::min(s.find(separator), s.size());
    if (end > 0) parts.push_back(s.substr(0, end));
    if (end == s.size()) return parts;
    s.remove_prefix(end + 1);
  }
}

std::optional<int> ToInt(std::string_view s) {
  int value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc() || end != s.data() + s.size() || s.empty()) return std::nullopt;
  return value;
}

std::string Lower(std::string_view s) {
  std::string lower(s);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  return lower;
}

bool IsClassName(std::string_view item) {
  return item.size() > 1 && std::all_of(item.begin(), item.end(),
                                        [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

}  // namespace

// Fills one set from one file.
class PatternLoader {
 public:
  PatternLoader(const LineFile& file, std::string_view topic, const PatternSchema& schema)
      : file_(file), topic_(topic), schema_(schema) {
    for (std::string_view name : schema.classes) ClassId(name);
  }

  Result<PatternSet> Load() {
    for (const Line& line : file_.lines) {
      if (in_rule_ && line.file != rule_line_.file) {
        if (std::string wrong = EndRule(); !wrong.empty()) return file_.Error(rule_line_, wrong);
      }
      std::string wrong = Read(line);
      if (!wrong.empty()) return file_.Error(line, wrong);
    }
    if (std::string wrong = EndRule(); !wrong.empty()) return file_.Error(rule_line_, wrong);
    for (const auto& [kind, used] : kinds_used_) {
      if (!kinds_declared_.contains(kind)) return file_.Error(used, "no rule is a " + kind);
    }
    for (const auto& [name, used] : classes_used_) {
      if (!classes_declared_.contains(name)) return file_.Error(used, "no such class: " + name);
    }
    for (PatternTree::Node& node : tree_.nodes) std::sort(node.edges.begin(), node.edges.end());
    set_.tree_ = std::make_unique<const PatternTree>(std::move(tree_));
    return std::move(set_);
  }

 private:
  // What is wrong, or nothing.
  std::string Read(const Line& line) {
    if (line.key == "class") return ReadClass(line);
    if (line.key == "number") return ReadNumbers(line);
    if (line.key == "rule") {
      std::string wrong = EndRule();
      return wrong.empty() ? BeginRule(line) : wrong;
    }
    if (line.key == "published") return "";
    if (!in_rule_) return "expected `class`, `number` or `rule`, got: " + line.key;
    if (line.key == "match") return ReadMatch(line);
    if (line.key == "only" || line.key == "not") return ReadCondition(line);
    if (line.key == "do") return ReadAction(line);
    if (line.key == "+") {
      has_example_ = true;
      return "";
    }
    return line.key == "-" ? "" : "no such word here: " + line.key;
  }

  uint32_t WordId(std::string_view word) {
    const auto [at, is_new] = tree_.word_ids.try_emplace(Lower(word), uint32_t(tree_.words.size()));
    if (is_new) tree_.words.emplace_back();
    return at->second;
  }

  // kMaxPatternClasses where there are too many.
  uint32_t ClassId(std::string_view name) {
    const auto at = class_ids_.find(std::string(name));
    if (at != class_ids_.end()) return at->second;
    const uint32_t id = uint32_t(tree_.classes.size());
    if (id >= kMaxPatternClasses) return kMaxPatternClasses;
    class_ids_.emplace(name, id);
    tree_.classes.emplace_back();
    return id;
  }

  std::optional<int> Value(std::string_view written) const {
    for (const auto& [name, value] : schema_.symbols) {
      if (name == written) return value;
    }
    return ToInt(written);
  }

  std::string ReadClass(const Line& line) {
    Result<std::vector<std::string>> words = SplitWords(line.rest);
    if (!words.ok()) return words.status().message();
    if (words.value().empty() || !IsClassName(words.value()[0])) {
      return "a class has a name in capitals";
    }
    const std::string& name = words.value()[0];
    const uint32_t id = ClassId(name);
    if (id == kMaxPatternClasses) return "too many classes";
    classes_declared_.insert({name, line});
    for (const std::string& word : std::span(words.value()).subspan(1)) {
      std::string wrong = ReadMember(id, word);
      if (!wrong.empty()) return wrong;
    }
    return "";
  }

  std::string ReadMember(uint32_t id, const std::string& word) {
    PatternTree::Class& cls = tree_.classes[id];
    const size_t equals = word.rfind('=');
    const std::string left = word.substr(0, equals);
    const std::string right = equals == word.npos ? "" : word.substr(equals + 1);
    if (word == "cased") {
      cls.cased = true;
    } else if (word == "number") {
      cls.number = true;
    } else if (word == "spoken-year") {
      cls.spoken_year = true;
    } else if (word == "ordinals") {
      cls.ordinals = true;
    } else if (left == "shape") {
      const auto shape = ParseTokenShape(right);
      if (!shape) return "no such shape: " + right;
      cls.shape = *shape;
    } else if (left == "tags" || left == "not-tags") {
      uint64_t tags = 0;
      std::string wrong = ReadLabels(right, ParseTag, tags);
      if (!wrong.empty()) return wrong;
      (left == "tags" ? cls.only_tags : cls.not_tags) = tags;
    } else if (const size_t dots = word.find(".."); dots != word.npos && equals == word.npos) {
      const auto from = ToInt(word.substr(0, dots)), to = ToInt(word.substr(dots + 2));
      if (!from || !to || *from > *to) return "not a range: " + word;
      cls.from = *from, cls.to = *to;
    } else {
      const auto value = right.empty() ? std::optional(0) : Value(right);
      if (!value) return "no such value: " + right;
      tree_.words[WordId(left)].classes.push_back({id, *value});
    }
    return "";
  }

  template <typename Parse>
  std::string ReadLabels(std::string_view list, Parse parse, uint64_t& labels) {
    for (std::string_view name : Split(list, ',')) {
      const auto label = parse(name);
      if (!label) return "no such label: " + std::string(name);
      labels |= uint64_t{1} << size_t(*label);
    }
    return "";
  }

  std::string ReadNumbers(const Line& line) {
    for (std::string_view word : Split(line.rest, ' ')) {
      const size_t equals = word.find('=');
      const auto value = equals == word.npos ? std::nullopt : ToInt(word.substr(equals + 1));
      if (!value || *value < 1) return "expected WORD=NUMBER, got: " + std::string(word);
      tree_.words[WordId(word.substr(0, equals))].number = *value;
    }
    return "";
  }

  std::string BeginRule(const Line& line) {
    const std::vector<std::string_view> words = Split(line.rest, ' ');
    if (words.empty()) return "a rule has an id";
    PatternSet::Rule rule{topic_ + "/" + std::string(words[0]), 0, 0};
    for (const PatternSet::Rule& other : set_.rules_) {
      if (other.id == rule.id) return "a second rule of this id";
    }
    if (words.size() > 1 && (words[1] != "is" || words.size() == 2)) return "expected `is KIND`";
    for (size_t i = 2; i < words.size(); ++i) {
      const uint32_t kind = KindBit(words[i]);
      if (kind == 0) return "too many kinds";
      kinds_declared_.insert({std::string(words[i]), line});
      rule.kind |= kind;
    }
    set_.rules_.push_back(rule);
    tree_.conditions.emplace_back();
    tree_.only_inside.push_back(false);
    rule_line_ = line;
    in_rule_ = true;
    has_example_ = has_action_ = false;
    sequences_.clear();
    return "";
  }

  uint32_t KindBit(std::string_view name) {
    if (!kinds_.contains(std::string(name)) && kinds_.size() >= kMaxKinds) return 0;
    return 1u << kinds_.try_emplace(std::string(name), kinds_.size()).first->second;
  }

  std::string ReadMatch(const Line& line) {
    Result<std::vector<Sequence>> sequences = ExpandPattern(line.rest);
    if (!sequences.ok()) return sequences.status().message();
    for (Sequence& s : sequences.value()) {
      if (s.empty()) return "a pattern that matches nothing";
      std::string wrong = Add(s, line);
      if (!wrong.empty()) return wrong;
      sequences_.push_back(std::move(s));
    }
    return "";
  }

  // Adds one sequence to the tree.
  std::string Add(const Sequence& sequence, const Line& line) {
    uint32_t node = 0;
    for (const std::string& item : sequence) {
      PatternTree::Edge edge{PatternTree::Ask::kWord, 0, 0};
      if (item.starts_with('<') && item.ends_with('>')) {
        const std::string kind = item.substr(1, item.size() - 2);
        edge = {PatternTree::Ask::kInner, KindBit(kind), 0};
        if (edge.id == 0) return "too many kinds";
        kinds_used_.insert({kind, line});
      } else if (IsClassName(item)) {
        edge = {PatternTree::Ask::kClass, ClassId(item), 0};
        if (edge.id == kMaxPatternClasses) return "too many classes";
        classes_used_.insert({item, line});
      } else {
        edge.id = WordId(item);
      }
      node = Child(node, edge);
    }
    std::vector<uint32_t>& accepts = tree_.nodes[node].accepts;
    const uint32_t rule = uint32_t(set_.rules_.size() - 1);
    if (accepts.empty() || accepts.back() != rule) accepts.push_back(rule);
    return "";
  }

  uint32_t Child(uint32_t node, PatternTree::Edge edge) {
    for (const PatternTree::Edge& e : tree_.nodes[node].edges) {
      if (e.ask == edge.ask && e.id == edge.id) return e.child;
    }
    edge.child = uint32_t(tree_.nodes.size());
    tree_.nodes[node].edges.push_back(edge);
    tree_.nodes.emplace_back();
    return edge.child;
  }

  std::string ReadCondition(const Line& line) {
    using On = PatternTree::Condition::On;
    const std::vector<std::string_view> words = Split(line.rest, ' ');
    if (line.key == "not" && line.rest == "alone") {
      tree_.only_inside.back() = true;
      return "";
    }
    if (words.size() != 2) return "expected a condition and its list: a,b,c";
    PatternTree::Condition c{line.key == "only", On::kAfter, {}};
    std::string wrong;
    if (words[0] == "after" || words[0] == "before") {
      c.on = words[0] == "after" ? On::kAfter : On::kBefore;
      for (std::string_view word : Split(words[1], ',')) c.words.push_back(WordId(word));
    } else if (words[0] == "tag" || words[0] == "after-tag") {
      c.on = words[0] == "tag" ? On::kTag : On::kAfterTag;
      wrong = ReadLabels(words[1], ParseTag, c.labels);
    } else if (words[0] == "dep" || words[0] == "last-dep") {
      c.on = words[0] == "dep" ? On::kDep : On::kLastDep;
      wrong = ReadLabels(words[1], ParseDep, c.labels);
    } else if (words[0] == "entity") {
      c.on = On::kEntity;
      wrong = ReadLabels(words[1], ParseEntityType, c.labels);
    } else {
      wrong = "no such condition: " + std::string(words[0]);
    }
    tree_.conditions.back().push_back(std::move(c));
    return wrong;
  }

  std::string ReadAction(const Line& line) {
    const std::vector<std::string_view> words = Split(line.rest, ' ');
    PatternSet::Rule& rule = set_.rules_.back();
    const auto action = std::find_if(
        schema_.actions.begin(), schema_.actions.end(),
        [&](const PatternSchema::Action& a) { return !words.empty() && a.name == words[0]; });
    if (action == schema_.actions.end()) return "no such action: " + line.rest;
    rule.action = uint32_t(action - schema_.actions.begin());
    has_action_ = true;
    for (size_t i = 1; i < words.size(); ++i) {
      const size_t equals = std::min(words[i].find('='), words[i].size());
      const auto arg =
          std::find(schema_.args.begin(), schema_.args.end(), words[i].substr(0, equals));
      if (arg == schema_.args.end()) return "no such argument: " + std::string(words[i]);
      const auto value = equals < words[i].size() ? Value(words[i].substr(equals + 1)) : 1;
      if (!value) return "no such value: " + std::string(words[i]);
      const size_t a = size_t(arg - schema_.args.begin());
      rule.args[a] = *value;
      rule.given |= 1u << a;
    }
    return "";
  }

  std::string EndRule() {
    if (!in_rule_) return "";
    in_rule_ = false;
    if (sequences_.empty()) return "the rule matches nothing";
    if (!has_action_) return "the rule has no action";
    if (!has_example_) return "the rule has no example";
    const PatternSchema::Action& action = schema_.actions[set_.rules_.back().action];
    for (std::string_view need : action.needs) {
      for (const Sequence& s : sequences_) {
        const bool supplied = std::ranges::any_of(Split(need, '|'), [&](std::string_view one) {
          return std::find(s.begin(), s.end(), one) != s.end();
        });
        if (supplied) continue;
        std::string written;
        for (const std::string& item : s) written += " " + item;
        return "the action " + std::string(action.name) + " needs " + std::string(need) +
               ", which is not in:" + written;
      }
    }
    return "";
  }

  const LineFile& file_;
  std::string topic_;
  const PatternSchema& schema_;
  PatternSet set_;
  PatternTree tree_;
  std::map<std::string, uint32_t> class_ids_, kinds_;
  std::map<std::string, Line> classes_declared_, classes_used_, kinds_declared_, kinds_used_;
  Line rule_line_;  // The rule being read.
  bool in_rule_ = false, has_example_ = false, has_action_ = false;
  std::vector<Sequence> sequences_;
};

PatternSet::PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

Result<PatternSet> PatternSet::Load(const KnowledgePath& path, std::string_view topic,
                                    const PatternSchema& schema) {
  Result<LineFile> file = LineFile::Load(path);
  if (!file.ok()) return file.status();
  return PatternLoader(file.value(), topic, schema).Load();
}

}  // namespace averment
