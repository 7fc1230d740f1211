// The median round counts: the first warms caches, and any may be disturbed.

#include "src/testing/bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace averment::testing {

BenchArguments BenchArguments::Read(int argc, char** argv, int first) {
  BenchArguments read;
  read.corpus = argv[first];
  if (argc > first + 1) read.articles = std::strtoul(argv[first + 1], nullptr, 10);
  if (argc > first + 2) read.rounds = std::max(std::atoi(argv[first + 2]), 1);
  return read;
}

void TimeFinds(const char* name, const std::vector<Document>& docs, int rounds,
               const std::function<size_t(const Document&)>& find) {
  std::vector<double> micros;
  size_t tokens = 0, found = 0;
  for (const Document& doc : docs) tokens += doc.syntax.size();
  for (int round = 0; round < rounds; ++round) {
    found = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const Document& doc : docs) found += find(doc);
    const std::chrono::duration<double, std::micro> spent =
        std::chrono::steady_clock::now() - start;
    micros.push_back(spent.count() / double(std::max<size_t>(tokens, 1)));
  }
  std::ranges::sort(micros);
  std::printf("%s: %zu articles, %zu tokens, %zu found, %.3f us/token (median of %d)\n", name,
              docs.size(), tokens, found, micros[micros.size() / 2], rounds);
}

int CannotLoad(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  return 1;
}

}  // namespace averment::testing
