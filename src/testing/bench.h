// What the benchmarks of single finders share: a corpus read once, then several timed rounds over
// it.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "averment/document.h"

namespace averment::testing {

// What stands behind the required arguments: CORPUS.jsonl [ARTICLES=300] [ROUNDS=5].
struct BenchArguments {
  std::string corpus;
  size_t articles = 300;
  int rounds = 5;

  // `first`: where CORPUS stands in argv.  REQUIRES: argc > first
  static BenchArguments Read(int argc, char** argv, int first);
};

// Prints "NAME: A articles, T tokens, F found, M us/token (median of R)"; `find` gives how many a
// document has.
void TimeFinds(const char* name, const std::vector<Document>& docs, int rounds,
               const std::function<size_t(const Document&)>& find);

// Prints the message of what could not be loaded.  Returns the exit status.
int CannotLoad(const std::string& message);

}  // namespace averment::testing
