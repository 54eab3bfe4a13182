# Compiler settings and the helpers that declare a stage, its tests and its fuzz targets.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
# Imported targets are seen by every folder: the library is linked from the objects of all stages (CMake 3.24 on).
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL TRUE)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

add_library(tw_settings INTERFACE)
target_include_directories(tw_settings INTERFACE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
target_compile_options(tw_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # -Wrestrict is wrong on std::string concatenation in GCC 12 (GCC bug 105651).
  target_compile_options(tw_settings INTERFACE -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # RapidJSON 1.1: iterators compare in a way that C++20 finds ambiguous with itself reversed, and an empty stack adds an
  # offset to a null pointer before it grows.
  target_compile_options(tw_settings INTERFACE -Wno-ambiguous-reversed-operator -fno-sanitize=pointer-overflow)
endif()

# tw_stage(NAME [LIBS third-party targets]): an object library of all .cpp files in the folder.
function(tw_stage name)
  cmake_parse_arguments(A "" "" "LIBS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(tw_${name} OBJECT ${sources})
  target_link_libraries(tw_${name} PUBLIC ${A_LIBS} PRIVATE tw_settings)
  set_property(GLOBAL APPEND PROPERTY TW_STAGES tw_${name})
  set_property(GLOBAL APPEND PROPERTY TW_LIBS ${A_LIBS})
endfunction()

# tw_unit_tests(NAME stage...): tests/unit/NAME/*.cpp with the objects of the named stages.
function(tw_unit_tests name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  list(TRANSFORM ARGN PREPEND tw_ OUTPUT_VARIABLE stages)
  target_link_libraries(test_${name} PRIVATE tw_settings ${stages} GTest::gtest GTest::gmock GTest::gtest_main)
  target_compile_definitions(test_${name} PRIVATE TW_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TW_BINARY_DIR="${PROJECT_BINARY_DIR}")
  gtest_discover_tests(test_${name} TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 120 PROPERTIES TIMEOUT 600)
endfunction()

# tw_fuzz(NAME stage...): tests/fuzz/NAME.cpp (LLVMFuzzerTestOneInput). In a normal build it is linked with a plain
# main that runs the seed corpus tests/fuzz/corpus/NAME, as a test; with TRIPLEWRIGHT_FUZZ it is a libFuzzer program.
function(tw_fuzz name)
  list(TRANSFORM ARGN PREPEND tw_ OUTPUT_VARIABLE stages)
  if(TRIPLEWRIGHT_FUZZ)
    add_executable(fuzz_${name} ${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp)
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  else()
    add_executable(fuzz_${name} ${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp ${CMAKE_CURRENT_SOURCE_DIR}/plain_main.cpp)
    add_test(NAME fuzz.${name} COMMAND fuzz_${name} ${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name})
  endif()
  target_link_libraries(fuzz_${name} PRIVATE tw_settings ${stages})
  target_compile_definitions(fuzz_${name} PRIVATE TW_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
endfunction()
