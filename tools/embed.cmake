# Writes a .cc file that holds the bytes of files:
#
#   cmake -D OUTPUT=embedded.cc -D ROOT=. -D FILES="a|b=renamed" -P tools/embed.cmake
#
# FILES are paths below ROOT, separated by "|"; "path=name" embeds it as `name`.
string(REPLACE "|" ";" FILES "${FILES}")
set(arrays "")
set(table "")
set(index 0)
foreach(entry IN LISTS FILES)
  string(REGEX MATCH "^([^=]+)=?(.*)$" _ "${entry}")
  set(path ${CMAKE_MATCH_1})
  set(name ${CMAKE_MATCH_2})
  if(NOT name)
    set(name ${path})
  endif()
  file(READ ${ROOT}/${path} hex HEX)
  string(LENGTH "${hex}" length)
  math(EXPR size "${length} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  # A string literal is limited by compilers to 64 kB: several are joined.
  string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f]){1,4000})" "\n    \"\\1\"" bytes "${bytes}")
  if(NOT bytes)
    set(bytes "\"\"")
  endif()
  string(APPEND arrays "constexpr char kFile${index}[] = ${bytes};\n")
  string(APPEND table "      {\"${name}\", {kFile${index}, ${size}}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Written by tools/embed.cmake.
#include \"vectora/app/cli/embedded.h\"

namespace vectora::app {
namespace {

${arrays}
}  // namespace

const std::vector<EmbeddedFile>& embedded_files() {
  static const std::vector<EmbeddedFile> kFiles = {
${table}  };
  return kFiles;
}

}  // namespace vectora::app
")
