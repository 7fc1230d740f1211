// Tables by token, made once a document, and questions to them.

#include "src/events/topic.h"

#include <algorithm>

#include "src/events/grammar.h"
#include "src/events/ontology.h"
#include "src/events/sport.h"

namespace averment::events {
namespace {

template <typename At>
std::optional<uint32_t> Look(const std::vector<At>& table, uint32_t token) {
  const auto at = std::ranges::lower_bound(table, token, {}, &At::token);
  if (at == table.end() || at->token != token) return std::nullopt;
  return at->index;
}

}  // namespace

Result<TopicLanguage> TopicLanguage::Load(const KnowledgePath& knowledge, const Dialect& dialect) {
  TopicLanguage made;
  Result<RuleSet> rules = RuleSet::Load(knowledge, dialect, made.words);
  if (!rules.ok()) return rules.status();
  made.rules = std::move(rules).value();
  const KnowledgePath event = knowledge / "event";
  Result<Ontology> ontology = Ontology::Load(event / "ontology.txt");
  if (!ontology.ok()) return ontology.status();
  // The rules of events say what their triggers make of the events below them.
  Result<RuleSet> events = RuleSet::Load(event, ontology.value(), made.words);
  if (!events.ok()) return events.status();
  Result<StatusLexicon> status =
      StatusLexicon::Load(event / "status.txt", events.value(), made.words);
  if (!status.ok()) return status.status();
  made.status = std::move(status).value();
  for (const char* name :
       {"LIGHT", "VESSEL", "SPORT", "SPORT_HINT", "SPORT_REGISTER", "WAR", "SO_FAR"}) {
    if (made.words.HasClass(name)) continue;
    return Status(event.base() + "/classes.txt: there is no class " + name);
  }
  return made;
}

TopicLayers LayersOf(const Document& doc) {
  return {doc.syntax,       doc.mentions, doc.actor_mentions, doc.actors,
          doc.attributions, doc.events,   doc.published};
}

TopicText::TopicText(const TopicLanguage& language, const TopicLayers& layers, Trace* trace)
    : language_(language),
      layers_(layers),
      words_(language.words, layers.syntax),
      index_(layers.syntax, layers.actor_mentions, layers.actors),
      roles_(layers.syntax, words_, index_, layers.actor_mentions, language.words.ClassId("LIGHT"),
             language.words.ClassId("VESSEL")),
      innermost_(InnermostAttributions(layers.syntax, layers.attributions)),
      matcher_(
          layers.syntax, words_, layers.actor_mentions, roles_,
          [this](uint32_t token) { return TypeAt(token); }, language.words.ClassId("VESSEL"),
          SportWords(language.words, words_, layers.syntax.size())),
      trace_(trace) {
  matcher_.Record(trace);
  for (uint32_t e = 0; e < layers.events.size(); ++e) {
    events_.push_back({layers.events[e].trigger, e});
  }
  for (uint32_t p = 0; p < layers.found.places.size(); ++p) {
    const Place& place = layers.found.places[p];
    if (place.use == PlaceUse::kMetonym) continue;
    for (const PlaceMention& m : place.mentions) {
      for (uint32_t i = m.tokens.first; i < m.tokens.last; ++i) places_.push_back({i, p});
    }
  }
  std::ranges::sort(events_);
  std::ranges::sort(places_);
}

void TopicText::FirstAt(uint32_t token, const std::function<Refusal(const Match&)>& take) const {
  const WordId lemma = words_.lemma(token), form = words_.form(token);
  for (const WordId word : {form, lemma}) {
    for (const RuleSet::Entry& entry : language_.rules.TriggeredBy(word)) {
      const std::optional<Match> match = matcher_.Try(language_.rules, token, entry);
      if (!match) continue;
      if (match->rule->blocks) {
        matcher_.Miss(*match, entry.phrase, Attempt::Outcome::kKeepsOff);
        return;
      }
      const Refusal refusal = take(*match);
      Tell(*match, entry.phrase, refusal);
      if (refusal == nullptr) return;
    }
    if (lemma == form) break;
  }
}

void TopicText::Tell(const Match& match, const Phrase& phrase, Refusal refusal) const {
  if (trace_ == nullptr) return;
  Attempt told{match.trigger, match.rule, &phrase, Attempt::Outcome::kEvent, 0, {}, {}, {}, {},
               refusal};
  if (refusal != nullptr) told.outcome = Attempt::Outcome::kRefused;
  for (const RoleRule& role : match.rule->roles) {
    for (const Path& path : role.paths) {
      for (uint32_t t : roles_.Follow(match, path)) {
        if (std::ranges::find(told.reached, t) == told.reached.end()) told.reached.push_back(t);
      }
    }
  }
  told.because = Judge(match).because;
  trace_->attempts.push_back(std::move(told));
}

std::optional<uint32_t> TopicText::AttributionOf(uint32_t a, uint32_t b) const {
  const auto contains = [&](uint32_t attribution, uint32_t token) {
    const Span span = layers_.syntax[token].span();
    return std::ranges::any_of(layers_.attributions[attribution].content,
                               [&](const Span& content) { return content.Contains(span); });
  };
  uint32_t at = innermost_[a];
  for (int step = 0; step < 8 && at != kNoAttribution; ++step) {
    if (contains(at, b)) return at;
    at = layers_.attributions[at].within.value_or(kNoAttribution);
  }
  return std::nullopt;
}

std::optional<uint32_t> TopicText::EventAt(uint32_t token) const { return Look(events_, token); }

std::optional<EventType> TopicText::TypeAt(uint32_t token) const {
  std::optional<uint32_t> event = EventAt(token);
  if (!event && IsVerb(layers_.syntax, token)) {
    if (const auto object = ObjectOf(layers_.syntax, token)) event = EventAt(*object);
  }
  if (!event) return std::nullopt;
  return layers_.events[*event].type;
}

std::optional<uint32_t> TopicText::PlaceAt(uint32_t token) const { return Look(places_, token); }

std::optional<uint32_t> TopicText::PlaceBelow(std::span<const uint32_t> tokens) const {
  if (places_.empty()) return std::nullopt;
  for (uint32_t token : tokens) {
    std::vector<uint32_t> objects;
    for (const char* preposition : {"in", "at", "near", "across", "outside", "inside", "around"}) {
      PrepositionObjects(layers_.syntax, token, preposition, objects);
    }
    for (uint32_t object : objects) {
      if (const auto place = PlaceAt(object)) return place;
    }
  }
  return std::nullopt;
}

}  // namespace averment::events
