// LeadIndex: the leads of many expressions (regex_leads.h), found in one pass.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/text/lower.h"
#include "vectora/text/regex_leads.h"

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
  // What a lead is for: opening `number` begins or goes on with it.
  struct Use {
    uint32_t opening = 0;
    bool goes_on = false;

    bool operator==(const Use&) const = default;
  };
  struct Entry {
    Lead lead;
    std::vector<Use> uses;
  };
  // The first eight bytes of a lead, to compare at once.
  struct Head {
    uint64_t bytes = 0;  // zero where the lead is shorter
    uint64_t mask = 0;
  };
  struct OpeningInfo {
    uint32_t expression = 0;
    bool goes_on = false;   // only with one of its leads further on
    bool at_start = false;  // nowhere but at the text's start
    bool anyhow = false;    // begins with anything
  };
  // A lead that stands in the text.
  struct Seen {
    uint32_t opening = 0;
    uint32_t at = 0;
    bool goes_on = false;
  };

  static constexpr size_t kMaxHead = 3;
  static constexpr size_t kBits = 1 << 15;
  static constexpr size_t kBuckets = 1 << 13;

  std::vector<OpeningInfo> openings_;
  std::vector<uint32_t> starts_anyhow_;  // openings: at the text's start, with anything
  std::vector<bool> anywhere_;           // expressions, for which no places are told
  std::vector<Entry> entries_;           // by bucket after `finish`
  std::vector<Head> heads_;              // of `entries_`
  std::vector<uint32_t> first_entry_;    // by bucket, and one behind the last
  // Whether a lead begins with the first byte of a place and is no longer; with its
  // first two and is no longer; and, by their hash, with its first three.
  std::bitset<1 << 8> singles_;
  std::bitset<kBits> pairs_;
  std::bitset<kBits> triples_;

  static size_t bucket_of_lead(const Lead& lead);
  void mark(const Lead& lead);
  void add_lead(const Lead& lead, const Use& use);
  void look(const Lowered& text, size_t at, size_t bucket, std::vector<Seen>& seen) const;
  bool stands_at(size_t entry, const Lowered& text, size_t at) const;
  void look_at(const Lowered& text, size_t at, std::vector<Seen>& seen) const;
  std::vector<Place> choose(std::vector<Seen>& seen) const;
};

}  // namespace vectora::text
