// Content codings (RFC 9110, 8.4.1), undone as the bytes arrive.
//
//   Decoder decoder = TRY(Decoder::for_codings("gzip", max_bytes));
//   TRY(decoder.write(bytes, body));        // appends to `body`
//   TRY(decoder.finish());                  // kMalformed: the body ends early
//
// Done here and not by libcurl, which takes a gzip body that was cut off for a
// whole one. gzip, x-gzip, deflate (with the zlib header or without, as servers
// differ), br and zstd, up to four on top of one another. What is none of these
// is passed on as it is, as browsers do. Bytes after the end are ignored.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"

namespace vectora::http {

// What the decoder can undo, for Accept-Encoding.
constexpr std::string_view kAcceptedCodings = "gzip, deflate, br, zstd";

// One coding, undone.
class Coding {
 public:
  virtual ~Coding() = default;
  // Appends to `out`, by at most `room` bytes: kTooLarge if there are more.
  virtual Result<void> write(std::string_view bytes, std::string& out, size_t room) = 0;
  virtual bool ended() const = 0;
};

enum class ZlibForm { kGzip, kDeflate };

std::unique_ptr<Coding> make_zlib_coding(ZlibForm form);
std::unique_ptr<Coding> make_brotli_coding();
std::unique_ptr<Coding> make_zstd_coding();

class Decoder {
 public:
  // `codings` as in Content-Encoding: the last was applied last.
  static Result<Decoder> for_codings(std::string_view codings, size_t max_bytes);

  // Appends the decoded form of `bytes`. kTooLarge beyond the bound, also
  // between two codings.
  Result<void> write(std::string_view bytes, std::string& body);

  Result<void> finish() const;

 private:
  struct Stage {
    std::unique_ptr<Coding> coding;
    size_t produced = 0;
  };

  explicit Decoder(size_t max_bytes) : max_bytes_(max_bytes) {}

  std::vector<Stage> stages_;  // in the order in which they are undone
  size_t max_bytes_;
  bool any_ = false;
};

// A file that was packed by who wrote it, as sitemap.xml.gz is: gzip by its first
// bytes; any other as it is.
Result<std::string> unpacked(std::string bytes, size_t max_bytes);

}  // namespace vectora::http
