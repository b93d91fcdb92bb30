// LeadIndex: the leads of many expressions (regex/leads.h), found in one pass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/hash_filter.h"
#include "vectora/text/lower.h"
#include "vectora/text/regex/leads.h"
#include "vectora/text/word_key.h"

namespace vectora::text {

class LeadIndex {
 public:
  // Before `finish`.
  void add(const std::vector<Opening>& openings, uint32_t expression);
  void finish();

  struct Place {
    uint32_t expression = 0;
    uint32_t at = 0;

    auto operator<=>(const Place&) const = default;
  };
  // Instead of a place: the expression may begin to match at any.
  static constexpr uint32_t kAnywhere = 0xFFFFFFFF;
  // The places where an expression can begin to match, by expression, then by place.
  // It has one of them or several of the others.
  std::vector<Place> places(const Lowered& text) const;

 private:
  // What it says of an expression that a lead stands somewhere.
  enum class Role : uint8_t {
    kPlace,          // that it can begin there
    kPlaceAtStart,   // the same, if there is the text's start
    kAnywhere,       // that it can begin anywhere
    kBegins,         // that an opening can begin there if it goes on
    kBeginsAtStart,  // the same, if there is the text's start
    kStart,          // that an opening can begin at the text's start
    kGoesOn,         // that an opening can go on
  };
  struct Use {
    uint32_t of = 0;  // the expression, or the opening
    Role role = Role::kPlace;
  };
  // A lead, until `finish`; its openings begin or go on with it.
  struct Entry {
    Lead lead;
    std::vector<uint32_t> begins;
    std::vector<uint32_t> goes_on;
  };
  // What the pass asks of a lead, side by side for all of one key.
  struct Head {
    WordHead letters;  // the first
    uint32_t first_use;
    uint32_t length;
    bool whole_word;
  };
  struct OpeningInfo {
    uint32_t expression = 0;
    size_t within = 0;      // bytes, to where one of its leads must stand further on
    bool goes_on = false;   // only with one of its leads further on
    bool at_start = false;  // nowhere but at the text's start
    bool anyhow = false;    // begins with anything
  };
  // An opening whose lead stands at a place.
  struct Seen {
    uint32_t opening = 0;
    uint32_t at = 0;

    auto operator<=>(const Seen&) const = default;
  };
  struct AllSeen {
    std::vector<Place> places;
    std::vector<Seen> begins;
    std::vector<Seen> goes_on;
  };

  static constexpr int kBucketBits = 10;

  std::vector<OpeningInfo> openings_;
  std::vector<Place> always_;        // what begins with anything at the text's start
  std::vector<bool> anywhere_;       // expressions, for which no places are told
  std::vector<Entry> entries_;       // empty after `finish`
  std::vector<std::string> long_;    // by lead; empty where its head says all
  std::vector<uint32_t> lead_keys_;  // sorted
  std::vector<Head> heads_;          // by key, and one behind the last
  std::vector<Use> uses_;
  std::vector<uint32_t> first_lead_;  // by bucket of keys, and one behind the last
  HashFilter keys_;                   // of all leads
  HashFilter fronts_;                 // of their first three letters

  static uint32_t key_of(const Lead& lead);
  static size_t bucket_of(uint32_t key) { return static_cast<size_t>(key) >> (32 - kBucketBits); }
  Entry& entry_of(const Lead& lead);
  Role role_of(const OpeningInfo& opening, bool goes_on) const;
  void add_uses(const std::vector<uint32_t>& openings, bool goes_on);
  void add_head(const Lead& lead);
  void look(const Lowered& text, uint32_t at, uint32_t key, AllSeen& seen) const;
  bool stands_at(size_t lead, const Lowered& text, size_t at) const;
  void note(const Use& use, uint32_t at, AllSeen& seen) const;
  std::vector<Place> choose(AllSeen& seen) const;
};

}  // namespace vectora::text
