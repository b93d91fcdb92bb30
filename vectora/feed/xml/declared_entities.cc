#include "vectora/feed/xml/declared_entities.h"

#include <algorithm>
#include <utility>

#include "vectora/text/entities.h"

namespace vectora::feed::xml {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr size_t kNone = std::string_view::npos;
constexpr size_t kLongestName = 64;

// The word at the start of `rest`, which is moved past it and past what white
// space follows.
std::string_view take_word(std::string_view& rest) {
  const size_t begin = std::min(rest.find_first_not_of(kSpace), rest.size());
  rest.remove_prefix(begin);
  const size_t end = std::min(rest.find_first_of(" \t\r\n>\"'"), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end);
  rest.remove_prefix(std::min(rest.find_first_not_of(kSpace), rest.size()));
  return word;
}

}  // namespace

void DeclaredEntities::read(std::string_view declaration) {
  constexpr std::string_view kStart = "<!ENTITY";
  for (size_t at = declaration.find(kStart); at != kNone; at = declaration.find(kStart)) {
    declaration.remove_prefix(at + kStart.size());
    const std::string_view name = take_word(declaration);
    if (declaration.empty()) return;
    const char quote = declaration.front();
    if (quote != '"' && quote != '\'') continue;  // external, or a parameter entity
    const size_t end = declaration.find(quote, 1);
    if (end == kNone) return;
    declare(name, declaration.substr(1, end - 1));
    declaration.remove_prefix(end + 1);
  }
}

void DeclaredEntities::declare(std::string_view name, std::string_view literal) {
  if (name.empty() || name.size() > kLongestName || entities_.size() >= kMaxCount) return;
  if (literal.size() > kMaxValueBytes || find(name) != nullptr) return;
  std::string value;
  append_decoded(value, literal);
  if (value.size() <= kMaxValueBytes) entities_.push_back({name, std::move(value)});
}

const DeclaredEntities::Entity* DeclaredEntities::find(std::string_view name) const {
  const auto found = std::find_if(entities_.begin(), entities_.end(),
                                  [&](const Entity& entity) { return entity.name == name; });
  return found == entities_.end() ? nullptr : &*found;
}

void DeclaredEntities::append_decoded(std::string& out, std::string_view text) {
  size_t done = 0;
  for (size_t at = entities_.empty() ? kNone : text.find('&'); at != kNone;
       at = text.find('&', at + 1)) {
    const std::string_view rest = text.substr(at + 1, kLongestName + 1);
    const Entity* entity = find(rest.substr(0, rest.find(';')));
    if (entity == nullptr || rest.size() == entity->name.size()) continue;
    if (expanded_bytes_ + entity->value.size() > kMaxExpandedBytes) break;
    expanded_bytes_ += entity->value.size();
    text::append_decoded(out, text.substr(done, at - done), text::Semicolon::kRequired);
    out += entity->value;
    done = at + entity->name.size() + 2;
  }
  text::append_decoded(out, text.substr(done), text::Semicolon::kRequired);
}

}  // namespace vectora::feed::xml
