// SHA-256 in lower-case hexadecimal.

#pragma once

#include <string>
#include <string_view>

namespace averment {

std::string Sha256(std::string_view bytes);

}  // namespace averment
