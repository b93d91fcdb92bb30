// Result<T>: the answer of a function that may fail.
//
//   Result<Issue> read_issue(const Key& key) {
//     const std::string bytes = TRY_IN(key, store.get(key));
//     return parse_issue(bytes);
//   }
//
// A failure is an `Error`: a code for the caller to act on, a sentence for a
// person to act on. Who knows more than the callee puts its context in front
// (`TRY_IN`): "curated/lai/2026/02/03/items.json: not a JSON array".
//
// Only what depends on the outside world is a Result. A broken invariant of
// our own is an assert, never an Error.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vectora {

enum class ErrorCode {
  kInvalidArgument,  // the caller asked for something that makes no sense
  kNotFound,         // what was named does not exist
  kMalformed,        // bytes from outside do not have the shape they claim
  kTooLarge,         // a bound was reached
  kConflict,         // somebody else changed it meanwhile
  kIo,               // the disk or the operating system said no
  kTimeout,          // the time allowed is over
  kUnavailable,      // a part that is needed is not there or does not answer
};

// The words for a code, as printed in messages: "not found".
std::string_view to_string(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::kInvalidArgument;
  std::string message;

  // The same error with `context` and ": " in front of its message.
  Error within(std::string_view context) const;

  bool operator==(const Error&) const = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  const T& operator*() const& { return checked(*this); }
  T& operator*() & { return checked(*this); }
  // By value: a loop over `*list()` must not outlive what it walks over.
  T operator*() && { return std::move(checked(*this)); }
  const T* operator->() const { return &checked(*this); }
  T* operator->() { return &checked(*this); }

  const Error& error() const {
    assert(!ok());
    return error_;
  }

 private:
  template <class Self>
  static auto& checked(Self& self) {
    assert(self.ok());
    return *self.value_;
  }

  std::optional<T> value_;
  Error error_;
};

// Success without a value is written `return {};`.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  void operator*() const { assert(ok()); }

  const Error& error() const {
    assert(!ok());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace vectora

// The value of an expression of type Result, or an early return of its error.
// Macros, since only a macro can return for its caller; GNU statement
// expressions, which g++ and clang++ share. One fallible step per line.
#define TRY(expression)                        \
  __extension__({                              \
    auto&& try_result = (expression);          \
    if (!try_result.ok()) [[unlikely]]         \
      return try_result.error();               \
    *std::forward<decltype(try_result)>(try_result); \
  })

#define TRY_IN(context, expression)              \
  __extension__({                                \
    auto&& try_result = (expression);            \
    if (!try_result.ok()) [[unlikely]]           \
      return try_result.error().within(context); \
    *std::forward<decltype(try_result)>(try_result); \
  })
