// averment parse: the syntax of each article, as CoNLL-U or JSON.

#include <nlohmann/json.hpp>

#include "src/base/utf8.h"
#include "src/cli/run.h"
#include "src/cli/verbs.h"

namespace averment::cli {
namespace {

using Json = nlohmann::ordered_json;

// Forms stand in a column: blanks are written as in UDPipe's SpacesAfter.
std::string Escaped(std::string_view form) {
  std::string out;
  for (const char c : form) {
    switch (c) {
      case ' ': out += "\\s"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      default: out += c;
    }
  }
  return out;
}

std::string EntityTag(Token t) {
  return std::string(t.data().entity_begins ? "B-" : "I-") + std::string(ToString(t.entity()));
}

// One sentence a block, ids from 1; MISC holds SpaceAfter, Entity and TokenRange (code points of
// the article).
class ConlluPrinter : public Printer {
 public:
  void Print(const Document& doc, std::string& out) override {
    const CodePointIndex points(doc.article->text);
    out += "# newdoc id = " + Escaped(doc.article->id) + "\n";
    uint32_t paragraph = UINT32_MAX, number = 0;
    for (const SentenceData& s : doc.syntax.sentences) {
      if (s.paragraph != paragraph) out += "# newpar\n";
      paragraph = s.paragraph;
      out += "# sent_id = " + std::to_string(++number) + "\n";
      out += "# text = " + Line(doc, s) + "\n";
      for (uint32_t i = s.tokens.first; i < s.tokens.last; ++i) {
        AddToken(doc.syntax[i], s, points, out);
      }
      out += "\n";
    }
  }

 private:
  // The sentence on one line.
  static std::string Line(const Document& doc, const SentenceData& s) {
    const TokenData &first = doc.syntax.tokens[s.tokens.first],
                    &last = doc.syntax.tokens[s.tokens.last - 1];
    std::string line = doc.text.normalized.substr(first.at, last.at + last.size - first.at);
    for (char& c : line) {
      if (c == '\n' || c == '\r') c = ' ';
    }
    return line;
  }

  static void AddToken(Token t, const SentenceData& s, const CodePointIndex& points,
                       std::string& out) {
    const bool blank = t.pos() == Pos::kSPACE;
    auto add = [&](std::string_view field) {
      out += field.empty() ? "_" : field;
      out += '\t';
    };
    add(std::to_string(t.index() - s.tokens.first + 1));
    add(blank ? Escaped(t.text()) : std::string(t.text()));
    add(blank ? Escaped(t.lemma()) : std::string(t.lemma()));
    add(ToString(t.pos()));
    add(ToString(t.tag()));
    add(t.morph());
    // A head in another sentence (a non-projective arc that crosses) makes this a root here.
    const uint32_t head = t.head().index();
    const bool root = t.is_root() || head < s.tokens.first || head >= s.tokens.last;
    add(root ? "0" : std::to_string(head - s.tokens.first + 1));
    add(ToString(t.dep()));
    add("");
    out += t.data().space_after ? "" : "SpaceAfter=No|";
    if (t.entity() != EntityType::kNone) out += "Entity=" + EntityTag(t) + "|";
    const Span span = t.span();
    out += "TokenRange=" + std::to_string(points.At(span.begin)) + ":" +
           std::to_string(points.At(span.end)) + "\n";
  }
};

// One array, an article a line.  Units are what was parsed alone: `text` is the unit as the parser
// read it (every line break one blank), tokens follow each other in it; start and end are code
// points of the article, heads are indices in the unit.
class ParseJsonPrinter : public Printer {
 public:
  void Begin(std::string& out) override { out += "["; }

  void Print(const Document& doc, std::string& out) override {
    const CodePointIndex points(doc.article->text);
    Json units = Json::array();
    for (size_t u = 0; u < doc.syntax.units.size(); ++u) units.push_back(Unit(doc, u, points));
    Json article = {{"id", doc.article->id}, {"units", std::move(units)}};
    out += first_ ? "\n" : ",\n";
    first_ = false;
    out += article.dump();
  }

  void End(std::string& out) override { out += "\n]\n"; }

 private:
  static Json Unit(const Document& doc, size_t u, const CodePointIndex& points) {
    const Syntax& syntax = doc.syntax;
    const TokenRange range = syntax.units[u];
    const auto paragraph_of = [&](uint32_t token) {
      return syntax.sentences[syntax.tokens[token].sentence].paragraph;
    };
    const uint32_t paragraph = paragraph_of(range.first);
    const bool first = u == 0 || paragraph_of(syntax.units[u - 1].first) != paragraph;
    const bool last =
        u + 1 == syntax.units.size() || paragraph_of(syntax.units[u + 1].first) != paragraph;
    const Paragraph& p = doc.text.paragraphs[paragraph];
    const uint32_t begin = first ? p.begin : syntax.tokens[range.first].at;
    const uint32_t end = last ? p.end : syntax.tokens[syntax.units[u + 1].first].at;
    Json tokens = Json::array();
    for (uint32_t i = range.first; i < range.last; ++i) {
      tokens.push_back(TokenOf(doc, syntax[i], range, points));
    }
    return {{"text", doc.text.normalized.substr(begin, end - begin)},
            {"tokens", std::move(tokens)}};
  }

  static Json TokenOf(const Document& doc, Token t, TokenRange unit, const CodePointIndex& points) {
    const TokenData& d = t.data();
    return {{"start", points.At(d.begin)},
            {"end", points.At(d.end)},
            {"text", doc.text.normalized.substr(d.at, d.size)},
            {"space", d.space_after},
            {"norm", t.norm()},
            {"lemma", t.lemma()},
            {"tag", ToString(t.tag())},
            {"pos", ToString(t.pos())},
            {"morph", t.morph()},
            {"head", t.head().index() - unit.first},
            {"dep", ToString(t.dep())},
            {"entity", t.entity() == EntityType::kNone ? "O" : EntityTag(t)},
            {"sentence_start", d.sentence_start}};
  }

  bool first_ = true;
};

}  // namespace

int RunParse(const Options& options) {
  ConlluPrinter conllu;
  ParseJsonPrinter json;
  Printer& printer =
      options.format == "json" ? static_cast<Printer&>(json) : static_cast<Printer&>(conllu);
  return RunOver(options, /*findings=*/false, printer);
}

}  // namespace averment::cli
