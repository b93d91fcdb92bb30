// The namespaces that feeds use, known by their URI whatever the prefix.
//
//   NamespaceScope scope;
//   scope.declare("c", "http://purl.org/rss/1.0/modules/content/");
//   scope.resolve("c:encoded")       {Namespace::kContent, "encoded"}
//
// Feeds get this wrong in known ways, which are read as they were meant: case,
// "https" and a final "/" or "#" of a URI do not count; an undeclared prefix has
// its customary meaning; a default namespace that nobody knows is none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vectora::feed::xml {

enum class Namespace : uint8_t {
  kNone,     // without a namespace, and those of RSS 0.9x and 1.0
  kAtom,     // Atom 1.0, 0.3
  kRdf,      // http://www.w3.org/1999/02/22-rdf-syntax-ns#
  kContent,  // http://purl.org/rss/1.0/modules/content/
  kDc,       // http://purl.org/dc/elements/1.1/
  kDcTerms,  // http://purl.org/dc/terms/
  kItunes,   // http://www.itunes.com/dtds/podcast-1.0.dtd
  kMedia,    // http://search.yahoo.com/mrss/
  kXhtml,    // http://www.w3.org/1999/xhtml
  kXml,      // the prefix "xml"
  kOther,
};

struct Name {
  Namespace space = Namespace::kNone;
  std::string_view local;
};

class NamespaceScope {
 public:
  // An empty prefix is the default namespace.
  void declare(std::string_view prefix, std::string_view uri);

  Name resolve(std::string_view qualified_name) const;
  // An attribute without prefix is in no namespace.
  Name resolve_attribute(std::string_view qualified_name) const;

  // Declarations end with the element that made them.
  size_t mark() const { return bindings_.size(); }
  void release(size_t mark);

 private:
  struct Binding {
    std::string_view prefix;
    Namespace space;
  };

  std::vector<Binding> bindings_;
  size_t defaults_ = 0;  // of the bindings, those of the default namespace

  Namespace of_prefix(std::string_view prefix) const;
};

}  // namespace vectora::feed::xml
