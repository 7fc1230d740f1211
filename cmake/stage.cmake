# What a folder of src/ becomes.  Siblings sit in one folder and are told apart by name:
#   x.h x.cc        the stage's library, averment_<folder>
#   x_test.cc       a GoogleTest program, run by ctest under its own name
#   x_bench.cc      a benchmark, built but not run by ctest
#   x_train.cc      writes what scripts/train learns from, built but not run by ctest
#   x_fuzz.cc       a libFuzzer target, built with the preset `asan`
#   x_avx2.cc       compiled for AVX2+FMA; chosen at run time
set(AVERMENT_TESTS "" CACHE INTERNAL "")
set(AVERMENT_LAST_LIBRARY "" CACHE INTERNAL "")

function(averment_sources folder out)
  file(GLOB found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cc)
  set(${out}_all ${found} PARENT_SCOPE)
  list(FILTER found EXCLUDE REGEX "_(test|bench|train|fuzz|main)\\.cc$")
  set(${out} ${found} PARENT_SCOPE)
endfunction()

function(averment_library name folder)
  averment_sources(${folder} sources)
  if(NOT sources)
    file(WRITE ${CMAKE_BINARY_DIR}/empty_${name}.cc "")
    set(sources ${CMAKE_BINARY_DIR}/empty_${name}.cc)
  endif()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/include)
  target_link_libraries(${name} PUBLIC ${ARGN})
  averment_precompiled(${name} library)
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${AVERMENT_TOGETHER} UNITY_BUILD_BATCH_SIZE 10)
  foreach(source ${sources})
    if(source MATCHES "_avx2\\.cc$" AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
      set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS "-mavx2;-mfma"
                                                       SKIP_PRECOMPILE_HEADERS ON)
    endif()
  endforeach()
  # CLI11 is a third of the library's time to compile, and runs once.
  set_source_files_properties(${CMAKE_SOURCE_DIR}/src/cli/options.cc PROPERTIES COMPILE_OPTIONS -O0
                                                                               SKIP_PRECOMPILE_HEADERS ON)
  set(programs ${sources_all})
  list(FILTER programs INCLUDE REGEX "_(test|bench|train|fuzz)\\.cc$")
  set_property(GLOBAL APPEND PROPERTY AVERMENT_PROGRAMS ${programs})
endfunction()

function(averment_stage folder)
  averment_library(averment_${folder} src/${folder} ${ARGN} Threads::Threads)
endfunction()

# The library that users link: every stage and the pipeline over them.
function(averment_pipeline)
  averment_library(averment_engine src averment_record Threads::Threads)
endfunction()

# Everything of src/cli but main is a library, so that tests can call it.
function(averment_cli)
  averment_library(averment_cli_lib src/cli averment_engine ${ARGN})
  add_executable(averment ${CMAKE_SOURCE_DIR}/src/cli/averment_main.cc)
  target_link_libraries(averment PRIVATE averment_cli_lib)
  # A bundle keeps its libraries in ../lib; RPATH, not RUNPATH, so that they find each other too.
  set_target_properties(averment PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}
                                            BUILD_RPATH "$ORIGIN/../lib")
  target_link_options(averment PRIVATE -Wl,--disable-new-dtags)
endfunction()

function(averment_testing)
  find_package(GTest CONFIG REQUIRED)
  averment_library(averment_testing_lib src/testing averment_cli_lib ${ARGN})
  file(GLOB bench_programs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/*_bench.cc)
  get_property(programs GLOBAL PROPERTY AVERMENT_PROGRAMS)
  foreach(source ${programs} ${bench_programs})
    get_filename_component(name ${source} NAME_WE)
    if(name MATCHES "_fuzz$")
      if(AVERMENT_FUZZ)
        add_executable(${name} ${source})
        target_link_libraries(${name} PRIVATE averment_testing_lib)
        averment_precompiled(${name} program)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
      endif()
    else()
      add_executable(${name} ${source})
      averment_precompiled(${name} program)
      target_link_libraries(${name} PRIVATE averment_testing_lib)
      if(name MATCHES "_test$")
        target_link_libraries(${name} PRIVATE GTest::gtest GTest::gtest_main GTest::gmock)
        add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
      endif()
    endif()
  endforeach()
endfunction()
