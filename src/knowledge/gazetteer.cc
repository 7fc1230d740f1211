// A name is looked up by its hash, in a table with open addressing that is at most half full, so
// that a text's words that are no names cost one or two reads.  Everything that later serves as an
// index is checked once, when the file is opened.

#include "src/knowledge/gazetteer.h"

#include <xxhash.h>

#include <algorithm>

namespace averment {

Result<Gazetteer> Gazetteer::Open(const std::string& path) {
  Result<ModelFile> file = ModelFile::Open(path);
  if (!file.ok()) return file.status();
  return FromFile(std::move(file).value());
}

Result<Gazetteer> Gazetteer::FromFile(ModelFile file) {
  Gazetteer g;
  g.file_ = std::make_unique<ModelFile>(std::move(file));
  if (Status status = g.Map(); !status.ok()) return status;
  if (Status status = g.CheckPlaces(); !status.ok()) return status;
  if (Status status = g.CheckNames(); !status.ok()) return status;
  return g;
}

std::string Gazetteer::Beside(const std::string& model_path) {
  return model_path.substr(0, model_path.rfind('/') + 1) + "averment-places.gazetteer";
}

Status Gazetteer::Map() {
  const auto strings = [&](std::string_view name, StringList& out) {
    Result<StringList> list = file_->Strings(name);
    if (list.ok()) out = list.value();
    return list.ok() ? Status() : list.status();
  };
  const auto array = [&]<typename T>(std::string_view name, std::span<const T>& out) {
    Result<std::span<const T>> values = file_->Array<T>(name);
    if (values.ok()) out = values.value();
    return values.ok() ? Status() : values.status();
  };
  for (const Status& status :
       {strings("countries", countries_), strings("place.name", names_of_places_),
        strings("name", names_), array("place.kind", kind_), array("place.geonames", geonames_),
        array("place.population", population_), array("place.admin1", admin1_),
        array("place.admin2", admin2_), array("place.lat", lat_), array("place.lon", lon_),
        array("place.country", country_), array("name.slots", slots_),
        array("posting.at", posting_at_), array("posting.place", postings_)}) {
    if (!status.ok()) return status;
  }
  return Status();
}

Status Gazetteer::CheckPlaces() const {
  const auto bad = [&](const char* why) { return Status(file_->name() + ": " + why); };
  const size_t n = kind_.size();
  for (size_t size : {geonames_.size(), population_.size(), admin1_.size(), admin2_.size(),
                      lat_.size(), lon_.size(), country_.size(), names_of_places_.size()}) {
    if (size != n) return bad("columns of places differ in length");
  }
  for (size_t i = 0; i < n; ++i) {
    if (kind_[i] > uint8_t(PlaceKind::kCapital)) return bad("a place of unknown kind");
    if (country_[i] >= countries_.size()) return bad("a place of an unknown country");
    if (admin1_[i] > n || admin2_[i] > n) return bad("a division that is no place");
    if (std::abs(lat_[i]) > 90'00000 || std::abs(lon_[i]) > 180'00000) {
      return bad("a place outside the world");
    }
  }
  return Status();
}

Status Gazetteer::CheckNames() const {
  const auto bad = [&](const char* why) { return Status(file_->name() + ": " + why); };
  if (posting_at_.size() != names_.size() + 1) return bad("names and their places do not fit");
  // Linear steps must come to an empty slot.
  if ((slots_.size() & (slots_.size() - 1)) != 0 || slots_.size() <= names_.size()) {
    return bad("the table of names is too small");
  }
  size_t taken = 0;
  for (uint32_t slot : slots_) {
    if (slot > names_.size()) return bad("a slot without a name");
    taken += slot != 0;
  }
  if (taken > names_.size()) return bad("the table of names is too full");
  uint32_t last = 0;
  for (uint32_t at : posting_at_) {
    if (at < last || at > postings_.size() || at - last > kMostPerName) {
      return bad("places of names are out of order");
    }
    last = at;
  }
  for (uint32_t posting : postings_) {
    if (Read(posting).place >= kind_.size()) return bad("a name of no place");
  }
  return Status();
}

std::span<const uint32_t> Gazetteer::Find(std::string_view folded) const {
  if (slots_.empty()) return {};
  const size_t mask = slots_.size() - 1;
  for (size_t at = XXH3_64bits(folded.data(), folded.size()) & mask; slots_[at] != 0;
       at = (at + 1) & mask) {
    const uint32_t name = slots_[at] - 1;
    if (names_[name] == folded) {
      return postings_.subspan(posting_at_[name], posting_at_[name + 1] - posting_at_[name]);
    }
  }
  return {};
}

std::optional<uint32_t> Gazetteer::Country(std::string_view alpha3) const {
  for (uint32_t i = 0; i < kind_.size() && kind_[i] == uint8_t(PlaceKind::kCountry); ++i) {
    if (country(i) == alpha3) return i;  // The countries come first.
  }
  return std::nullopt;
}

std::optional<uint16_t> Gazetteer::CountryNumber(std::string_view alpha3) const {
  for (size_t i = 0; i < countries_.size(); ++i) {
    if (countries_[i] == alpha3) return uint16_t(i);
  }
  return std::nullopt;
}

}  // namespace averment
