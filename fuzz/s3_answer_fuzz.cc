#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/aws/s3/answer.h"
#include "vectora/base/utf8.h"

// Whatever a server answers is read or refused; what is read are texts, and an
// error is one line.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vectora;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto list = aws::parse_list(bytes);
  if (list && list->objects.size() > size) std::abort();
  static_cast<void>(aws::parse_removal(bytes).ok());
  static_cast<void>(aws::parse_upload_id(bytes).ok());
  static_cast<void>(aws::parse_etag(bytes).ok());
  http::Response response;
  response.status = 403;
  response.headers["content-type"] = "application/xml";
  response.body = bytes;
  static const auto address = aws::BucketAddress::make({.bucket = "abc"});
  const auto fault = aws::fault_in(response);
  if (!fault) std::abort();
  const Error error = aws::to_error(*address, aws::get_call("k"), response, *fault);
  if (error.message.size() > 2000 || error.message.find('\n') != std::string::npos) std::abort();
  return 0;
}
