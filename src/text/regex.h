// One compiled pattern (PCRE2, UTF-8, Unicode classes), with bounded work for each search.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "averment/result.h"

struct pcre2_real_code_8;
struct pcre2_real_match_data_8;
struct pcre2_real_match_context_8;
struct pcre2_real_jit_stack_8;

namespace averment {

// Immutable; safe to share between threads, each with a Scratch of its own.
class Regex {
 public:
  struct Match {
    size_t begin, end;
  };

  // What a search needs to write to.  Not shared.
  class Scratch {
   public:
    // `limit`: how much backtracking a search may do before it is given up as no match.
    explicit Scratch(uint32_t limit);
    ~Scratch();
    Scratch(const Scratch&) = delete;

   private:
    friend class Regex;
    pcre2_real_match_data_8* data_;
    pcre2_real_match_context_8* context_;
    pcre2_real_jit_stack_8* stack_;
  };

  // `anchored`: matches at the place where the search starts, or not at all.  Fails with PCRE2's
  // message.
  static Result<Regex> Compile(std::string_view pattern, bool anchored);

  // The first match that begins at `from` or behind it; what stands before `from` is seen by
  // lookbehinds.  REQUIRES: valid UTF-8, `from` at the start of a character.
  std::optional<Match> Find(std::string_view subject, size_t from, Scratch& scratch) const;

 private:
  struct Deleter {
    void operator()(pcre2_real_code_8* code) const;
  };
  std::unique_ptr<pcre2_real_code_8, Deleter> code_;
};

}  // namespace averment
