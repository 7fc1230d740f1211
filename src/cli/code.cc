// averment code: the record of each article.

#include "averment/record.h"
#include "src/cli/abstained.h"
#include "src/cli/run.h"
#include "src/cli/text_format.h"
#include "src/cli/verbs.h"

namespace averment::cli {
namespace {

class JsonlPrinter : public Printer {
 public:
  void Print(const Document& doc, std::string& out) override { out += ToJson(doc.record) + "\n"; }
};

// One array, an element at a time.
class JsonPrinter : public Printer {
 public:
  void Begin(std::string& out) override { out += "["; }
  void Print(const Document& doc, std::string& out) override {
    out += first_ ? "\n  " : ",\n  ";
    first_ = false;
    // In JSON a line break is always layout, never part of a string.
    for (const char c : ToJson(doc.record, 2)) {
      out += c;
      if (c == '\n') out += "  ";
    }
  }
  void End(std::string& out) override { out += "\n]\n"; }

 private:
  bool first_ = true;
};

class TextPrinter : public Printer {
 public:
  void Print(const Document& doc, std::string& out) override { AppendForEyes(doc, out); }
};

class AbstainedPrinter : public Printer {
 public:
  explicit AbstainedPrinter(bool for_eyes) : for_eyes_(for_eyes) {}
  void Print(const Document& doc, std::string& out) override {
    AppendAbstained(doc.record, doc.article->text, for_eyes_, out);
  }

 private:
  bool for_eyes_;
};

}  // namespace

int RunCode(const Options& options) {
  if (options.abstained) {
    AbstainedPrinter abstained(options.format == "text");
    return RunOver(options, /*findings=*/true, abstained);
  }
  JsonlPrinter jsonl;
  JsonPrinter json;
  TextPrinter text;
  Printer& printer = options.format == "json"   ? static_cast<Printer&>(json)
                     : options.format == "text" ? static_cast<Printer&>(text)
                                                : jsonl;
  return RunOver(options, /*findings=*/true, printer);
}

}  // namespace averment::cli
