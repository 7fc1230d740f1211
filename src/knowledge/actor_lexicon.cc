// How an entry stands on a day.  Nobody holds an office before or after their time: an article of
// 1999 must not make a president of somebody who became one in 2009.

#include "src/knowledge/actor_lexicon.h"

#include <algorithm>
#include <sstream>

namespace averment {
namespace {

// The sectors that all roles share, in the order of the first.
std::string CommonSectors(const std::vector<Role>& roles) {
  std::istringstream first(roles.front().sector);
  std::string common;
  for (std::string sector; first >> sector;) {
    const bool shared = std::all_of(roles.begin(), roles.end(), [&](const Role& r) {
      return (" " + r.sector + " ").find(" " + sector + " ") != std::string::npos;
    });
    if (shared) common += (common.empty() ? "" : " ") + sector;
  }
  return common;
}

Standing Undated(const std::vector<Role>& roles) {
  Standing s;
  const Role& first = roles.front();
  const auto all = [&](auto same) { return std::all_of(roles.begin(), roles.end(), same); };
  if (all([&](const Role& r) { return r.country == first.country; })) s.country = first.country;
  s.sector = CommonSectors(roles);
  if (roles.size() == 1) s.title = first.title, s.dates = first.dates;
  return s;
}

}  // namespace

Standing ActorLexicon::StandingAt(const ActorEntry& entry, std::optional<Date> day) const {
  using Time = Standing::Time;
  const std::vector<Role>& roles = entry.roles;
  const bool timeless = roles.size() == 1 && !roles[0].from && !roles[0].to;
  if (!day && !timeless) return Undated(roles);
  const Role* past = nullptr;
  for (const Role& r : roles) {
    if (day && r.from && *day < *r.from) continue;
    if (!day || !r.to || *day <= *r.to) {
      return {Time::kCurrent, r.country, r.sector, r.title, r.dates};
    }
    past = &r;
  }
  const bool person = entry.kind == ActorKind::kPerson;
  if (!past) return {Time::kBefore, roles[0].country, person ? "" : roles[0].sector, "", ""};
  const bool official = person && past->sector.find("REL") == std::string::npos;
  return {Time::kFormer, past->country, official ? "ELI" : past->sector, "", past->dates};
}

std::string_view ActorLexicon::SectorOf(std::string_view adjective) const {
  const auto at = sector_of_.find(adjective);
  return at == sector_of_.end() ? std::string_view() : at->second;
}

Gender ActorLexicon::GenderOf(std::string_view first_name) const {
  if (male_.contains(first_name)) return Gender::kMale;
  if (female_.contains(first_name)) return Gender::kFemale;
  return Gender::kUnknown;
}

}  // namespace averment
