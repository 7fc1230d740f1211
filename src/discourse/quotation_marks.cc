// HOW IT WORKS
//
// One pass over the tokens of each paragraph, with at most one double and one single quotation
// open. Curly marks say themselves whether they open or close.  For straight ones the blanks beside
// them say it, and where they do not, a mark closes what is open.  An apostrophe is a closing
// single mark only where a single mark is open.  Of quotations inside each other the outer one is
// kept.
//
// Writers forget marks.  An opening mark inside an open quotation of the same form begins anew if
// it is straight; a double quotation that reaches the end of its paragraph unclosed is kept up to
// there if it begins a sentence or follows punctuation.  If the next paragraph opens with a mark,
// too, the two are one speech (the typographer's rule for a speech of several paragraphs).

#include "src/discourse/quotation_marks.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace averment {
namespace {

enum class Form : uint8_t {
  kNone,
  kCurly,
  kStraight,
  kDoubled,
  kAngled,
  kLow,
  kCurlySingle,
  kSingle
};
enum class Side : uint8_t { kOpens, kCloses, kEither };

struct Mark {
  Form form = Form::kNone;
  Side side = Side::kEither;
};

bool IsSingle(Form form) { return form == Form::kCurlySingle || form == Form::kSingle; }

Mark MarkOf(std::string_view text) {
  if (text == "“" || text == "‟") return {Form::kCurly, Side::kOpens};
  if (text == "”") return {Form::kCurly, Side::kCloses};
  if (text == "„") return {Form::kLow, Side::kOpens};
  if (text == "«") return {Form::kAngled, Side::kOpens};
  if (text == "»") return {Form::kAngled, Side::kCloses};
  if (text == "\"" || text == "＂") return {Form::kStraight, Side::kEither};
  if (text == "``") return {Form::kDoubled, Side::kOpens};
  if (text == "''" || text == "’’" || text == "‘‘") return {Form::kDoubled, Side::kEither};
  if (text == "‘" || text == "‛") return {Form::kCurlySingle, Side::kOpens};
  if (text == "’") return {Form::kCurlySingle, Side::kCloses};
  if (text == "'" || text == "`") return {Form::kSingle, Side::kEither};
  return {};
}

// Walks over one paragraph.
class Pairing {
 public:
  Pairing(const Syntax& syntax, TokenRange paragraph) : syntax_(syntax), paragraph_(paragraph) {}

  // The outermost quotations, in order.
  std::vector<Quotation> Run() {
    for (uint32_t i = paragraph_.first; i < paragraph_.last; ++i) {
      const Mark mark = MarkOf(syntax_[i].text());
      if (mark.form == Form::kNone) continue;
      IsSingle(mark.form) ? StepSingle(i, mark) : StepDouble(i, mark);
    }
    KeepUnclosed();
    return Outermost();
  }

 private:
  struct OpenMark {
    uint32_t at;
    Form form;
  };

  bool BlankBefore(uint32_t i) const {
    return i == paragraph_.first || syntax_.tokens[i - 1].space_after;
  }
  bool BlankAfter(uint32_t i) const {
    return i + 1 == paragraph_.last || syntax_.tokens[i].space_after;
  }
  bool LooksOpening(uint32_t i) const { return BlankBefore(i) && !BlankAfter(i); }
  bool LooksClosing(uint32_t i) const { return !BlankBefore(i) && BlankAfter(i); }

  void StepDouble(uint32_t i, Mark mark) {
    if (!double_) {
      const bool opens = mark.side == Side::kOpens || LooksOpening(i) ||
                         (mark.side == Side::kEither && !LooksClosing(i));
      if (opens && mark.side != Side::kCloses) double_ = {i, mark.form};
    } else if (Matches(double_->form, mark)) {
      // “like this“: the wrong mark, but where a closing one belongs.
      const bool closes = mark.side == Side::kCloses ||
                          (mark.side == Side::kOpens ? LooksClosing(i) : !LooksOpening(i));
      if (closes) {
        Close(double_, i);
      } else if (mark.side == Side::kEither) {
        double_ = {i, mark.form};  // The one before was never closed.
      }
    }
  }

  void StepSingle(uint32_t i, Mark mark) {
    // "the voters’ will": a genitive, unless punctuation shows that something ended.
    const bool genitive = syntax_[i].tag() == Tag::kPOS &&
                          (i == paragraph_.first || syntax_[i - 1].pos() != Pos::kPUNCT);
    if (genitive) return;
    if (!single_) {
      if (mark.side == Side::kOpens || (mark.side == Side::kEither && LooksOpening(i))) {
        single_ = {i, mark.form};
      }
    } else if (mark.side != Side::kOpens && !LooksOpening(i)) {
      Close(single_, i);
    }
  }

  // Whether this mark is of the kind that may close the open one: the same, or a common mixture.
  static bool Matches(Form open, Mark mark) {
    if (mark.form == open) return true;
    switch (open) {
      case Form::kCurly:
      case Form::kLow: return mark.form == Form::kCurly || mark.form == Form::kStraight;
      case Form::kStraight: return mark.form == Form::kDoubled || mark.side == Side::kCloses;
      case Form::kDoubled: return mark.form == Form::kStraight || mark.side == Side::kCloses;
      default: return false;
    }
  }

  void Close(std::optional<OpenMark>& open, uint32_t i) {
    if (i > open->at + 1) {
      found_.push_back({{open->at, i + 1}, true, false, IsSingle(open->form)});
    }
    open.reset();
  }

  void KeepUnclosed() {
    if (!double_) return;
    const uint32_t at = double_->at;
    const bool starts = at == paragraph_.first || syntax_[at].data().sentence_start ||
                        syntax_[at - 1].pos() == Pos::kPUNCT;
    if (starts && paragraph_.last > at + 1) {
      found_.push_back({{at, paragraph_.last}, false, false, false});
    }
  }

  std::vector<Quotation> Outermost() {
    std::ranges::sort(found_, {}, [](const Quotation& q) { return q.tokens.first; });
    std::vector<Quotation> outer;
    for (const Quotation& q : found_) {
      if (outer.empty() || outer.back().tokens.last <= q.tokens.first) {
        outer.push_back(q);
      } else if (outer.back().single && q.tokens.last > outer.back().tokens.last) {
        outer.back() = q;  // They cross: the single mark was an apostrophe.
      }
    }
    return outer;
  }

  const Syntax& syntax_;
  const TokenRange paragraph_;
  std::vector<Quotation> found_;
  std::optional<OpenMark> double_, single_;
};

uint32_t ParagraphOf(const Syntax& syntax, uint32_t token) {
  return syntax[token].sentence().paragraph;
}

// Links an unclosed quotation to the one that opens the next paragraph.
void LinkPieces(const Syntax& syntax, std::vector<Quotation>& found) {
  for (size_t k = 0; k + 1 < found.size(); ++k) {
    const uint32_t next = found[k + 1].tokens.first;
    const bool opens_paragraph = next > 0 && next == found[k].tokens.last;
    found[k].continues = !found[k].closed && opens_paragraph &&
                         ParagraphOf(syntax, next) == ParagraphOf(syntax, next - 1) + 1;
  }
}

}  // namespace

std::vector<Quotation> FindQuotations(const Syntax& syntax) {
  std::vector<Quotation> found;
  const auto& sentences = syntax.sentences;
  for (size_t s = 0; s < sentences.size();) {
    size_t e = s + 1;
    while (e < sentences.size() && sentences[e].paragraph == sentences[s].paragraph) ++e;
    const TokenRange paragraph{sentences[s].tokens.first, sentences[e - 1].tokens.last};
    for (const Quotation& q : Pairing(syntax, paragraph).Run()) found.push_back(q);
    s = e;
  }
  LinkPieces(syntax, found);
  return found;
}

}  // namespace averment
