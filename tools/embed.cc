// Writes a C++ source that holds the bytes of files: what `vectora init` copies
// into a workspace is part of the program.
//
//   embed OUTPUT ROOT PATH[=NAME] ...
//
// PATH is below ROOT; NAME, where given, is what the program calls the file.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

constexpr size_t kBytesPerLine = 32;

struct File {
  std::string path;
  std::string name;
};

File parse(const std::string& argument) {
  const size_t equals = argument.find('=');
  if (equals == std::string::npos) return {argument, argument};
  return {argument.substr(0, equals), argument.substr(equals + 1)};
}

// A string literal over several lines, every byte as three octal digits.
std::string literal(const std::string& bytes) {
  std::string out = "\"";
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i > 0 && i % kBytesPerLine == 0) out += "\"\n    \"";
    const auto byte = static_cast<unsigned char>(bytes[i]);
    out += '\\';
    out += static_cast<char>('0' + (byte >> 6U));
    out += static_cast<char>('0' + ((byte >> 3U) & 7U));
    out += static_cast<char>('0' + (byte & 7U));
  }
  return out + "\"";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<File> files;
  for (int i = 3; i < argc; ++i) files.push_back(parse(argv[i]));
  std::sort(files.begin(), files.end(),
            [](const File& a, const File& b) { return a.name < b.name; });
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Written by tools/embed.cc.\n#include \"vectora/app/cli/embedded.h\"\n\n"
         "namespace vectora::app {\n\nconst std::vector<EmbeddedFile>& embedded_files() {\n"
         "  static const std::vector<EmbeddedFile> kFiles = {\n";
  for (const File& file : files) {
    std::ifstream in(std::string(argv[2]) + "/" + file.path, std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "embed: cannot read %s\n", file.path.c_str());
      return 1;
    }
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    out << "      {\"" << file.name << "\", {" << literal(bytes) << ", " << bytes.size() << "}},\n";
  }
  out << "  };\n  return kFiles;\n}\n\n}  // namespace vectora::app\n";
  return out.flush() ? 0 : 1;
}
