# Where a build for another system looks for libraries and headers: in what packaging/build-deps made for it and in the compiler's own folders, never
# among those of this machine. Programs are this machine's.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES SOAT_DEPS_DIR)
set(CMAKE_FIND_ROOT_PATH ${SOAT_DEPS_DIR} /usr/${CMAKE_SYSTEM_PROCESSOR}-linux-gnu)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_PREFIX_PATH /)
