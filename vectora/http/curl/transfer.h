// One attempt at one request, as a libcurl easy handle.
#pragma once

#include <curl/curl.h>

#include <array>
#include <memory>
#include <string>

#include "vectora/http/curl_client.h"
#include "vectora/http/http.h"
#include "vectora/http/response_reader.h"

namespace vectora::http {

class Transfer {
 public:
  // `options` must outlive the transfer; `request` need not.
  Transfer(const Request& request, const CurlOptions& options);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* handle() const { return handle_.get(); }

  // What became of it, once libcurl is done.
  Outcome finish(CURLcode code, Instant now);

 private:
  struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  };
  struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  static size_t on_header(char* bytes, size_t size, size_t count, void* self);
  static size_t on_body(char* bytes, size_t size, size_t count, void* self);
  static int on_progress(void* self, curl_off_t total, curl_off_t now, curl_off_t, curl_off_t);
  static curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address);

  template <class Value>
  void set(CURLoption option, Value value);
  void set_limits(const Request& request);
  void set_security(const Request& request);
  void set_request(const Request& request);
  void add_header(const std::string& line);
  Failure failure_of(CURLcode code) const;

  const CurlOptions& options_;
  ResponseReader reader_;
  std::string refused_address_;
  std::string body_to_send_;
  bool too_much_on_wire_ = false;
  std::array<char, CURL_ERROR_SIZE> message_{};
  std::unique_ptr<curl_slist, FreeList> headers_;
  std::unique_ptr<CURL, FreeHandle> handle_;
};

}  // namespace vectora::http
