// The words that the event knowledge names, as small numbers, and the classes they belong to.  A
// token is looked up twice (lemma and form) and from then on every condition compares numbers.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/document.h"
#include "averment/result.h"

namespace averment::events {

using WordId = uint32_t;
inline constexpr WordId kNoWord = 0;

// Words and classes.  Filled while loading, const afterwards.
class Words {
 public:
  // The number of this word, a new one where it has none.
  WordId Add(std::string_view lower);
  // The number of this word, or kNoWord.
  WordId Find(std::string_view lower) const;

  // Adds "chemical weapon" to a class: the last word is the head, those before it stand before it.
  void AddToClass(const std::string& name, std::string_view phrase);
  bool HasClass(const std::string& name) const { return class_ids_.contains(name); }
  // REQUIRES: HasClass(name)
  uint32_t ClassId(const std::string& name) const { return class_ids_.at(name); }

  // The members of the class that end in this word, each as the words before it.
  struct Member {
    WordId head;
    std::vector<WordId> before;
  };
  std::span<const Member> Members(uint32_t class_id, WordId head) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids_;
  std::map<std::string, uint32_t> class_ids_;
  // By class, sorted by head.
  std::vector<std::vector<Member>> classes_;
};

// The numbers of a document's tokens.
class TokenWords {
 public:
  TokenWords(const Words& words, const Syntax& syntax);

  WordId lemma(uint32_t token) const { return lemma_[token]; }
  WordId form(uint32_t token) const { return form_[token]; }
  // Lemma or form is this word.
  bool Is(uint32_t token, WordId word) const {
    return word != kNoWord && (lemma_[token] == word || form_[token] == word);
  }
  // The token, with the words before it, is a member of the class.
  bool InClass(uint32_t token, uint32_t class_id) const;

 private:
  const Words* words_;
  std::vector<WordId> lemma_, form_;
};

}  // namespace averment::events
