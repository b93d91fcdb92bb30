#include "vectora/ops/snapshot/manifest.h"

#include <algorithm>

#include "vectora/ops/snapshot/names.h"

namespace vectora::ops::snapshot {
namespace {

constexpr int kVersion = 1;
constexpr size_t kMaxPageEntries = 4096;

// One entry in 256, the same everywhere and for ever, which is all that a cut needs.
bool ends_page(const Entry& entry) { return sha256(entry.place.key).hex().starts_with("00"); }

Error malformed(std::string why) { return {ErrorCode::kMalformed, std::move(why)}; }

Result<uint64_t> count_member(const Json& json, std::string_view name) {
  const Json* member = find_member(json, name);
  if (member == nullptr || !member->is_number_unsigned())
    return malformed("no count '" + std::string(name) + "'");
  return member->get<uint64_t>();
}

Result<Digest> digest_of_text(const Json& json) {
  const auto digest =
      json.is_string() ? Digest::parse(json.get_ref<const std::string&>()) : std::nullopt;
  if (!digest) return malformed("a digest is not 64 hexadecimal digits");
  return *digest;
}

Result<AreaContents> area_from_json(const Json& json) {
  const auto area = area_named(string_member(json, "area"));
  if (!area) return malformed("unknown area '" + string_member(json, "area") + "'");
  AreaContents contents;
  contents.area = *area;
  contents.objects = TRY(count_member(json, "objects"));
  contents.bytes = TRY(count_member(json, "bytes"));
  const Json* pages = find_member(json, "pages");
  if (pages == nullptr || !pages->is_array()) return malformed("an area without its pages");
  for (const Json& page : *pages) contents.pages.push_back(TRY(digest_of_text(page)));
  return contents;
}

Result<Entry> entry_from_json(const Json& json, Area area) {
  Entry entry;
  entry.place = {area, string_member(json, "key")};
  TRY(store::check_key(entry.place.key));
  if (!is_covered(entry.place)) return malformed(entry.place.str() + " is in no snapshot");
  const Json* digest = find_member(json, "sha256");
  if (digest == nullptr) return malformed(entry.place.str() + " has no digest");
  entry.digest = TRY_IN(entry.place.str(), digest_of_text(*digest));
  entry.bytes = TRY_IN(entry.place.str(), count_member(json, "bytes"));
  entry.etag = string_member(json, "etag");
  return entry;
}

}  // namespace

uint64_t Manifest::objects() const {
  uint64_t sum = 0;
  for (const AreaContents& contents : areas) sum += contents.objects;
  return sum;
}

uint64_t Manifest::bytes() const {
  uint64_t sum = 0;
  for (const AreaContents& contents : areas) sum += contents.bytes;
  return sum;
}

const AreaContents* Manifest::find(Area area) const {
  for (const AreaContents& contents : areas)
    if (contents.area == area) return &contents;
  return nullptr;
}

Json to_json(const Manifest& manifest) {
  Json areas = Json::array();
  for (const AreaContents& contents : manifest.areas) {
    Json pages = Json::array();
    for (const Digest& page : contents.pages) pages.push_back(page.str());
    areas.push_back({{"area", std::string(to_string(contents.area))},
                     {"objects", contents.objects},
                     {"bytes", contents.bytes},
                     {"pages", std::move(pages)}});
  }
  return {{"version", kVersion},
          {"name", manifest.name},
          {"project", manifest.project},
          {"environment", manifest.environment},
          {"created_at", manifest.created_at.str()},
          {"why", manifest.why},
          {"since", manifest.since ? Json(manifest.since->str()) : Json(nullptr)},
          {"objects", manifest.objects()},
          {"bytes", manifest.bytes()},
          {"areas", std::move(areas)}};
}

Result<Manifest> manifest_from_json(const Json& json) {
  if (number_member(json, "version") != kVersion)
    return malformed("no manifest of version 1: a newer program may have written it");
  Manifest manifest;
  manifest.name = string_member(json, "name");
  TRY(check_name(manifest.name));
  manifest.project = string_member(json, "project");
  manifest.environment = string_member(json, "environment");
  const auto created_at = Instant::parse(string_member(json, "created_at"));
  if (!created_at) return malformed("no time 'created_at'");
  manifest.created_at = *created_at;
  manifest.why = string_member(json, "why");
  const std::string since = string_member(json, "since");
  manifest.since = Date::parse(since);
  if (!since.empty() && !manifest.since) return malformed("'since' is no day");
  const Json* areas = find_member(json, "areas");
  if (areas == nullptr || !areas->is_array()) return malformed("no 'areas'");
  for (const Json& area : *areas) {
    AreaContents contents = TRY(area_from_json(area));
    if (manifest.find(contents.area) != nullptr) return malformed("an area stands twice");
    manifest.areas.push_back(std::move(contents));
  }
  return manifest;
}

std::vector<std::vector<Entry>> cut_pages(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.place.key < b.place.key; });
  std::vector<std::vector<Entry>> pages;
  std::vector<Entry> page;
  for (Entry& entry : entries) {
    const bool ends = ends_page(entry) || page.size() + 1 == kMaxPageEntries;
    page.push_back(std::move(entry));
    if (ends) pages.push_back(std::exchange(page, {}));
  }
  if (!page.empty()) pages.push_back(std::move(page));
  return pages;
}

std::string page_text(Area area, const std::vector<Entry>& entries) {
  Json objects = Json::array();
  for (const Entry& entry : entries) {
    Json object = {
        {"key", entry.place.key}, {"sha256", entry.digest.hex()}, {"bytes", entry.bytes}};
    if (!entry.etag.empty() && entry.etag != entry.digest.hex()) object["etag"] = entry.etag;
    objects.push_back(std::move(object));
  }
  return to_json_line({{"version", kVersion},
                       {"area", std::string(to_string(area))},
                       {"objects", std::move(objects)}});
}

Result<std::vector<Entry>> parse_page(std::string_view text, Area area) {
  const Json json = TRY(parse_json(text));
  if (number_member(json, "version") != kVersion) return malformed("no page of version 1");
  if (area_named(string_member(json, "area")) != area) return malformed("a page of another area");
  const Json* objects = find_member(json, "objects");
  if (objects == nullptr || !objects->is_array()) return malformed("a page without objects");
  std::vector<Entry> entries;
  for (const Json& object : *objects) entries.push_back(TRY(entry_from_json(object, area)));
  return entries;
}

}  // namespace vectora::ops::snapshot
