// A thin coat over PCRE2 with its compiler to machine code.  A search that reaches the limit, or
// runs out of stack, counts as no match: patterns meet hostile text here, and the text must not
// decide how long we work.

#include "src/text/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <string>

namespace averment {
namespace {

constexpr size_t kStackStart = 32 * 1024, kStackMax = 256 * 1024;

}  // namespace

Regex::Scratch::Scratch(uint32_t limit)
    : data_(pcre2_match_data_create(1, nullptr)),
      context_(pcre2_match_context_create(nullptr)),
      stack_(pcre2_jit_stack_create(kStackStart, kStackMax, nullptr)) {
  pcre2_set_match_limit(context_, limit);
  pcre2_jit_stack_assign(context_, nullptr, stack_);
}

Regex::Scratch::~Scratch() {
  pcre2_jit_stack_free(stack_);
  pcre2_match_context_free(context_);
  pcre2_match_data_free(data_);
}

void Regex::Deleter::operator()(pcre2_real_code_8* code) const { pcre2_code_free(code); }

Result<Regex> Regex::Compile(std::string_view pattern, bool anchored) {
  int error = 0;
  PCRE2_SIZE at = 0;
  const uint32_t options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | (anchored ? PCRE2_ANCHORED : 0);
  Regex regex;
  regex.code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                  options, &error, &at, nullptr));
  if (regex.code_ == nullptr) {
    unsigned char message[256] = "";
    pcre2_get_error_message(error, message, sizeof message);
    return Status("pattern, byte " + std::to_string(at) + ": " +
                  reinterpret_cast<const char*>(message));
  }
  // Where there is no such compiler, pcre2_match interprets the pattern: slower, the same answers.
  pcre2_jit_compile(regex.code_.get(), PCRE2_JIT_COMPLETE);
  return regex;
}

std::optional<Regex::Match> Regex::Find(std::string_view subject, size_t from,
                                        Scratch& scratch) const {
  const int found =
      pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), from,
                  PCRE2_NO_UTF_CHECK, scratch.data_, scratch.context_);
  if (found < 0) return std::nullopt;
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(scratch.data_);
  return Match{ends[0], ends[1]};
}

}  // namespace averment
