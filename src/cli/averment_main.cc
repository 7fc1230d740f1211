// The program: one verb, one exit status.

#include <cstdio>
#include <exception>

#include "src/cli/verbs.h"

int main(int argc, char** argv) {
  using namespace averment::cli;
  try {
    const CommandLine line = Parse(argc, argv, Verbs());
    return line.verb == nullptr ? line.status : line.verb->run(line.options);
  } catch (const std::exception& e) {  // Out of memory.
    std::fprintf(stderr, "averment: internal error: %s\n", e.what());
    return kInternal;
  }
}
