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

// The part of a verb's command line that CLI11 cannot put straight into Options.
struct Raw {
  Options options;
  std::string published;
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
  static const std::map<std::string, InputKind> kInputs = {{"txt", InputKind::kText},
                                                           {"jsonl", InputKind::kJsonl}};
  app.add_option("FILE", o.files,
                 "Articles: .txt is one, .jsonl one a line (id text title published source url).\n"
                 "- is standard input, JSON lines unless --input txt.  Default: -");
  app.add_option("--format", o.format, "How to print")
      ->check(CLI::IsMember(Words(verb.formats)))
      ->capture_default_str();
  app.add_option("--input", o.input, "What the files are, whatever their names: txt or jsonl")
      ->transform(CLI::CheckedTransformer(kInputs));
  app.add_option("--model", o.model, "The language model: md, or sm (smaller)")
      ->check(CLI::IsMember({"md", "sm"}))
      ->capture_default_str();
  app.add_option("--models", o.models,
                 "Folder of the models.  Default: $AVERMENT_MODELS, or found");
  app.add_option("--threads", o.threads, "How many threads read; 0: one for each core")
      ->check(CLI::Range(0u, kMostThreads))
      ->capture_default_str();
  if (!verb.findings) return;
  app.add_option("--published", raw.published, "Publication date of every article (2013-07-02)")
      ->check(CheckDate);
  app.add_option("--knowledge", o.knowledge,
                 "Folder of the knowledge.  Default: $AVERMENT_KNOWLEDGE, or found");
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
  line.options = std::move(raw->options);
  if (!raw->published.empty()) line.options.published = ParseIsoDate(raw->published);
  if (line.options.files.empty()) line.options.files = {"-"};
  return line;
}

}  // namespace averment::cli
