// The constructs of RFC 4287, section 3, with the spellings of Atom 0.3 and what
// RSS makes of them: text in one of several types, and persons.
#pragma once

#include <string>
#include <string_view>

#include "vectora/feed/xml_fields.h"

namespace vectora::feed {

// Whether the element says that it holds XML of any kind, type="xhtml" or
// mode="xml", and not text: no tag in there is a tag of the feed.
bool holds_xml(std::string_view attributes);

// Plain text of one line, whatever the type.
std::string construct_title(const Element& element);

// Text or HTML: XHTML as written, base64 decoded.
std::string construct_body(const Element& element);

// <author><name>, or the text of <author> with the address left out.
std::string person_name(const Element& element);

}  // namespace vectora::feed
