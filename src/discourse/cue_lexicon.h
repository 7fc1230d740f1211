// The words that attribute: verbs (say, vow, deny), nouns (claim, call), adjectives (confident) and
// phrases ("according to"), each with the frames in which it does so.  knowledge/quote/README.md
// describes the format of cues.txt.  Immutable once loaded.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/labels.h"
#include "averment/result.h"
#include "src/knowledge/knowledge_path.h"

namespace averment {

// What a frame lets a cue take as its content.
enum CueFrame : uint32_t {
  kThat = 1 << 0,      // A clause with "that", "whether" or "if": said that it had left
  kBare = 1 << 1,      // A clause without: said it had left
  kWh = 1 << 2,        // A question: explained why it left
  kTo = 1 << 3,        // An infinitive, with or without its own subject: vowed to leave
  kIng = 1 << 4,       // A gerund: denied leaving
  kNp = 1 << 5,        // An object and its complements: condemned the attack as brutal
  kPred = 1 << 6,      // An object that needs a predicate: called the attack brutal
  kBefore = 1 << 7,    // A clause that stands before or round the cue: It had left, he said
  kQuote = 1 << 8,     // A quotation beside the cue, whatever the syntax
  kListener = 1 << 9,  // The object is the one spoken to, and no content: told reporters that
  kActive = 1 << 10,   // A passive attributes only with its agent: was confirmed by the ministry
};

// A light verb lends a noun its subject: "made the claim".
enum class CueKind : uint8_t { kVerb, kNoun, kAdjective, kPhrase, kLight };

struct Cue {
  CueKind kind = CueKind::kVerb;
  std::string word = {};      // The lemma; of a phrase its noun or its first word.
  std::string particle = {};  // "out" of "point out", or empty.
  std::string sense = {};     // say, think, promise ...: the group that the file puts it in.
  uint32_t frames = 0;        // CueFrame bits.
  std::vector<std::string> prepositions = {};  // Content is what follows: called for calm
  std::vector<std::string> object_prepositions =
      {};  // An object that needs this phrase: attacked him for
  bool Takes(CueFrame frame) const { return (frames & frame) != 0; }
  bool Takes(std::string_view preposition) const;
};

class CueLexicon {
 public:
  // Reads DIR/cues.txt.  Fails, naming file and line, on an unknown frame or a word given twice.
  static Result<CueLexicon> Load(const KnowledgePath& dir);

  // The entry for this lemma; of two entries the one with this particle is meant ("" for none).
  const Cue* Find(CueKind kind, std::string_view lemma, std::string_view particle) const;
  // Whether any entry of this kind has the lemma.
  bool Knows(CueKind kind, std::string_view lemma) const;

  size_t size() const { return cues_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  using Index = std::unordered_map<std::string, std::vector<uint32_t>, Hash, std::equal_to<>>;

  std::vector<Cue> cues_;
  Index by_word_[5];  // By CueKind.
};

}  // namespace averment
