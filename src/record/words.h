// The words by which the record spells the closed sets of a document (docs/record_format.md).

#pragma once

#include <string_view>

#include "averment/document.h"

namespace averment {

std::string_view Word(DateBasis value);
std::string_view Word(SentenceKind value);
std::string_view Word(ActorKind value);
std::string_view Word(MentionKind value);
std::string_view Word(TimexType value);
std::string_view Word(TimexMod value);
std::string_view Word(AttributionKind value);
std::string_view Word(EventStatus value);
std::string_view Word(EventDateBasis value);
std::string_view Word(PlacePrecision value);
std::string_view Word(PlaceUse value);
std::string_view Word(PlanStatus value);
std::string_view Word(DateStanding value);
std::string_view Word(TollMeasure value);
std::string_view Word(TollScope value);

}  // namespace averment
