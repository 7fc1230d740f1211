// HOW IT WORKS
//
// First every claim is fitted to the marks around it, then claims without content look to their
// sides, then quotations without a claim look back to the last speaker.  A quotation remembers the
// claim that took it, so that a speech in several pieces is one attribution.

#include "src/discourse/quote_assembly.h"

#include <algorithm>
#include <ranges>

#include "src/discourse/clause.h"
#include "src/discourse/source_phrase.h"

namespace averment {
namespace {

constexpr uint32_t kNone = UINT32_MAX;
constexpr uint32_t kCueReach = 30;  // Tokens between a cue and a quotation in the same sentence.
constexpr uint32_t kNearColon = 6, kShortest = 3;

class Assembly {
 public:
  Assembly(const Syntax& syntax, std::span<const Quotation> quotations, std::vector<Claim> claims)
      : syntax_(syntax),
        quotations_(quotations),
        claims_(std::move(claims)),
        given_(claims_.size()),
        taker_(quotations.size(), kNone),
        holds_cue_(quotations.size(), false) {}

  std::vector<Claim> Run() {
    for (uint32_t c = 0; c < claims_.size(); ++c) {
      MendInversion(c);
      Fit(c);
    }
    for (uint32_t c = 0; c < claims_.size(); ++c) {
      if (claims_[c].content.empty()) LookBeside(c);
      if (claims_[c].content.empty()) LookBehindColon(c);
    }
    for (uint32_t q = 0; q < quotations_.size(); ++q) {
      if (taker_[q] == kNone) LookBack(q);
    }
    for (uint32_t q = uint32_t(quotations_.size()); q-- > 1;) {
      if (taker_[q - 1] == kNone && quotations_[q - 1].continues) LookAhead(q - 1);
    }
    for (uint32_t q = 0; q < quotations_.size(); ++q) {
      if (taker_[q] == kNone) LookAtColon(q);
      if (taker_[q] == kNone) LookAtSentenceBefore(q);
    }
    std::erase_if(claims_, [](const Claim& c) { return c.content.empty(); });
    std::ranges::stable_sort(claims_, {}, &Claim::cue);
    return std::move(claims_);
  }

 private:
  // The first quotation that ends behind this token.
  uint32_t QuotationFrom(uint32_t token) const {
    const auto at = std::ranges::upper_bound(quotations_, token, {},
                                             [](const Quotation& q) { return q.tokens.last; });
    return uint32_t(at - quotations_.begin());
  }

  // The quotation that this token stands in, or kNone.
  uint32_t QuotationAround(uint32_t token) const {
    const uint32_t q = QuotationFrom(token);
    return q < quotations_.size() && quotations_[q].tokens.first <= token ? q : kNone;
  }

  uint32_t ParagraphOf(uint32_t token) const { return syntax_[token].sentence().paragraph; }

  // `“The wells,” said Okoro, “are dry.”`, the wells taken for the speaker: words quoted by a cue
  // outside the marks are no source, the phrase behind the cue is, or the one before it.
  void MendInversion(uint32_t c) {
    Claim& claim = claims_[c];
    if (!claim.source || *claim.source > claim.cue) return;
    const uint32_t q = QuotationAround(*claim.source);
    if (q == QuotationAround(claim.cue)) return;
    if (q == kNone) return PartFromQuoted(c);
    if (quotations_[q].single) return;
    const TokenRange quoted = quotations_[q].tokens;
    if (quoted.last < claim.cue_words.first) {
      if (TakeSpeaker(c, {quoted.last, claim.cue_words.first})) claim.content = {quoted};
      return;
    }
    const uint32_t first = claim.cue_words.last;
    if (first >= syntax_.size() || claim.cue_words.first > quoted.last + 1) return;
    uint32_t last = first;  // Up to the comma or mark.
    const uint32_t end = syntax_.sentences[syntax_[claim.cue].data().sentence].tokens.last;
    while (last < end && last - first < kCueReach && syntax_[last].pos() != Pos::kPUNCT) ++last;
    if (!TakeSpeaker(c, {first, last})) return;
    const uint32_t speaker = *claim.source;
    std::erase_if(claim.content,
                  [&](TokenRange piece) { return piece.first <= speaker && speaker < piece.last; });
    claim.content.insert(claim.content.begin(), quoted);
    if (last + 1 < end && QuotationAround(last + 1) != kNone) {
      claim.content.push_back(quotations_[QuotationAround(last + 1)].tokens);
    }
  }

  // The first name, noun or pronoun of the words that the others hang on.
  bool TakeSpeaker(uint32_t c, TokenRange words) {
    words = Trimmed(syntax_, words);
    for (uint32_t i = words.first; i < words.last; ++i) {
      const Token t = syntax_[i];
      const bool name = t.pos() == Pos::kPROPN || t.pos() == Pos::kNOUN || t.pos() == Pos::kPRON;
      const uint32_t head = t.head().index();
      if (!name || (head >= words.first && head < words.last && head != i)) continue;
      claims_[c].source = i;
      claims_[c].source_words = words;
      return true;
    }
    return false;
  }

  // `“Good morning!” he wrote`, the words hung on the speaker: his phrase begins behind the mark.
  void PartFromQuoted(uint32_t c) {
    Claim& claim = claims_[c];
    TokenRange words = claim.source_words ? *claim.source_words
                                          : SourceWords(syntax_[*claim.source], claim.cue_words);
    for (uint32_t q = QuotationFrom(words.first);
         q < quotations_.size() && quotations_[q].tokens.last <= *claim.source; ++q) {
      if (quotations_[q].single || !IsUtterance(quotations_[q])) continue;
      words.first = quotations_[q].tokens.last;
      claim.source_words = Trimmed(syntax_, words);
    }
  }

  void Fit(uint32_t c) {
    Claim& claim = claims_[c];
    const uint32_t around = QuotationAround(claim.cue);
    if (around != kNone) {
      holds_cue_[around] = true;
      const TokenRange inside = quotations_[around].inside();
      for (TokenRange& piece : claim.content) {
        piece.first = std::max(piece.first, inside.first);
        piece.last = std::max(piece.first, std::min(piece.last, inside.last));
        piece = Trimmed(syntax_, piece);
      }
    } else {
      for (TokenRange& piece : claim.content) FitPiece(c, piece);
    }
    std::erase_if(claim.content, [](TokenRange piece) { return piece.size() == 0; });
    Merge(claim.content);
  }

  // Takes whole the quotations that the piece cuts into, and notes those it takes.
  void FitPiece(uint32_t c, TokenRange& piece) {
    const TokenRange cue = claims_[c].cue_words;
    for (uint32_t q = QuotationFrom(piece.first > 0 ? piece.first - 1 : 0);
         q < quotations_.size() && quotations_[q].tokens.first < piece.last; ++q) {
      const Quotation& quote = quotations_[q];
      const bool mark_before =
          quote.tokens.first + 1 == piece.first || quote.tokens.first >= piece.first;
      const bool overlaps = quote.tokens.last > piece.first;
      if (!overlaps && !(mark_before && quote.tokens.last >= piece.first)) continue;
      // A piece that only touches a mark at its edge, or a quotation that holds the cue.
      if (quote.tokens.first < cue.last && cue.first < quote.tokens.last) continue;
      if (piece.first < cue.first && quote.tokens.last > cue.first) continue;
      piece.first = std::min(piece.first, quote.tokens.first);
      if (Afterthought(quote, piece)) piece.last = quote.tokens.last;
      piece.last = std::max(piece.last, quote.tokens.last);
      Take(c, q);
    }
  }

  // `... “very difficult,” a reference to the summer`: the writer's words behind the quoted ones.
  bool Afterthought(const Quotation& quote, TokenRange piece) const {
    if (!quote.closed || quote.tokens.last >= piece.last || quote.tokens.size() < 3) return false;
    const Token before = syntax_[quote.tokens.last - 2], behind = syntax_[quote.tokens.last];
    return before.tag() == Tag::kComma && behind.pos() == Pos::kDET;
  }

  void Take(uint32_t c, uint32_t q) {
    if (taker_[q] == kNone) taker_[q] = c;
  }

  static void Merge(std::vector<TokenRange>& pieces) {
    std::ranges::sort(pieces, {}, &TokenRange::first);
    std::vector<TokenRange> merged;
    for (TokenRange piece : pieces) {
      if (!merged.empty() && piece.first <= merged.back().last) {
        merged.back().last = std::max(merged.back().last, piece.last);
      } else {
        merged.push_back(piece);
      }
    }
    pieces = std::move(merged);
  }

  // A whole utterance rather than a few words: it is long enough or ends like a sentence.
  bool IsUtterance(const Quotation& quote, uint32_t least = 3) const {
    const TokenRange in = quote.inside();
    if (in.size() < 2) return false;
    const Tag last = syntax_[in.last - 1].tag();
    const bool ends = last == Tag::kComma || last == Tag::kPeriod;
    return (ends && in.size() >= least) || in.size() >= 8 || quote.continues;
  }

  // A quotation right behind the cue's clause, or right before it.
  void LookBeside(uint32_t c) {
    Claim& claim = claims_[c];
    if (QuotationAround(claim.cue) != kNone) return;
    const TokenRange sentence = syntax_.sentences[syntax_[claim.cue].data().sentence].tokens;
    TokenRange core = claim.cue_words;
    if (claim.source) {
      core.first = std::min(core.first, syntax_[*claim.source].data().left_edge);
      if (*claim.source > claim.cue) core.last = std::max(core.last, *claim.source + 1);
    }
    const uint32_t next = QuotationFrom(claim.cue);
    if (next > 0 && Before(core.first, quotations_[next - 1], sentence)) {
      return TakeAsContent(c, next - 1);
    }
    if (next < quotations_.size() && Behind(core.last, quotations_[next], sentence)) {
      return TakeAsContent(c, next);
    }
  }

  // "The ministry warned: nobody may cross.": a cue that takes quotations, a colon close behind it,
  // and no marks; what follows in the sentence, or in the next where the colon ends it.
  void LookBehindColon(uint32_t c) {
    Claim& claim = claims_[c];
    if (!claim.source || claim.entry == nullptr || QuotationAround(claim.cue) != kNone) return;
    const uint32_t here = syntax_[claim.cue].data().sentence;
    const TokenRange sentence = syntax_.sentences[here].tokens;
    uint32_t colon = claim.cue_words.last;
    const uint32_t last = std::min(sentence.last, colon + kNearColon);
    while (colon < last && syntax_[colon].text() != ":") ++colon;
    if (colon >= last) return;
    TokenRange said = Trimmed(syntax_, {colon + 1, sentence.last});
    if (said.size() == 0 && here + 1 < syntax_.sentences.size() &&
        syntax_.sentences[here + 1].paragraph == syntax_.sentences[here].paragraph) {
      said = Trimmed(syntax_, syntax_.sentences[here + 1].tokens);
    }
    if (said.size() < kShortest || QuotationAround(said.first) != kNone) return;
    const bool clause =
        std::ranges::any_of(std::views::iota(said.first, said.last), [&](uint32_t i) {
          return syntax_[i].pos() == Pos::kVERB || syntax_[i].pos() == Pos::kAUX;
        });
    if (!clause) return;
    claim.content = {said};
    claim.frame = "colon";
  }

  bool Before(uint32_t core_first, const Quotation& quote, TokenRange sentence) const {
    uint32_t at = core_first;
    while (at > quote.tokens.last && Separates(syntax_[at - 1])) --at;
    return at == quote.tokens.last && quote.tokens.last > sentence.first && IsUtterance(quote, 2);
  }

  bool Behind(uint32_t core_last, const Quotation& quote, TokenRange sentence) const {
    const uint32_t first = quote.tokens.first;
    if (first < core_last || ParagraphOf(first) != ParagraphOf(core_last - 1)) return false;
    const Token before = syntax_[first - 1];
    const bool led_in =
        before.tag() == Tag::kColon || before.tag() == Tag::kComma || first == core_last;
    if (first < sentence.last) {
      return led_in && first - core_last <= kCueReach &&
             (IsUtterance(quote) || before.tag() == Tag::kColon || first == core_last);
    }
    return first == sentence.last && led_in && first - core_last <= kCueReach;
  }

  void TakeAsContent(uint32_t c, uint32_t q) {
    claims_[c].content.push_back(quotations_[q].tokens);
    Merge(claims_[c].content);
    if (taker_[q] != kNone) return;
    taker_[q] = c;
  }

  // A quotation without a cue of its own: the speaker before it goes on.
  void LookBack(uint32_t q) {
    const Quotation& quote = quotations_[q];
    if (!IsUtterance(quote) || q == 0) return;
    const uint32_t speaker = taker_[q - 1];
    if (speaker == kNone) return;
    Claim& claim = claims_[speaker];
    if (claim.content.empty()) return;
    const uint32_t first = quote.tokens.first;
    const uint32_t paragraph = ParagraphOf(first);
    if (paragraph == ParagraphOf(claim.cue) || quotations_[q - 1].continues) {
      // Nothing but the end of the speaker's sentence may lie between.
      const TokenRange sentence = syntax_.sentences[syntax_[claim.cue].data().sentence].tokens;
      uint32_t from = std::max(claim.content.back().last, claim.cue < first ? sentence.last : 0);
      if (claim.cue < first && first < sentence.last) from = first;
      while (from < first && Separates(syntax_[from])) ++from;
      if (from < first) return;
      TakeAsContent(speaker, q);
    } else if (paragraph == ParagraphOf(claim.cue) + 1 && FillsParagraph(quote)) {
      Claim running = claim;  // The same speaker, a paragraph on.
      running.cue = syntax_.sentences[syntax_[first].data().sentence].tokens.first;
      running.cue_words = {};
      running.content = {quote.tokens};
      running.entry = nullptr;
      running.frame = "running";
      taker_[q] = uint32_t(claims_.size());
      claims_.push_back(std::move(running));
    }
  }

  // A speech whose speaker is named in a later paragraph: “... \n “...,” he said.
  void LookAhead(uint32_t q) {
    const uint32_t speaker = taker_[q + 1];
    if (speaker == kNone) return;
    Claim running = claims_[speaker];
    running.cue =
        syntax_.sentences[syntax_[quotations_[q].tokens.first].data().sentence].tokens.first;
    running.cue_words = {};
    running.content = {quotations_[q].tokens};
    running.entry = nullptr;
    running.frame = "running";
    taker_[q] = uint32_t(claims_.size());
    claims_.push_back(std::move(running));
  }

  // "The envoy was brief: “No comment.”": the colon is the cue of a whole utterance that nothing
  // else introduces, the subject before it the speaker.
  void LookAtColon(uint32_t q) {
    const Quotation& quote = quotations_[q];
    const uint32_t first = quote.tokens.first;
    if (first < 2 || quote.single || !quote.closed || !IsUtterance(quote)) return;
    const uint32_t colon = first - 1;
    const TokenRange sentence = syntax_.sentences[syntax_[colon].data().sentence].tokens;
    if (syntax_[colon].text() != ":" || colon <= sentence.first) return;
    for (uint32_t i = sentence.first; i < colon; ++i) {
      const Token t = syntax_[i];
      if (!t.is_root() && !(t.head().is_root() && t.head().index() > colon)) continue;
      const auto subject = t.child(Dep::knsubj);
      if (!subject || subject->index() > i || t.pos() == Pos::kNOUN) continue;
      const bool somebody = subject->entity() == EntityType::kPERSON ||
                            subject->entity() == EntityType::kORG ||
                            (subject->pos() == Pos::kPRON && subject->lower() != "it" &&
                             subject->lower() != "this" && subject->lower() != "that");
      if (!somebody && subject->pos() != Pos::kNOUN) continue;
      Claim claim{.cue = colon, .cue_words = {colon, first}, .source = subject->index()};
      claim.content = {quote.tokens};
      claim.frame = "colon";
      taker_[q] = uint32_t(claims_.size());
      claims_.push_back(std::move(claim));
      return;
    }
  }

  // "The envoy spoke on Monday.  “We are late.”": an utterance that opens its sentence, for whoever
  // speaks in the sentence before it and has said nothing yet.
  void LookAtSentenceBefore(uint32_t q) {
    const Quotation& quote = quotations_[q];
    const uint32_t first = quote.tokens.first, here = syntax_[first].data().sentence;
    if (here == 0 || quote.single || !quote.closed || !IsUtterance(quote)) return;
    const TokenRange before = syntax_.sentences[here - 1].tokens;
    if (first != syntax_.sentences[here].tokens.first ||
        syntax_.sentences[here].paragraph != syntax_.sentences[here - 1].paragraph) {
      return;
    }
    const auto given = std::span(claims_).first(given_);
    const auto behind = std::ranges::lower_bound(given, before.last, {}, &Claim::cue);
    for (size_t c = size_t(behind - given.begin()); c-- > 0;) {
      const Claim& claim = claims_[c];
      if (claim.cue < before.first) return;
      if (claim.entry == nullptr || !claim.entry->Takes(kQuote) || !claim.source) continue;
      if (!claim.content.empty()) return;
      return TakeAsContent(uint32_t(c), q);
    }
  }

  bool FillsParagraph(const Quotation& quote) const {
    const uint32_t before = quote.tokens.first, behind = quote.tokens.last;
    return (before == 0 || ParagraphOf(before - 1) != ParagraphOf(before)) &&
           (behind >= syntax_.size() || ParagraphOf(behind) != ParagraphOf(behind - 1));
  }

  const Syntax& syntax_;
  const std::span<const Quotation> quotations_;
  std::vector<Claim> claims_;
  const size_t given_;           // The first claims, by cue; those behind them were added.
  std::vector<uint32_t> taker_;  // Of each quotation: the claim that took it, or kNone.
  std::vector<bool> holds_cue_;
};

}  // namespace

std::vector<Claim> AssembleQuotes(const Syntax& syntax, std::span<const Quotation> quotations,
                                  std::vector<Claim> claims) {
  return Assembly(syntax, quotations, std::move(claims)).Run();
}

}  // namespace averment
