// The places of the world, in the packed file that scripts/convert/gazetteer.py writes: countries,
// their divisions of the first and second order, and towns, with every name they go by.
//
// Facts only: which place a text means is the business of those who ask.  Immutable and safe to
// share; mapped into memory and used in place.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "averment/result.h"
#include "src/base/model_file.h"

namespace averment {

enum class PlaceKind : uint8_t { kCountry, kAdmin1, kAdmin2, kTown, kCapital, kRegion };

class Gazetteer {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr size_t kMostPerName = 64;  // Places that one name leads to.

  // A place that a name leads to.
  struct Posting {
    uint32_t place;
    bool other;  // Not by its main name.
  };

  // Fails, naming the file, where it is missing, truncated, altered, or where its parts do not fit
  // together.  `FromFile` for tests and fuzzing.
  static Result<Gazetteer> Open(const std::string& path);
  static Result<Gazetteer> FromFile(ModelFile file);

  // Where the gazetteer of a model lies: in the same folder.
  static std::string Beside(const std::string& model_path);

  size_t size() const { return kind_.size(); }

  // The places of a name that AppendFolded made, the most important first; empty where there are
  // none.  Allocates nothing.
  std::span<const uint32_t> Find(std::string_view folded) const;
  static Posting Read(uint32_t posting) { return {posting & ~kOther, (posting & kOther) != 0}; }

  PlaceKind kind(uint32_t place) const { return PlaceKind(kind_[place]); }
  std::string_view name(uint32_t place) const { return names_of_places_[place]; }
  std::string_view country(uint32_t place) const { return countries_[country_[place]]; }
  uint16_t country_number(uint32_t place) const { return country_[place]; }
  std::string_view country_code(uint16_t number) const { return countries_[number]; }
  uint32_t geonames(uint32_t place) const { return geonames_[place]; }
  uint32_t population(uint32_t place) const { return population_[place]; }
  double lat(uint32_t place) const { return lat_[place] / 1e5; }
  double lon(uint32_t place) const { return lon_[place] / 1e5; }
  // The division that holds the place, or kNone.
  uint32_t admin1(uint32_t place) const { return admin1_[place] - 1; }
  uint32_t admin2(uint32_t place) const { return admin2_[place] - 1; }

  // A country by its alpha-3.
  std::optional<uint32_t> Country(std::string_view alpha3) const;
  // Of countries, as country_number; nothing where there is none of this code.
  std::optional<uint16_t> CountryNumber(std::string_view alpha3) const;

  const std::string& path() const { return file_->name(); }
  std::string Hash() const { return file_->Hash(); }  // Of its contents.

 private:
  static constexpr uint32_t kOther = 1u << 31;

  Gazetteer() = default;
  Status Map();
  Status CheckPlaces() const;
  Status CheckNames() const;

  std::unique_ptr<ModelFile> file_;  // On the heap: the views below outlive a move.
  StringList countries_, names_of_places_, names_;
  std::span<const uint8_t> kind_;
  std::span<const uint32_t> geonames_, population_, admin1_, admin2_, slots_, posting_at_,
      postings_;
  std::span<const int32_t> lat_, lon_;
  std::span<const uint16_t> country_;
};

}  // namespace averment
