// averment relate: how the one of two given phrases acts on the other, a line for each row.

#include <cmath>
#include <nlohmann/json.hpp>

#include "src/base/utf8.h"
#include "src/cli/run.h"
#include "src/cli/verbs.h"

namespace averment::cli {
namespace {

using Json = nlohmann::ordered_json;

// The class that the PLOVER manual gives a type.
const char* QuadOf(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kConsult:
    case EventType::kSupport:
    case EventType::kConcede: return "verbal-cooperation";
    case EventType::kCooperate:
    case EventType::kAid:
    case EventType::kRetreat: return "material-cooperation";
    case EventType::kRequest:
    case EventType::kAccuse:
    case EventType::kReject:
    case EventType::kThreaten: return "verbal-conflict";
    default: return "material-conflict";
  }
}

class RelationPrinter : public Printer {
 public:
  void Print(const Document& doc, std::string& out) override {
    Json line = {{"id", doc.article->id}};
    if (!doc.relation) {
      line["plover"] = nullptr;
      out += line.dump() + "\n";
      return;
    }
    const Relation& r = *doc.relation;
    const EventType plover = r.plover.value_or(r.type);
    line["plover"] = ToString(plover);
    line["type"] = ToString(r.type);
    line["quad"] = QuadOf(plover);
    line["score"] = std::round(double(r.score) * 1000) / 1000;
    line["rule"] = r.rule;
    const CodePointIndex points(doc.article->text);
    Json because = Json::array();
    for (const Span& span : r.because) {
      because.push_back(
          {{"start", points.At(span.begin)}, {"end", points.At(span.end)}, {"text", span.text()}});
    }
    line["because"] = std::move(because);
    out += line.dump() + "\n";
  }
};

}  // namespace

int RunRelate(const Options& options) {
  RelationPrinter printer;
  return RunOver(options, /*findings=*/true, printer);
}

}  // namespace averment::cli
