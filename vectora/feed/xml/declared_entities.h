// The entities that a document declares for itself, <!ENTITY co "ACME">, as far
// as feeds use them: short literal texts.
//
// A value may name entities declared before it, never itself or a later one; an
// external entity, a parameter entity and a value longer than a line are not
// known at all, and their references stay as written. What all expansions add to
// one document is bounded. So no document grows by more than a fixed amount, and
// nothing is ever fetched.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vectora::feed::xml {

class DeclaredEntities {
 public:
  static constexpr size_t kMaxCount = 256;
  static constexpr size_t kMaxValueBytes = 1024;
  static constexpr size_t kMaxExpandedBytes = 1 << 18;

  // The document type declaration, "<!DOCTYPE rss [...]>".
  void read(std::string_view declaration);

  // Appends `text` with its references decoded: those declared here, those of
  // XML and those of HTML.
  void append_decoded(std::string& out, std::string_view text);

 private:
  struct Entity {
    std::string_view name;
    std::string value;
  };

  std::vector<Entity> entities_;
  size_t expanded_bytes_ = 0;

  void declare(std::string_view name, std::string_view literal);
  const Entity* find(std::string_view name) const;
};

}  // namespace vectora::feed::xml
