#include "averment/engine.h"

namespace averment {

std::string_view Version() { return AVERMENT_VERSION; }

}  // namespace averment
