# The headers that nearly every file includes, compiled once for the libraries and once for the
# programs (whose code is positioned otherwise).  averment_precompiled(TARGET KIND) shares them.
# What a file forgets to include then goes unseen; scripts/check_layers.py sees it.
set(AVERMENT_PRECOMPILED_HEADERS
    <algorithm> <array> <chrono> <cstdint> <cstring> <functional> <map> <memory> <optional> <ranges>
    <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>)

function(averment_precompiled target kind)
  if(NOT AVERMENT_PRECOMPILED)
    return()
  endif()
  set(owner averment_precompiled_${kind})
  if(NOT TARGET ${owner})
    file(WRITE ${CMAKE_BINARY_DIR}/${owner}.cc "int main() {}\n")
    if(kind STREQUAL "program")
      add_executable(${owner} ${CMAKE_BINARY_DIR}/${owner}.cc)
    else()
      add_library(${owner} STATIC ${CMAKE_BINARY_DIR}/${owner}.cc)
    endif()
    target_link_libraries(${owner} PRIVATE Threads::Threads)
    target_precompile_headers(${owner} PRIVATE ${AVERMENT_PRECOMPILED_HEADERS})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
