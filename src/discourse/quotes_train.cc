// Writes what scripts/train attribution learns from: the features of every word that may be a cue,
// and of the words round every cue of the gold, with the right answers.
//
// usage: quotes_train MODEL GOLD.jsonl DIR
//
// GOLD holds articles with attributions (source, cue, content; pairs of code points).  DIR gets
// cue.* and word.*: `features` (u32 hashes, one row behind the other), `sizes` (u8, of each row),
// `labels` (u8), and `documents` (u32, of each row of cue.*, of each sequence of word.*);
// word.lengths (u32) are the rows of each sequence; cue.rules (u8) says whether the rules take the
// word for a cue.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "src/base/utf8.h"
#include "src/discourse/clause.h"
#include "src/discourse/learned_claims.h"
#include "src/discourse/quote_assembly.h"
#include "src/discourse/quote_features.h"
#include "src/syntax/parser.h"
#include "src/testing/bench.h"
#include "src/text/text.h"

namespace averment {
namespace {

using Json = nlohmann::json;

// Arrays of numbers, appended to.
template <typename T>
class Column {
 public:
  Column(const std::string& dir, const char* name) : out_(dir + "/" + name, std::ios::binary) {}
  void Add(T value) { out_.write(reinterpret_cast<const char*>(&value), sizeof value); }
  void Add(std::span<const T> values) {
    out_.write(reinterpret_cast<const char*>(values.data()), std::streamsize(values.size_bytes()));
  }

 private:
  std::ofstream out_;
};

struct Output {
  explicit Output(const std::string& dir) : dir_(dir) {}
  std::string dir_;
  Column<uint32_t> cue_features{dir_, "cue.features"}, cue_documents{dir_, "cue.documents"};
  Column<uint8_t> cue_sizes{dir_, "cue.sizes"}, cue_labels{dir_, "cue.labels"},
      cue_rules{dir_, "cue.rules"};
  Column<uint32_t> word_features{dir_, "word.features"}, word_documents{dir_, "word.documents"},
      word_lengths{dir_, "word.lengths"};
  Column<uint8_t> word_sizes{dir_, "word.sizes"}, word_labels{dir_, "word.labels"};
};

// Bytes of code points.
class Bytes {
 public:
  explicit Bytes(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      at_.push_back(uint32_t(at));
      DecodeUtf8(text, at);
    }
    at_.push_back(uint32_t(text.size()));
  }
  std::vector<Span> Of(const Json& pairs) const {
    std::vector<Span> spans;
    for (const Json& p : pairs) {
      spans.push_back({nullptr, at_.at(p[0].get<size_t>()), at_.at(p[1].get<size_t>())});
    }
    return spans;
  }

 private:
  std::vector<uint32_t> at_;
};

struct Gold {
  std::vector<Span> source, cue, content;
};

bool In(const std::vector<Span>& spans, const TokenData& t) {
  return std::ranges::any_of(spans,
                             [&](const Span& s) { return s.begin < t.end && t.begin < s.end; });
}

bool IsLight(std::string_view lemma) {
  return lemma == "be" || lemma == "have" || lemma == "make" || lemma == "give" ||
         lemma == "take" || lemma == "feel" || lemma == "express" || lemma == "remain" ||
         lemma == "seem" || lemma == "become" || lemma == "sound" || lemma == "get";
}

// The word of the gold's cue that stands for it: that of the rules if they have one there, else the
// one that the others hang on, or what a light verb carries.
std::optional<uint32_t> CueOf(const Syntax& syntax, const QuoteFeatures& features,
                              const std::vector<Span>& cue) {
  std::vector<uint32_t> words;
  const auto begin = std::ranges::lower_bound(syntax.tokens, cue.front().begin, {},
                                              [](const TokenData& t) { return t.end - 1; });
  for (auto t = begin; t != syntax.tokens.end() && t->begin < cue.back().end; ++t) {
    if (In(cue, *t)) words.push_back(uint32_t(t - syntax.tokens.begin()));
  }
  if (words.empty()) return std::nullopt;
  for (uint32_t w : words) {
    if (features.ClaimOf(w) != QuoteFeatures::kNone) return w;
  }
  const auto inside = [&](uint32_t w) { return std::ranges::find(words, w) != words.end(); };
  uint32_t root = words.front();
  for (uint32_t w : words) {
    if (!inside(syntax.tokens[w].head) || syntax[w].is_root()) {
      root = w;
      break;
    }
  }
  if (!IsLight(syntax[root].lemma())) return root;
  for (uint32_t w : words) {
    const Pos pos = syntax[w].pos();
    if (w > root && (pos == Pos::kNOUN || pos == Pos::kADJ || pos == Pos::kVERB)) return w;
  }
  return root;
}

class Writer {
 public:
  Writer(const CueLexicon& lexicon, const std::string& dir) : lexicon_(lexicon), out_(dir) {}

  void Add(uint32_t document, const Syntax& syntax, const std::vector<Gold>& gold) {
    const std::vector<Quotation> quotations = FindQuotations(syntax);
    const std::vector<Claim> claims =
        AssembleQuotes(syntax, quotations, RuleClaims(lexicon_, syntax, quotations));
    const QuoteFeatures features(lexicon_, syntax, quotations, claims);
    std::vector<char> is_cue(syntax.size(), false);
    for (const Gold& g : gold) {
      const auto cue = CueOf(syntax, features, g.cue);
      ++(cue ? features.MayBeCue(*cue) ? found_ : hidden_[std::string(ToString(syntax[*cue].pos()))]
             : hidden_["none"]);
      if (!cue) continue;
      is_cue[*cue] = true;
      AddSequence(document, syntax, features, *cue, g);
    }
    for (uint32_t i = 0; i < syntax.size(); ++i) {
      if (!features.MayBeCue(i)) continue;
      list_.clear();
      features.AddCue(i, list_);
      out_.cue_features.Add(list_.hashes());
      out_.cue_sizes.Add(uint8_t(list_.size()));
      out_.cue_labels.Add(uint8_t(is_cue[i]));
      out_.cue_rules.Add(uint8_t(features.ClaimOf(i) != QuoteFeatures::kNone));
      out_.cue_documents.Add(document);
    }
  }

  void Report() const {
    std::fprintf(stderr, "cues: %zu can be found\n", found_);
    for (const auto& [pos, count] : hidden_) {
      std::fprintf(stderr, "      %zu cannot (%s)\n", count, pos.c_str());
    }
  }

 private:
  void AddSequence(uint32_t document, const Syntax& syntax, const QuoteFeatures& features,
                   uint32_t cue, const Gold& g) {
    const TokenRange window = features.Window(cue);
    const QuoteFeatures::FromCue from(features, cue, window);
    for (uint32_t i = window.first; i < window.last; ++i) {
      list_.clear();
      from.Add(i, list_);
      const TokenData& t = syntax.tokens[i];
      out_.word_features.Add(list_.hashes());
      out_.word_sizes.Add(uint8_t(list_.size()));
      out_.word_labels.Add(uint8_t(In(g.content, t)  ? QuoteModel::kContent
                                   : In(g.source, t) ? QuoteModel::kSource
                                                     : QuoteModel::kOther));
    }
    out_.word_lengths.Add(window.size());
    out_.word_documents.Add(document);
  }

  const CueLexicon& lexicon_;
  Output out_;
  FeatureList list_;
  size_t found_ = 0;
  std::map<std::string, size_t> hidden_;
};

int Run(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: quotes_train MODEL GOLD.jsonl DIR\n");
    return 2;
  }
  const Result<Parser> parser = Parser::Load(argv[1]);
  if (!parser.ok()) return testing::CannotLoad(parser.status().message());
  const Result<CueLexicon> lexicon = CueLexicon::Load("knowledge/quote");
  if (!lexicon.ok()) return testing::CannotLoad(lexicon.status().message());
  const Parser::WorkerPtr worker = parser.value().MakeWorker();
  Writer writer(lexicon.value(), argv[3]);
  std::ifstream in(argv[2]);
  if (!in) return testing::CannotLoad(std::string(argv[2]) + ": cannot be read");
  std::string line;
  for (uint32_t document = 0; std::getline(in, line); ++document) {
    const Json row = Json::parse(line);
    Document doc;
    Article article;
    article.text = row["text"].get<std::string>();
    doc.article = std::make_unique<const Article>(std::move(article));
    doc.text = ReadText(*doc.article);
    const Parser::Job job{&doc.text, doc.article->text.data(), &doc.syntax};
    parser.value().Parse({&job, 1}, *worker);
    const Bytes bytes(doc.article->text);
    std::vector<Gold> gold;
    for (const Json& a : row["attributions"]) {
      gold.push_back({bytes.Of(a["source"]), bytes.Of(a["cue"]), bytes.Of(a["content"])});
    }
    writer.Add(document, doc.syntax, gold);
  }
  writer.Report();
  return 0;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::Run(argc, argv); }
