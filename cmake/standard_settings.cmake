# What every target of this project shares. Warnings, sanitizers and defines
# are said here, in one INTERFACE target, and nowhere else.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# Where they are installed, a compiler cache and a fast linker are used.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)

add_library(vectora_settings INTERFACE)
target_compile_options(vectora_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wcast-align
  $<$<BOOL:${VECTORA_WERROR}>:-Werror>)
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
