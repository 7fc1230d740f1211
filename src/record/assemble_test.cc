// One document built by hand, every kind of finding in it, against the record that a person wrote:
// tests/record/by_hand.json.  No parser and no finder can break this test.

#include "src/record/assemble.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "src/record/verify.h"

namespace averment {
namespace {

constexpr const char* kText =
    "\u201cWe never shelled Latvi\u0101,\u201d Minister Ana Gr\u00fcn said on 3 May 2014. Rebels "
    "blamed her.";

// Finds its spans by their words, so that the test reads like the sentence.
class Builder {
 public:
  Builder() {
    auto article = std::make_unique<Article>();
    article->id = "by-hand";
    article->text = kText;
    article->source = "Averment Wire";
    article->published = MakeDate(2014, 5, 4);
    article->published_basis = DateBasis::kGiven;
    doc_.published = article->published;
    doc_.published_basis = article->published_basis;
    doc_.article = std::move(article);
    doc_.syntax.base = doc_.article->text.data();
    AddTokens();
    AddActors();
    AddFindings();
  }

  Document Take() { return std::move(doc_); }

 private:
  Span Find(std::string_view words) const {
    const size_t at = doc_.article->text.find(words);
    return {doc_.article->text.data(), uint32_t(at), uint32_t(at + words.size())};
  }

  // A token a word; the trees do not matter here.
  void AddTokens() {
    const std::string& text = doc_.article->text;
    const uint32_t border = uint32_t(text.find(" Rebels"));
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find(' ', at), text.size());
      TokenData t{};
      t.begin = uint32_t(at);
      t.end = uint32_t(end);
      t.sentence = at > border;
      t.head = uint32_t(doc_.syntax.tokens.size());
      doc_.syntax.tokens.push_back(t);
      at = end + 1;
    }
    const uint32_t n = uint32_t(doc_.syntax.size());
    const Span all = {text.data(), 0, uint32_t(text.size())};
    doc_.syntax.sentences = {{{0, n - 3}, 0, SentenceKind::kBody, {all.base, 0, border}},
                             {{n - 3, n}, 0, SentenceKind::kBody, {all.base, border + 1, all.end}}};
    IndexChildren(doc_.syntax);
  }

  void AddMention(std::string_view words, MentionKind kind) {
    ActorMention m;
    m.span = Find(words);
    m.tokens = {0, 1};
    m.head = 0;
    m.kind = kind;
    m.rule = "actor/test";
    doc_.actor_mentions.push_back(m);
  }

  void AddActors() {
    AddMention("Minister Ana Gr\u00fcn", MentionKind::kName);
    AddMention("Rebels", MentionKind::kNominal);
    AddMention("her", MentionKind::kPronoun);
    AddMention("Latvi\u0101", MentionKind::kName);
    doc_.actors = {
        {"Ana Gr\u00fcn",
         ActorKind::kPerson,
         "",
         "GOV",
         "Minister",
         "title",
         {0, 2},
         "actor/title"},
        {"rebels", ActorKind::kGroup, "", "REB", "", "description", {1}, "actor/description"},
        {"Latvia",
         ActorKind::kCountry,
         "LVA",
         "",
         "",
         "lexicon country.lva",
         {3},
         "actor/lexicon"}};
  }

  void AddFindings() {
    doc_.mentions.times = {{Find("3 May 2014"),
                            {0, 1},
                            TimexType::kDate,
                            "2014-05-03",
                            TimexMod::kNone,
                            MakeDate(2014, 5, 3),
                            MakeDate(2014, 5, 3),
                            "time/day-month-year"}};
    Attribution q;
    q.kind = AttributionKind::kDirect;
    q.source = 0;
    q.source_spans = {Find("Minister Ana Gr\u00fcn")};
    q.cue = {Find("said")};
    q.content = {Find("\u201cWe never shelled Latvi\u0101,\u201d")};
    q.rule = "quote/said";
    doc_.attributions = {q};

    Event shelled;
    shelled.type = EventType::kAssault;
    shelled.status = EventStatus::kNegated;
    shelled.sources = {{0, Find("We")}};
    shelled.targets = {{2, Find("Latvi\u0101")}};
    shelled.attribution = 0;
    shelled.trigger = 2;
    shelled.evidence = {Find("shelled"), Find("We never shelled Latvi\u0101")};
    shelled.confidence = 0.7f;
    shelled.rule = "event/shell";

    Event denied;
    denied.type = EventType::kReject;
    denied.cameo = "016";
    denied.plover = EventType::kReject;
    denied.sources = {{0, Find("Minister Ana Gr\u00fcn")}};
    denied.time = 0;
    denied.date = {MakeDate(2014, 5, 3), MakeDate(2014, 5, 3), EventDateBasis::kStated,
                   Find("3 May 2014")};
    denied.of = FindingRef{FindingRef::Kind::kEvent, 0};
    denied.trigger = 6;
    denied.evidence = {Find("said")};
    denied.confidence = 0.6666f;
    denied.rule = "event/deny";
    doc_.events = {shelled, denied};
  }

  Document doc_;
};

Document ByHand() { return Builder().Take(); }

std::string ReadFile(const std::string& path) {
  std::ifstream in(path);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

TEST(Assemble, WritesTheRecordWrittenByHand) {
  const Document doc = ByHand();
  ASSERT_EQ(Verify(doc), "");
  const Record record = Assemble(doc, {"0", "model", "knowledge"});
  EXPECT_EQ(Verify(record, doc.article->text), "");
  EXPECT_EQ(ToJson(record, 2) + "\n", ReadFile("tests/record/by_hand.json"));
}

TEST(Assemble, CarriesTheTextOnlyWhereItWasRepaired) {
  Document doc;
  Article article;
  article.text = "A broken \uFFFD byte.";
  doc.article = std::make_unique<const Article>(article);
  EXPECT_FALSE(Assemble(doc, {}).document.text);
  article.text_was_repaired = true;
  doc.article = std::make_unique<const Article>(article);
  EXPECT_EQ(Assemble(doc, {}).document.text, article.text);
}

TEST(Assemble, LeavesOutPronounsThatNobodyResolvedUnlessAFindingSpeaksOfThem) {
  Document doc = ByHand();
  doc.actors[1].basis = "unresolved";
  Record record = Assemble(doc, {});
  ASSERT_EQ(record.actors.size(), 2u);
  EXPECT_EQ(record.actors[1].name, "Latvia");
  EXPECT_EQ(record.events[0].targets[0].actor, "a2");
  EXPECT_EQ(Verify(record, doc.article->text), "");

  doc.attributions[0].source = 1;
  EXPECT_EQ(Assemble(doc, {}).actors.size(), 3u);
}

// What a stage may get wrong, and how the check calls it.
TEST(Verify, NamesTheFirstThingThatIsWrong) {
  const auto spoiled = [](auto&& spoil) {
    Document doc = ByHand();
    spoil(doc);
    return Verify(doc);
  };
  EXPECT_EQ(spoiled([](Document& d) { d.events[1].rule.clear(); }), "event 1: no rule");
  EXPECT_EQ(spoiled([](Document& d) { d.events[0].sources[0].actor = 9; }),
            "event participant 0: no such actor");
  EXPECT_EQ(spoiled([](Document& d) { d.events[1].of = FindingRef{FindingRef::Kind::kEvent, 1}; }),
            "event 1: of itself");
  EXPECT_EQ(spoiled([](Document& d) { d.mentions.times[0].span.end = 5000; }),
            "time 0: span outside the article");
  EXPECT_EQ(
      spoiled([](Document& d) { d.attributions[0].cue[0].begin = d.attributions[0].cue[0].end; }),
      "attribution cue 0: empty span");
  EXPECT_EQ(spoiled([](Document& d) { d.attributions[0].content[0].begin = 1; }),
            "attribution content 0: span cuts a character");
}

TEST(Verify, ReadsARecordAsAStrangerWould) {
  const auto spoiled = [](auto&& spoil) {
    const Document doc = ByHand();
    Record record = Assemble(doc, {});
    spoil(record);
    return Verify(record, doc.article->text);
  };
  EXPECT_EQ(spoiled([](Record& r) { r.events[0].evidence[0].text = "shelter"; }),
            "e1: a span's text is not the article's");
  EXPECT_EQ(spoiled([](Record& r) { r.events[0].attribution = "q7"; }), "e1: refers to no item");
  EXPECT_EQ(spoiled([](Record& r) { r.actors[1].id = "a1"; }), "a1: used twice");
  EXPECT_EQ(spoiled([](Record& r) { r.sentences[0].end = 1000; }),
            "sentence: span empty or outside the article");
}

}  // namespace
}  // namespace averment
