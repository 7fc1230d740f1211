// CLI11 is at home here and nowhere else.

#include "src/cli/options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>

#include "averment/engine.h"

namespace averment::cli {
namespace {

constexpr unsigned kMostThreads = 1024;

// What CLI11 fills in for a verb; the strings become values of Options behind it.
struct Raw {
  Options options;
  std::string input, published;
};

std::vector<std::string> Words(std::span<const std::string_view> words) {
  return {words.begin(), words.end()};
}

std::string CheckDate(const std::string& text) {
  return ParseIsoDate(text) ? "" : text + " is no date (2013-07-02)";
}

void AddOptions(CLI::App& app, const Verb& verb, Raw& raw) {
  Options& o = raw.options;
  o.format = verb.formats.front();
  app.add_option("FILE", o.files,
                 "Articles: .txt is one, .jsonl one a line (id text title published source url).\n"
                 "- is standard input, JSON lines unless --input txt.  Default: -")
      ->type_name("KIND");
  app.add_option("--format", o.format, "How to print")
      ->check(CLI::IsMember(Words(verb.formats)))
      ->type_name("FORMAT")
      ->capture_default_str();
  app.add_option("--input", raw.input, "What the files are, whatever their names")
      ->check(CLI::IsMember({"txt", "jsonl"}))
      ->type_name("KIND");
  app.add_option("--threads", o.threads, "How many threads read.  Default: one for each core")
      ->check(CLI::Range(0u, kMostThreads))
      ->type_name("N");
  app.add_option("--model", o.model, "The language model; sm is smaller")
      ->check(CLI::IsMember({"md", "sm"}))
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option("--models", o.models, "Where the models are.  Default: $AVERMENT_MODELS, or found")
      ->type_name("DIR");
  if (!verb.findings) return;
  app.add_option("--published", raw.published, "Publication date of every article (2013-07-02)")
      ->check(CheckDate)
      ->type_name("DATE");
  app.add_option("--knowledge", o.knowledge,
                 "Adds to the built-in knowledge, or overrides it: rules, types, actors.  May be\n"
                 "given again; the last goes first.  ($AVERMENT_KNOWLEDGE replaces all of it.)")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

Options Finished(Raw raw) {
  Options o = std::move(raw.options);
  if (!raw.input.empty()) o.input = raw.input == "txt" ? InputKind::kText : InputKind::kJsonl;
  if (!raw.published.empty()) o.published = ParseIsoDate(raw.published);
  if (o.files.empty()) o.files = {"-"};
  return o;
}

}  // namespace

CommandLine Parse(int argc, char** argv, std::span<const Verb> verbs) {
  CLI::App app("Averment reads news and says who did what, who says so, and by which words.",
               "averment");
  app.require_subcommand(1);
  app.set_version_flag("--version", "averment " + std::string(Version()));
  app.footer("averment VERB --help shows what a verb takes, with examples.");
  std::map<const CLI::App*, std::pair<const Verb*, std::unique_ptr<Raw>>> by_app;
  for (const Verb& verb : verbs) {
    CLI::App* sub = app.add_subcommand(std::string(verb.name), std::string(verb.summary));
    sub->footer("Examples:\n" + std::string(verb.example));
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
  auto& [verb, raw] = by_app.at(app.get_subcommands().front());
  line.verb = verb;
  line.options = Finished(std::move(*raw));
  return line;
}

}  // namespace averment::cli
