#include "vectora/text/regex/trial.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "vectora/base/utf8.h"
#include "vectora/text/lower.h"

namespace vectora::text {
namespace {

constexpr size_t kMaxTries = 2000;  // of steps and characters, at one place
constexpr size_t kMaxSteps = 4000;  // of an expression
constexpr size_t kMaxCopies = 10;   // of a repeated group
constexpr int kMaxDepth = 50;
constexpr uint32_t kAnyNumber = std::numeric_limits<uint32_t>::max();

}  // namespace

// -- from tokens to steps ------------------------------------------------------------

class TrialCompiler {
 public:
  TrialCompiler(std::string_view pattern, bool ignores_case)
      : tokens_(regex_tokens(pattern)), ignores_case_(ignores_case) {
    const auto group = std::find_if(tokens_.begin(), tokens_.end(),
                                    [](const RegexToken& token) { return token.captures; });
    first_group_ = static_cast<size_t>(group - tokens_.begin());
  }

  std::optional<RegexTrial> run() {
    alternatives(0);
    if (failed_ || at_ < tokens_.size()) return {};
    emit(Kind::kMatch);
    tell_beginnings();
    return std::move(trial_);
  }

 private:
  using Kind = RegexTrial::Kind;
  using Step = RegexTrial::Step;
  using Bytes = RegexTrial::Bytes;
  using TokenKind = RegexToken::Kind;

  bool is_next(TokenKind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  bool take(TokenKind kind) {
    if (!is_next(kind)) return false;
    ++at_;
    return true;
  }
  bool ends() const {
    return at_ >= tokens_.size() || is_next(TokenKind::kOr) || is_next(TokenKind::kClose);
  }
  void fail() {
    failed_ = true;
    at_ = tokens_.size();
  }

  uint32_t here() const { return static_cast<uint32_t>(trial_.steps_.size()); }
  uint32_t emit(Kind kind, uint32_t value = 0) {
    if (trial_.steps_.size() >= kMaxSteps) fail();
    Step step;
    step.kind = kind;
    step.value = value;
    trial_.steps_.push_back(step);
    return here() - 1;
  }
  uint32_t add_set(const RegexToken& token) {
    trial_.sets_.emplace_back(token, ignores_case_);
    return static_cast<uint32_t>(trial_.sets_.size() - 1);
  }

  // The "|" or ")" that ends what begins at `at`, or the end.
  size_t end_of_alternative(size_t at) const {
    int depth = 0;
    for (; at < tokens_.size(); ++at) {
      const TokenKind kind = tokens_[at].kind;
      if (depth == 0 && (kind == TokenKind::kOr || kind == TokenKind::kClose)) break;
      if (kind == TokenKind::kOpen) ++depth;
      if (kind == TokenKind::kClose) --depth;
    }
    return at;
  }
  // The ")" of the group that begins at `at`, or the end.
  size_t end_of_group(size_t at) const {
    do at = end_of_alternative(at + 1);
    while (at < tokens_.size() && tokens_[at].kind == TokenKind::kOr);
    return at;
  }

  void alternatives(int depth) {
    if (depth > kMaxDepth) fail();
    const size_t end = end_of_alternative(at_);
    if (end == tokens_.size() || tokens_[end].kind != TokenKind::kOr) return sequence(depth);
    const auto number = static_cast<uint32_t>(trial_.branches_.size());
    emit(Kind::kBranch, number);
    trial_.branches_.emplace_back();
    std::vector<uint32_t> jumps;
    do {
      trial_.branches_[number].steps.push_back(here());
      sequence(depth);
      jumps.push_back(emit(Kind::kJump));
    } while (take(TokenKind::kOr));
    for (const uint32_t jump : jumps) trial_.steps_[jump].value = here();
  }

  void sequence(int depth) {
    while (!ends()) {
      const RegexToken& token = tokens_[at_];
      switch (token.kind) {
        case TokenKind::kBoundary: assertion(Kind::kBoundary); break;
        case TokenKind::kStart: assertion(Kind::kStart); break;
        case TokenKind::kEnd: assertion(Kind::kEnd); break;
        case TokenKind::kFlags:
          set_flags(token.letters);
          ++at_;
          break;
        case TokenKind::kLetter:
        case TokenKind::kClass:
        case TokenKind::kSomeCharacter: character(token); break;
        case TokenKind::kOpen: repeated_group(depth); break;
        default: fail();
      }
    }
  }

  void assertion(Kind kind) {
    emit(kind);
    ++at_;
    if (is_next(TokenKind::kTimes)) fail();
  }

  // "i" and "-i"; the others change what "." and "^" mean.
  void set_flags(std::string_view flags) {
    if (flags.empty()) return;
    if (flags != "i" && flags != "-i") return fail();
    ignores_case_ = flags == "i";
  }

  void character(const RegexToken& token) {
    ++at_;
    if (token.kind == TokenKind::kSomeCharacter && token.ranges.empty()) return fail();
    if (is_next(TokenKind::kTimes)) return repeat(token);
    if (token.kind != TokenKind::kLetter) return void(emit(Kind::kCharacter, add_set(token)));
    const char32_t code = code_of(token.letters);
    if (!ignores_case_ || (code < 0x80 && !is_letter(code))) {
      for (const char byte : token.letters) emit(Kind::kByte, static_cast<unsigned char>(byte));
    } else if (code < 0x80) {
      emit(Kind::kLetter, code | 0x20);
    } else {
      emit(Kind::kCharacter, add_set(token));
    }
  }

  void repeat(const RegexToken& token) {
    const RegexToken& times = tokens_[at_++];
    if (is_next(TokenKind::kTimes)) return fail();
    Step& step = trial_.steps_[emit(Kind::kRepeat, add_set(token))];
    step.lazy = times.lazy;
    step.least = static_cast<uint32_t>(std::min<size_t>(times.least, kAnyNumber));
    step.most = static_cast<uint32_t>(std::min<size_t>(times.most, kAnyNumber));
  }

  // Where the group that begins here is repeated, once for each time.
  void repeated_group(int depth) {
    const size_t from = at_;
    const size_t behind = end_of_group(from) + 1;
    if (behind >= tokens_.size() || tokens_[behind].kind != TokenKind::kTimes) return group(depth);
    const RegexToken& times = tokens_[behind];
    if (times.most > kMaxCopies) return fail();
    std::vector<uint32_t> choices;
    for (size_t i = 0; i < times.most && !failed_; ++i) {
      if (i >= times.least) choices.push_back(emit(Kind::kChoice));
      at_ = from;
      group(depth);
    }
    for (const uint32_t choice : choices) {
      trial_.steps_[choice].value = here();
      trial_.steps_[choice].lazy = times.lazy;
    }
    if (!failed_) at_ = behind + 1;
    if (is_next(TokenKind::kTimes)) fail();
  }

  void group(int depth) {
    const bool is_asked_for = at_ == first_group_;
    const bool ignored_case = ignores_case_;
    set_flags(tokens_[at_].letters);
    if (failed_) return;
    ++at_;
    if (is_asked_for) emit(Kind::kGroupBegin);
    alternatives(depth + 1);
    if (!take(TokenKind::kClose)) fail();
    if (is_asked_for) emit(Kind::kGroupEnd);
    ignores_case_ = ignored_case;
  }

  // -- the bytes that steps begin with -------------------------------------------------

  static Bytes bytes_of(const CharacterSet& set) {
    Bytes bytes = 0;
    for (unsigned byte = 0; byte < 256; ++byte)
      if (set.may_begin_with(static_cast<unsigned char>(byte)))
        bytes |= RegexTrial::bit_of(static_cast<unsigned char>(byte));
    return bytes;
  }

  static Bytes bytes_of_letter(unsigned char lower) {
    constexpr unsigned char kLeadOfLongS = 0xC5;
    constexpr unsigned char kLeadOfKelvin = 0xE2;
    Bytes bytes =
        RegexTrial::bit_of(lower) | RegexTrial::bit_of(static_cast<unsigned char>(lower ^ 0x20));
    if (lower == 's') bytes |= RegexTrial::bit_of(kLeadOfLongS);
    if (lower == 'k') bytes |= RegexTrial::bit_of(kLeadOfKelvin);
    return bytes;
  }

  static Bytes bytes_of(const RegexTrial::Branches& branches, const std::vector<Bytes>& behind) {
    Bytes bytes = 0;
    for (const uint32_t branch : branches.steps) bytes |= behind[branch];
    return bytes;
  }

  // `behind` holds of the steps that are done: no step leads back.
  Bytes bytes_of(const Step& step, const std::vector<Bytes>& behind, size_t next) const {
    switch (step.kind) {
      case Kind::kByte: return RegexTrial::bit_of(static_cast<unsigned char>(step.value));
      case Kind::kLetter: return bytes_of_letter(static_cast<unsigned char>(step.value));
      case Kind::kCharacter: return bytes_of(trial_.sets_[step.value]);
      case Kind::kRepeat:
        return bytes_of(trial_.sets_[step.value]) | (step.least == 0 ? behind[next] : 0);
      case Kind::kChoice: return behind[next] | behind[step.value];
      case Kind::kBranch: return bytes_of(trial_.branches_[step.value], behind);
      case Kind::kJump: return behind[step.value];
      case Kind::kMatch:
      case Kind::kEnd: return RegexTrial::kAnyByte;
      default: return behind[next];
    }
  }

  void tell_beginnings() {
    std::vector<Step>& steps = trial_.steps_;
    std::vector<Bytes> bytes(steps.size() + 1, RegexTrial::kAnyByte);
    for (size_t i = steps.size(); i-- > 0;) {
      bytes[i] = bytes_of(steps[i], bytes, i + 1);
      steps[i].next = bytes[i + 1];
      if (steps[i].kind == Kind::kChoice) steps[i].other = bytes[steps[i].value];
    }
    for (RegexTrial::Branches& branches : trial_.branches_) sort_by_byte(branches, bytes);
  }

  static void sort_by_byte(RegexTrial::Branches& branches, const std::vector<Bytes>& bytes) {
    const std::vector<uint32_t> all = std::move(branches.steps);
    branches.steps.clear();
    for (size_t bit = 0; bit < RegexTrial::Branches::kAtEnd; ++bit) {
      for (const uint32_t branch : all)
        if ((bytes[branch] >> bit & 1) != 0) branches.steps.push_back(branch);
      branches.lists[bit + 1] = static_cast<uint32_t>(branches.steps.size());
    }
    branches.steps.insert(branches.steps.end(), all.begin(), all.end());
    branches.lists.back() = static_cast<uint32_t>(branches.steps.size());
  }

  std::vector<RegexToken> tokens_;
  size_t at_ = 0;
  size_t first_group_ = 0;
  bool ignores_case_ = false;
  bool failed_ = false;
  RegexTrial trial_;
};

std::optional<RegexTrial> RegexTrial::compile(std::string_view pattern, bool ignores_case) {
  return TrialCompiler(pattern, ignores_case).run();
}

// -- trying --------------------------------------------------------------------------

class TrialRun {
 public:
  TrialRun(const RegexTrial& trial, std::string_view text, RegexTrial::Match& match)
      : steps_(trial.steps_.data()),
        branches_(trial.branches_.data()),
        sets_(trial.sets_.data()),
        text_(text),
        match_(match) {}

  RegexTrial::Answer match_at(size_t at) {
    if (goes_on(0, at)) return RegexTrial::Answer::kMatch;
    return gave_up_ ? RegexTrial::Answer::kGaveUp : RegexTrial::Answer::kNone;
  }

 private:
  using Kind = RegexTrial::Kind;
  using Step = RegexTrial::Step;

  // Whether the steps from this one on match from `at` on.
  bool goes_on(uint32_t number, size_t at) {
    for (;; ++number) {
      if (is_tired()) return give_up();
      const Step& step = steps_[number];
      switch (step.kind) {
        case Kind::kByte:
          if (at == text_.size() || static_cast<unsigned char>(text_[at]) != step.value)
            return false;
          ++at;
          break;
        case Kind::kLetter:
          if (at == text_.size()) return false;
          if ((static_cast<unsigned char>(text_[at]) | 0x20U) != step.value)
            return is_sign_for(step.value, at) && give_up();
          ++at;
          break;
        case Kind::kCharacter: {
          const size_t length = length_at(step, at);
          if (length == 0) return false;
          at += length;
          break;
        }
        case Kind::kRepeat: return step.lazy ? few(number, at) : many(number, at);
        case Kind::kChoice: {
          const uint32_t first = step.lazy ? step.value : number + 1;
          const uint32_t second = step.lazy ? number + 1 : step.value;
          if (may_begin(step.lazy ? step.other : step.next, at) && goes_on(first, at)) return true;
          if (gave_up_ || !may_begin(step.lazy ? step.next : step.other, at)) return false;
          number = second - 1;
          break;
        }
        case Kind::kBranch: {
          const uint32_t last = try_branches(branches_[step.value], at);
          if (last >= kMatched) return last == kMatched;
          number = last - 1;
          break;
        }
        case Kind::kJump: number = step.value - 1; break;
        case Kind::kBoundary:
          if (!is_boundary(at)) return false;
          break;
        case Kind::kStart:
          if (at > 0) return false;
          break;
        case Kind::kEnd:
          if (at < text_.size()) return false;
          break;
        case Kind::kGroupBegin: return with(match_.group_begin, number, at);
        case Kind::kGroupEnd: return with(match_.group_end, number, at);
        case Kind::kMatch: match_.end = at; return true;
      }
    }
  }

  // The last branch, which is left to the caller; or what came of the others.
  static constexpr uint32_t kMatched = kAnyNumber - 1;
  static constexpr uint32_t kNoMatch = kAnyNumber;
  uint32_t try_branches(const RegexTrial::Branches& branches, size_t at) {
    const size_t list = at == text_.size() ? RegexTrial::Branches::kAtEnd
                                           : static_cast<unsigned char>(text_[at]) % 64;
    const uint32_t* branch = branches.steps.data() + branches.lists[list];
    const uint32_t* const end = branches.steps.data() + branches.lists[list + 1];
    if (branch == end) return kNoMatch;
    for (; branch + 1 < end; ++branch) {
      if (goes_on(*branch, at)) return kMatched;
      if (gave_up_) return kNoMatch;
    }
    return *branch;
  }

  bool is_tired() { return left_ == 0 || --left_ == 0; }
  bool give_up() {
    gave_up_ = true;
    return false;
  }

  bool may_begin(RegexTrial::Bytes bytes, size_t at) const {
    return at == text_.size() ||
           (bytes & RegexTrial::bit_of(static_cast<unsigned char>(text_[at]))) != 0;
  }

  bool is_boundary(size_t at) const {
    const bool before = at > 0 && is_word_byte(text_[at - 1]);
    const bool behind = at < text_.size() && is_word_byte(text_[at]);
    return before != behind;
  }

  bool is_sign_for(uint32_t letter, size_t at) const {
    const char32_t sign = sign_for(letter);
    size_t end = at;
    return sign != 0 && static_cast<unsigned char>(text_[at]) >= 0x80 &&
           next_code_point(text_, end) == sign;
  }

  size_t length_at(const Step& step, size_t at) {
    const std::optional<size_t> length = sets_[step.value].length_at(text_, at);
    if (!length) give_up();
    return length.value_or(0);
  }

  // What a group is told of holds if all goes on.
  bool with(size_t& place, uint32_t number, size_t at) {
    const size_t before = std::exchange(place, at);
    if (goes_on(number + 1, at)) return true;
    place = before;
    return false;
  }

  // From the most characters on down.
  bool many(uint32_t number, size_t at) {
    const Step& step = steps_[number];
    uint32_t count = 0;
    size_t end = at;
    while (count < step.most && !is_tired()) {
      const size_t length = length_at(step, end);
      if (length == 0) break;
      end += length;
      ++count;
    }
    if (left_ == 0) return give_up();
    if (gave_up_ || count < step.least) return false;
    for (;; --count) {
      if (is_tired()) return give_up();
      if (may_begin(step.next, end) && goes_on(number + 1, end)) return true;
      if (gave_up_ || count == step.least) return false;
      --end;
      while ((static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;
    }
  }

  // From the fewest on up.
  bool few(uint32_t number, size_t at) {
    const Step& step = steps_[number];
    for (uint32_t count = 0;; ++count) {
      if (is_tired()) return give_up();
      if (count >= step.least && may_begin(step.next, at) && goes_on(number + 1, at)) return true;
      if (gave_up_ || count == step.most) return false;
      const size_t length = length_at(step, at);
      if (length == 0) return false;
      at += length;
    }
  }

  const Step* steps_;
  const RegexTrial::Branches* branches_;
  const CharacterSet* sets_;
  std::string_view text_;
  RegexTrial::Match& match_;
  size_t left_ = kMaxTries;
  bool gave_up_ = false;
};

RegexTrial::Answer RegexTrial::match_at(std::string_view text, size_t at, Match& match) const {
  return TrialRun(*this, text, match).match_at(at);
}

}  // namespace vectora::text
