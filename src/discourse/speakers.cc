// "I" and "we" inside quotation marks: whoever says so.  The speaker is the subject of the verb
// that the quotation depends on, or of the verb of its sentence outside of the marks; a quotation
// that goes on in the next sentence keeps its speaker.  "We" of a person may be anybody that the
// person speaks for, so it is left open unless a body or several people speak.

#include <algorithm>

#include "src/discourse/linker.h"

namespace averment {

void Linker::MarkQuotations() {
  bool open = false;
  uint32_t paragraph = kNone;
  for (uint32_t t = 0; t < syntax_.size(); ++t) {
    if (const uint32_t p = syntax_[t].sentence().paragraph; p != paragraph) {
      paragraph = p;
      open = false;
    }
    const std::string_view text = syntax_[t].text();
    if (text == "\u201C" || text == "``") {
      open = true;
    } else if (text == "\u201D" || text == "''") {
      open = false;
    } else if (text == "\"") {
      open = !open;
    }
    quoted_[t] = open;
  }
}

// Whether the mention is the speaker, outside of the quotation that the pronoun stands in.
bool Linker::SpeaksOf(uint32_t m, uint32_t pronoun) const {
  if (!quoted_[mentions_[pronoun].head] || quoted_[mentions_[m].head] || !IsSubject(m))
    return false;
  // Somebody whose verb governs the quotation.
  const uint32_t verb = syntax_.tokens[RootOf(mentions_[m].head)].head;
  return Contains(PathUp(mentions_[pronoun].head), verb);
}

// The mention outside of the marks that is the subject of a verb which the pronoun hangs on, or
// else the only subject outside of them.
uint32_t Linker::SpeakerOfSentence(uint32_t pronoun) const {
  const auto subject_of = [&](uint32_t verb) {
    for (Token child : syntax_[verb].children()) {
      if (child.dep() == Dep::knsubj && !quoted_[child.index()]) {
        return mention_of_head_[child.index()];
      }
    }
    return kNone;
  };
  for (uint32_t t : PathUp(mentions_[pronoun].head)) {
    if (quoted_[t]) continue;
    if (const uint32_t m = subject_of(t); m != kNone) return m;
  }
  uint32_t found = kNone;
  const TokenRange all = syntax_[mentions_[pronoun].head].sentence().tokens;
  const uint32_t head = mentions_[pronoun].head;
  constexpr uint32_t kReach = 100;
  const uint32_t first = std::max(all.first, head > kReach ? head - kReach : 0);
  for (uint32_t t = first; t < std::min(all.last, head + kReach); ++t) {
    if (quoted_[t] || syntax_.tokens[t].dep != Dep::knsubj || mention_of_head_[t] == kNone)
      continue;
    if (found != kNone) return kNone;
    found = mention_of_head_[t];
  }
  return found;
}

// Who says the quotation that the pronoun stands in.
uint32_t Linker::Speaker(uint32_t pronoun) {
  const uint32_t head = mentions_[pronoun].head;
  if (!quoted_[head]) return kNone;
  const uint32_t sentence = SentenceOf(pronoun);
  const uint32_t begin = syntax_.sentences[sentence].tokens.first;
  uint32_t speaker = SpeakerOfSentence(pronoun);
  const bool runs_on =
      sentence == last_quoted_sentence_ ||
      (quoted_[begin] && begin > 0 && quoted_[begin - 1] && sentence == last_quoted_sentence_ + 1);
  if (speaker == kNone && runs_on) speaker = last_speaker_;
  last_speaker_ = speaker;
  last_quoted_sentence_ = sentence;
  return speaker;
}

}  // namespace averment
