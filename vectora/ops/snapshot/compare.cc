#include "vectora/ops/snapshot/compare.h"

#include <algorithm>
#include <map>

#include "vectora/ops/snapshot/batch.h"
#include "vectora/store/transfer.h"

namespace vectora::ops::snapshot {
namespace {

using Index = std::map<Place, const Entry*>;

Index index_of(const std::vector<Entry>& entries) {
  Index index;
  for (const Entry& entry : entries) index.emplace(entry.place, &entry);
  return index;
}

bool is_same(const Entry& a, const Entry& b) { return !a.digest.empty() && a.digest == b.digest; }

// Each folder that the place lies in, as the place of an object of that name.
template <class Visit>
void for_each_folder(const Place& place, Visit visit) {
  for (size_t end = place.key.rfind('/'); end != std::string::npos;
       end = end == 0 ? std::string::npos : place.key.rfind('/', end - 1))
    visit(Place{place.area, place.key.substr(0, end)});
}

// Whether the store's list alone proves that the object is the listed one.
bool is_proven(const store::ObjectInfo& info, const Entry& known) {
  const std::string& etag = known.etag.empty() ? known.digest.hex() : known.etag;
  return !info.etag.empty() && info.etag == etag && info.size == known.bytes;
}

// The objects of one store within the scope, their digests where the list alone tells them.
struct Listing {
  std::vector<Entry> entries;
  std::vector<size_t> unread;  // those that have to be read for it
};

Result<Listing> list_area(store::ObjectStore& store, Area area, const Scope& scope,
                          const Index& known) {
  Listing listing;
  TRY(for_each_covered(store, area, [&](const store::ObjectInfo& info) -> Result<void> {
    Entry entry{{area, info.key}, {}, info.size, info.etag};
    const auto found = known.find(entry.place);
    if (!scope.contains(entry.place, found != known.end() ? Listed::kYes : Listed::kNo)) return {};
    if (found != known.end() && is_proven(info, *found->second))
      entry.digest = found->second->digest;
    else if (found != known.end() && found->second->bytes == info.size)
      listing.unread.push_back(listing.entries.size());
    listing.entries.push_back(std::move(entry));
    return {};
  }));
  return listing;
}

Result<void> read_digests(store::ObjectStore& store, Listing& listing) {
  return store::in_parallel(listing.unread.size(), kThreads, [&](size_t i) -> Result<void> {
    Entry& entry = listing.entries[listing.unread[i]];
    const Result<store::Object> object = store.get(entry.place.key);
    if (object) entry.digest = sha256(object->bytes);
    if (object || object.error().code == ErrorCode::kNotFound) return {};  // gone meanwhile
    return object.error();
  });
}

}  // namespace

std::string change_line(const Change& change) {
  static constexpr std::string_view kSigns = "+~-";
  return std::string(1, kSigns[static_cast<size_t>(change.kind)]) + " " + change.entry.place.str();
}

Comparison compare(const std::vector<Entry>& from, const std::vector<Entry>& to) {
  Comparison comparison;
  const Index before = index_of(from);
  const Index after = index_of(to);
  for (const auto& [place, entry] : after) {
    const auto old = before.find(place);
    if (old == before.end())
      comparison.changes.push_back({ChangeKind::kAdd, *entry});
    else if (is_same(*old->second, *entry))
      ++comparison.unchanged;
    else
      comparison.changes.push_back({ChangeKind::kReplace, *entry});
  }
  for (const auto& [place, entry] : before)
    if (!after.contains(place)) comparison.changes.push_back({ChangeKind::kRemove, *entry});
  std::sort(comparison.changes.begin(), comparison.changes.end(),
            [](const Change& a, const Change& b) { return a.entry.place < b.entry.place; });
  return comparison;
}

std::set<Place> obstacles(const std::vector<Change>& changes) {
  std::set<Place> written;
  std::set<Place> folders;  // of what is written
  for (const Change& change : changes) {
    if (change.kind == ChangeKind::kRemove) continue;
    written.insert(change.entry.place);
    for_each_folder(change.entry.place, [&](const Place& folder) { folders.insert(folder); });
  }
  std::set<Place> found;
  for (const Change& change : changes) {
    if (change.kind != ChangeKind::kRemove) continue;
    bool is_in_the_way = folders.contains(change.entry.place);
    for_each_folder(change.entry.place,
                    [&](const Place& folder) { is_in_the_way |= written.contains(folder); });
    if (is_in_the_way) found.insert(change.entry.place);
  }
  return found;
}

bool Scope::contains(const Place& place, Listed listed) const {
  if (manifest_.find(place.area) == nullptr || !is_covered(place)) return false;
  if (!only_.match(place)) return false;
  if (!manifest_.since) return true;
  const auto day = day_of(place);
  if (day) return *day >= *manifest_.since;
  // Bodies that the snapshot does not name may serve older data.
  return !is_body(place) || listed == Listed::kYes;
}

Result<std::vector<Entry>> present_entries(Environment& environment, const Manifest& manifest,
                                           const Scope& scope, const std::vector<Entry>& known) {
  const Index listed = index_of(known);
  std::vector<Entry> present;
  for (const AreaContents& contents : manifest.areas) {
    store::ObjectStore* store = store_of(environment, contents.area);
    if (store == nullptr) continue;
    const std::string_view area = to_string(contents.area);
    Listing listing = TRY_IN(area, list_area(*store, contents.area, scope, listed));
    TRY_IN(area, read_digests(*store, listing));
    std::move(listing.entries.begin(), listing.entries.end(), std::back_inserter(present));
  }
  return present;
}

}  // namespace vectora::ops::snapshot
