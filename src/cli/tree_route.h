// The way from one word to another through the syntax, for eyes: "talks <dobj- held -nsubj> Kerry".

#pragma once

#include <cstdint>
#include <string>

#include "averment/document.h"

namespace averment::cli {

// Up to the nearest word above both, then down.
std::string TreeRoute(const Syntax& syntax, uint32_t from, uint32_t to);

}  // namespace averment::cli
