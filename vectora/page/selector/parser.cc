// A recursive-descent parser; it recurses only into the arguments of :is, :not
// and :has, whose nesting is bounded.
#include "vectora/page/selector/parser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "vectora/page/selector/scanner.h"

namespace vectora::page {
namespace {

enum class Relative { kNo, kYes };

struct NamedKind {
  std::string_view name;
  SimpleKind kind;
};

constexpr std::array kPlainPseudoClasses = {
    NamedKind{"root", SimpleKind::kRoot},
    NamedKind{"empty", SimpleKind::kEmpty},
    NamedKind{"scope", SimpleKind::kAnchor},
    NamedKind{"only-child", SimpleKind::kOnlyChild},
    NamedKind{"only-of-type", SimpleKind::kOnlyOfType},
    NamedKind{"first-child", SimpleKind::kNthChild},
    NamedKind{"last-child", SimpleKind::kNthLastChild},
    NamedKind{"first-of-type", SimpleKind::kNthOfType},
    NamedKind{"last-of-type", SimpleKind::kNthLastOfType},
    NamedKind{"link", SimpleKind::kLink},
    NamedKind{"any-link", SimpleKind::kLink},
    NamedKind{"checked", SimpleKind::kChecked},
    NamedKind{"enabled", SimpleKind::kEnabled},
    NamedKind{"disabled", SimpleKind::kDisabled},
    NamedKind{"visited", SimpleKind::kNever},
    NamedKind{"hover", SimpleKind::kNever},
    NamedKind{"active", SimpleKind::kNever},
    NamedKind{"focus", SimpleKind::kNever},
    NamedKind{"target", SimpleKind::kNever},
};

constexpr std::array kFunctions = {
    NamedKind{"nth-child", SimpleKind::kNthChild},
    NamedKind{"nth-last-child", SimpleKind::kNthLastChild},
    NamedKind{"nth-of-type", SimpleKind::kNthOfType},
    NamedKind{"nth-last-of-type", SimpleKind::kNthLastOfType},
    NamedKind{"is", SimpleKind::kIs},
    NamedKind{"where", SimpleKind::kIs},
    NamedKind{"matches", SimpleKind::kIs},
    NamedKind{"any", SimpleKind::kIs},
    NamedKind{"not", SimpleKind::kNot},
    NamedKind{"has", SimpleKind::kHas},
    NamedKind{"contains", SimpleKind::kContains},
    NamedKind{"-soup-contains", SimpleKind::kContains},
    NamedKind{"-soup-contains-own", SimpleKind::kContainsOwn},
    NamedKind{"lang", SimpleKind::kLang},
};

template <class Table>
std::optional<SimpleKind> find_kind(const Table& table, std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; });
  if (found == table.end()) return std::nullopt;
  return found->kind;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return text;
}

class Parser {
 public:
  explicit Parser(std::string_view css) : scanner_(css) {}

  Result<SelectorAlternatives> whole() {
    SelectorAlternatives alternatives = TRY(list(Relative::kNo));
    if (!scanner_.at_end()) return scanner_.expected("a selector, a combinator or the end");
    return alternatives;
  }

 private:
  Result<SelectorAlternatives> list(Relative relative) {
    SelectorAlternatives alternatives;
    do {
      scanner_.skip_space();
      alternatives.push_back(TRY(complex(relative)));
    } while (scanner_.take(','));
    return alternatives;
  }

  Result<ComplexSelector> complex(Relative relative) {
    ComplexSelector out;
    if (relative == Relative::kYes) {
      out.compounds.push_back({SimpleSelector{.kind = SimpleKind::kAnchor}});
      out.joins.push_back(symbol().value_or(Combinator::kDescendant));
      scanner_.skip_space();
    }
    out.compounds.push_back(TRY(compound()));
    while (const std::optional<Combinator> join = combinator()) {
      out.joins.push_back(*join);
      out.compounds.push_back(TRY(compound()));
    }
    return out;
  }

  std::optional<Combinator> symbol() {
    if (scanner_.take('>')) return Combinator::kChild;
    if (scanner_.take('+')) return Combinator::kNextSibling;
    if (scanner_.take('~')) return Combinator::kLaterSibling;
    return std::nullopt;
  }

  // The join to a further compound; nothing where the chain ends.
  std::optional<Combinator> combinator() {
    const bool spaced = scanner_.skip_space();
    if (const std::optional<Combinator> join = symbol()) {
      scanner_.skip_space();
      return join;
    }
    const char next = scanner_.peek();
    const bool ends = scanner_.at_end() || next == ',' || next == ')';
    return spaced && !ends ? std::optional(Combinator::kDescendant) : std::nullopt;
  }

  Result<CompoundSelector> compound() {
    CompoundSelector out;
    const bool any = scanner_.take('*');
    if (!any) {
      if (std::optional<std::string> type = scanner_.identifier())
        out.push_back({.kind = SimpleKind::kType, .name = lower(std::move(*type))});
    }
    if (scanner_.peek() == '|') return scanner_.expected("a name without a namespace");
    while (starts_simple()) out.push_back(TRY(simple()));
    if (out.empty() && !any)
      return scanner_.expected("a tag name, \"*\", \".\", \"#\", \"[\" or \":\"");
    return out;
  }

  bool starts_simple() const {
    const char next = scanner_.peek();
    return next == '.' || next == '#' || next == '[' || next == ':';
  }

  Result<SimpleSelector> simple() {
    if (scanner_.take('.')) return named(SimpleKind::kClass, "a class name after \".\"");
    if (scanner_.take('#')) return named(SimpleKind::kId, "an id after \"#\"");
    if (scanner_.take('[')) return attribute();
    scanner_.take(':');
    return pseudo();
  }

  Result<SimpleSelector> named(SimpleKind kind, std::string_view what) {
    std::optional<std::string> name = scanner_.identifier();
    if (!name) return scanner_.expected(what);
    return SimpleSelector{.kind = kind, .name = std::move(*name)};
  }

  Result<SimpleSelector> attribute() {
    scanner_.skip_space();
    std::optional<std::string> name = scanner_.identifier();
    if (!name) return scanner_.expected("an attribute name");
    SimpleSelector out{.kind = SimpleKind::kAttribute, .name = lower(std::move(*name))};
    scanner_.skip_space();
    if (scanner_.take(']')) return out;
    out.test = TRY(attribute_test());
    scanner_.skip_space();
    std::optional<std::string> value = scanner_.string();
    if (!value) value = scanner_.name();
    if (!value) return scanner_.expected("a quoted value or a name");
    out.texts.push_back(std::move(*value));
    scanner_.skip_space();
    if (scanner_.take('i') || scanner_.take('I'))
      out.letter_case = LetterCase::kIgnored;
    else if (!scanner_.take('s'))
      scanner_.take('S');
    scanner_.skip_space();
    if (!scanner_.take(']')) return scanner_.expected("\"]\"");
    return out;
  }

  Result<AttributeTest> attribute_test() {
    struct Row {
      char mark;
      AttributeTest test;
    };
    constexpr std::array kMarks = {
        Row{'~', AttributeTest::kWord},   Row{'|', AttributeTest::kDashPrefix},
        Row{'^', AttributeTest::kPrefix}, Row{'$', AttributeTest::kSuffix},
        Row{'*', AttributeTest::kPart},
    };
    AttributeTest test = AttributeTest::kEquals;
    for (const Row& row : kMarks) {
      if (scanner_.take(row.mark)) {
        test = row.test;
        break;
      }
    }
    if (!scanner_.take('='))
      return scanner_.expected("\"=\", \"~=\", \"|=\", \"^=\", \"$=\", \"*=\" or \"]\"");
    return test;
  }

  Result<SimpleSelector> pseudo() {
    if (scanner_.peek() == ':')
      return scanner_.expected("a pseudo-class; pseudo-elements hold no content");
    std::optional<std::string> name = scanner_.identifier();
    if (!name) return scanner_.expected("the name of a pseudo-class");
    const std::string known = lower(std::move(*name));
    if (scanner_.take('(')) return function(known);
    const std::optional<SimpleKind> kind = find_kind(kPlainPseudoClasses, known);
    if (!kind) return scanner_.expected("a known pseudo-class before here, not \":" + known + "\"");
    return SimpleSelector{.kind = *kind, .offset = 1};
  }

  Result<SimpleSelector> function(const std::string& name) {
    const std::optional<SimpleKind> kind = find_kind(kFunctions, name);
    if (!kind) return scanner_.expected("a known pseudo-class before here, not \":" + name + "(\"");
    SimpleSelector out{.kind = *kind};
    TRY(argument(out));
    scanner_.skip_space();
    if (!scanner_.take(')')) return scanner_.expected("\")\"");
    return out;
  }

  Result<void> argument(SimpleSelector& out) {
    switch (out.kind) {
      case SimpleKind::kIs:
      case SimpleKind::kNot:
      case SimpleKind::kHas: return nested(out);
      case SimpleKind::kContains:
      case SimpleKind::kContainsOwn:
      case SimpleKind::kLang: return texts(out);
      default: return nth(out);
    }
  }

  Result<void> nested(SimpleSelector& out) {
    if (++nesting_ > kMaxSelectorNesting) return scanner_.expected("less nesting");
    const Relative relative = out.kind == SimpleKind::kHas ? Relative::kYes : Relative::kNo;
    out.inner = std::make_shared<const SelectorAlternatives>(TRY(list(relative)));
    --nesting_;
    return {};
  }

  // Quoted texts separated by commas, or one bare text.
  Result<void> texts(SimpleSelector& out) {
    do {
      scanner_.skip_space();
      std::optional<std::string> text = scanner_.string();
      if (!text) text = scanner_.raw_argument();
      if (text->empty()) return scanner_.expected("a text");
      out.texts.push_back(std::move(*text));
      scanner_.skip_space();
    } while (scanner_.take(','));
    return {};
  }

  Result<void> nth(SimpleSelector& out) {
    scanner_.skip_space();
    const SelectorScanner before = scanner_;
    const std::optional<NthPattern> pattern = parse_nth(scanner_.raw_argument());
    if (!pattern)
      return before.expected("\"odd\", \"even\", a number or a pattern such as \"2n+1\"");
    out.step = pattern->step;
    out.offset = pattern->offset;
    return {};
  }

  SelectorScanner scanner_;
  int nesting_ = 0;
};

}  // namespace

Result<SelectorAlternatives> parse_selector(std::string_view css) {
  if (css.size() > kMaxSelectorBytes)
    return Error{ErrorCode::kMalformed, "column 1: expected a shorter selector"};
  return Parser(css).whole();
}

}  // namespace vectora::page
