#include "vectora/lexicon/lexicon.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "vectora/lexicon/word_trie.h"
#include "vectora/text/regex.h"

// Every name of every scope is a path of words in one trie. A text is folded,
// and its words are read once: each word moves all paths under way one step on
// and may begin a new one. Where a path ends in a node that names end at, there
// is a candidate for each of them. What the trie cannot see, the case of an
// acronym, is checked on the original. In the end each scope keeps, from left to
// right, the longest of its candidates.

namespace vectora::lexicon {

std::string_view to_string(MatchKind kind) {
  switch (kind) {
    case MatchKind::kExact: return "exact";
    case MatchKind::kFolded: return "folded";
    case MatchKind::kAlias: return "alias";
    case MatchKind::kAcronym: return "acronym";
    case MatchKind::kPattern: return "pattern";
  }
  return "unknown";
}

namespace {

enum class Case : uint8_t { kAny, kSensitive };

// One spelling of a term.
struct Form {
  ScopeIndex scope = 0;
  TermIndex term = 0;
  MatchKind kind = MatchKind::kExact;  // of an exact match
  Case letter_case = Case::kAny;
  std::string text;
};

// A term of a category is a term of the whole scope too, and its expression is
// searched once for both.
using TermsOfPattern = std::vector<std::pair<ScopeIndex, TermIndex>>;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_short_acronym(std::string_view name) {
  constexpr size_t kLongest = 5;
  return !name.empty() && name.size() <= kLongest &&
         std::all_of(name.begin(), name.end(), is_capital);
}

bool is_ascii_word_byte(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Whether the letters and digits of `found` are those of `acronym`, in the same
// case; a plural "s" may follow.
bool has_case_of(std::string_view found, std::string_view acronym) {
  size_t at = 0;
  for (const char c : acronym) {
    if (!is_ascii_word_byte(c)) continue;
    while (at < found.size() && !is_ascii_word_byte(found[at])) ++at;
    if (at == found.size() || found[at] != c) return false;
    ++at;
  }
  const std::string_view rest = found.substr(at);
  return rest.empty() || rest == "s" || std::none_of(rest.begin(), rest.end(), is_ascii_word_byte);
}

// -- words of a name ---------------------------------------------------------------

using Path = std::vector<uint64_t>;

struct NameWord {
  uint64_t hash = 0;
  char mark = 0;  // of punctuation
};

std::vector<NameWord> words_of(std::string_view name) {
  const text::Folded folded = text::fold(name);
  WordScanner scanner(folded.text, name, folded.origin.data());
  std::vector<NameWord> words;
  for (Word word; scanner.next(word);) {
    words.push_back({word.hash, word.is_mark ? folded.text[word.begin] : '\0'});
  }
  return words;
}

bool is_light_mark(const NameWord& word) {
  return word.mark == '.' || word.mark == ',' || word.mark == ';' || word.mark == ':';
}
bool is_outer_mark(const NameWord& word) {
  return is_light_mark(word) || word.mark == '-' || word.mark == '(' || word.mark == ')' ||
         word.mark == '"' || word.mark == '!' || word.mark == '?';
}

Path path_of(const std::vector<NameWord>& words) {
  Path path;
  for (const NameWord& word : words) path.push_back(word.hash);
  return path;
}

// The ways to write a name: as it stands; without full stops and commas ("Co.,
// Inc."); with "and" for "&".
std::vector<Path> paths_of(std::string_view name) {
  std::vector<NameWord> words = words_of(name);
  while (!words.empty() && is_outer_mark(words.back())) words.pop_back();
  while (!words.empty() && is_outer_mark(words.front())) words.erase(words.begin());
  if (words.empty()) return {};
  std::vector<Path> paths = {path_of(words)};
  const size_t all = words.size();
  words.erase(std::remove_if(words.begin(), words.end(), is_light_mark), words.end());
  if (words.size() < all) paths.push_back(path_of(words));
  static const uint64_t kAnd = words_of("and").front().hash;
  bool has_ampersand = false;
  for (NameWord& word : words) {
    if (word.mark != '&' || words.size() == 1) continue;
    word.hash = kAnd;
    has_ampersand = true;
  }
  if (has_ampersand) paths.push_back(path_of(words));
  return paths;
}

}  // namespace

struct Lexicon::Automaton {
  std::vector<Scope> scopes;
  std::vector<Form> forms;
  std::vector<text::Regex> expressions;      // until they are a set
  std::map<std::string, size_t> pattern_of;  // by expression
  text::RegexSet patterns;
  std::vector<TermsOfPattern> terms_of;  // by pattern
  WordTrie trie;
  std::vector<std::vector<uint32_t>> forms_at;  // by node

  void add_patterns(std::string_view text, const text::Lowered& lower,
                    std::vector<Mention>& candidates) const;
  void add_form(Form form);
  Result<void> add_term(ScopeIndex scope, TermIndex index);
  Result<void> add_pattern(ScopeIndex scope, TermIndex index);
  Result<void> add_scope(ScopeIndex scope);
};

void Lexicon::Automaton::add_form(Form form) {
  if (is_short_acronym(form.text)) form.letter_case = Case::kSensitive;
  const auto index = static_cast<uint32_t>(forms.size());
  for (const Path& path : paths_of(form.text)) {
    WordTrie::Node node = WordTrie::kRoot;
    for (const uint64_t word : path) node = trie.insert(node, word);
    forms_at.resize(trie.node_count());
    forms_at[node].push_back(index);
  }
  forms.push_back(std::move(form));
}

Result<void> Lexicon::Automaton::add_term(ScopeIndex scope, TermIndex index) {
  const Term& term = scopes[scope].terms[index];
  if (!term.acronym.empty()) {
    add_form({scope, index, MatchKind::kAcronym, Case::kSensitive, term.acronym});
  }
  if (!term.regex.empty()) return add_pattern(scope, index);
  add_form({scope, index, MatchKind::kExact, Case::kAny, term.name});
  for (const std::string& alias : term.aliases) {
    add_form({scope, index, MatchKind::kAlias, Case::kAny, alias});
  }
  return {};
}

Result<void> Lexicon::Automaton::add_pattern(ScopeIndex scope, TermIndex index) {
  const Term& term = scopes[scope].terms[index];
  const auto [known, is_new] = pattern_of.emplace(term.regex, expressions.size());
  if (is_new) {
    const std::string place = term.config.empty() ? term.name : term.config.str();
    expressions.push_back(
        TRY_IN(place, text::Regex::compile(term.regex, text::CaseSensitive::kNo)));
    terms_of.emplace_back();
  }
  terms_of[known->second].emplace_back(scope, index);
  return {};
}

Result<void> Lexicon::Automaton::add_scope(ScopeIndex scope) {
  for (TermIndex term = 0; term < scopes[scope].terms.size(); ++term) TRY(add_term(scope, term));
  return {};
}

Result<Lexicon> Lexicon::compile(std::vector<Scope> scopes) {
  auto automaton = std::make_shared<Automaton>();
  automaton->scopes = std::move(scopes);
  for (ScopeIndex scope = 0; scope < automaton->scopes.size(); ++scope) {
    TRY(automaton->add_scope(scope));
  }
  automaton->forms_at.resize(automaton->trie.node_count());
  automaton->patterns = text::RegexSet(std::move(automaton->expressions));
  Lexicon lexicon;
  lexicon.automaton_ = std::move(automaton);
  return lexicon;
}

namespace {

// -- finding -----------------------------------------------------------------------

// The order in which a scope chooses: leftmost, then longest, then best kind.
bool goes_first(const Mention& a, const Mention& b) {
  if (a.scope != b.scope) return a.scope < b.scope;
  if (a.begin != b.begin) return a.begin < b.begin;
  return std::tuple(b.end, a.kind, a.term) < std::tuple(a.end, b.kind, b.term);
}

bool comes_first(const Mention& a, const Mention& b) {
  if (a.begin != b.begin) return a.begin < b.begin;
  return std::tuple(a.scope, a.term) < std::tuple(b.scope, b.term);
}

std::vector<Mention> longest_of_each_scope(std::vector<Mention> candidates) {
  std::sort(candidates.begin(), candidates.end(), goes_first);
  std::vector<Mention> kept;
  for (const Mention& mention : candidates) {
    const bool hidden =
        !kept.empty() && kept.back().scope == mention.scope && mention.begin < kept.back().end;
    if (!hidden) kept.push_back(mention);
  }
  std::sort(kept.begin(), kept.end(), comes_first);
  return kept;
}

class Finder {
 public:
  Finder(std::string_view text, const text::Folded& folded, const WordTrie& trie,
         const std::vector<Form>& forms, const std::vector<std::vector<uint32_t>>& forms_at)
      : text_(text), folded_(folded), trie_(trie), forms_(forms), forms_at_(forms_at) {}

  // `next` gives the words of the text one by one.
  template <class Next>
  std::vector<Mention> run(Next next) {
    if (forms_.empty()) return {};
    for (Word word; next(word);) {
      if (!paths_.empty()) advance(word);
      const WordTrie::Node node = trie_.find(WordTrie::kRoot, word.hash);
      if (node != WordTrie::kNone) reach(node, word.begin, word);
    }
    return std::move(candidates_);
  }

 private:
  struct PathUnderWay {
    WordTrie::Node node = WordTrie::kRoot;
    uint32_t begin = 0;  // in the folded text
  };

  void advance(const Word& word) {
    before_.swap(paths_);
    paths_.clear();
    for (const PathUnderWay& path : before_) {
      const WordTrie::Node node = trie_.find(path.node, word.hash);
      if (node != WordTrie::kNone) reach(node, path.begin, word);
    }
  }

  void reach(WordTrie::Node node, uint32_t begin, const Word& word) {
    paths_.push_back({node, begin});
    if (forms_at_[node].empty()) return;
    const uint32_t original_begin = folded_.origin[begin];
    const auto original_end = static_cast<uint32_t>(text::original_end(text_, folded_, word.end));
    const std::string_view found = text_.substr(original_begin, original_end - original_begin);
    for (const uint32_t index : forms_at_[node]) {
      const Form& form = forms_[index];
      if (form.letter_case == Case::kSensitive && !has_case_of(found, form.text)) continue;
      candidates_.push_back(
          {form.scope, form.term, original_begin, original_end, kind_of(form, found)});
    }
  }

  // A name may end in a mark behind the span: "Acme Inc." is found as "Acme Inc".
  MatchKind kind_of(const Form& form, std::string_view found) const {
    if (form.kind != MatchKind::kExact) return form.kind;
    const auto begin = static_cast<size_t>(found.data() - text_.data());
    const bool exact =
        form.text.size() >= found.size() && text_.substr(begin).starts_with(form.text);
    return exact ? MatchKind::kExact : MatchKind::kFolded;
  }

  std::string_view text_;
  const text::Folded& folded_;
  const WordTrie& trie_;
  const std::vector<Form>& forms_;
  const std::vector<std::vector<uint32_t>>& forms_at_;
  std::vector<PathUnderWay> paths_;
  std::vector<PathUnderWay> before_;
  std::vector<Mention> candidates_;
};

}  // namespace

void Lexicon::Automaton::add_patterns(std::string_view text, const text::Lowered& lower,
                                      std::vector<Mention>& candidates) const {
  patterns.search(text, lower, [&](size_t pattern, const text::RegexMatch& match) {
    const auto begin = static_cast<uint32_t>(match.group.data() - text.data());
    const auto end = static_cast<uint32_t>(begin + match.group.size());
    if (!match.group.empty())
      for (const auto& [scope, term] : terms_of[pattern])
        candidates.push_back({scope, term, begin, end, MatchKind::kPattern});
    return match.end;
  });
}

Reading read(std::string_view text) {
  Reading reading;
  reading.folded = text::fold(text);
  reading.words.reserve(text.size() / 6);
  WordScanner scanner(reading.folded.text, text, reading.folded.origin.data());
  for (Word word; scanner.next(word);) reading.words.push_back(word);
  reading.lower = text::Lowered(text);
  return reading;
}

std::vector<Mention> Lexicon::find(std::string_view text) const {
  if (!automaton_) return {};
  const text::Folded folded = text::fold(text);
  WordScanner scanner(folded.text, text, folded.origin.data());
  Finder finder(text, folded, automaton_->trie, automaton_->forms, automaton_->forms_at);
  std::vector<Mention> candidates = finder.run([&](Word& word) { return scanner.next(word); });
  if (!automaton_->patterns.empty())
    automaton_->add_patterns(text, text::Lowered(text), candidates);
  return longest_of_each_scope(std::move(candidates));
}

std::vector<Mention> Lexicon::find(std::string_view text, const Reading& reading) const {
  if (!automaton_) return {};
  Finder finder(text, reading.folded, automaton_->trie, automaton_->forms, automaton_->forms_at);
  size_t read = 0;
  std::vector<Mention> candidates = finder.run([&](Word& word) {
    if (read == reading.words.size()) return false;
    word = reading.words[read++];
    return true;
  });
  automaton_->add_patterns(text, reading.lower, candidates);
  return longest_of_each_scope(std::move(candidates));
}

const std::vector<Scope>& Lexicon::scopes() const {
  static const std::vector<Scope> kNone;
  return automaton_ ? automaton_->scopes : kNone;
}

ScopeIndex Lexicon::index_of(std::string_view scope_id) const {
  const auto found = std::find_if(scopes().begin(), scopes().end(),
                                  [&](const Scope& scope) { return scope.id == scope_id; });
  return found == scopes().end() ? kNoScope : static_cast<ScopeIndex>(found - scopes().begin());
}

}  // namespace vectora::lexicon
