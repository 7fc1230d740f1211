// What the learned part of the quotes looks at: hashed features of a word that may be a cue, and of
// a word that may belong to a cue's source or content.  The one implementation for training
// (quotes_train.cc) and for reading (quote_model.cc).
//
//   reads     Syntax, its quotations, the claims of the rules behind AssembleQuotes
//   returns   features as 32-bit hashes, each with its kind
//
// A change of the features needs another kQuoteFeatures and new weights (scripts/train
// attribution).

#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "averment/document.h"
#include "src/discourse/claim.h"
#include "src/discourse/cue_lexicon.h"
#include "src/discourse/quotation_marks.h"

namespace averment {

inline constexpr uint32_t kQuoteFeatures = 1;
// Ancestors of a word that are looked at.
inline constexpr uint32_t kMostUp = 8;

// The features of one word.  Those over the capacity are left out.
class FeatureList {
 public:
  // `kind` separates features of equal values.
  void Add(uint32_t kind, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0);
  void clear() { size_ = 0; }
  // The features added from now on look at this word, too.
  void About(uint32_t token) { token_ = token; }
  uint32_t size() const { return size_; }
  std::span<const uint32_t> hashes() const { return std::span(hashes_).first(size_); }
  std::span<const uint8_t> kinds() const { return std::span(kinds_).first(size_); }
  std::span<const uint32_t> about() const { return std::span(about_).first(size_); }

 private:
  static constexpr uint32_t kCapacity = 160;
  std::array<uint32_t, kCapacity> hashes_, about_;
  std::array<uint8_t, kCapacity> kinds_;
  uint32_t size_ = 0, token_ = 0;
};

// What a feature of this kind looks at, for explanations: "the word with the clause below it".
std::string_view FeatureKindName(uint8_t kind);

// Keeps references; all arguments outlive it.
class QuoteFeatures {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  // `claims` are those of the rules, with their contents.
  QuoteFeatures(const CueLexicon& lexicon, const Syntax& syntax,
                std::span<const Quotation> quotations, std::span<const Claim> claims);

  // Whether the word can be a cue at all.
  bool MayBeCue(uint32_t token) const;
  void AddCue(uint32_t token, FeatureList& out) const;

  // The words that may belong to the cue's source or content: its sentence, and those that a
  // quotation joins to it; bounded.
  TokenRange Window(uint32_t cue) const;

  // The claim that the rules make of this cue, or kNone.
  uint32_t ClaimOf(uint32_t cue) const { return claim_of_[cue]; }

  static constexpr uint32_t kMaxWindow = 256;

  // The features of words seen from one cue.
  class FromCue {
   public:
    FromCue(const QuoteFeatures& all, uint32_t cue, TokenRange window);
    void Add(uint32_t token, FeatureList& out) const;

   private:
    static constexpr uint8_t kElsewhere = 15;

    // Where a word hangs: the ancestor of the cue that it depends on, and the branch there.
    struct Place {
      uint8_t up = kElsewhere;  // Steps from the cue to the ancestor.
      uint32_t branch = kNone;  // Child of the ancestor above the word; kNone: the ancestor itself.
      uint32_t twig = kNone;    // Child of the branch above the word, or kNone.
      uint32_t form = 0;        // How the branch opens.
    };

    uint32_t RuleRole(uint32_t token) const;

    const QuoteFeatures& all_;
    const uint32_t cue_;
    const TokenRange window_;
    const Claim* claim_;  // Of the rules; null: none.
    TokenRange source_{0, 0};
    uint32_t frame_ = 0;  // Of the claim.
    uint32_t shape_;      // The cue's part of speech and relation.
    std::array<Place, kMaxWindow> places_;
  };

 private:
  const TokenData& At(uint32_t i) const { return syntax_.tokens[i]; }
  uint32_t ClauseForm(uint32_t verb) const;
  void AddChildren(uint32_t token, FeatureList& out) const;
  void AddSurroundings(uint32_t token, FeatureList& out) const;
  void AddRules(uint32_t token, FeatureList& out) const;
  uint32_t QuoteState(uint32_t token) const;

  const CueLexicon& lexicon_;
  const Syntax& syntax_;
  const std::span<const Quotation> quotations_;
  const std::span<const Claim> claims_;
  std::vector<uint32_t> lemma_, word_;  // Of each token: hashes of lemma and lower-case form.
  std::vector<uint32_t> quotation_;     // Of each token: the quotation it stands in, or kNone.
  std::vector<uint32_t> separators_;    // Before each token: how many of the words separate.
  std::vector<uint32_t> claim_of_;      // Of each token: the claim whose cue it is, or kNone.
  std::vector<uint32_t> content_of_;  // Of each token: the largest content it stands in, or kNone.
};

}  // namespace averment
