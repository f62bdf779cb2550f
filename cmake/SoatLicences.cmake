# The texts of the licences of what is linked into the extension and the command, or packed with them, as every package holds them: in the build's folder
# licences, and in licences-command those of what is in the command only. THIRD-PARTY.md names each; tests/tools/test_licences.py compares.

# soat_licence(FOLDER NAME SOURCE...): the sources, one after the other, become FOLDER/NAME.txt.
function(soat_licence folder name)
  foreach(source ${ARGN})
    if(NOT EXISTS ${source})
      message(FATAL_ERROR "${source} with the licence of ${name} is missing: it comes with what packaging/debian-packages names")
    endif()
  endforeach()
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/${folder})
  set(text ${PROJECT_BINARY_DIR}/${folder}/${name}.txt)
  execute_process(COMMAND ${CMAKE_COMMAND} -E cat ${ARGN} OUTPUT_FILE ${text}.new COMMAND_ERROR_IS_FATAL ANY)
  file(COPY_FILE ${text}.new ${text} ONLY_IF_DIFFERENT)
  file(REMOVE ${text}.new)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN})
endfunction()

# What Debian tells of the libraries that a build takes from it, for another system from its sources (packaging/build-deps).
set(debian /usr/share/doc)
soat_licence(licences nlohmann-json ${debian}/nlohmann-json3-dev/copyright)
soat_licence(licences SQLite ${debian}/libsqlite3-dev/copyright)
soat_licence(licences-command CLI11 ${debian}/libcli11-dev/copyright)
soat_licence(licences-command toml++ ${debian}/libtomlplusplus-dev/copyright)
soat_licence(licences-command zlib ${debian}/zlib1g-dev/copyright)
soat_licence(licences-command liblzma ${debian}/liblzma-dev/copyright)
soat_licence(licences GCC ${PROJECT_SOURCE_DIR}/packaging/licences/GCC.txt /usr/share/common-licenses/GPL-3)

soat_licence(licences citeproc-js ${SOAT_NODE_MODULES}/citeproc/LICENSE)
soat_licence(licences QuickJS ${SOAT_NODE_MODULES}/qjsc/deps/quickjs_2021_03_27/LICENSE)

# What packaging/build-deps has built.
foreach(folder licences licences-command)
  file(GLOB built ${SOAT_DEPS_DIR}/${folder}/*.txt)
  foreach(text ${built})
    get_filename_component(name ${text} NAME_WE)
    soat_licence(${folder} ${name} ${text})
  endforeach()
endforeach()
