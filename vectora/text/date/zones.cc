#include "vectora/text/date/zones.h"

#include <algorithm>
#include <iterator>

namespace vectora::text {
namespace {

constexpr int32_t kHour = 3600;
constexpr int32_t kHalf = 1800;

struct Entry {
  std::string_view name;
  Zone zone;
};

// The same abbreviation may name several zones; RFC 822 decides, then the
// larger number of people. In order of names.
constexpr Entry kAbbreviations[] = {
    {"ACDT", {10 * kHour + kHalf}},
    {"ACST", {9 * kHour + kHalf}},
    {"ADT", {-3 * kHour}},
    {"AEDT", {11 * kHour}},
    {"AEST", {10 * kHour}},
    {"AET", {10 * kHour, SummerTime::kAustralian}},
    {"AKDT", {-8 * kHour}},
    {"AKST", {-9 * kHour}},
    {"ART", {-3 * kHour}},
    {"AST", {-4 * kHour}},
    {"AT", {-4 * kHour, SummerTime::kAmerican}},
    {"AWST", {8 * kHour}},
    {"BRT", {-3 * kHour}},
    {"BST", {1 * kHour}},
    {"CDT", {-5 * kHour}},
    {"CEST", {2 * kHour}},
    {"CET", {1 * kHour}},
    {"CLT", {-4 * kHour}},
    {"CST", {-6 * kHour}},
    {"CT", {-6 * kHour, SummerTime::kAmerican}},
    {"EAT", {3 * kHour}},
    {"EDT", {-4 * kHour}},
    {"EEST", {3 * kHour}},
    {"EET", {2 * kHour}},
    {"EST", {-5 * kHour}},
    {"ET", {-5 * kHour, SummerTime::kAmerican}},
    {"Etc/GMT", {0}},
    {"Etc/UTC", {0}},
    {"GMT", {0}},
    {"GST", {4 * kHour}},
    {"HKT", {8 * kHour}},
    {"HST", {-10 * kHour}},
    {"ICT", {7 * kHour}},
    {"IDT", {3 * kHour}},
    {"IST", {5 * kHour + kHalf}},
    {"JST", {9 * kHour}},
    {"KST", {9 * kHour}},
    {"MDT", {-6 * kHour}},
    {"MESZ", {2 * kHour}},
    {"MEST", {2 * kHour}},
    {"MET", {1 * kHour}},
    {"MEZ", {1 * kHour}},
    {"MSK", {3 * kHour}},
    {"MST", {-7 * kHour}},
    {"MT", {-7 * kHour, SummerTime::kAmerican}},
    {"NDT", {-2 * kHour - kHalf}},
    {"NST", {-3 * kHour - kHalf}},
    {"NZDT", {13 * kHour}},
    {"NZST", {12 * kHour}},
    {"PDT", {-7 * kHour}},
    {"PHT", {8 * kHour}},
    {"PKT", {5 * kHour}},
    {"PST", {-8 * kHour}},
    {"PT", {-8 * kHour, SummerTime::kAmerican}},
    {"SAST", {2 * kHour}},
    {"SGT", {8 * kHour}},
    {"TRT", {3 * kHour}},
    {"UT", {0}},
    {"UTC", {0}},
    {"WAT", {1 * kHour}},
    {"WEST", {1 * kHour}},
    {"WET", {0}},
    {"WIB", {7 * kHour}},
    {"Z", {0}},
    {"gmt", {0}},
    {"utc", {0}},
    {"z", {0}},
};

constexpr Entry kCities[] = {
    {"Africa/Cairo", {2 * kHour}},
    {"Africa/Johannesburg", {2 * kHour}},
    {"Africa/Lagos", {1 * kHour}},
    {"Africa/Nairobi", {3 * kHour}},
    {"America/Argentina/Buenos_Aires", {-3 * kHour}},
    {"America/Bogota", {-5 * kHour}},
    {"America/Chicago", {-6 * kHour, SummerTime::kAmerican}},
    {"America/Denver", {-7 * kHour, SummerTime::kAmerican}},
    {"America/Halifax", {-4 * kHour, SummerTime::kAmerican}},
    {"America/Los_Angeles", {-8 * kHour, SummerTime::kAmerican}},
    {"America/Mexico_City", {-6 * kHour}},
    {"America/New_York", {-5 * kHour, SummerTime::kAmerican}},
    {"America/Phoenix", {-7 * kHour}},
    {"America/Sao_Paulo", {-3 * kHour}},
    {"America/Toronto", {-5 * kHour, SummerTime::kAmerican}},
    {"America/Vancouver", {-8 * kHour, SummerTime::kAmerican}},
    {"Asia/Bangkok", {7 * kHour}},
    {"Asia/Calcutta", {5 * kHour + kHalf}},
    {"Asia/Dubai", {4 * kHour}},
    {"Asia/Hong_Kong", {8 * kHour}},
    {"Asia/Jakarta", {7 * kHour}},
    {"Asia/Kolkata", {5 * kHour + kHalf}},
    {"Asia/Manila", {8 * kHour}},
    {"Asia/Seoul", {9 * kHour}},
    {"Asia/Shanghai", {8 * kHour}},
    {"Asia/Singapore", {8 * kHour}},
    {"Asia/Taipei", {8 * kHour}},
    {"Asia/Tokyo", {9 * kHour}},
    {"Australia/Brisbane", {10 * kHour}},
    {"Australia/Melbourne", {10 * kHour, SummerTime::kAustralian}},
    {"Australia/Perth", {8 * kHour}},
    {"Australia/Sydney", {10 * kHour, SummerTime::kAustralian}},
    {"Europe/Amsterdam", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Athens", {2 * kHour, SummerTime::kEuropean}},
    {"Europe/Berlin", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Brussels", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Copenhagen", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Dublin", {0, SummerTime::kEuropean}},
    {"Europe/Helsinki", {2 * kHour, SummerTime::kEuropean}},
    {"Europe/Istanbul", {3 * kHour}},
    {"Europe/Lisbon", {0, SummerTime::kEuropean}},
    {"Europe/London", {0, SummerTime::kEuropean}},
    {"Europe/Madrid", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Moscow", {3 * kHour}},
    {"Europe/Oslo", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Paris", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Prague", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Rome", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Stockholm", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Vienna", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Warsaw", {1 * kHour, SummerTime::kEuropean}},
    {"Europe/Zurich", {1 * kHour, SummerTime::kEuropean}},
    {"Pacific/Auckland", {12 * kHour, SummerTime::kAustralian}},
    {"US/Central", {-6 * kHour, SummerTime::kAmerican}},
    {"US/Eastern", {-5 * kHour, SummerTime::kAmerican}},
    {"US/Mountain", {-7 * kHour, SummerTime::kAmerican}},
    {"US/Pacific", {-8 * kHour, SummerTime::kAmerican}},
};

// The `ordinal`-th Sunday of a month; 0 means the last one.
Date sunday(int year, int month, int ordinal) {
  const Date first = *Date::from_civil(year, month, 1);
  const int from_sunday = (first.days_since_1970() % 7 + 7 + 4) % 7;  // 1970-01-01: a Thursday
  const Date first_sunday = first + (7 - from_sunday) % 7;
  if (ordinal > 0) return first_sunday + 7 * (ordinal - 1);
  const Date fifth = first_sunday + 28;
  return fifth.month() == month ? fifth : first_sunday + 21;
}

bool is_summer(const Zone& zone, Date day, int64_t seconds) {
  const int year = day.year();
  const Instant wall = Instant::start_of(day) + seconds;  // as if it were UTC
  constexpr int64_t kOne = kHour;
  constexpr int64_t kTwo = 2 * kOne;
  switch (zone.summer) {
    case SummerTime::kNone: return false;
    case SummerTime::kAmerican:
      return wall >= Instant::start_of(sunday(year, 3, 2)) + kTwo &&
             wall < Instant::start_of(sunday(year, 11, 1)) + kTwo;
    case SummerTime::kEuropean:
      return wall >= Instant::start_of(sunday(year, 3, 0)) + kOne + zone.offset &&
             wall < Instant::start_of(sunday(year, 10, 0)) + kTwo + zone.offset;
    case SummerTime::kAustralian:
      return wall < Instant::start_of(sunday(year, 4, 1)) + kTwo + kOne ||
             wall >= Instant::start_of(sunday(year, 10, 1)) + kTwo;
  }
  return false;
}

bool is_name_byte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' ||
         c == '_';
}

size_t name_length(std::string_view text) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), is_name_byte);
  return static_cast<size_t>(end - text.begin());
}

template <size_t kSize>
const Entry* find_in(const Entry (&table)[kSize], std::string_view name) {
  const auto* const found = std::find_if(std::begin(table), std::end(table),
                                         [&](const Entry& entry) { return entry.name == name; });
  return found == std::end(table) ? nullptr : found;
}

// A zone glued to the next sentence ("11:33ZAugust") is cut where the capitals
// meet a capitalised word.
size_t without_glued_word(std::string_view name) {
  size_t capitals = 0;
  while (capitals < name.size() && name[capitals] >= 'A' && name[capitals] <= 'Z') ++capitals;
  return capitals > 0 && capitals < name.size() ? capitals - 1 : 0;
}

}  // namespace

Instant instant_in(const Zone& zone, Date day, int64_t seconds) {
  const int32_t summer = is_summer(zone, day, seconds) ? kHour : 0;
  return Instant::start_of(day) + (seconds - zone.offset - summer);
}

ZoneName find_zone_name(std::string_view text) {
  constexpr size_t kLongestName = 40;
  const std::string_view name = text.substr(0, name_length(text.substr(0, kLongestName)));
  for (const size_t size : {name.size(), without_glued_word(name)}) {
    const std::string_view candidate = name.substr(0, size);
    const bool is_city = candidate.find('/') != std::string_view::npos;
    const Entry* entry = find_in(kAbbreviations, candidate);
    if (entry == nullptr && is_city) entry = find_in(kCities, candidate);
    if (entry != nullptr) return {entry->zone, size};
  }
  return {};
}

}  // namespace vectora::text
