# Flags and helper functions that every target of the project shares.

add_library(soat_flags INTERFACE)
target_include_directories(soat_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(MSVC)
  target_compile_options(soat_flags INTERFACE /W4 /utf-8 $<$<BOOL:${SOAT_WERROR}>:/WX>)
else()
  target_compile_options(soat_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                              $<$<BOOL:${SOAT_WERROR}>:-Werror> -ffunction-sections -fdata-sections)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 warns without cause on "x" + std::string (bug 105651).
    target_compile_options(soat_flags INTERFACE -Wno-restrict)
  endif()
  if(SOAT_SANITIZE)
    target_compile_options(soat_flags INTERFACE -fsanitize=${SOAT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(soat_flags INTERFACE -fsanitize=${SOAT_SANITIZE})
    find_program(SOAT_LLD ld.lld)
    if(SOAT_LLD)
      # Links a sanitized program in a third of the time.
      target_link_options(soat_flags INTERFACE -fuse-ld=lld)
    endif()
  endif()
  if(SOAT_COVERAGE)
    target_compile_options(soat_flags INTERFACE -fprofile-instr-generate -fcoverage-mapping)
    target_link_options(soat_flags INTERFACE -fprofile-instr-generate)
  endif()
  if(SOAT_FUZZ)
    # Not for unit tests: the fuzzers ask which lines of src an input reached.
    target_compile_options(soat_flags INTERFACE $<$<NOT:$<BOOL:$<TARGET_PROPERTY:SOAT_UNIT_TEST>>>:-fsanitize=fuzzer-no-link>)
  endif()
endif()

# soat_module(NAME [LIBRARIES lib...]): the static library soat_NAME from every source file below the calling folder.
function(soat_module name)
  cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(soat_${name} STATIC ${sources})
  target_link_libraries(soat_${name} PUBLIC soat_flags ${ARG_LIBRARIES})
endfunction()

# soat_compile_fast(TARGET): for unit tests. Under sanitizers most of what a test cost was making its own instrumented code fast, which runs once:
# what takes time is in src. clang takes of a precompiled header what it needs; gcc reads the whole 100 MB for each file, and gains nothing.
function(soat_compile_fast target)
  set_target_properties(${target} PROPERTIES SOAT_UNIT_TEST ON)
  if(SOAT_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
  endif()
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    return()
  endif()
  if(target STREQUAL "unit_precompiled")
    target_precompile_headers(${target} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled_tests.h)
    return()
  endif()
  # One for all, made by a program of nothing else.
  if(NOT TARGET unit_precompiled)
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/made/unit_precompiled.cpp CONTENT "int main() { return 0; }\n")
    add_executable(unit_precompiled ${PROJECT_BINARY_DIR}/made/unit_precompiled.cpp)
    target_link_libraries(unit_precompiled PRIVATE soat_flags nlohmann_json::nlohmann_json GTest::gtest)
    soat_compile_fast(unit_precompiled)
  endif()
  target_precompile_headers(${target} REUSE_FROM unit_precompiled)
endfunction()

# soat_unit_tests(NAME [LIBRARIES lib...]): the program unit_NAME from tests/unit/NAME, each test known to CTest.
function(soat_unit_tests name)
  cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/${name}/*.cpp)
  add_executable(unit_${name} ${sources})
  target_include_directories(unit_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(unit_${name} PRIVATE soat_flags ${ARG_LIBRARIES} GTest::gtest_main)
  soat_compile_fast(unit_${name})
  target_compile_definitions(unit_${name} PRIVATE SOAT_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SOAT_BINARY_DIR="${PROJECT_BINARY_DIR}")
  gtest_discover_tests(unit_${name} DISCOVERY_TIMEOUT 60)
endfunction()

# soat_embed(MODULE FILE...): compiles text files of data into soat_MODULE; NAME.txt is `soat::MODULE::data::NAME`, an extern const
# std::string_view (- becomes _).
function(soat_embed module)
  foreach(file ${ARGN})
    get_filename_component(stem ${file} NAME_WE)
    string(REPLACE "-" "_" name ${stem})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    file(READ ${file} content)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/data/${stem}.cpp)
    file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [=[
#include <string_view>

namespace soat::@module@::data {
extern const std::string_view @name@;
const std::string_view @name@ = R"soat(@content@)soat";
}
]=])
    target_sources(soat_${module} PRIVATE ${source})
  endforeach()
endfunction()
