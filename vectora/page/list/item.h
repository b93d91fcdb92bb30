// One entry out of the part of a page that holds it: title, address, day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "vectora/page/list/entry_date.h"
#include "vectora/page/list/fragments.h"

namespace vectora::page {

struct ListItem {
  NodeRange range;
  std::string title;
  NodeId title_node = kNoNode;  // its first text; kNoNode: out of an attribute
  TargetId target = kNoTarget;
  std::optional<DateReading> date;
  std::optional<text::ParsedDate> leading;  // as CleanTitle
  size_t leading_end = 0;
  std::string description;
  bool strong_title = false;     // a heading, or a title by class
  bool date_of_heading = false;  // the day stands over several entries
  bool in_text = false;          // the title is a link in running text
  uint64_t title_shape = 0;      // tags and roles from the entry down to its title
  size_t words = 0;              // of the title
  size_t rivals = 0;             // further links whose texts could be titles
};

struct ItemHints {
  std::optional<int> year;      // of the heading above
  NodeId title = kNoNode;       // where a selector found the title
  TargetId target = kNoTarget;  // where a selector found the address
};

// Nothing if there is no text that could be a title, or no address.
std::optional<ListItem> read_item(const ListPage& page, NodeRange range,
                                  const ItemHints& hints = {});

}  // namespace vectora::page
