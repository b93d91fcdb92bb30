#include "vectora/pipeline/capture.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "vectora/pipeline/collect/stored_answer.h"
#include "vectora/store/buckets.h"
#include "vectora/store/content.h"

namespace vectora::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr int kVersion = 1;
constexpr std::uintmax_t kMaxFileBytes = 64000000;
constexpr std::string_view kKeptHeaders[] = {
    "age",  "cache-control", "content-language", "content-type", "date",
    "etag", "expires",       "last-modified",    "retry-after",
};

Json exchange_to_json(const Exchange& exchange) {
  Json json;
  json["source_key"] = exchange.source.str();
  json["kind"] = exchange.kind == RequestKind::kSource ? "source" : "detail";
  json["url"] = exchange.url;
  json["final_url"] = exchange.final_url;
  json["time"] = exchange.time.str();
  json["status"] = exchange.status;
  json["headers"] = headers_to_json(exchange.headers);
  if (!exchange.body.empty()) json["body"] = exchange.body.str();
  if (!exchange.failure.empty())
    json["failure"] = {{"reason", exchange.failure}, {"detail", exchange.failure_detail}};
  if (!exchange.moved_to.empty()) json["moved_to"] = exchange.moved_to;
  if (!exchange.asked) json["asked"] = false;
  return json;
}

Result<Exchange> exchange_from_json(const Json& json) {
  Exchange exchange;
  exchange.source = SourceKey(string_member(json, "source_key"));
  exchange.kind =
      string_member(json, "kind") == "detail" ? RequestKind::kDetail : RequestKind::kSource;
  exchange.url = string_member(json, "url");
  if (exchange.url.empty()) return Error{ErrorCode::kMalformed, "a request without url"};
  exchange.final_url = string_member(json, "final_url", exchange.url);
  if (const auto time = Instant::parse(string_member(json, "time"))) exchange.time = *time;
  exchange.status = static_cast<int>(number_member(json, "status"));
  exchange.headers = headers_from_json(json, "headers");
  if (const auto digest = Digest::parse(string_member(json, "body"))) exchange.body = *digest;
  if (const Json* failure = find_member(json, "failure")) {
    exchange.failure = string_member(*failure, "reason");
    exchange.failure_detail = string_member(*failure, "detail");
  }
  exchange.moved_to = string_member(json, "moved_to");
  if (const Json* asked = find_member(json, "asked"); asked && asked->is_boolean())
    exchange.asked = asked->get<bool>();
  return exchange;
}

Result<std::string> read_file(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return Error{ErrorCode::kNotFound, path.string() + ": " + error.message()};
  if (size > kMaxFileBytes) return Error{ErrorCode::kTooLarge, path.string() + " is too large"};
  std::ifstream file(path, std::ios::binary);
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

// A body file stands beside or below its capture.json, nowhere else.
Result<fs::path> body_path(const fs::path& folder, const std::string& name) {
  const fs::path relative = fs::path(name).lexically_normal();
  if (relative.empty() || relative.is_absolute() || *relative.begin() == "..")
    return Error{ErrorCode::kMalformed, "body_file '" + name + "' leads out of the capture"};
  return folder / relative;
}

}  // namespace

Digest Capture::digest() const { return sha256(to_json_line(to_json(*this))); }

Json to_json(const Capture& capture) {
  Json json;
  json["version"] = kVersion;
  json["capture_id"] = capture.id;
  json["captured_at"] = capture.captured_at.str();
  json["requests"] = Json::array();
  for (const Exchange& exchange : capture.exchanges)
    json["requests"].push_back(exchange_to_json(exchange));
  return json;
}

Result<Capture> capture_from_json(const Json& json) {
  if (number_member(json, "version") != kVersion)
    return Error{ErrorCode::kMalformed, "not a capture of version 1"};
  Capture capture;
  capture.id = string_member(json, "capture_id");
  const auto time = Instant::parse(string_member(json, "captured_at"));
  if (capture.id.empty() || !time)
    return Error{ErrorCode::kMalformed, "capture_id or captured_at is missing"};
  TRY(store::check_key(capture.id));
  capture.captured_at = *time;
  const Json* requests = find_member(json, "requests");
  if (requests == nullptr || !requests->is_array())
    return Error{ErrorCode::kMalformed, "requests is missing"};
  for (const Json& request : *requests)
    capture.exchanges.push_back(TRY(exchange_from_json(request)));
  return capture;
}

Result<void> save_capture(store::ObjectStore& data, const Capture& capture) {
  const std::string key = store::keys::capture(capture.captured_at.date(), capture.id);
  TRY_IN("cannot store the capture", data.put(key, to_json_text(to_json(capture))));
  return {};
}

Result<Capture> load_capture(store::ObjectStore& data, const std::string& id) {
  const auto captures = TRY(data.list(store::keys::capture_prefix()));
  const auto named = [&id](const store::ObjectInfo& info) {
    return info.key.ends_with("/" + id + ".json");
  };
  const auto found =
      id == "latest" ? captures.rbegin() : std::find_if(captures.rbegin(), captures.rend(), named);
  if (found == captures.rend())
    return Error{ErrorCode::kNotFound, "there is no capture '" + id + "' in the store"};
  const store::Object object = TRY(data.get(found->key));
  const Json json = TRY_IN(found->key, parse_json(object.bytes));
  return TRY_IN(found->key, capture_from_json(json));
}

Result<Capture> import_capture(store::ObjectStore& data, const fs::path& path) {
  const fs::path file = fs::is_directory(path) ? path / "capture.json" : path;
  const std::string text = TRY(read_file(file));
  const Json json = TRY_IN(file.string(), parse_json(text));
  Capture capture = TRY_IN(file.string(), capture_from_json(json));
  const Json& requests = json["requests"];
  for (size_t i = 0; i < capture.exchanges.size(); ++i) {
    const std::string name = string_member(requests[i], "body_file");
    if (name.empty()) continue;
    const fs::path body = TRY_IN(file.string(), body_path(file.parent_path(), name));
    const std::string bytes = TRY_IN(file.string(), read_file(body));
    capture.exchanges[i].body = TRY(store::put_content(data, bytes));
  }
  TRY(save_capture(data, capture));
  return capture;
}

http::Headers kept_headers(const http::Headers& headers) {
  http::Headers kept;
  for (const std::string_view name : kKeptHeaders)
    if (const auto found = headers.find(std::string(name)); found != headers.end())
      kept.insert(*found);
  return kept;
}

}  // namespace vectora::pipeline
