// CLI11 is at home here and nowhere else.

#include "src/cli/options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>

#include "averment/engine.h"
#include "src/installed.h"

namespace averment::cli {
namespace {

constexpr unsigned kMostThreads = 1024;

// What CLI11 fills in for a verb; the strings become values of Options behind it.
struct Raw {
  Options options;
  std::string input, published;
  std::string before, after;  // Of two folders.
};

std::vector<std::string> Words(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

std::string CheckDate(const std::string& text) {
  return ParseIsoDate(text) ? "" : text + " is no date (2013-07-02)";
}

std::string CheckNamed(const std::string& text) { return text.empty() ? "an empty name" : ""; }

void AddArticles(CLI::App& app, Raw& raw) {
  Options& o = raw.options;
  app.add_option("FILE", o.files,
                 "Articles: .txt is one, .jsonl one a line (id text title published source url).\n"
                 "- is standard input, JSON lines unless --input txt.  Default: -")
      ->type_name("KIND");
  app.add_option("--input", raw.input, "What the files are, whatever their names")
      ->check(CLI::IsMember({"txt", "jsonl"}))
      ->type_name("KIND");
  app.add_option("--threads", o.threads, "How many threads read.  Default: one for each core")
      ->check(CLI::Range(0u, kMostThreads))
      ->type_name("N");
}

void AddPairs(CLI::App& app, Raw& raw) {
  Options& o = raw.options;
  o.pairs = true;
  raw.input = "jsonl";
  app.add_option(
         "FILE", o.files,
         "JSON lines: {\"id\", \"text\", \"source\": {\"start\", \"end\"}, \"target\": ...},\n"
         "code points of the text; one of the two may be absent.  - is standard input.\n"
         "Default: -")
      ->type_name("");
  app.add_option("--threads", o.threads, "How many threads read.  Default: one for each core")
      ->check(CLI::Range(0u, kMostThreads))
      ->type_name("N");
}

void AddOptions(CLI::App& app, const Verb& verb, Raw& raw) {
  Options& o = raw.options;
  if (verb.takes & kAFolder) {
    app.add_option("DIR", o.folders,
                   "An overlay, which adds to the built-in knowledge or overrides it")
        ->type_name("");
  }
  if (verb.takes & kTwoFolders) {
    app.add_option(
           "DIR_A", raw.before,
           "The state before: a whole folder of knowledge, an overlay on the built-in one,\n"
           "or the word built-in")
        ->required()
        ->check(CheckNamed)
        ->type_name("");
    app.add_option("DIR_B", raw.after, "The state after, likewise")
        ->required()
        ->check(CheckNamed)
        ->type_name("");
  }
  if (verb.takes & kArticles) AddArticles(app, raw);
  if (verb.takes & kPairs) AddPairs(app, raw);
  if (!verb.formats.empty()) {
    o.format = verb.formats.front();
    app.add_option("--format", o.format, "How to print")
        ->check(CLI::IsMember(Words(verb.formats)))
        ->type_name("FORMAT")
        ->capture_default_str();
  }
  if (verb.takes & kAbstained) {
    app.add_flag("--abstained", o.abstained,
                 "Instead of records the sentences that name somebody and yield nothing");
  }
  if (verb.takes & kTarget) {
    app.add_option("--doc", o.doc, "Only the document of this id")->type_name("ID");
    CLI::Option* id = app.add_option("--id", o.id, "Only the finding of this id: e3, q1, t2, a5")
                          ->type_name("ID");
    app.add_option("--at", o.at,
                   "What is, or is not, at this place: code points from 0, as in records")
        ->type_name("OFFSET")
        ->excludes(id);
  }
  app.add_option("--model", o.model, "The language model; sm is smaller")
      ->check(CLI::IsMember({"md", "sm"}))
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option("--models", o.models, "Where the models are.  Default: $AVERMENT_MODELS, or found")
      ->type_name("DIR");
  if (!(verb.takes & kFindings)) return;
  app.add_option("--published", raw.published, "Publication date of every article (2013-07-02)")
      ->check(CheckDate)
      ->type_name("DATE");
  app.add_option("--knowledge", o.knowledge,
                 "Adds to the built-in knowledge, or overrides it: rules, types, actors.  May be\n"
                 "given again; the last goes first.  ($AVERMENT_KNOWLEDGE replaces all of it.)")
      ->type_name("DIR")
      ->allow_extra_args(false);
  app.add_flag("!--no-model", o.learned, "By the rules alone, without what was learned from texts");
  app.add_option(
         "--weights", o.weights,
         "Weights of the event model instead of those of the knowledge (scripts/train events)")
      ->type_name("FILE");
}

Options Finished(Raw raw) {
  Options o = std::move(raw.options);
  if (!raw.input.empty()) o.input = raw.input == "txt" ? InputKind::kText : InputKind::kJsonl;
  if (!raw.published.empty()) o.published = ParseIsoDate(raw.published);
  if (!raw.before.empty()) o.folders = {raw.before, raw.after};
  if (o.files.empty()) o.files = {"-"};
  return o;
}

// What codes, a line each; of what is missing the line says what to do.
std::string VersionText() {
  std::string text = "averment   " + std::string(Version());
  EngineOptions options;
  const auto add = [&](std::string name, const Result<std::string>& version) {
    name.resize(11, ' ');
    text += "\n" + name + (version.ok() ? version.value() : version.status().message());
  };
  for (const char* model : {"md", "sm"}) {
    options.model = model;
    const Result<std::string> version = ModelVersion(options);
    // Nobody needs the smaller one too.
    if (version.ok() || options.model == "md") add("model " + options.model, version);
  }
  add("places", GazetteerVersion(options));
  add("knowledge", KnowledgeVersion(options));
  return text;
}

// The command of a verb, below that of its first word if it has two.
CLI::App* AddVerb(CLI::App& app, const Verb& verb) {
  const size_t blank = verb.name.find(' ');
  CLI::App* at = &app;
  if (blank != verb.name.npos) {
    const std::string first(verb.name.substr(0, blank));
    const auto same = app.get_subcommands([&](CLI::App* a) { return a->get_name() == first; });
    at = same.empty() ? app.add_subcommand(first, "Checks and compares knowledge") : same.front();
    at->require_subcommand(1);
  }
  CLI::App* sub =
      at->add_subcommand(std::string(verb.name.substr(blank == verb.name.npos ? 0 : blank + 1)),
                         std::string(verb.summary));
  sub->footer("Examples:\n" + std::string(verb.example));
  return sub;
}

}  // namespace

CommandLine Parse(int argc, char** argv, std::span<const Verb> verbs) {
  CLI::App app("Averment reads news and says who did what, who says so, and by which words.",
               "averment");
  app.require_subcommand(1);
  app.set_version_flag("--version", VersionText, "What codes: program, models, knowledge");
  app.footer("averment VERB --help shows what a verb takes, with examples.");
  std::map<const CLI::App*, std::pair<const Verb*, std::unique_ptr<Raw>>> by_app;
  for (const Verb& verb : verbs) {
    CLI::App* sub = AddVerb(app, verb);
    auto raw = std::make_unique<Raw>();
    AddOptions(*sub, verb, *raw);
    by_app[sub] = {&verb, std::move(raw)};
  }

  CommandLine line;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    line.status = app.exit(e) == 0 ? kOk : kUsage;
    return line;
  }
  const CLI::App* said = app.get_subcommands().front();
  while (!said->get_subcommands().empty()) said = said->get_subcommands().front();
  auto& [verb, raw] = by_app.at(said);
  line.verb = verb;
  line.options = Finished(std::move(*raw));
  return line;
}

}  // namespace averment::cli
