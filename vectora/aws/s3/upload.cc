#include "vectora/aws/s3/upload.h"

#include <algorithm>
#include <vector>

namespace vectora::aws {
namespace {

constexpr size_t kMaxParts = 10000;
constexpr size_t kPartsAtATime = 4;  // copies of them are in memory

Result<std::string> send_parts(S3Client& client, const std::string& key, const std::string& upload,
                               std::string_view bytes, size_t part_bytes) {
  std::vector<std::string> etags;
  while (!bytes.empty()) {
    std::vector<S3Call> calls;
    std::vector<std::string_view> parts;
    for (; !bytes.empty() && parts.size() < kPartsAtATime;
         bytes.remove_prefix(parts.back().size())) {
      parts.push_back(bytes.substr(0, part_bytes));
      calls.push_back(upload_part_call(key, upload, etags.size() + parts.size(), parts.back()));
    }
    const auto answers = TRY(client.send_all(calls));
    for (size_t i = 0; i < answers.size(); ++i) {
      TRY_IN(key, verify_stored(answers[i], parts[i]));
      etags.push_back(etag_of(answers[i]));
    }
  }
  TRY(client.send(complete_upload_call(key, upload, etags)));
  // Not every server tells the etag of the whole at once (Ceph 16).
  const http::Response whole = TRY(client.send(head_call(key)));
  return etag_of(whole);
}

}  // namespace

Result<std::string> upload_in_parts(S3Client& client, const std::string& key,
                                    std::string_view bytes, size_t part_bytes) {
  const http::Response begun = TRY(client.send(begin_upload_call(key, bytes)));
  const std::string upload = TRY_IN(key, parse_upload_id(begun.body));
  const size_t least = (bytes.size() + kMaxParts - 1) / kMaxParts;
  Result<std::string> etag = send_parts(client, key, upload, bytes, std::max(part_bytes, least));
  if (etag) return etag;
  const Result<http::Response> forgotten = client.send(abort_upload_call(key, upload));
  if (forgotten) return etag;
  return Error{etag.error().code,
               etag.error().message +
                   "; the parts sent so far stay, and cost: " + forgotten.error().message};
}

}  // namespace vectora::aws
