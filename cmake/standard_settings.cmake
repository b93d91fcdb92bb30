# What every target of this project shares. Warnings, sanitizers and defines
# are said here, in one INTERFACE target, and nowhere else.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# Where they are installed, a compiler cache and a fast linker are used.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # The sloppiness is what ccache asks for where headers are precompiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)

# Line numbers are enough for a stack trace, and cost half of what variables do.
set(CMAKE_CXX_FLAGS_DEBUG "-g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_library(vectora_settings INTERFACE)
target_compile_options(vectora_settings INTERFACE
  -pthread  # some libraries ask for it; precompiled headers need it everywhere or nowhere
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wcast-align
  $<$<BOOL:${VECTORA_WERROR}>:-Werror>
  # What g++ 12 says of std::string in optimised code is wrong (GCC bug 105329).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>)
if(MOLD_PROGRAM)
  target_link_options(vectora_settings INTERFACE -fuse-ld=mold)
endif()
if(VECTORA_SANITIZE)
  target_compile_options(vectora_settings INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(vectora_settings INTERFACE -fsanitize=address,undefined)
endif()
if(VECTORA_FUZZ)
  target_compile_options(vectora_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
target_compile_definitions(vectora_settings INTERFACE
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS> VECTORA_VERSION="${PROJECT_VERSION}")
