// Files become cases (a text, what is wanted, and of which rule), then every case is run the same
// way. A wanted line is compared with the forms in which a finding may be written, from its bare
// words to words, value and rule; so nothing in a row needs to be taken apart.

#include "src/examples/examples.h"

#include <algorithm>

#include "src/examples/conllu.h"
#include "src/knowledge/lines.h"

namespace averment::examples {
namespace {

struct Wanted {
  std::string kind, form;
};

struct Case {
  std::string file;
  uint32_t line = 0;
  std::string text;
  std::string conllu = {};  // Empty: the text is parsed.
  std::optional<Date> published = {};
  std::string rule = {};  // Only its findings count; empty: all do.
  bool todo = false;
  std::vector<Wanted> wanted = {};
  bool complete = false;  // Says what it wants, if only `none`.
};

// Cases and what is wrong with the files.
struct Cases {
  std::vector<Case> cases;
  std::vector<std::string> errors;
};

// "a\nb" as a row writes it.
std::string Unescape(std::string_view s) {
  std::string text;
  for (size_t i = 0; i < s.size(); ++i) {
    const bool breaks = s[i] == '\\' && i + 1 < s.size() && s[i + 1] == 'n';
    text += breaks ? '\n' : s[i];
    i += breaks;
  }
  return text;
}

// Reads `published`; true if this was one.
bool ReadPublished(const LineFile& file, const Line& line, std::optional<Date>& published,
                   std::vector<std::string>& errors) {
  if (line.key != "published") return false;
  published = ParseIsoDate(line.rest);
  if (!published && line.rest != "unknown") {
    errors.push_back(file.Error(line, "not a date: " + line.rest).message());
  }
  return true;
}

void ReadRuleExamples(const Topic& topic, const LineFile& file, Cases& out) {
  const std::string& dir = topic.dir.base();
  const std::string prefix = dir.substr(dir.rfind('/') + 1) + "/";
  std::optional<Date> published;
  std::string rule;
  uint16_t at = 0;  // The file that is being read.
  for (const Line& line : file.lines) {
    if (line.file != at) published.reset();
    at = line.file;
    if (ReadPublished(file, line, published, out.errors)) continue;
    if (line.key == "rule") {
      rule = prefix + line.rest.substr(0, line.rest.find_first_of(" \t"));
    }
    if (line.key != "+" && line.key != "-") continue;
    Case c{file.PathOf(line), line.number, line.rest};
    c.published = published;
    c.rule = rule;
    c.complete = true;
    if (rule.empty()) out.errors.push_back(file.Error(line, "no rule above").message());
    if (line.key == "+") {
      const size_t arrow = line.rest.rfind("=>");
      if (arrow == std::string::npos) {
        out.errors.push_back(file.Error(line, "expected `text => what is found`").message());
        continue;
      }
      c.text = SqueezeBlanks(line.rest.substr(0, arrow));
      std::string_view forms = std::string_view(line.rest).substr(arrow + 2);
      while (!forms.empty()) {
        const size_t end = std::min(forms.find(';'), forms.size());
        const std::string form = SqueezeBlanks(forms.substr(0, end));
        if (form != "none") c.wanted.push_back({"", form});
        forms.remove_prefix(std::min(end + 1, forms.size()));
      }
    }
    c.text = Unescape(c.text);
    out.cases.push_back(std::move(c));
  }
}

void ReadCases(const LineFile& file, Cases& out) {
  std::optional<Date> published;
  Case* current = nullptr;
  uint16_t at = 0;  // The file that is being read.
  for (const Line& line : file.lines) {
    if (line.file != at) {
      published.reset();
      current = nullptr;
    }
    at = line.file;
    if (ReadPublished(file, line, published, out.errors)) {
      current = nullptr;
    } else if (line.key == "text" || line.key == "todo") {
      current = &out.cases.emplace_back(Case{file.PathOf(line), line.number, Unescape(line.rest)});
      current->published = published;
      current->todo = line.key == "todo";
    } else if (current == nullptr) {
      out.errors.push_back(file.Error(line, "no text above: " + line.key).message());
    } else if (line.key == "|") {
      current->conllu += line.rest + '\n';
    } else {
      current->complete = true;
      if (line.key != "none") current->wanted.push_back({line.key, SqueezeBlanks(line.rest)});
    }
  }
}

// A case replaces that of its text.
LineEntry CaseEntry(const Line& line) {
  if (line.key == "published") return {LineEntry::Kind::kContext, ""};
  if (line.key != "text" && line.key != "todo") return {};
  return {LineEntry::Kind::kReplaces, "text " + line.rest};
}

Cases ReadAll(const Topic& topic) {
  Cases out;
  auto load = [&](const std::vector<std::string>& names, EntryOf entry_of, auto&& read) {
    if (names.empty()) return;
    std::vector<KnowledgePath> paths;
    for (const std::string& name : names) paths.push_back(topic.dir / name);
    Result<LineFile> file = LineFile::Load(paths, entry_of);
    if (file.ok()) {
      read(file.value());
    } else {
      out.errors.push_back(file.status().message());
    }
  };
  load(topic.rule_files, RuleEntry, [&](const LineFile& f) { ReadRuleExamples(topic, f, out); });
  load(topic.case_files, CaseEntry, [&](const LineFile& f) { ReadCases(f, out); });
  return out;
}

bool IsForm(const Wanted& wanted, const Finding& f, const std::string& topic_kind) {
  if (!wanted.kind.empty() && wanted.kind != (f.kind.empty() ? topic_kind : f.kind)) return false;
  const std::string words = SqueezeBlanks(f.span.text());
  const std::string by = " by " + f.rule, short_by = " by " + f.rule.substr(f.rule.find('/') + 1);
  const std::string full = f.value.empty() ? words : words + " = " + SqueezeBlanks(f.value);
  for (const std::string& form : {words, full}) {
    if (wanted.form == form || wanted.form == form + by || wanted.form == form + short_by) {
      return true;
    }
  }
  return false;
}

template <typename List, typename Show>
std::string Join(const List& list, Show&& show) {
  std::string joined;
  for (const auto& item : list) joined += (joined.empty() ? "" : "; ") + show(item);
  return joined.empty() ? "none" : joined;
}

Result<Document> ReadDocument(const Case& c, const Read& read, ConlluReader& reader) {
  if (c.conllu.empty()) return read(c.text, c.published);
  Result<Document> doc = reader.Read(c.conllu, c.published);
  if (doc.ok() && doc.value().article->text != c.text) {
    return Status("the CoNLL-U reads: " + doc.value().article->text);
  }
  return doc;
}

// What is wrong, or nothing.
std::string RunCase(const Case& c, const Topic& topic, const Read& read, const Find& find) {
  if (!c.complete) return "expects nothing; write `none`";
  ConlluReader reader;
  const Result<Document> doc = ReadDocument(c, read, reader);
  if (!doc.ok()) return doc.status().message();
  std::vector<Finding> found = find(doc.value());
  if (!c.rule.empty()) {
    std::erase_if(found, [&](const Finding& f) { return f.rule != c.rule; });
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Finding& a, const Finding& b) { return a.span < b.span; });
  const bool same = std::ranges::equal(
      c.wanted, found, [&](const Wanted& w, const Finding& f) { return IsForm(w, f, topic.kind); });
  if (same != c.todo) return "";
  return std::string(same ? "passes now; remove `todo`" : "failed") + "\n  want " +
         Join(c.wanted, [](const Wanted& w) { return w.form; }) + "\n  got  " +
         Join(found, [](const Finding& f) { return ToString(f); });
}

}  // namespace

std::string ToString(const Finding& f) {
  return SqueezeBlanks(f.span.text()) + (f.value.empty() ? "" : " = " + f.value) + " by " + f.rule;
}

Outcome RunTopic(const Topic& topic, const Read& read, const Find& find) {
  Cases all = ReadAll(topic);
  Outcome outcome{all.cases.size(), std::move(all.errors)};
  for (const Case& c : all.cases) {
    const std::string wrong = RunCase(c, topic, read, find);
    if (wrong.empty()) continue;
    outcome.failures.push_back(c.file + ":" + std::to_string(c.line) + ": " + wrong + "\n  text " +
                               c.text);
  }
  if (all.cases.empty()) outcome.failures.push_back(topic.dir.base() + ": there is no example");
  return outcome;
}

}  // namespace averment::examples
