#include "vectora/http/response_reader.h"

#include <charconv>

#include "vectora/base/utf8.h"

namespace vectora::http {
namespace {

constexpr size_t kMaxHeaderBytes = 262144;

// "HTTP/1.1 200 OK", "HTTP/2 200"; 0 for anything else.
int status_of(std::string_view line) {
  const size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return 0;
  int status = 0;
  std::from_chars(line.data() + blank + 1, line.data() + line.size(), status);
  return status;
}

FailureReason reason_of(ErrorCode code) {
  return code == ErrorCode::kTooLarge ? FailureReason::kTooLarge : FailureReason::kProtocol;
}

}  // namespace

Continue ResponseReader::fail(FailureReason reason, std::string detail) {
  failure_ = Failure{reason, std::move(detail)};
  response_.body.clear();
  return Continue::kNo;
}

void ResponseReader::add_field(std::string_view name, std::string_view value) {
  std::string& field = response_.headers[lower_case(trimmed(name))];
  if (!field.empty()) field += ", ";
  field += to_valid_utf8(std::string(trimmed(value)));
}

Continue ResponseReader::header_line(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > kMaxHeaderBytes)
    return fail(FailureReason::kTooLarge, "headers larger than 262144 bytes");
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  if (line.starts_with("HTTP/")) {
    response_ = Response{};
    decoder_.reset();
    response_.status = status_of(line);
  } else if (const size_t colon = line.find(':'); colon != std::string_view::npos) {
    add_field(line.substr(0, colon), line.substr(colon + 1));
  }
  return Continue::kYes;
}

Continue ResponseReader::body(std::string_view bytes) {
  if (failure_) return Continue::kNo;
  if (!decoder_) {
    auto decoder = Decoder::for_codings(response_.header("content-encoding"), max_bytes_);
    if (!decoder) return fail(FailureReason::kProtocol, decoder.error().message);
    decoder_ = *std::move(decoder);
  }
  const Result<void> written = decoder_->write(bytes, response_.body);
  if (!written) return fail(reason_of(written.error().code), written.error().message);
  return Continue::kYes;
}

Outcome ResponseReader::finish() {
  if (!failure_ && decoder_)
    if (const auto whole = decoder_->finish(); !whole)
      fail(FailureReason::kProtocol, whole.error().message);
  if (failure_) return *failure_;
  return std::move(response_);
}

}  // namespace vectora::http
