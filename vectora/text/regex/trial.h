// RegexTrial: an expression, matched at one place by trying.
//
// RE2 reads a text by states that it makes and keeps, some thousands for an
// expression with a gap as "seeks.{0,40}engineer": for the few words behind a lead
// (regex/leads.h) the way there costs more than the reading. Trying takes the first
// choice and comes back where it fails, which is fast while it goes well; it gives up
// after a fixed number of steps, and on what it does not know for sure, and then RE2
// must be asked. What it answers is what RE2 would.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "vectora/text/regex/character_set.h"
#include "vectora/text/regex/tokens.h"

namespace vectora::text {

// Immutable; safe between threads.
class RegexTrial {
 public:
  // Nothing where the expression says what is not known here.
  static std::optional<RegexTrial> compile(std::string_view pattern, bool ignores_case);

  enum class Answer { kMatch, kNone, kGaveUp };
  // Byte places; the first capturing group, if it took part.
  struct Match {
    size_t end = 0;
    size_t group_begin = kNoLimit;
    size_t group_end = kNoLimit;
  };
  // Whether a match begins at `at` (at most text.size()).
  Answer match_at(std::string_view text, size_t at, Match& match) const;

 private:
  friend class TrialCompiler;
  friend class TrialRun;

  // Bytes that something may begin with, 64 places for 256 bytes.
  using Bytes = uint64_t;
  static constexpr Bytes kAnyByte = ~Bytes{0};
  static Bytes bit_of(unsigned char byte) { return Bytes{1} << (byte % 64); }

  enum class Kind : uint8_t {
    kByte,       // `value`
    kLetter,     // `value`, of ASCII, in any case
    kCharacter,  // of the set `value`
    kRepeat,     // characters of the set `value`, `least` to `most`
    kChoice,     // what comes next, or what stands at `value`; that first where lazy
    kBranch,     // one of the branches `value`
    kJump,       // to `value`
    kBoundary,
    kStart,
    kEnd,
    kGroupBegin,
    kGroupEnd,
    kMatch,
  };
  struct Step {
    Kind kind = Kind::kMatch;
    bool lazy = false;
    uint32_t value = 0;
    uint32_t least = 0;
    uint32_t most = 0;
    Bytes next = kAnyByte;   // that what comes next may begin with
    Bytes other = kAnyByte;  // of a choice: the same of the other
  };
  // Alternatives by the byte that they may begin with, each list in their order.
  struct Branches {
    static constexpr size_t kAtEnd = 64;  // the list for a text that ends there

    std::vector<uint32_t> steps;  // list behind list
    std::array<uint32_t, kAtEnd + 2> lists{};
  };

  std::vector<Step> steps_;
  std::vector<Branches> branches_;
  std::vector<CharacterSet> sets_;
};

}  // namespace vectora::text
