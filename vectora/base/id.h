// Strong identifiers: a SourceKey is never passed where a ClientId is meant.
//
//   using SourceKey = Id<struct SourceKeyTag>;
//   SourceKey key("press_corporate__nanexa");
//
// An Id is a value: it compares, orders and hashes as its text.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace vectora {

template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  const std::string& str() const { return text_; }
  bool empty() const { return text_.empty(); }

  auto operator<=>(const Id&) const = default;

 private:
  std::string text_;
};

using SourceKey = Id<struct SourceKeyTag>;  // one feed or newsroom of the catalog
using ClientId = Id<struct ClientIdTag>;    // [a-z][a-z0-9_]{1,62}
using ItemId = Id<struct ItemIdTag>;        // one story at one address, for ever
using RunId = Id<struct RunIdTag>;          // 16 hexadecimal digits
using DomainId = Id<struct DomainIdTag>;    // a watch domain of a client

}  // namespace vectora

template <class Tag>
struct std::hash<vectora::Id<Tag>> {
  size_t operator()(const vectora::Id<Tag>& id) const {
    return std::hash<std::string>()(id.str());
  }
};
