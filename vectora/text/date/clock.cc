#include "vectora/text/date/clock.h"

#include <algorithm>

namespace vectora::text {
namespace {

constexpr int kNoHalf = -1;

struct Reading {
  std::string_view text;
  const TokenWindow& tokens;
  size_t at = 0;

  const Token& here(size_t ahead = 0) const { return tokens[at + ahead]; }
  bool take(char mark) {
    const bool found = here().is(mark);
    if (found) ++at;
    return found;
  }
  std::string_view word() const { return text.substr(here().begin, here().end - here().begin); }
};

// -- the face of the clock -----------------------------------------------------

struct Face {
  int64_t hour = 0;
  int64_t minute = 0;
  int64_t second = 0;
  int half = kNoHalf;  // 0 for a.m., 12 for p.m.
};

int half_of(const Token& token) {
  if (token.has_role(DateRole::kAm)) return 0;
  return token.has_role(DateRole::kPm) ? 12 : kNoHalf;
}

// "am", "AM", "a.m."
void take_half(Reading& in, Face& face) {
  if (half_of(in.here()) != kNoHalf) {
    face.half = half_of(in.here());
    ++in.at;
    in.take('.');
    return;
  }
  const std::string_view word = in.word();
  const bool letter = word == "a" || word == "p" || word == "A" || word == "P";
  if (!letter || !in.here(1).is('.')) return;
  const Token& second = in.here(2);
  if (second.kind != TokenKind::kWord || second.end - second.begin != 1) return;
  if ((in.text[second.begin] | 0x20) != 'm') return;
  face.half = word == "a" || word == "A" ? 0 : 12;
  in.at += 3;
  in.take('.');
}

void take_seconds(Reading& in, Face& face) {
  if (!in.here().is(':') || !in.here(1).is_number(1, 2)) return;
  face.second = in.here(1).value;
  in.at += 2;
  const bool fraction = (in.here().is('.') || in.here().is(',')) && !in.here().spaced &&
                        in.here(1).kind == TokenKind::kNumber && !in.here(1).spaced;
  if (fraction) in.at += 2;
}

// 10:30, 10:30:59, 10:30:59.123
bool take_colon_form(Reading& in, Face& face) {
  if (!in.here().is_number(1, 2) || !in.here(1).is(':') || !in.here(2).is_number(1, 2)) {
    return false;
  }
  face.hour = in.here().value;
  face.minute = in.here(2).value;
  in.at += 3;
  take_seconds(in, face);
  return true;
}

// 10h30, 15 h 45, 10時30分, 10 Uhr
bool take_hour_word_form(Reading& in, Face& face) {
  if (!in.here().is_number(1, 2)) return false;
  if (!in.here(1).is('h') && !in.here(1).has_role(DateRole::kHour)) return false;
  face.hour = in.here().value;
  in.at += 2;
  if (!in.here().is_number(1, 2)) return true;
  face.minute = in.here().value;
  ++in.at;
  if (!in.take('m')) return true;
  if (in.here().is_number(1, 2) && in.here(1).is('s')) {
    face.second = in.here().value;
    in.at += 2;
  }
  return true;
}

// 10am, 10 p.m.
bool take_half_form(Reading& in, Face& face) {
  if (!in.here().is_number(1, 2)) return false;
  Reading probe = in;
  ++probe.at;
  take_half(probe, face);
  if (face.half == kNoHalf) return false;
  face.hour = in.here().value;
  in.at = probe.at;
  return true;
}

// T103059 and T1030
bool take_compact_form(Reading& in, Face& face) {
  if (!in.here().is_number(6, 6) && !in.here().is_number(4, 4)) return false;
  int64_t value = in.here().value;
  if (in.here().digits == 6) {
    face.second = value % 100;
    value /= 100;
  }
  face.hour = value / 100;
  face.minute = value % 100;
  ++in.at;
  return true;
}

// "kl. 10.30" and "10.30 Uhr": only a word beside it makes a time of it.
bool take_point_form(Reading& in, Face& face) {
  if (!in.here().is_number(1, 2) || !in.here(1).is('.') || !in.here(2).is_number(2, 2)) {
    return false;
  }
  face.hour = in.here().value;
  face.minute = in.here(2).value;
  in.at += 3;
  return true;
}

bool to_24_hours(Face& face) {
  if (face.half == kNoHalf || face.hour > 12) return true;
  if (face.hour == 0) return face.half == 0;
  face.hour = face.hour % 12 + face.half;
  return true;
}

bool exists(const Face& face) {
  const bool midnight = face.hour == 24 && face.minute == 0 && face.second == 0;
  return (face.hour < 24 || midnight) && face.minute < 60 && face.second <= 60;
}

// -- the zone --------------------------------------------------------------------

// +01:00, +0100, +01, -3:30
bool take_offset(Reading& in, int32_t& offset) {
  if (!in.here().is('+') && !in.here().is('-')) return false;
  const Token& hours = in.here(1);
  if (hours.kind != TokenKind::kNumber || hours.spaced) return false;
  const int32_t sign = in.here().is('+') ? 1 : -1;
  int64_t minutes = 0;
  size_t used = 2;
  if (hours.digits == 4) {
    minutes = hours.value / 100 * 60 + hours.value % 100;
  } else if (hours.digits <= 2 && in.here(2).is(':') && in.here(3).is_number(2, 2)) {
    minutes = hours.value * 60 + in.here(3).value;
    used = 4;
  } else if (hours.digits <= 2) {
    minutes = hours.value * 60;
  } else {
    return false;
  }
  offset = sign * static_cast<int32_t>(minutes) * 60;
  in.at += used;
  return true;
}

bool take_zone_name(Reading& in, Zone& zone) {
  const Token& first = in.here();
  if (first.kind != TokenKind::kWord) return false;
  const ZoneName found = find_zone_name(in.text.substr(first.begin));
  if (found.size == 0) return false;
  zone = found.zone;
  while (in.here().kind != TokenKind::kEnd && in.here().begin < first.begin + found.size) ++in.at;
  return true;
}

Zone take_zone(Reading& in) {
  Zone zone;
  Reading probe = in;
  const bool bracket = probe.take('(');
  const bool named = take_zone_name(probe, zone);
  int32_t offset = 0;
  const bool spaced_offset = named && probe.here().spaced;
  if (!spaced_offset && take_offset(probe, offset)) {
    zone = {zone.offset + offset, SummerTime::kNone};
  } else if (!named) {
    return zone;
  }
  if (bracket && !probe.take(')')) return {};
  in.at = probe.at;
  return zone;
}

// -- the lead ----------------------------------------------------------------------

enum class Lead { kNone, kIso, kWord };

Lead take_lead(Reading& in) {
  const bool iso = in.word() == "T" || in.word() == "t";
  if (iso) {
    ++in.at;
    return Lead::kIso;
  }
  for (const char mark : {',', '-', '|', '/', '(', ';', ':'}) {
    if (in.take(mark)) break;
  }
  if (!in.here().has_role(DateRole::kAt)) return Lead::kNone;
  ++in.at;
  in.take('.');
  return Lead::kWord;
}

bool take_hours(Reading& in, Lead lead, Face& face) {
  if (lead == Lead::kIso && take_compact_form(in, face)) return true;
  if (take_colon_form(in, face) || take_half_form(in, face)) return true;
  if (take_hour_word_form(in, face)) return true;
  if (!take_point_form(in, face)) return false;
  return lead == Lead::kWord || in.here().has_role(DateRole::kHour);
}

std::optional<ClockTime> read_face(Reading in, Lead lead) {
  Face face;
  if (half_of(in.here()) != kNoHalf) take_half(in, face);  // 오후 3:00
  if (!take_hours(in, lead, face)) return std::nullopt;
  if (face.half == kNoHalf) take_half(in, face);
  if (in.here().has_role(DateRole::kHour)) ++in.at;
  if (!to_24_hours(face) || !exists(face)) return std::nullopt;
  ClockTime time;
  time.seconds = static_cast<int32_t>(face.hour * 3600 + face.minute * 60 + face.second);
  time.zone = take_zone(in);
  time.next = in.at;
  return time;
}

}  // namespace

std::optional<ClockTime> read_clock(std::string_view text, const TokenWindow& tokens, size_t at) {
  Reading in{text, tokens, at};
  const Lead lead = take_lead(in);
  return read_face(in, lead);
}

std::optional<ClockTime> read_bare_clock(std::string_view text, const TokenWindow& tokens,
                                         size_t at) {
  return read_face({text, tokens, at}, Lead::kNone);
}

}  // namespace vectora::text
