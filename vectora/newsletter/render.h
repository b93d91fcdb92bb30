// Rendering: an Issue as documents. All that came from outside is escaped; links
// are http or https only.
#pragma once

#include <map>
#include <string>

#include "vectora/newsletter/issue.h"

namespace vectora::newsletter {

std::string render_markdown(const Issue& issue);  // CommonMark
// One column, inline styles, readable with images off and in dark mode.
std::string render_html(const Issue& issue);
std::string render_text(const Issue& issue);  // 72 columns
std::string render_json(const Issue& issue);  // newsletter.json

// manifest.json over the named files (name -> bytes).
std::string render_manifest(const Issue& issue, const std::map<std::string, std::string>& files);

}  // namespace vectora::newsletter
