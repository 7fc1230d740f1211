// averment explain: why a line is in a record, or why nothing is.  The same steps for eyes and as
// JSON; a place in the text is a line and a column, both counted from 1, columns in characters.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "src/base/utf8.h"
#include "src/cli/explanation.h"
#include "src/cli/run.h"
#include "src/cli/text_format.h"
#include "src/cli/verbs.h"
#include "src/installed.h"

namespace averment::cli {
namespace {

using Json = nlohmann::ordered_json;

// From code points to lines and columns.
class LineTable {
 public:
  explicit LineTable(std::string_view text) {
    uint32_t point = 0;
    for (size_t at = 0; at < text.size(); ++point) {
      if (DecodeUtf8(text, at) == U'\n') starts_.push_back(point + 1);
    }
  }
  uint32_t Line(uint32_t point) const {
    return uint32_t(std::ranges::upper_bound(starts_, point) - starts_.begin());
  }
  uint32_t Column(uint32_t point) const { return point - starts_[Line(point) - 1] + 1; }

 private:
  std::vector<uint32_t> starts_ = {0};
};

class ExplainPrinter : public Printer {
 public:
  ExplainPrinter(const Options& options, const Explainer& explainer)
      : options_(options), explainer_(explainer), json_(options.format == "json") {}

  void Begin(std::string& out) override {
    if (json_) out += "[";
  }

  void Print(const Document& doc, std::string& out) override {
    if (!options_.doc.empty() && doc.article->id != options_.doc) return;
    met_ = true;
    const std::vector<Explanation> told = explainer_.Explain(doc, {options_.id, options_.at});
    const LineTable lines(doc.article->text);
    if (!json_ && !told.empty()) out += Plain(doc.article->id) + "\n\n";
    for (const Explanation& e : told) {
      if (json_) {
        out += explained_ ? ",\n" : "\n";
        out +=
            AsJson(doc.article->id, e, lines).dump(-1, ' ', false, Json::error_handler_t::replace);
      } else {
        ForEyes(e, lines, out);
      }
      explained_ = true;
    }
  }

  void End(std::string& out) override {
    if (json_) out += "\n]\n";
  }

  // What was asked for and is nowhere, or nothing.
  std::string Missing() const {
    if (!met_ && !options_.doc.empty()) return "no document is called " + options_.doc;
    if (explained_) return "";
    if (!options_.id.empty()) return "no finding is called " + options_.id;
    return options_.at ? "no sentence stands at " + std::to_string(*options_.at) : "";
  }

 private:
  static void ForEyes(const Explanation& e, const LineTable& lines, std::string& out) {
    out += (e.id.empty() ? "" : e.id + "  ") + e.what + "\n";
    for (const ExplainedStep& s : e.steps) {
      std::string label = "  " + s.label;
      label.resize(std::max(label.size() + 1, size_t{12}), ' ');
      out += label;
      const bool text_first = s.label == "status" || s.label == "date";
      std::string words;
      for (const Record::Span& w : s.words) {
        words += (words.empty() ? "" : ", ") + std::to_string(lines.Line(w.start)) + ":" +
                 std::to_string(lines.Column(w.start)) + " \"" + Plain(w.text) + "\"";
      }
      std::string text = s.text;
      if (s.weight) {
        char weight[32];
        std::snprintf(weight, sizeof weight, "%+.2f ", *s.weight);
        text = weight + text;
      }
      const bool both = !words.empty() && !text.empty();
      out += text_first ? text + (both ? " " : "") + words : words + (both ? " " : "") + text;
      if (s.source) {
        out += "  (" + s.source->file + ":" + std::to_string(s.source->line) + ")";
        for (const std::string& line : s.source->lines) out += "\n            | " + line;
      }
      out += "\n";
    }
    out += "\n";
  }

  static Json AsJson(const std::string& document, const Explanation& e, const LineTable& lines) {
    Json steps = Json::array();
    for (const ExplainedStep& s : e.steps) {
      Json words = Json::array();
      for (const Record::Span& w : s.words) {
        words.push_back({{"start", w.start},
                         {"end", w.end},
                         {"text", w.text},
                         {"line", lines.Line(w.start)},
                         {"column", lines.Column(w.start)}});
      }
      Json step = {{"label", s.label},
                   {"text", s.text},
                   {"words", std::move(words)},
                   {"source", nullptr},
                   {"weight", nullptr}};
      if (s.weight) step["weight"] = std::round(*s.weight * 1000) / 1000;
      if (s.source) {
        step["source"] = {
            {"file", s.source->file}, {"line", s.source->line}, {"lines", s.source->lines}};
      }
      steps.push_back(std::move(step));
    }
    Json id = nullptr;
    if (!e.id.empty()) id = e.id;
    return {{"document", document},
            {"id", std::move(id)},
            {"what", e.what},
            {"steps", std::move(steps)}};
  }

  const Options& options_;
  const Explainer& explainer_;
  bool json_, met_ = false, explained_ = false;
};

}  // namespace

int RunExplain(const Options& options) {
  const EngineOptions wanted = EngineOptionsOf(options);
  const Result<KnowledgePath> knowledge = FindKnowledge(wanted);
  if (!knowledge.ok()) return Unusable(knowledge.status());
  const Result<std::string> model = FindModel(wanted);
  if (!model.ok()) return Unusable(model.status());
  const Result<Explainer> explainer =
      Explainer::Load(knowledge.value(), model.value(), {wanted.learned, wanted.event_weights});
  if (!explainer.ok()) return Unusable(explainer.status());
  ExplainPrinter printer(options, explainer.value());
  const int status = RunOver(options, /*findings=*/true, printer);
  const std::string missing = printer.Missing();
  if (status != kOk || missing.empty()) return status;
  std::fprintf(stderr, "averment: %s\n", missing.c_str());
  return kSomeFailed;
}

}  // namespace averment::cli
