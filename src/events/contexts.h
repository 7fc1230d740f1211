// PLOVER's contexts of events: what they are about ("election", "health"), beside what they are.
//
//   reads     Syntax, the words of the event knowledge
//   returns   Event::contexts, in the order of knowledge/event/contexts.txt: those that have a word
//             in the event's sentence, and those that the whole article is about
//   bounded   at most 64 contexts

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"
#include "src/events/words.h"
#include "src/knowledge/knowledge_path.h"

namespace averment::events {

// Immutable once loaded.
class Contexts {
 public:
  // Adds its words to `words`.  Fails, naming file and line.
  static Result<Contexts> Load(const KnowledgePath& path, Words& words);

  void Tag(const Syntax& syntax, const TokenWords& words, std::vector<Event>& events) const;

 private:
  struct Entry {
    WordId head;
    std::vector<WordId> before;  // "peace" of "peace talk".
    uint8_t context;
  };
  // The contexts of a token, as bits.
  uint64_t At(const TokenWords& words, uint32_t token) const;
  std::span<const Entry> EntriesOf(WordId head) const;

  std::vector<std::string> names_;
  std::vector<Entry> entries_;  // By head.
  std::vector<uint32_t> at_;    // By WordId: the first entry; one more at the end.
};

}  // namespace averment::events
