#include "vectora/http/response_reader.h"

#include <charconv>

#include "vectora/base/utf8.h"

namespace vectora::http {
namespace {

constexpr size_t kMaxHeaderBytes = 262144;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// RFC 9110, 15.4.2 and 15.4.9: "future references ought to use" the new address.
bool is_permanent(int status) { return status == 301 || status == 308; }

// An address with a secret in it stays with who wrote it, and none is left by a
// redirect that gives up TLS.
bool may_replace(const Url& old_address, const Url& address) {
  return !old_address.has_credentials() && !address.has_credentials() &&
         (address.scheme() == "https" || old_address.scheme() == "http");
}

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
    follow();
    response_ = Response{};
    decoder_.reset();
    response_.status = status_of(line);
  } else if (const size_t colon = line.find(':'); colon != std::string_view::npos) {
    add_field(line.substr(0, colon), line.substr(colon + 1));
  }
  return Continue::kYes;
}

// The response so far is followed by another one.
void ResponseReader::follow() {
  if (trail_ == Trail::kEnded || !is_redirect(response_.status)) return;
  const Url& here = moved_to_ ? *moved_to_ : asked_;
  const std::optional<Url> next = here.resolve(response_.header("location"));
  if (is_permanent(response_.status) && next && may_replace(here, *next))
    moved_to_ = *next;
  else
    trail_ = Trail::kEnded;
}

Continue ResponseReader::body(std::string_view bytes) {
  if (failure_) return Continue::kNo;
  if (!decoder_) {
    const std::string codings =
        decode_ == Decode::kYes ? response_.header("content-encoding") : std::string();
    auto decoder = Decoder::for_codings(codings, max_bytes_);
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
  if (moved_to_ && moved_to_->without_fragment() != asked_.without_fragment())
    response_.moved_to = moved_to_->without_fragment();
  return std::move(response_);
}

}  // namespace vectora::http
