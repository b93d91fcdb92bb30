#include "vectora/aws/s3/s3_store.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <random>

#include "vectora/aws/hash.h"
#include "vectora/aws/s3/upload.h"
#include "vectora/base/digest.h"

namespace vectora::aws {
namespace {

using store::ListQuery;
using store::Object;
using store::ObjectInfo;
using store::Page;
using store::Write;
using store::Writers;

constexpr size_t kMaxPage = 1000;  // keys in a list, and in a removal of many
constexpr size_t kBatchObjects = 256;
constexpr size_t kBatchBytes = 64'000'000;
const std::string kProbeKey = ".vectora-probe";  // no key: nobody else's

// How a server takes the etag of If-Match. AWS takes both forms, Ceph 16 the bare one.
enum class Conditions { kNone, kQuoted, kBare };

std::string written_as(Conditions form, const std::string& etag) {
  return form == Conditions::kBare ? etag : "\"" + etag + "\"";
}

bool is_not_found(const Error& error) { return error.code == ErrorCode::kNotFound; }

std::string random_name() {
  std::random_device random;
  std::string text;
  for (int i = 0; i < 4; ++i) text += std::to_string(random()) + "-";
  return text;
}

Result<void> expect_equal(const std::string& present, const std::string& expected,
                          const std::string& key) {
  if (present == expected) return {};
  return Error{ErrorCode::kConflict, key + ": changed meanwhile"};
}

class S3Store : public store::ObjectStore {
 public:
  S3Store(BucketAddress address, std::shared_ptr<CredentialsSource> credentials,
          std::shared_ptr<const Clock> clock, const S3Options& options)
      : client_(std::move(address), std::move(credentials), std::move(clock), options.transport),
        options_(options) {
    // What is documented needs no question.
    if (client_.address().is_aws()) conditions_ = Conditions::kQuoted;
  }

  Result<Object> get(const std::string& key) override {
    TRY(store::check_key(key));
    http::Response answer = TRY(client_.send(get_call(key)));
    TRY_IN(key, verify_body(answer));
    std::string etag = etag_of(answer);
    return Object{std::move(answer.body), std::move(etag)};
  }

  Result<std::string> get_range(const std::string& key, store::ByteRange range) override {
    TRY(store::check_key(key));
    if (range.size == 0) {
      TRY(head(key));
      return std::string();
    }
    constexpr size_t kFar = SIZE_MAX / 4;
    range.offset = std::min(range.offset, kFar);
    const size_t last = range.offset + std::min(range.size - 1, kFar);
    const S3Call call = range_call(key, range.offset, last);
    http::Response answer = TRY(client_.ask(call));
    if (answer.status == 416) return std::string();  // behind the end
    answer = TRY(client_.accepted(call, std::move(answer)));
    std::string& body = answer.body;
    // A server may give all of it.
    if (answer.status == 206) return std::move(body);
    return body.substr(std::min(range.offset, body.size()), range.size);
  }

  Result<ObjectInfo> head(const std::string& key) override {
    TRY(store::check_key(key));
    const Result<http::Response> answer = client_.send(head_call(key));
    // The answer to HEAD has no body to say what is wrong; that to GET has.
    if (!answer) {
      const Result<http::Response> reason = client_.send(range_call(key, 0, 0));
      return reason ? answer.error() : reason.error();
    }
    const size_t size = TRY_IN(key, size_of(*answer));
    return ObjectInfo{key, etag_of(*answer), size};
  }

  Result<std::string> put(const std::string& key, std::string_view bytes) override {
    TRY(store::check_key(key));
    if (bytes.size() > options_.max_single_bytes)
      return upload_in_parts(client_, key, bytes, options_.part_bytes);
    return stored(key, TRY(client_.send(put_call(key, bytes))), bytes);
  }

  Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) override {
    TRY(store::check_key(key));
    if (TRY(conditions()) != Conditions::kNone)
      return put_conditionally(key, bytes, {"if-none-match", "*"});
    const std::lock_guard lock(single_writer_);
    const Result<ObjectInfo> present = head(key);
    if (present) return Error{ErrorCode::kConflict, key + ": exists already"};
    if (!is_not_found(present.error())) return present.error();
    return put(key, bytes);
  }

  Result<std::string> put_if(const std::string& key, std::string_view bytes,
                             const std::string& etag) override {
    TRY(store::check_key(key));
    const Conditions known = TRY(conditions());
    if (known != Conditions::kNone)
      return put_conditionally(key, bytes, {"if-match", written_as(known, etag)});
    const std::lock_guard lock(single_writer_);
    const Result<ObjectInfo> present = head(key);
    if (!present && !is_not_found(present.error())) return present.error();
    TRY(expect_equal(present ? present->etag : "", etag, key));
    return put(key, bytes);
  }

  Result<std::string> copy(const std::string& from, const std::string& to) override {
    TRY(store::check_key(from));
    TRY(store::check_key(to));
    const http::Response answer = TRY(client_.send(copy_call(client_.address(), from, to)));
    return TRY_IN(to, parse_etag(answer.body));
  }

  Result<void> remove(const std::string& key) override {
    TRY(store::check_key(key));
    const Result<http::Response> answer = client_.send(remove_call(key));
    if (!answer && !is_not_found(answer.error())) return answer.error();
    return {};
  }

  Result<void> put_all(const std::vector<Write>& writes) override {
    TRY(store::check_keys(writes));
    for (size_t begin = 0; begin < writes.size();) begin = TRY(put_batch(writes, begin));
    return {};
  }

  Result<void> remove_all(const std::vector<std::string>& keys) override {
    for (const std::string& key : keys) TRY(store::check_key(key));
    for (size_t begin = 0; begin < keys.size(); begin += kMaxPage) {
      const auto first = keys.begin() + static_cast<ptrdiff_t>(begin);
      const size_t count = std::min(kMaxPage, keys.size() - begin);
      TRY(remove_batch({first, first + static_cast<ptrdiff_t>(count)}));
    }
    return {};
  }

  Result<Page> list_page(const ListQuery& query) override {
    ListCall list{query.prefix, query.after > query.prefix ? query.after : std::string(), "",
                  std::clamp<size_t>(query.limit, 1, kMaxPage)};
    for (;;) {
      const S3Call call = list_call(list);
      const http::Response answer = TRY(client_.send(call));
      S3List part = TRY_IN(client_.address().str(), parse_list(answer.body));
      Page page{{}, part.truncated};
      for (ObjectInfo& info : part.objects)
        if (store::check_key(info.key)) page.objects.push_back(std::move(info));
      if (!page.objects.empty() || !page.more) return page;
      if (part.token.empty() || part.token == list.token)
        return Error{ErrorCode::kMalformed, client_.address().str() + " lists without an end"};
      list.token = part.token;  // nothing here is an object of ours: go on
    }
  }

  Result<Writers> writers() override {
    return TRY(conditions()) == Conditions::kNone ? Writers::kOne : Writers::kMany;
  }

 private:
  static Result<std::string> stored(const std::string& key, const http::Response& answer,
                                    std::string_view bytes) {
    TRY_IN(key, verify_stored(answer, bytes));
    return etag_of(answer);
  }

  Result<std::string> put_conditionally(const std::string& key, std::string_view bytes,
                                        std::pair<std::string, std::string> condition) {
    S3Call call = put_call(key, bytes);
    const bool must_exist = condition.first == "if-match";
    const std::string name = random_name();
    call.headers.insert(std::move(condition));
    call.headers[std::string(kWriteHeader)] = name;
    const Result<http::Response> written = client_.send(call);
    if (written) return stored(key, *written, bytes);
    if (must_exist && is_not_found(written.error()))
      return Error{ErrorCode::kConflict, key + ": changed meanwhile"};
    if (written.error().code != ErrorCode::kConflict) return written.error();
    // What is there may be of an attempt of ours, whose answer was lost.
    const Result<http::Response> present = client_.send(head_call(key));
    if (present && present->header(kWriteHeader) == name) return etag_of(*present);
    return written.error();
  }

  // Sends from `begin` on what a batch may hold; where the next begins.
  Result<size_t> put_batch(const std::vector<Write>& writes, size_t begin) {
    if (writes[begin].bytes.size() > options_.max_single_bytes) {
      TRY(put(writes[begin].key, writes[begin].bytes));
      return begin + 1;
    }
    std::vector<S3Call> calls;
    size_t bytes = 0;
    size_t end = begin;
    for (; end < writes.size() && calls.size() < kBatchObjects && bytes < kBatchBytes; ++end) {
      const Write& write = writes[end];
      if (write.bytes.size() > options_.max_single_bytes) break;
      bytes += write.bytes.size();
      calls.push_back(put_call(write.key, write.bytes));
    }
    const auto answers = TRY(client_.send_all(calls));
    for (size_t i = 0; i < answers.size(); ++i)
      TRY_IN(calls[i].key, verify_stored(answers[i], writes[begin + i].bytes));
    return end;
  }

  Result<void> remove_batch(const std::vector<std::string>& keys) {
    const S3Call call = TRY(remove_all_call(keys));
    const http::Response answer = TRY_IN(keys.front(), client_.send(call));
    const auto faults = TRY_IN(client_.address().str(), parse_removal(answer.body));
    for (const S3Fault& fault : faults)
      if (fault.code != "NoSuchKey")
        return to_error(client_.address(), remove_call(fault.key), answer, fault);
    return {};
  }

  Result<Conditions> conditions() {
    const std::lock_guard lock(probe_);
    if (!conditions_) conditions_ = TRY(probe());
    return *conditions_;
  }

  // By asking the server to break each condition, and to keep one that holds.
  Result<Conditions> probe() {
    // The object is there from the first answer on, at the latest.
    const bool is_known = TRY(probe_put({"if-none-match", "*"})) == Probe::kRefused;
    if (!is_known && TRY(probe_put({"if-none-match", "*"})) != Probe::kRefused)
      return Conditions::kNone;
    const std::string etag = etag_of(TRY(client_.send(head_call(kProbeKey))));
    for (const Conditions as : {Conditions::kBare, Conditions::kQuoted}) {
      const Probe right = TRY(probe_put({"if-match", written_as(as, etag)}));
      const Probe wrong = TRY(probe_put({"if-match", written_as(as, "0" + etag)}));
      if (right == Probe::kWritten && wrong == Probe::kRefused) return as;
    }
    return Conditions::kNone;
  }

  enum class Probe { kWritten, kRefused, kUnknown };

  Result<Probe> probe_put(std::pair<std::string, std::string> condition) {
    S3Call call = put_call(kProbeKey, "asks whether this server knows conditional writes\n");
    call.headers.insert(std::move(condition));
    http::Response answer = TRY(client_.ask(call));
    if (answer.status == 412) return Probe::kRefused;
    if (answer.status == 501) return Probe::kUnknown;
    TRY(client_.accepted(call, std::move(answer)));
    return Probe::kWritten;
  }

  S3Client client_;
  const S3Options options_;
  std::mutex single_writer_;
  std::mutex probe_;
  std::optional<Conditions> conditions_;
};

}  // namespace

Result<std::unique_ptr<store::ObjectStore>> open_s3(const S3Options& options,
                                                    std::shared_ptr<CredentialsSource> credentials,
                                                    std::shared_ptr<const Clock> clock) {
  BucketAddress address = TRY(BucketAddress::make(options.name));
  std::unique_ptr<store::ObjectStore> opened = std::make_unique<S3Store>(
      std::move(address), std::move(credentials), std::move(clock), options);
  return opened;
}

Result<void> create_bucket(const S3Options& options, std::shared_ptr<CredentialsSource> credentials,
                           std::shared_ptr<const Clock> clock) {
  S3Client client(TRY(BucketAddress::make(options.name)), std::move(credentials), std::move(clock),
                  options.transport);
  const S3Call call = create_bucket_call(client.address());
  http::Response answer = TRY(client.ask(call));
  const auto fault = fault_in(answer);
  if (fault && fault->code == "BucketAlreadyOwnedByYou") return {};
  TRY(client.accepted(call, std::move(answer)));
  return {};
}

}  // namespace vectora::aws
