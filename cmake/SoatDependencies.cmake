# Third-party libraries. Those that go into the extension are built position-independent once by packaging/build-deps (into
# SOAT_DEPS_DIR) where Debian's static ones are not; everything else comes from the system.

set(SOAT_DEPS_DIR "$ENV{SOAT_DEPS_DIR}" CACHE PATH "Where packaging/build-deps put the libraries")
if(NOT SOAT_DEPS_DIR)
  set(SOAT_DEPS_DIR ${PROJECT_SOURCE_DIR}/build/deps CACHE PATH "" FORCE)
endif()

if(NOT EXISTS ${SOAT_DEPS_DIR}/lib/libzip.a)
  message(FATAL_ERROR "${SOAT_DEPS_DIR} has no libraries: run ./dev build, or packaging/build-deps ${SOAT_DEPS_DIR}")
endif()

add_library(soat_icu STATIC IMPORTED GLOBAL)
set_target_properties(soat_icu PROPERTIES IMPORTED_LOCATION ${SOAT_DEPS_DIR}/lib/libsoat_icu.a)
target_include_directories(soat_icu SYSTEM INTERFACE ${SOAT_DEPS_DIR}/include/icu)
target_compile_definitions(soat_icu INTERFACE U_STATIC_IMPLEMENTATION)

add_library(soat_hunspell STATIC IMPORTED GLOBAL)
set_target_properties(soat_hunspell PROPERTIES IMPORTED_LOCATION ${SOAT_DEPS_DIR}/lib/libsoat_hunspell.a)
target_include_directories(soat_hunspell SYSTEM INTERFACE ${SOAT_DEPS_DIR}/include/hunspell)
target_compile_definitions(soat_hunspell INTERFACE HUNSPELL_STATIC)

add_library(soat_libxml2 STATIC IMPORTED GLOBAL)
set_target_properties(soat_libxml2 PROPERTIES IMPORTED_LOCATION ${SOAT_DEPS_DIR}/lib/libxml2.a)
target_include_directories(soat_libxml2 SYSTEM INTERFACE ${SOAT_DEPS_DIR}/include/libxml2)
target_compile_definitions(soat_libxml2 INTERFACE LIBXML_STATIC)

find_library(ZLIB_LIBRARY NAMES libz.a REQUIRED)
add_library(soat_libzip STATIC IMPORTED GLOBAL)
set_target_properties(soat_libzip PROPERTIES IMPORTED_LOCATION ${SOAT_DEPS_DIR}/lib/libzip.a INTERFACE_LINK_LIBRARIES ${ZLIB_LIBRARY})
target_include_directories(soat_libzip SYSTEM INTERFACE ${SOAT_DEPS_DIR}/include)

# Debian's static SQLite is one file that refers to nothing but itself and the C library, so that it can go into the extension as it is.
find_path(SQLITE_INCLUDE_DIR sqlite3.h REQUIRED)
find_library(SQLITE_LIBRARY NAMES libsqlite3.a REQUIRED)
add_library(soat_sqlite STATIC IMPORTED GLOBAL)
set_target_properties(soat_sqlite PROPERTIES IMPORTED_LOCATION ${SQLITE_LIBRARY})
target_include_directories(soat_sqlite SYSTEM INTERFACE ${SQLITE_INCLUDE_DIR})

find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
if(SOAT_UNIT_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()
if(SOAT_BENCH)
  find_package(benchmark REQUIRED)
endif()
