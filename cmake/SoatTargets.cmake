# Flags and helper functions that every target of the project shares.

add_library(soat_flags INTERFACE)
target_include_directories(soat_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(MSVC)
  target_compile_options(soat_flags INTERFACE /W4 /utf-8 $<$<BOOL:${SOAT_WERROR}>:/WX>)
else()
  target_compile_options(soat_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion $<$<BOOL:${SOAT_WERROR}>:-Werror>
                                              -ffunction-sections -fdata-sections)
  if(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
    # A product and a sum are rounded one by one, as on x86-64, so that scores are the same everywhere; 64-bit ARM has one operation for both.
    target_compile_options(soat_flags INTERFACE -ffp-contract=off)
  endif()
  # Names of other files in the unit (soat_compile_together) are none of a file's; clang-tidy reads each file by itself.
  set(is_unit $<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>)
  target_compile_options(soat_flags INTERFACE $<$<NOT:${is_unit}>:-Wshadow>
                                              $<$<AND:${is_unit},$<COMPILE_LANG_AND_ID:CXX,GNU>>:-Wno-subobject-linkage>)
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

# soat_compile_together(TARGET FILE...): several source files as one unit (SOAT_TOGETHER, cmake/source_groups.py). Which ones is found anew when
# CMake runs, so that a name which two files come to define needs `./dev build` or another run of CMake.
function(soat_compile_together target)
  if(NOT SOAT_TOGETHER)
    return()
  endif()
  execute_process(COMMAND ${Python3_EXECUTABLE} -B ${PROJECT_SOURCE_DIR}/cmake/source_groups.py ${SOAT_TOGETHER} ${ARGN}
                  OUTPUT_VARIABLE lines COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^\n]+" lines "${lines}")
  foreach(line ${lines})
    string(REGEX MATCH "^([0-9]+) (.*)$" line "${line}")
    set_source_files_properties(${CMAKE_MATCH_2} PROPERTIES UNITY_GROUP ${CMAKE_MATCH_1})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# soat_module(NAME [RUNS_LITTLE] [LIBRARIES lib...]): the static library soat_NAME from every source file below the calling folder.
# RUNS_LITTLE: see soat_compile_fast.
function(soat_module name)
  cmake_parse_arguments(ARG "RUNS_LITTLE" "" "LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(soat_${name} STATIC ${sources})
  soat_compile_together(soat_${name} ${sources})
  target_link_libraries(soat_${name} PUBLIC soat_flags ${ARG_LIBRARIES})
  if(ARG_RUNS_LITTLE)
    soat_compile_fast(soat_${name} precompiled.h)
  endif()
endfunction()

# soat_compile_fast(TARGET HEADER): for code that runs little. Under sanitizers most of what it cost was making its instrumented code fast,
# which runs once: what takes time is in soat_text, soat_model, soat_lexicon and soat_check, and in QuickJS. HEADER, a file of cmake/, is compiled
# once for all targets that name it. clang takes of a precompiled header what it needs; gcc reads the whole 100 MB for each file, and gains
# nothing: so a file that forgets an #include does not build there.
function(soat_compile_fast target header)
  if(SOAT_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
  endif()
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    return()
  endif()
  get_filename_component(precompiled ${header} NAME_WE)
  if(target STREQUAL precompiled)
    target_precompile_headers(${target} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/${header})
    return()
  endif()
  # Made by a program or library (the two differ for clang) of nothing else.
  if(NOT TARGET ${precompiled})
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/made/${precompiled}.cpp CONTENT "int main() { return 0; }\n")
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "EXECUTABLE")
      add_executable(${precompiled} ${PROJECT_BINARY_DIR}/made/${precompiled}.cpp)
    else()
      add_library(${precompiled} STATIC ${PROJECT_BINARY_DIR}/made/${precompiled}.cpp)
    endif()
    target_link_libraries(${precompiled} PRIVATE soat_flags nlohmann_json::nlohmann_json GTest::gtest)
    get_target_property(unit_test ${target} SOAT_UNIT_TEST)
    set_target_properties(${precompiled} PROPERTIES SOAT_UNIT_TEST "${unit_test}")
    soat_compile_fast(${precompiled} ${header})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${precompiled})
endfunction()

# soat_unit_tests(NAME [LIBRARIES lib...]): the program unit_NAME from tests/unit/NAME, each test known to CTest. The target unit_tests has them all.
function(soat_unit_tests name)
  cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/${name}/*.cpp)
  if(WIN32)
    # Terminals as devices, copies of a process, scripts as programs, rights and links of files: tests/golden and tests/unit/platform have to do.
    list(FILTER sources EXCLUDE REGEX "/(progress|worker_pool|documents|converter|office_file|pdf|.*_posix)_test\\.cpp$")
  endif()
  add_executable(unit_${name} ${sources})
  soat_compile_together(unit_${name} ${sources})
  target_include_directories(unit_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(unit_${name} PRIVATE soat_flags ${ARG_LIBRARIES} GTest::gtest_main)
  set_target_properties(unit_${name} PROPERTIES SOAT_UNIT_TEST ON)
  soat_compile_fast(unit_${name} precompiled_tests.h)
  add_dependencies(unit_tests unit_${name})
  if(CMAKE_CROSSCOMPILING)
    # They are compiled for one run, and what they test is what has to be fast.
    target_compile_options(unit_${name} PRIVATE -O0 $<$<BOOL:${WIN32}>:-Wa,-mbig-obj>)
  endif()
  target_compile_definitions(unit_${name} PRIVATE SOAT_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SOAT_BINARY_DIR="${PROJECT_BINARY_DIR}")
  if(NOT CMAKE_CROSSCOMPILING)  # there a start costs more than most tests: tests/unit/run
    gtest_discover_tests(unit_${name} DISCOVERY_TIMEOUT 60 PROPERTIES LABELS unit)
  endif()
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
