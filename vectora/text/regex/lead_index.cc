// Each lead has one key: its first eight letters, or its first word where that ends within
// the lead, or its first four letters or one. A piece of a text is passed over where no lead
// has its first three letters, or its first one and no more than two; then the four keys that
// a lead could have there are looked up among the bits of all keys, and for these leads are
// compared.
#include "vectora/text/regex/lead_index.h"

#include <algorithm>
#include <array>

namespace vectora::text {
namespace {

// With zero behind the letters.
WordHead head_of(const std::string& letters) {
  std::array<char, WordHead::kBytes> bytes{};
  std::copy_n(letters.begin(), std::min(bytes.size(), letters.size()), bytes.begin());
  return WordHead(bytes.data());
}

// Three letters, or one of a shorter lead.
uint32_t front_of(const std::string& letters) {
  return WordKey::of_beginning(head_of(letters), letters.size() < 3 ? 1 : 3);
}

// As a hash of 64 bits.
uint64_t widened(uint32_t key) { return uint64_t{key} << 32; }

template <class Value>
void sort_out(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

size_t letters_of_key(size_t length) {
  if (length >= WordHead::kBytes) return WordHead::kBytes;
  return length >= 4 ? 4 : 1;
}

}  // namespace

uint32_t LeadIndex::key_of(const Lead& lead) {
  const WordHead head = head_of(lead.letters);
  const auto behind = std::find_if_not(lead.letters.begin(), lead.letters.end(), is_word_byte);
  const auto length = static_cast<size_t>(behind - lead.letters.begin());
  const bool has_word = lead.letters.size() < WordHead::kBytes && length > 0 &&
                        (behind != lead.letters.end() || lead.whole_word);
  return has_word ? WordKey::of_word(head, length)
                  : WordKey::of_beginning(head, letters_of_key(lead.letters.size()));
}

LeadIndex::Entry& LeadIndex::entry_of(const Lead& lead) {
  const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& known) { return known.lead == lead; });
  return entry == entries_.end() ? entries_.emplace_back(Entry{lead, {}, {}}) : *entry;
}

void LeadIndex::add(const std::vector<Opening>& openings, uint32_t expression) {
  anywhere_.resize(std::max<size_t>(anywhere_.size(), expression + 1));
  for (const Opening& opening : openings) {
    const auto number = static_cast<uint32_t>(openings_.size());
    const bool anyhow = opening.begins.empty();
    const bool goes_on = !opening.goes_on.empty();
    openings_.push_back({expression, opening.within, goes_on, opening.at_start, anyhow});
    if (anyhow && opening.at_start && !goes_on) always_.push_back({expression, 0});
    if (anyhow && !opening.at_start) anywhere_[expression] = true;
    for (const Lead& lead : opening.begins) entry_of(lead).begins.push_back(number);
    for (const Lead& lead : opening.goes_on) entry_of(lead).goes_on.push_back(number);
  }
}

LeadIndex::Role LeadIndex::role_of(const OpeningInfo& opening, bool goes_on) const {
  if (goes_on && !opening.anyhow) return Role::kGoesOn;
  if (opening.goes_on && !goes_on) return opening.at_start ? Role::kBeginsAtStart : Role::kBegins;
  if (anywhere_[opening.expression]) return Role::kAnywhere;
  if (goes_on) return Role::kStart;
  return opening.at_start ? Role::kPlaceAtStart : Role::kPlace;
}

void LeadIndex::add_uses(const std::vector<uint32_t>& openings, bool goes_on) {
  for (const uint32_t number : openings) {
    const OpeningInfo& opening = openings_[number];
    const Role role = role_of(opening, goes_on);
    uses_.push_back({role < Role::kBegins ? opening.expression : number, role});
  }
}

void LeadIndex::add_head(const Lead& lead) {
  const std::string& letters = lead.letters;
  heads_.push_back({head_of(letters), static_cast<uint32_t>(uses_.size()),
                    static_cast<uint32_t>(letters.size()), lead.whole_word});
  long_.push_back(letters.size() > WordHead::kBytes ? letters : std::string());
}

void LeadIndex::finish() {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [&](const Entry& a, const Entry& b) { return key_of(a.lead) < key_of(b.lead); });
  first_lead_.assign((1 << kBucketBits) + 1, 0);
  for (const Entry& entry : entries_) {
    const uint32_t key = key_of(entry.lead);
    keys_.add(widened(key));
    lead_keys_.push_back(key);
    fronts_.add(widened(front_of(entry.lead.letters)));
    ++first_lead_[bucket_of(key) + 1];
    add_head(entry.lead);
    add_uses(entry.begins, false);
    add_uses(entry.goes_on, true);
  }
  add_head({});
  for (size_t i = 1; i < first_lead_.size(); ++i) first_lead_[i] += first_lead_[i - 1];
  for (Place& place : always_)
    if (anywhere_[place.expression]) place.at = kAnywhere;
  sort_out(always_);
  entries_.clear();
}

// Of a lead whose first bytes stand there.
bool LeadIndex::stands_at(size_t lead, const Lowered& text, size_t at) const {
  const Head& head = heads_[lead];
  const size_t end = at + head.length;
  if (end > text.text().size()) return false;
  if (head.length > WordHead::kBytes && !text.text().substr(at).starts_with(long_[lead]))
    return false;
  return !head.whole_word || !is_word_byte(*text.bytes_at(end));
}

void LeadIndex::note(const Use& use, uint32_t at, AllSeen& seen) const {
  switch (use.role) {
    case Role::kPlaceAtStart:
      if (at > 0) return;
      [[fallthrough]];
    case Role::kPlace: return seen.places.push_back({use.of, at});
    case Role::kStart:
      if (at <= openings_[use.of].within) seen.places.push_back({openings_[use.of].expression, 0});
      return;
    case Role::kAnywhere: return seen.places.push_back({use.of, kAnywhere});
    case Role::kBeginsAtStart:
      if (at > 0) return;
      [[fallthrough]];
    case Role::kBegins: return seen.begins.push_back({use.of, at});
    case Role::kGoesOn: return seen.goes_on.push_back({use.of, at});
  }
}

// The leads of a key that stand at a place.
void LeadIndex::look(const Lowered& text, uint32_t at, uint32_t key, AllSeen& seen) const {
  const WordHead word(text.bytes_at(at));
  uint32_t lead = first_lead_[bucket_of(key)];
  const uint32_t end = first_lead_[bucket_of(key) + 1];
  while (lead < end && lead_keys_[lead] != key) ++lead;
  for (; lead < end && lead_keys_[lead] == key; ++lead) {
    const Head& head = heads_[lead];
    if (word.first(head.length) != head.letters || !stands_at(lead, text, at)) continue;
    for (uint32_t use = head.first_use; use < heads_[lead + 1].first_use; ++use)
      note(uses_[use], at, seen);
  }
}

// With the beginnings behind which something stands that goes on.
std::vector<LeadIndex::Place> LeadIndex::choose(AllSeen& seen) const {
  std::vector<Place> places = std::move(seen.places);
  if (!seen.begins.empty()) std::sort(seen.goes_on.begin(), seen.goes_on.end());
  for (const Seen& one : seen.begins) {
    const auto next = std::lower_bound(seen.goes_on.begin(), seen.goes_on.end(), one);
    if (next == seen.goes_on.end() || next->opening != one.opening) continue;
    const OpeningInfo& opening = openings_[one.opening];
    if (next->at - one.at > opening.within) continue;
    places.push_back({opening.expression, anywhere_[opening.expression] ? kAnywhere : one.at});
  }
  sort_out(places);
  return places;
}

std::vector<LeadIndex::Place> LeadIndex::places(const Lowered& text) const {
  if (uses_.empty()) return always_;
  constexpr size_t kUsual = 32;
  AllSeen seen;
  seen.begins.reserve(kUsual);
  seen.goes_on.reserve(kUsual);
  seen.places.reserve(kUsual + always_.size());
  seen.places = always_;
  for (const Lowered::Piece& piece : text.pieces()) {
    if (!fronts_.may_hold(widened(piece.front)) && !fronts_.may_hold(widened(piece.keys.back())))
      continue;
    for (const uint32_t key : piece.keys)
      if (keys_.may_hold(widened(key))) look(text, piece.begin, key, seen);
  }
  return choose(seen);
}

}  // namespace vectora::text
