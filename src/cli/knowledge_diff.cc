// averment knowledge diff: which findings of some articles change between two states of the
// knowledge.  The articles are read with both; findings of one kind that hang on the same word are
// set side by side, and what only one side has is said.
//
//   article.txt:7  event changed at "sent"
//     - AID 070, actual: Norway (NOR) > Jordan (JOR)  [event/aid-give]
//     + AID 073, actual: Norway (NOR) > Jordan (JOR)  [event/aid-blankets]
//     "Norway sent blankets to Jordan."

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>

#include "src/base/utf8.h"
#include "src/cli/findings.h"
#include "src/cli/run.h"
#include "src/cli/text_format.h"
#include "src/cli/verbs.h"
#include "src/installed.h"

namespace averment::cli {
namespace {

using Json = nlohmann::ordered_json;

// What two states are compared by: all but the ids, which count what stands before.
auto Head(const FindingLine& f) {
  return std::tie(f.words.front().start, f.words.front().end, f.kind);
}
bool Before(const FindingLine& a, const FindingLine& b) {
  const auto line = [](const FindingLine& f) {
    return std::tuple_cat(Head(f), std::tie(f.what, f.rule));
  };
  if (line(a) != line(b)) return line(a) < line(b);
  const auto place = [](const Record::Span& s) { return std::pair(s.start, s.end); };
  return std::ranges::lexicographical_compare(a.words, b.words, {}, place, place);
}

using Findings = std::vector<FindingLine>;

Findings Sorted(const Record& record) {
  Findings findings = ListFindings(record);
  std::ranges::sort(findings, Before);
  return findings;
}

struct Change {
  std::optional<FindingLine> before, after;  // Never neither.
  const FindingLine& any() const { return before ? *before : *after; }
};

// In the order of their words.  Both lists are sorted.
std::vector<Change> Compare(const Findings& before, const Findings& after) {
  Findings gone, come;
  std::ranges::set_difference(before, after, std::back_inserter(gone), Before);
  std::ranges::set_difference(after, before, std::back_inserter(come), Before);
  std::vector<Change> changes;
  for (size_t i = 0, k = 0; i < gone.size() || k < come.size();) {
    const bool no_more = k == come.size(), nothing_left = i == gone.size();
    const bool same = !no_more && !nothing_left && Head(gone[i]) == Head(come[k]);
    const bool takes_gone = same || no_more || (!nothing_left && Head(gone[i]) < Head(come[k]));
    Change& c = changes.emplace_back();
    if (takes_gone) c.before = std::move(gone[i++]);
    if (same || !takes_gone) c.after = std::move(come[k++]);
  }
  return changes;
}

class DiffPrinter : public Printer {
 public:
  DiffPrinter(const Engine& other, bool json) : other_(other), json_(json) {}

  void Print(const Document& doc, std::string& out) override {
    const Document second = other_.Read(*doc.article);
    const CodePointIndex points(doc.article->text);
    for (const Change& c : Compare(Sorted(doc.record), Sorted(second.record))) {
      ++changes_;
      json_ ? AsJson(doc, c, out) : ForEyes(doc, points, c, out);
    }
  }

  size_t changes() const { return changes_; }

 private:
  static const char* Kind(const Change& c) {
    return !c.before ? "added" : !c.after ? "removed" : "changed";
  }

  static void ForEyes(const Document& doc, const CodePointIndex& points, const Change& c,
                      std::string& out) {
    const FindingLine& f = c.any();
    const Record::Span& word = f.words.front();
    out += Plain(doc.article->id) + ":" + std::to_string(word.start) + "  " + f.kind + " " +
           Kind(c) + " at \"" + Plain(word.text) + "\"\n";
    // Where only words differ, they are shown.
    const bool words =
        c.before && c.after && c.before->what == c.after->what && c.before->rule == c.after->rule;
    const auto line = [&](char sign, const std::optional<FindingLine>& side) {
      if (!side) return;
      out += std::string("  ") + sign + " " + side->what + "  [" + side->rule + "]";
      if (words) {
        for (const Record::Span& w : side->words) out += " \"" + Plain(w.text) + "\"";
      }
      out += "\n";
    };
    line('-', c.before);
    line('+', c.after);
    const auto next =
        std::ranges::upper_bound(doc.syntax.sentences, word.start, {},
                                 [&](const SentenceData& s) { return points.At(s.span.begin); });
    if (next == doc.syntax.sentences.begin()) return;
    out += "    \"" + Plain((next - 1)->span.text()) + "\"\n";
  }

  static Json Side(const std::optional<FindingLine>& f) {
    if (!f) return nullptr;
    Json words = Json::array();
    for (const Record::Span& s : f->words) {
      words.push_back({{"start", s.start}, {"end", s.end}, {"text", s.text}});
    }
    return {{"id", f->id}, {"what", f->what}, {"rule", f->rule}, {"words", std::move(words)}};
  }

  static void AsJson(const Document& doc, const Change& c, std::string& out) {
    const FindingLine& f = c.any();
    const Json row = {{"document", doc.article->id},
                      {"change", Kind(c)},
                      {"kind", f.kind},
                      {"before", Side(c.before)},
                      {"after", Side(c.after)}};
    out += row.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

  const Engine& other_;
  bool json_;
  size_t changes_ = 0;
};

// A folder of knowledge as a whole where it holds all topics of the built-in one, else an overlay
// on that.  "built-in" is the built-in knowledge itself.
Result<EngineOptions> State(const Options& options, const std::string& folder) {
  namespace fs = std::filesystem;
  EngineOptions wanted = EngineOptionsOf(options);
  if (folder == "built-in") return wanted;
  const Result<KnowledgePath> built_in = FindKnowledge(wanted);
  if (!built_in.ok()) return built_in.status();
  std::error_code error;
  if (!fs::is_directory(folder, error)) return Status(folder + ": no such folder");
  bool whole = true;
  for (fs::directory_iterator it(built_in.value().base(), error);
       !error && it != fs::directory_iterator(); it.increment(error)) {
    whole = whole && (!it->is_directory() || fs::exists(fs::path(folder) / it->path().filename()));
  }
  whole ? (void)(wanted.knowledge = folder) : wanted.overlays.push_back(folder);
  return wanted;
}

}  // namespace

int RunKnowledgeDiff(const Options& options) {
  const Result<EngineOptions> before = State(options, options.folders[0]);
  if (!before.ok()) return Unusable(before.status());
  const Result<EngineOptions> after = State(options, options.folders[1]);
  if (!after.ok()) return Unusable(after.status());
  const Result<Engine> other = Engine::Load(after.value());
  if (!other.ok()) return Unusable(other.status());
  DiffPrinter printer(other.value(), options.format == "jsonl");
  const int status = RunOver(options, before.value(), printer);
  if (status != kOk) return status;
  return printer.changes() == 0 ? kOk : kChanged;
}

}  // namespace averment::cli
