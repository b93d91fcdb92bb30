#include "vectora/page/list/date_order.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "vectora/page/list/entry_date.h"
#include "vectora/text/html_text.h"

namespace vectora::page {
namespace {

constexpr size_t kLongestDateText = 60;

// Short texts with digits: enough to see whether 03/02 is written day first.
std::vector<std::string> date_like_texts(const ListPage& page) {
  std::vector<std::string> out;
  for (NodeId n = 1; n < page.dom.size(); ++n) {
    const std::string_view text = page.dom.text(n);
    if (text.size() < 6 || text.size() > kLongestDateText || page.zones[n] == Zone::kOut) continue;
    if (text.find_first_of("/.-") == std::string_view::npos) continue;
    if (text.find_first_of("0123456789") == std::string_view::npos) continue;
    out.push_back(text::collapse_space(text));
  }
  return out;
}

text::FieldOrder order_of_format(std::string_view format) {
  const size_t day = std::min(format.find("%d"), format.find("%e"));
  const size_t month = format.find("%m");
  if (day == std::string_view::npos || month == std::string_view::npos)
    return text::FieldOrder::kUnknown;
  return day < month ? text::FieldOrder::kDayFirst : text::FieldOrder::kMonthFirst;
}

}  // namespace

std::string language_of_page(const Dom& dom) {
  for (NodeId n = 1; n < dom.size() && dom.tag(n) != Tag::kBody; ++n) {
    if (dom.tag(n) == Tag::kHtml) return std::string(dom.attribute(n, "lang"));
  }
  return {};
}

void learn_date_order(ListPage& page) {
  const std::vector<std::string> texts = date_like_texts(page);
  const std::string language = language_of_page(page.dom);
  page.years_first = are_years_first(texts, language);
  page.hints.order = order_of_format(page.options.date_format);
  if (page.hints.order == text::FieldOrder::kUnknown)
    page.hints.order = order_of_dates(texts, language);
}

}  // namespace vectora::page
