// The tables behind labels.h, unrolled from its lists.

#include "averment/labels.h"

#include <array>

namespace averment {
namespace {

#define NAME1(name) #name,
#define NAME2(name, written) written,
constexpr std::array kPosNames = std::to_array<std::string_view>({AVERMENT_POS(NAME1)});
constexpr std::array kTagNames = std::to_array<std::string_view>({AVERMENT_TAGS(NAME2)});
constexpr std::array kDepIdentifiers = std::to_array<std::string_view>({AVERMENT_DEPS(NAME1)});
constexpr std::array kEntityIdentifiers =
    std::to_array<std::string_view>({AVERMENT_ENTITY_TYPES(NAME1)});
#undef NAME1
#undef NAME2

// Two written forms are no C++ identifiers (or not written as one): ROOT and case.
constexpr std::string_view DepName(size_t i) {
  if (kDepIdentifiers[i] == "root") return "ROOT";
  if (kDepIdentifiers[i] == "case_") return "case";
  return kDepIdentifiers[i];
}

template <typename Label, typename NameOf>
std::optional<Label> Find(std::string_view written, size_t count, NameOf name_of) {
  for (size_t i = 0; i < count; ++i) {
    if (name_of(i) == written) return Label(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view ToString(Pos pos) { return kPosNames[size_t(pos)]; }
std::string_view ToString(Tag tag) { return kTagNames[size_t(tag)]; }
std::string_view ToString(Dep dep) { return DepName(size_t(dep)); }
std::string_view ToString(EntityType type) {
  return type == EntityType::kNone ? "" : kEntityIdentifiers[size_t(type)];
}

std::optional<Pos> ParsePos(std::string_view written) {
  return Find<Pos>(written, kPosNames.size(), [](size_t i) { return kPosNames[i]; });
}
std::optional<Tag> ParseTag(std::string_view written) {
  return Find<Tag>(written, kTagNames.size(), [](size_t i) { return kTagNames[i]; });
}
std::optional<Dep> ParseDep(std::string_view written) {
  return Find<Dep>(written, kDepIdentifiers.size(), DepName);
}
std::optional<EntityType> ParseEntityType(std::string_view written) {
  if (written.empty()) return EntityType::kNone;
  return Find<EntityType>(written, kEntityIdentifiers.size(),
                          [](size_t i) { return kEntityIdentifiers[i]; });
}

}  // namespace averment
