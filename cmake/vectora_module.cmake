# vectora_module(<name> HEADERS ... SOURCES ... TESTS ... PROGRAMS ...
#                DEPENDS ... USES ... EXPORTS ...)
#
# Declares the module of the current folder: the library vectora::<name>, its
# unit tests, and the check that each public header compiles on its own.
#   DEPENDS  modules whose headers this module's headers include
#   PROGRAMS files with a main() that the caller builds itself
#   USES     libraries of others that only the .cc files see
#   EXPORTS  libraries of others that the headers show
# Every .h and .cc of the folder must be listed, or configuring fails: no file,
# and so no test, is ever left out of the build.
include(GoogleTest)

# Headers that all modules, and all tests, precompile once.
add_library(vectora_precompiled OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompiled.cc)
target_link_libraries(vectora_precompiled PRIVATE vectora_settings nlohmann_json::nlohmann_json)
target_precompile_headers(vectora_precompiled PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled.h)
add_library(vectora_precompiled_test OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompiled.cc)
target_link_libraries(vectora_precompiled_test PRIVATE
  vectora_settings nlohmann_json::nlohmann_json GTest::gmock)
target_precompile_headers(vectora_precompiled_test PRIVATE
  ${PROJECT_SOURCE_DIR}/cmake/precompiled_test.h)

function(vectora_module name)
  cmake_parse_arguments(ARG "" "" "HEADERS;SOURCES;TESTS;PROGRAMS;DEPENDS;USES;EXPORTS" ${ARGN})

  file(GLOB_RECURSE on_disk RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS *.h *.cc)
  list(REMOVE_ITEM on_disk ${ARG_HEADERS} ${ARG_SOURCES} ${ARG_TESTS} ${ARG_PROGRAMS})
  if(on_disk)
    message(SEND_ERROR "vectora/${name}/CMakeLists.txt does not list: ${on_disk}")
  endif()

  list(TRANSFORM ARG_DEPENDS PREPEND vectora::)
  if(ARG_SOURCES)
    add_library(vectora_${name} STATIC ${ARG_SOURCES})
    set(scope PUBLIC)
    target_link_libraries(vectora_${name} PRIVATE vectora_settings ${ARG_USES})
    target_precompile_headers(vectora_${name} REUSE_FROM vectora_precompiled)
  else()
    add_library(vectora_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(vectora::${name} ALIAS vectora_${name})
  target_sources(vectora_${name} ${scope}
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ARG_HEADERS})
  set_target_properties(vectora_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(vectora_${name} ${scope} ${ARG_DEPENDS} ${ARG_EXPORTS})

  if(ARG_TESTS)
    add_executable(${name}_test ${ARG_TESTS})
    target_link_libraries(${name}_test PRIVATE
      vectora::${name} vectora::testing vectora_settings GTest::gmock_main ${ARG_USES})
    target_precompile_headers(${name}_test REUSE_FROM vectora_precompiled_test)
    # Tests run from the root: test data is found by a path relative to it.
    gtest_discover_tests(${name}_test TEST_PREFIX ${name}.
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_TIMEOUT 60)
  endif()
endfunction()
