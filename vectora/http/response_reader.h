// Builds a response from what arrives: header lines, then bytes of the body.
//
// Bounded while it grows: a reader that has refused something keeps the failure,
// and what feeds it stops. Of several responses (redirects, 100 Continue) the
// last counts; of those before it the reader tells where they moved the address for good.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "vectora/http/decoder.h"
#include "vectora/http/http.h"

namespace vectora::http {

enum class Continue { kNo, kYes };

class ResponseReader {
 public:
  enum class Decode { kNo, kYes };

  // `asked` is the request's address.
  ResponseReader(Url asked, int64_t max_bytes, Decode decode = Decode::kYes)
      : asked_(std::move(asked)), max_bytes_(static_cast<size_t>(max_bytes)), decode_(decode) {}

  // A status line, a field line, or the empty line that ends the headers, with
  // or without its line break.
  Continue header_line(std::string_view line);
  Continue body(std::string_view bytes);

  // Once all has arrived. The caller fills in what the transport knows.
  Outcome finish();

  const std::optional<Failure>& failure() const { return failure_; }

 private:
  Continue fail(FailureReason reason, std::string detail);
  void add_field(std::string_view name, std::string_view value);
  void follow();

  // While all redirects were permanent `moved_to_` goes with them.
  enum class Trail { kPermanent, kEnded };

  Url asked_;
  std::optional<Url> moved_to_;
  Trail trail_ = Trail::kPermanent;
  size_t max_bytes_;
  Decode decode_;
  size_t header_bytes_ = 0;
  Response response_;
  std::optional<Decoder> decoder_;
  std::optional<Failure> failure_;
};

}  // namespace vectora::http
