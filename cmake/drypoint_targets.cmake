# What every target of ours is compiled with, and how a folder becomes a library.

add_library(drypoint_flags INTERFACE)
target_compile_options(drypoint_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
  # The same bytes from every compiler: no fused multiply-add.
  -ffp-contract=off
  # g++ 12 reports overlaps that cannot happen inside std::string at -O3.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_compile_definitions(drypoint_flags INTERFACE DRYPOINT_VERSION="${PROJECT_VERSION}")

# drypoint_precompile(<target> [HEADERS...]): what nearly every file includes, parsed once in <target>, where
# DRYPOINT_PRECOMPILE asks for it; drypoint_precompiled(<target> <of>): <target> uses what <of> has parsed.
function(drypoint_precompile target)
  if(DRYPOINT_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cmath> <cstdint> <filesystem> <functional> <map> <memory>
      <optional> <set> <sstream> <string> <string_view> <utility> <variant> <vector> ${ARGN})
  endif()
endfunction()
function(drypoint_precompiled target of)
  if(DRYPOINT_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${of})
  endif()
endfunction()

# drypoint_together(<target>): where DRYPOINT_TOGETHER asks for it eight files are compiled as one, so their unnamed
# namespaces share their names.
function(drypoint_together target)
  if(DRYPOINT_TOGETHER)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    # An unnamed namespace of one file is none of its neighbours'.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
endfunction()

# drypoint_library(<folder> [TOGETHER] [LINKS ...]): src/<folder>/**.cpp as the static library drypoint_<folder>.
function(drypoint_library folder)
  cmake_parse_arguments(ARG "TOGETHER" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  if(NOT sources)  # headers only, so far
    add_library(drypoint_${folder} INTERFACE)
    target_include_directories(drypoint_${folder} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(drypoint_${folder} INTERFACE ${ARG_LINKS})
    return()
  endif()
  add_library(drypoint_${folder} STATIC ${sources})
  target_include_directories(drypoint_${folder} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(drypoint_${folder} PUBLIC ${ARG_LINKS} PRIVATE drypoint_flags)
  if(ARG_TOGETHER)
    drypoint_together(drypoint_${folder})
  endif()
  if(folder STREQUAL "base")
    drypoint_precompile(drypoint_base)
  else()
    drypoint_precompiled(drypoint_${folder} drypoint_base)
  endif()
endfunction()

# drypoint_test(<name> [TOGETHER] <sources...> [LINKS ...]): one doctest binary and one CTest entry.
function(drypoint_test name)
  cmake_parse_arguments(ARG "TOGETHER" "" "LINKS;LABELS" ${ARGN})
  add_executable(test_${name} ${ARG_UNPARSED_ARGUMENTS})
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(test_${name} PRIVATE ${ARG_LINKS} drypoint_doctest drypoint_test_flags)
  drypoint_precompiled(test_${name} drypoint_doctest)
  if(ARG_TOGETHER)
    drypoint_together(test_${name})
  endif()
  add_test(NAME ${name} COMMAND test_${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600 LABELS "${ARG_LABELS}")
  if(NOT TARGET tests_${ARG_LABELS})  # the binaries of one label, for who needs no others
    add_custom_target(tests_${ARG_LABELS})
  endif()
  add_dependencies(tests_${ARG_LABELS} test_${name})
endfunction()
