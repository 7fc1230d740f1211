// Lemmas are compared in lower case.  A member of several words matches where its head's token
// follows the others directly, which is how English writes "chemical weapons" and "peace plan".

#include "src/events/words.h"

#include <algorithm>

namespace averment::events {
namespace {

std::string Lower(std::string_view s) {
  std::string lower(s);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  }
  return lower;
}

bool HasUpper(std::string_view s) {
  return std::ranges::any_of(s, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

WordId Words::Add(std::string_view lower) {
  return ids_.try_emplace(std::string(lower), WordId(ids_.size() + 1)).first->second;
}

WordId Words::Find(std::string_view lower) const {
  const auto at = ids_.find(lower);
  return at == ids_.end() ? kNoWord : at->second;
}

void Words::AddToClass(const std::string& name, std::string_view phrase) {
  const auto [at, is_new] = class_ids_.try_emplace(name, uint32_t(classes_.size()));
  if (is_new) classes_.emplace_back();
  Member member{};
  while (!phrase.empty()) {
    const size_t end = std::min(phrase.find(' '), phrase.size());
    if (member.head != kNoWord) member.before.push_back(member.head);
    member.head = Add(phrase.substr(0, end));
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  std::vector<Member>& members = classes_[at->second];
  const auto known = std::ranges::equal_range(members, member.head, {}, &Member::head);
  if (std::ranges::find(known, member.before, &Member::before) != known.end()) return;
  members.insert(known.end(), std::move(member));
}

std::span<const Words::Member> Words::Members(uint32_t class_id, WordId head) const {
  const auto found = std::ranges::equal_range(classes_[class_id], head, {}, &Member::head);
  return {found.begin(), found.end()};
}

TokenWords::TokenWords(const Words& words, const Syntax& syntax)
    : words_(&words), lemma_(syntax.size()), form_(syntax.size()) {
  for (uint32_t i = 0; i < syntax.size(); ++i) {
    const std::string_view lemma = syntax[i].lemma(), lower = syntax[i].lower();
    form_[i] = words.Find(lower);
    if (lemma == lower) {
      lemma_[i] = form_[i];
    } else {
      lemma_[i] = HasUpper(lemma) ? words.Find(Lower(lemma)) : words.Find(lemma);
    }
  }
}

bool TokenWords::InClass(uint32_t token, uint32_t class_id) const {
  auto matches = [&](WordId head) {
    if (head == kNoWord) return false;
    for (const Words::Member& m : words_->Members(class_id, head)) {
      const size_t n = m.before.size();
      bool same = n <= token;
      for (size_t k = 0; same && k < n; ++k) same = Is(uint32_t(token - n + k), m.before[k]);
      if (same) return true;
    }
    return false;
  };
  return matches(lemma_[token]) || (form_[token] != lemma_[token] && matches(form_[token]));
}

}  // namespace averment::events
