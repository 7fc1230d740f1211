// Findings and names are walked beside the sentences, each list once and in text order.

#include "src/cli/abstained.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "src/base/utf8.h"
#include "src/cli/text_format.h"

namespace averment::cli {
namespace {

using Json = nlohmann::ordered_json;
using Spans = std::vector<Record::Span>;

// The words of all findings that say something of somebody.
Spans Found(const Record& r) {
  Spans all;
  const auto add = [&](const Spans& spans) { all.insert(all.end(), spans.begin(), spans.end()); };
  for (const auto& q : r.attributions) {
    add(q.cue);
    add(q.source_spans);
    add(q.content);
  }
  for (const auto& e : r.events) all.push_back(e.evidence.front());
  for (const auto& p : r.plans) add(p.evidence);
  for (const auto& t : r.tolls) add(t.evidence);
  for (const auto& s : r.stances) add(s.evidence);
  return all;
}

// Bytes of the text between two code points.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}
  // REQUIRES: sentences are asked for in their order.
  std::string_view Cut(uint32_t start, uint32_t end) {
    const size_t from = To(start);
    return text_.substr(from, To(end) - from);
  }

 private:
  size_t To(uint32_t point) {
    if (point < point_) at_ = point_ = 0;
    for (; point_ < point && at_ < text_.size(); ++point_) DecodeUtf8(text_, at_);
    return at_;
  }

  std::string_view text_;
  size_t at_ = 0;
  uint32_t point_ = 0;
};

struct Named {
  const Record::Actor* actor;
  const Record::Span* span;
};

}  // namespace

void AppendAbstained(const Record& record, std::string_view text, bool for_eyes, std::string& out) {
  Spans found = Found(record);
  std::ranges::sort(found, {}, &Record::Span::start);
  uint32_t reach = 0;  // Of the findings that begin before the sentence.
  size_t next = 0;
  std::vector<Named> named;
  for (const Record::Actor& a : record.actors) {
    for (const Record::Mention& m : a.mentions) {
      if (m.kind != "pronoun") named.push_back({&a, &m.span});
    }
  }
  std::ranges::sort(named, {},
                    [](const Named& n) { return std::pair(n.span->start, n.span->end); });
  Cutter cutter(text);
  size_t name = 0;
  for (const Record::Sentence& s : record.sentences) {
    for (; next < found.size() && found[next].start < s.end; ++next) {
      reach = std::max(reach, found[next].end);
    }
    while (name < named.size() && named[name].span->start < s.start) ++name;
    size_t last = name;
    while (last < named.size() && named[last].span->start < s.end) ++last;
    const bool counts = s.kind == "body" || s.kind == "headline";
    if (!counts || name == last || reach > s.start) continue;
    const std::string_view words = cutter.Cut(s.start, s.end);
    if (for_eyes) {
      out += Plain(record.document.id) + ":" + std::to_string(s.start) + "  \"" + Plain(words) +
             "\"\n";
      std::string names;
      for (size_t i = name; i < last; ++i)
        names += (i > name ? ", " : "") + Plain(named[i].actor->name);
      out += "          " + names + "\n";
      continue;
    }
    Json actors = Json::array();
    for (size_t i = name; i < last; ++i) {
      const auto& [actor, span] = named[i];
      actors.push_back({{"actor", actor->id},
                        {"name", actor->name},
                        {"start", span->start},
                        {"end", span->end},
                        {"text", span->text}});
    }
    const Json row = {{"document", record.document.id},
                      {"sentence", {{"start", s.start}, {"end", s.end}, {"text", words}}},
                      {"actors", std::move(actors)}};
    out += row.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
}

}  // namespace averment::cli
