// One large object in parts, several at a time.
#pragma once

#include <string>
#include <string_view>

#include "vectora/aws/s3/client.h"

namespace vectora::aws {

// All parts of one size but the last; larger ones where S3's 10,000 would not do. Not
// seen before it is whole: after an error the server is told to forget the parts.
// Returns the etag.
Result<std::string> upload_in_parts(S3Client& client, const std::string& key,
                                    std::string_view bytes, size_t part_bytes);

}  // namespace vectora::aws
