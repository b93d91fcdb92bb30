// Finds TRY and TRY_IN inside braces that initialise something, behind a member: when it
// returns, neither g++ 12 nor clang 14 destroys that member.
//
//   check_aggregates ROOT
//
// Braces hold statements behind ")", "]", "else" and the like, at the begin of a
// statement, and behind the type that a lambda returns; all others initialise, those of
// classes and namespaces too, but where something returns, a function's lie between.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Token {
  std::string_view text;
  size_t line = 1;
};

bool is_word_byte(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool is_any_of(std::string_view text, const auto& list) {
  for (const std::string_view one : list)
    if (text == one) return true;
  return false;
}

// Words and marks; strings, characters and comments are left out.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::vector<Token> run() {
    while (!rest_.empty()) step();
    return tokens_;
  }

 private:
  void step() {
    const size_t word = word_length();
    if (rest_.starts_with("//")) return skip(rest_.find('\n'));
    if (rest_.starts_with("/*")) return skip_behind("*/", 2);
    if (rest_.starts_with("R\"")) return skip_raw_string();
    if (rest_.front() == '"' || rest_.front() == '\'') return skip_literal(rest_.front());
    if (word > 0) return add(word);
    if (rest_.starts_with("->")) return add(2);
    if (std::isspace(static_cast<unsigned char>(rest_.front())) != 0) return skip(1);
    add(1);
  }

  // With the separators of a number: "1'000".
  size_t word_length() const {
    const bool is_number = std::isdigit(static_cast<unsigned char>(rest_.front())) != 0;
    size_t end = 0;
    while (end < rest_.size() && (is_word_byte(rest_[end]) || (is_number && rest_[end] == '\'')))
      ++end;
    return end;
  }

  void skip(size_t length) {
    for (const char c : rest_.substr(0, length)) line_ += c == '\n' ? 1 : 0;
    rest_.remove_prefix(std::min(length, rest_.size()));
  }
  void skip_behind(std::string_view end, size_t from) {
    const size_t at = rest_.find(end, from);
    skip(at == std::string_view::npos ? at : at + end.size());
  }
  void skip_raw_string() {
    const std::string delimiter(rest_.substr(2, rest_.find('(') - 2));
    skip_behind(")" + delimiter + "\"", 2);
  }
  void skip_literal(char quote) {
    size_t end = 1;
    while (end < rest_.size() && rest_[end] != quote) end += rest_[end] == '\\' ? 2 : 1;
    skip(end + 1);
  }
  void add(size_t length) {
    tokens_.push_back({rest_.substr(0, length), line_});
    skip(length);
  }

  std::string_view rest_;
  size_t line_ = 1;
  std::vector<Token> tokens_;
};

// Whether the tokens before `at` are a type behind "->".
bool is_behind_return_type(const std::vector<Token>& tokens, size_t at) {
  static constexpr std::array<std::string_view, 6> kOfTypes = {"<", ">", ":", "*", "&", ","};
  while (at > 0 &&
         (is_any_of(tokens[at - 1].text, kOfTypes) || is_word_byte(tokens[at - 1].text[0])))
    --at;
  return at > 0 && tokens[at - 1].text == "->";
}

bool holds_statements(const std::vector<Token>& tokens, size_t brace, bool is_in_statements) {
  static constexpr std::array<std::string_view, 13> kBefore = {
      ")",   "]",     ";",        "}",        ":",     "else",   "do",
      "try", "const", "noexcept", "override", "final", "mutable"};
  if (brace == 0) return true;
  const std::string_view before = tokens[brace - 1].text;
  if (before == "{") return is_in_statements;
  return is_any_of(before, kBefore) || is_behind_return_type(tokens, brace);
}

struct Bracket {
  bool holds_statements = false;
  bool initialises = false;
  bool has_member = false;  // before the place
};

// The brackets around a place.
class Brackets {
 public:
  void read(const std::vector<Token>& tokens, size_t at) {
    const std::string_view token = tokens[at].text;
    if (token == "(" || token == "[") open_.push_back({});
    if (token == "{") {
      const bool holds = holds_statements(tokens, at, open_.back().holds_statements);
      open_.push_back({holds, !holds});
    }
    if (is_any_of(token, std::array<std::string_view, 3>{")", "]", "}"}) && open_.size() > 1)
      open_.pop_back();
    if (token == ",") open_.back().has_member = true;
  }

  bool are_behind_member() const {
    for (size_t i = open_.size(); i > 0 && !open_[i - 1].holds_statements; --i)
      if (open_[i - 1].initialises && open_[i - 1].has_member) return true;
    return false;
  }

 private:
  std::vector<Bracket> open_ = {{true}};
};

int check_file(const fs::path& file) {
  std::ifstream stream(file);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const std::vector<Token> tokens = Scanner(text).run();
  Brackets around;
  int breaches = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    around.read(tokens, i);
    const std::string name(tokens[i].text);
    if ((name != "TRY" && name != "TRY_IN") || !around.are_behind_member()) continue;
    std::printf("%s:%zu: %s behind a member that it leaks\n", file.c_str(), tokens[i].line,
                name.c_str());
    ++breaches;
  }
  return breaches;
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path root = argc > 1 ? argv[1] : ".";
  int breaches = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root / "vectora")) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".h" || extension == ".cc") breaches += check_file(entry.path());
  }
  return breaches == 0 ? 0 : 1;
}
