#include "vectora/text/lead_index.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace vectora::text {
namespace {

constexpr size_t kHead = 8;

size_t byte_of(char c) { return static_cast<unsigned char>(c); }

uint64_t head_at(const char* bytes) {
  uint64_t head = 0;
  std::memcpy(&head, bytes, kHead);
  return head;
}

// Of the first bytes, one, two or three of them.
size_t bucket_of(const char* bytes, size_t count, size_t buckets) {
  size_t hash = byte_of(bytes[0]) * 1187 + count * 7919;
  if (count > 1) hash += byte_of(bytes[1]) * 331;
  if (count > 2) hash += byte_of(bytes[2]) * 41;
  return hash % buckets;
}

}  // namespace

size_t LeadIndex::bucket_of_lead(const Lead& lead) {
  return bucket_of(lead.letters.data(), std::min(lead.letters.size(), kMaxHead), kBuckets);
}

void LeadIndex::mark(const Lead& lead) {
  const char* const bytes = lead.letters.data();
  if (lead.letters.size() == 1) return void(singles_.set(byte_of(bytes[0])));
  if (lead.letters.size() < kMaxHead) return void(pairs_.set(bucket_of(bytes, 2, kBits)));
  triples_.set(bucket_of(bytes, kMaxHead, kBits));
}

void LeadIndex::add_lead(const Lead& lead, const Use& use) {
  auto entry = std::find_if(entries_.begin(), entries_.end(),
                            [&](const Entry& known) { return known.lead == lead; });
  if (entry == entries_.end()) {
    entries_.push_back({lead, {}});
    entry = entries_.end() - 1;
    mark(lead);
  }
  entry->uses.push_back(use);
}

void LeadIndex::add(const std::vector<Opening>& openings, uint32_t expression) {
  anywhere_.resize(std::max<size_t>(anywhere_.size(), expression + 1));
  for (const Opening& opening : openings) {
    const auto number = static_cast<uint32_t>(openings_.size());
    const bool anyhow = opening.begins.empty();
    openings_.push_back({expression, !opening.goes_on.empty(), opening.at_start, anyhow});
    if (anyhow && opening.at_start) starts_anyhow_.push_back(number);
    if (anyhow && !opening.at_start) anywhere_[expression] = true;
    for (const Lead& lead : opening.begins) add_lead(lead, {number, false});
    for (const Lead& lead : opening.goes_on) add_lead(lead, {number, true});
  }
}

void LeadIndex::finish() {
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return bucket_of_lead(a.lead) < bucket_of_lead(b.lead);
  });
  first_entry_.assign(kBuckets + 1, 0);
  for (const Entry& entry : entries_) {
    std::array<char, kHead> bytes{};
    std::array<char, kHead> mask{};
    const size_t in_head = std::min(kHead, entry.lead.letters.size());
    std::copy_n(entry.lead.letters.begin(), in_head, bytes.begin());
    std::fill_n(mask.begin(), in_head, '\xFF');
    heads_.push_back({head_at(bytes.data()), head_at(mask.data())});
    ++first_entry_[bucket_of_lead(entry.lead) + 1];
  }
  for (size_t i = 0; i < kBuckets; ++i) first_entry_[i + 1] += first_entry_[i];
}

// Of an entry whose first bytes stand there.
bool LeadIndex::stands_at(size_t entry, const Lowered& text, size_t at) const {
  const Lead& lead = entries_[entry].lead;
  const size_t end = at + lead.letters.size();
  if (end > text.text().size()) return false;
  if (lead.letters.size() > kHead && !text.text().substr(at).starts_with(lead.letters))
    return false;
  return !lead.whole_word || !is_word_byte(*text.bytes_at(end));
}

// The leads of a bucket that stand at a place.
void LeadIndex::look(const Lowered& text, size_t at, size_t bucket, std::vector<Seen>& seen) const {
  const uint64_t head = head_at(text.bytes_at(at));
  for (uint32_t i = first_entry_[bucket]; i < first_entry_[bucket + 1]; ++i) {
    if ((head & heads_[i].mask) != heads_[i].bytes || !stands_at(i, text, at)) continue;
    for (const Use& use : entries_[i].uses)
      seen.push_back({use.opening, static_cast<uint32_t>(at), use.goes_on});
  }
}

void LeadIndex::look_at(const Lowered& text, size_t at, std::vector<Seen>& seen) const {
  const char* const bytes = text.bytes_at(at);
  if (singles_.test(byte_of(bytes[0]))) look(text, at, bucket_of(bytes, 1, kBuckets), seen);
  if (pairs_.test(bucket_of(bytes, 2, kBits))) look(text, at, bucket_of(bytes, 2, kBuckets), seen);
  if (triples_.test(bucket_of(bytes, kMaxHead, kBits)))
    look(text, at, bucket_of(bytes, kMaxHead, kBuckets), seen);
}

// The beginnings behind which, where it must, something stands that goes on.
std::vector<LeadIndex::Place> LeadIndex::choose(std::vector<Seen>& seen) const {
  std::vector<uint32_t> behind(openings_.size());  // the last place that goes on, and one; 0: none
  for (const Seen& one : seen)
    if (one.goes_on) behind[one.opening] = std::max(behind[one.opening], one.at + 1);
  std::vector<Place> places;
  for (const Seen& one : seen) {
    const OpeningInfo& opening = openings_[one.opening];
    const bool begins = !one.goes_on && (one.at == 0 || !opening.at_start) &&
                        (!opening.goes_on || behind[one.opening] > one.at);
    const bool is_inside = one.goes_on && opening.anyhow && !opening.at_start;
    if (!begins && !is_inside) continue;
    const uint32_t at = anywhere_[opening.expression] ? kAnywhere : one.at;
    places.push_back({opening.expression, at});
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

std::vector<LeadIndex::Place> LeadIndex::places(const Lowered& text) const {
  std::vector<Seen> seen;
  for (const uint32_t opening : starts_anyhow_) seen.push_back({opening, 0, false});
  if (!entries_.empty())
    for (const uint32_t at : text.starts()) look_at(text, at, seen);
  return choose(seen);
}

}  // namespace vectora::text
