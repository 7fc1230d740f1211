// Reads line by line into the arrays of a document.  Heads are resolved when a sentence ends.

#include "src/examples/conllu.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace averment::examples {
namespace {

constexpr size_t kColumns = 10;

std::vector<std::string_view> Columns(std::string_view line) {
  const std::string_view separators = line.find('\t') == line.npos ? " " : "\t";
  std::vector<std::string_view> columns;
  while (!line.empty()) {
    const size_t end = std::min(line.find_first_of(separators), line.size());
    if (end > 0) columns.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return columns;
}

std::optional<uint32_t> Number(std::string_view written) {
  uint32_t n = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), n);
  if (error != std::errc() || end != written.data() + written.size()) return std::nullopt;
  return n;
}

// The value of a MISC feature, or empty.
std::string_view Misc(std::string_view misc, std::string_view name) {
  while (!misc.empty()) {
    const size_t end = std::min(misc.find('|'), misc.size());
    const std::string_view feature = misc.substr(0, end);
    if (feature.starts_with(name) && feature.substr(name.size()).starts_with('=')) {
      return feature.substr(name.size() + 1);
    }
    misc.remove_prefix(std::min(end + 1, misc.size()));
  }
  return {};
}

std::string Lower(std::string_view s) {
  std::string lower(s);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  return lower;
}

// A document under construction.
struct Builder {
  Document doc;
  std::string text;  // The article so far, and Text::normalized: the same bytes.
  std::vector<std::string>* morphs;
  std::unordered_map<std::string, uint16_t> morph_ids;
  uint32_t sentence_begin = 0;  // First token of the sentence being read.
  std::vector<uint32_t> heads;  // Of its tokens, as written.
  bool paragraph_begins = true;

  Syntax& syntax() { return doc.syntax; }

  PoolString Pool(std::string_view s) {
    const PoolString at{uint32_t(syntax().pool.size()), uint32_t(s.size())};
    syntax().pool += s;
    return at;
  }

  void BeginParagraph() {
    EndParagraph();
    if (!text.empty()) text += "\n\n";
    paragraph_begins = false;
    const uint32_t at = uint32_t(text.size());
    doc.text.paragraphs.push_back({{nullptr, at, at}, at, at, SentenceKind::kBody});
  }

  void EndParagraph() {
    while (text.ends_with(' ')) text.pop_back();
    if (doc.text.paragraphs.empty()) return;
    Paragraph& p = doc.text.paragraphs.back();
    p.end = p.span.end = uint32_t(text.size());
  }

  // What is wrong, or nothing.
  std::string AddToken(const std::vector<std::string_view>& column) {
    if (column.size() != kColumns) return "a token has ten columns";
    const auto id = Number(column[0]), head = Number(column[6]);
    const auto pos = ParsePos(column[3]);
    const auto tag = ParseTag(column[4]);
    const auto dep = ParseDep(column[7]);
    if (!id || *id != heads.size() + 1) return "ids count from 1";
    if (!head) return "no such head: " + std::string(column[6]);
    if (!pos) return "no such part of speech: " + std::string(column[3]);
    if (!tag) return "no such tag: " + std::string(column[4]);
    if (!dep) return "no such relation: " + std::string(column[7]);
    if (paragraph_begins) BeginParagraph();

    const std::string_view form = column[1], misc = column[9];
    TokenData t{};
    t.begin = t.at = uint32_t(text.size());
    t.size = uint32_t(form.size());
    text += form;
    t.end = uint32_t(text.size());
    t.space_after = Misc(misc, "SpaceAfter") != "No";
    if (t.space_after) text += ' ';
    const std::string lower = Lower(form);
    t.lower = Pool(lower);
    t.norm = Misc(misc, "Norm").empty() ? t.lower : Pool(Misc(misc, "Norm"));
    t.lemma = Pool(column[2]);
    t.pos = *pos, t.tag = *tag, t.dep = *dep;
    t.morph = MorphId(column[5] == "_" ? "" : column[5]);
    t.sentence = uint32_t(syntax().sentences.size());
    t.sentence_start = heads.empty();
    if (const std::string wrong = AddEntity(Misc(misc, "Entity"), t); !wrong.empty()) return wrong;
    heads.push_back(*head);
    syntax().tokens.push_back(t);
    return "";
  }

  uint16_t MorphId(std::string_view features) {
    const auto [at, is_new] =
        morph_ids.try_emplace(std::string(features), uint16_t(morphs->size()));
    if (is_new) morphs->emplace_back(features);
    return at->second;
  }

  std::string AddEntity(std::string_view entity, TokenData& t) {
    if (entity.empty()) return "";
    const auto type = ParseEntityType(entity.substr(std::min<size_t>(2, entity.size())));
    if (!type || (!entity.starts_with("B-") && !entity.starts_with("I-"))) {
      return "no such entity: " + std::string(entity);
    }
    const uint32_t i = uint32_t(syntax().tokens.size());
    t.entity = *type;
    t.entity_begins = entity.starts_with("B-");
    if (t.entity_begins) {
      syntax().entities.push_back({{i, i + 1}, *type});
    } else if (syntax().entities.empty() || syntax().entities.back().tokens.last != i ||
               syntax().entities.back().type != *type) {
      return "an entity goes on that did not begin";
    } else {
      syntax().entities.back().tokens.last = i + 1;
    }
    return "";
  }

  std::string EndSentence() {
    if (heads.empty()) return "";
    const uint32_t n = uint32_t(heads.size());
    for (uint32_t i = 0; i < n; ++i) {
      if (heads[i] > n) return "a head lies outside the sentence";
      syntax().tokens[sentence_begin + i].head =
          heads[i] == 0 ? sentence_begin + i : sentence_begin + heads[i] - 1;
    }
    if (HasCycle(n)) return "the heads go in a circle";
    syntax().sentences.push_back({{sentence_begin, sentence_begin + n},
                                  uint32_t(doc.text.paragraphs.size() - 1),
                                  SentenceKind::kBody,
                                  {}});
    sentence_begin += n;
    heads.clear();
    return "";
  }

  bool HasCycle(uint32_t n) const {
    for (uint32_t i = 1; i <= n; ++i) {
      uint32_t at = i;
      for (uint32_t steps = 0; at != 0 && heads[at - 1] != at; at = heads[at - 1]) {
        if (++steps > n) return true;
      }
    }
    return false;
  }

  Document Finish(std::optional<Date> published) {
    EndParagraph();
    auto article = std::make_unique<Article>();
    article->id = "conllu";
    article->text = text;
    article->published = doc.published = published;
    article->published_basis = doc.published_basis =
        published ? DateBasis::kGiven : DateBasis::kNone;
    const char* base = article->text.data();
    for (Paragraph& p : doc.text.paragraphs) p.span.base = base;
    doc.text.normalized = std::move(text);
    doc.text.alignments = {{0, 0}};
    syntax().base = base;
    syntax().morphs = *morphs;
    for (SentenceData& s : syntax().sentences) s.span = syntax().SpanOf(s.tokens);
    IndexChildren(syntax());
    doc.article = std::move(article);
    return std::move(doc);
  }
};

}  // namespace

Result<Document> ConlluReader::Read(std::string_view conllu, std::optional<Date> published) {
  Builder builder;
  builder.morphs = &morphs_.emplace_back(std::vector<std::string>{""});
  builder.morph_ids.emplace("", 0);
  for (uint32_t number = 1; !conllu.empty(); ++number) {
    const size_t end = std::min(conllu.find('\n'), conllu.size());
    const std::string_view line = conllu.substr(0, end);
    conllu.remove_prefix(std::min(end + 1, conllu.size()));
    std::string wrong;
    if (line.starts_with("# newpar")) {
      builder.paragraph_begins = true;
    } else if (line.find_first_not_of(" \t\r") == line.npos) {
      wrong = builder.EndSentence();
    } else if (!line.starts_with('#')) {
      wrong = builder.AddToken(Columns(line));
    }
    if (wrong.empty() && conllu.empty()) wrong = builder.EndSentence();
    if (!wrong.empty()) return Status("line " + std::to_string(number) + ": " + wrong);
  }
  return builder.Finish(published);
}

}  // namespace averment::examples
