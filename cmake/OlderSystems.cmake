# soat_run_on_older_systems(TARGET): a shared library built with the C and C++ libraries of this system is loaded on one of 2020 as well (C library
# 2.31, C++ library of GCC 10). Functions of the C library are bound to their first versions (older_systems.cpp); what the C++ library has got since is
# linked in, hidden, out of this compiler's static one, as Red Hat's toolsets do for old systems. Exceptions, streams and the rest stay the process's
# own: the office throws and catches with the same library. tests/tools/test_older_systems.py reads the versions that the library asks for.
function(soat_run_on_older_systems target)
  if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux" OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU" OR SOAT_SANITIZE)
    return()
  endif()
  set(wrapped pthread_create pthread_join pthread_detach pthread_once pthread_rwlock_rdlock pthread_rwlock_wrlock pthread_rwlock_unlock
              __pthread_key_create arc4random arc4random_buf pthread_key_create pthread_key_delete pthread_getspecific pthread_setspecific
              pthread_mutex_trylock pthread_mutexattr_init pthread_mutexattr_destroy pthread_mutexattr_settype pthread_cond_clockwait pthread_sigmask
              dlopen dlclose dlsym dlerror hypot stat stat64 lstat lstat64 fstat fstat64)
  target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/older_systems.cpp)
  list(TRANSFORM wrapped PREPEND "-Wl,--wrap=")
  target_link_options(${target} PRIVATE ${wrapped})

  get_target_property(type ${target} TYPE)
  if(type STREQUAL "EXECUTABLE")
    set_source_files_properties(${PROJECT_SOURCE_DIR}/cmake/older_systems.cpp PROPERTIES COMPILE_DEFINITIONS SOAT_PROGRAM)
    # Threads and loading stood in libraries of their own, which nobody else loads.
    target_link_options(${target} PRIVATE -static-libstdc++ -Wl,--wrap=__libc_start_main
                                          -Wl,--push-state,--no-as-needed -l:libpthread.so.0 -l:libdl.so.2 -Wl,--pop-state)
    return()
  endif()

  # Objects of the static C++ library that define what GCC 11 and later added and the extension uses.
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=libstdc++.a OUTPUT_VARIABLE static_library OUTPUT_STRIP_TRAILING_WHITESPACE)
  set(newer ${CMAKE_CURRENT_BINARY_DIR}/libnewer_c++.a)
  set(objects condition_variable.o futex.o floating_from_chars.o)
  list(TRANSFORM objects PREPEND newer_c++/ OUTPUT_VARIABLE unpacked)
  add_custom_command(OUTPUT ${newer}
    COMMAND ${CMAKE_COMMAND} -E rm -rf newer_c++ ${newer}
    COMMAND ${CMAKE_COMMAND} -E make_directory newer_c++
    COMMAND ${CMAKE_COMMAND} -E chdir newer_c++ ${CMAKE_AR} x ${static_library} ${objects}
    COMMAND ${CMAKE_AR} qcs ${newer} ${unpacked}
    DEPENDS ${static_library} WORKING_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} VERBATIM)
  add_custom_target(${target}_newer DEPENDS ${newer})
  add_dependencies(${target} ${target}_newer)
  # Whole, as the static libraries that ask for it come after the shared C++ library; --gc-sections leaves out what nobody asks for.
  target_link_libraries(${target} PRIVATE "$<LINK_LIBRARY:WHOLE_ARCHIVE,${newer}>")
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${newer})
endfunction()
