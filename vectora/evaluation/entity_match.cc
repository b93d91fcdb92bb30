#include "vectora/evaluation/entity_match.h"

#include <algorithm>
#include <string_view>

#include "vectora/text/fold.h"

namespace vectora::evaluation {
namespace {

constexpr std::string_view kOuter = " .,;:()[]'\"";

std::string plain(const std::string& name) {
  const std::string text = text::fold_text(name);
  const size_t begin = text.find_first_not_of(kOuter);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(kOuter) - begin + 1);
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || byte == '_' || (byte >= '0' && byte <= '9') ||
         (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool stands_in(const std::string& words, const std::string& text) {
  for (size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    const size_t end = at + words.size();
    const bool begins = at == 0 || !is_word_byte(text[at - 1]);
    if (begins && (end == text.size() || !is_word_byte(text[end]))) return true;
  }
  return false;
}

enum class Compare { kEqual, kCovers };

bool same(const std::string& a, const std::string& b, Compare compare) {
  if (compare == Compare::kEqual) return a == b;
  return a == b || stands_in(a, b) || stands_in(b, a);
}

struct Names {
  std::vector<std::string> written;
  std::vector<std::string> plain;
  std::vector<bool> used;

  void add(const std::string& name, std::string folded) {
    written.push_back(name);
    plain.push_back(std::move(folded));
    used.push_back(false);
  }
  std::vector<std::string> unused() const {
    std::vector<std::string> left;
    for (size_t i = 0; i < written.size(); ++i)
      if (!used[i]) left.push_back(written[i]);
    return left;
  }
};

int match(Names& labelled, Names& answered, Compare compare) {
  int matched = 0;
  for (size_t i = 0; i < labelled.plain.size(); ++i) {
    if (labelled.used[i]) continue;
    for (size_t k = 0; k < answered.plain.size(); ++k) {
      if (answered.used[k] || !same(labelled.plain[i], answered.plain[k], compare)) continue;
      labelled.used[i] = answered.used[k] = true;
      ++matched;
      break;
    }
  }
  return matched;
}

}  // namespace

NameMatch match_names(const std::vector<std::string>& labelled,
                      const std::vector<std::string>& answered) {
  Names gold;
  for (const std::string& name : labelled) gold.add(name, plain(name));
  Names got;
  for (const std::string& name : answered) {
    std::string folded = plain(name);
    const bool is_new = std::find(got.plain.begin(), got.plain.end(), folded) == got.plain.end();
    if (!folded.empty() && is_new) got.add(name, std::move(folded));
  }
  NameMatch result;
  result.matched = match(gold, got, Compare::kEqual) + match(gold, got, Compare::kCovers);
  result.answered = static_cast<int>(got.plain.size());
  result.labelled = static_cast<int>(gold.plain.size());
  result.missing = gold.unused();
  result.extra = got.unused();
  return result;
}

}  // namespace vectora::evaluation
