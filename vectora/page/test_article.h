// Three invented paragraphs for tests of articles.
#pragma once

#include <string>

namespace vectora::page {

inline const std::string kOne =
    "Orla Kilns has opened its second works on the river at Tamber, where two hundred people will "
    "build kilns for potteries and for makers of technical ceramics.";
inline const std::string kTwo =
    "The works cost 31 million euros and took two years to build; a third of the money came from "
    "the region, which lost its last brickyard ten years ago.";
inline const std::string kThree =
    "The first kilns are to leave the works in June. Orla expects sales of 90 million euros this "
    "year, after 74 million in the year before.";

inline std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

}  // namespace vectora::page
