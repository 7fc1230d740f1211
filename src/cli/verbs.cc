#include "src/cli/verbs.h"

#include <array>

namespace averment::cli {
namespace {

constexpr std::string_view kCodeFormats[] = {"jsonl", "json", "text"};

constexpr std::string_view kDiffFormats[] = {"text", "jsonl"};

constexpr std::string_view kExplainFormats[] = {"text", "json"};

constexpr std::string_view kParseFormats[] = {"conllu", "json"};

constexpr std::array kVerbs = {
    Verb{"code",
         "Prints the record of each article: who did what, who says so, and where it stands",
         kCodeFormats, kArticles | kFindings | kAbstained,
         "  averment code --format text article.txt      for the eye: who says what, with line and "
         "quote\n"
         "  averment code news.jsonl > records.jsonl     a record a line, in the order of the "
         "articles\n"
         "  zcat news.jsonl.gz | averment code -         from a pipe\n"
         "  averment code --published 2013-07-02 --format json article.txt\n"
         "  averment code --abstained news.jsonl         sentences that name somebody and yield "
         "nothing",
         RunCode},
    Verb{"explain",
         "Tells why a line is in a record, or why nothing is: words, syntax, rule, lexicon",
         kExplainFormats, kArticles | kFindings | kTarget,
         "  averment explain article.txt                 every event and attribution\n"
         "  averment explain --id e3 article.txt         one of them\n"
         "  averment explain --at 250 article.txt        what stands there, or which rules came "
         "near\n"
         "  averment explain --doc 17 --format json news.jsonl",
         RunExplain},
    Verb{"parse", "Prints the syntax of each article: tags, lemmas, dependencies, entities",
         kParseFormats, kArticles,
         "  averment parse article.txt                   a sentence a block, in CoNLL-U\n"
         "  averment parse --model sm --format json news.jsonl",
         RunParse},
    Verb{
        "relate",
        "Tells how the one of two given phrases acts on the other, whatever the answer is worth",
        {},
        kPairs | kFindings,
        "  averment relate pairs.jsonl                  rows of id, text, source {start, end} and\n"
        "                                               target {start, end}: code points, "
        "half-open",
        RunRelate},
    Verb{"knowledge check",
         "Runs every example of every rule of the built-in knowledge, and of an overlay",
         {},
         kAFolder,
         "  averment knowledge check                     the built-in knowledge\n"
         "  averment knowledge check mine                with the rules, words and actors of mine/",
         RunKnowledgeCheck},
    Verb{"knowledge diff", "Lists the findings that change between two states of the knowledge",
         kDiffFormats, kTwoFolders | kArticles | kFindings,
         "  averment knowledge diff built-in mine news.jsonl        what an overlay changes\n"
         "  averment knowledge diff old/knowledge knowledge news.jsonl --format jsonl",
         RunKnowledgeDiff},
};

}  // namespace

std::span<const Verb> Verbs() { return kVerbs; }

}  // namespace averment::cli
