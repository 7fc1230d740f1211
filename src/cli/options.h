// The command line, parsed: what a verb is told.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "averment/date.h"

namespace averment::cli {

// Exit statuses, the same for every verb.
inline constexpr int kOk = 0;            // Every input was coded.
inline constexpr int kInternal = 1;      // A fault of ours, or the output could not be written.
inline constexpr int kUsage = 2;         // The command line makes no sense.
inline constexpr int kSomeFailed = 3;    // Some inputs or examples failed; each is named.
inline constexpr int kNothingToUse = 4;  // No model or knowledge, or damaged.
inline constexpr int kChanged = 5;       // knowledge diff: some findings change.

enum class InputKind { kByName, kText, kJsonl };

struct Options {
  std::vector<std::string> files;    // At least one; "-" is standard input.
  std::vector<std::string> folders;  // Of the verbs that take some.
  InputKind input = InputKind::kByName;
  std::string format;             // One of the verb's.
  std::optional<Date> published;  // For every input.
  unsigned threads = 0;           // 0: one for each core.
  std::string model = "md";
  bool learned = true;                 // Not by the rules alone.
  std::string weights;                 // Of the event model; empty: those of the knowledge.
  bool pairs = false;                  // Rows ask for a relation: `source` and `target`.
  std::string models;                  // A folder; empty: found by the engine.
  bool abstained = false;              // Sentences without findings instead of records.
  std::string doc, id;                 // Of a document, of a finding; empty: all.
  std::optional<uint32_t> at;          // A place, in code points.
  std::vector<std::string> knowledge;  // Overlays on the knowledge that the engine finds.
};

// What a verb takes.
enum Takes : unsigned {
  kArticles = 1,     // FILE..., --input, --threads
  kFindings = 2,     // --published, --knowledge, --no-model, --weights
  kAbstained = 4,    // --abstained
  kTarget = 8,       // --doc, --id, --at
  kAFolder = 16,     // [DIR]
  kTwoFolders = 32,  // DIR_A DIR_B
  kPairs = 64,       // FILE..., --threads: rows that ask for a relation
};

// A verb: a row of the table in verbs.cc.
struct Verb {
  std::string_view name;  // One word, or two: "knowledge check".
  std::string_view summary;
  std::span<const std::string_view> formats;  // The first is the default.
  unsigned takes;                             // Of Takes.
  std::string_view example;                   // Commands with what they do, for --help.
  int (*run)(const Options&);                 // Returns the exit status.
};

struct CommandLine {
  const Verb* verb =
      nullptr;  // Null: all is said (help, version, usage error); leave with `status`.
  Options options;
  int status = kOk;
};

// Prints help, version and usage errors itself.
CommandLine Parse(int argc, char** argv, std::span<const Verb> verbs);

}  // namespace averment::cli
