// Sectors of an actor as one string: "GOV MIL", the role before the institution.

#pragma once

#include <string>
#include <string_view>

namespace averment {

// The sectors of `first`, then those of `second` that it has not.
std::string JoinSectors(std::string_view first, std::string_view second);

}  // namespace averment
