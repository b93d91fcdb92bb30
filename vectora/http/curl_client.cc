#include "vectora/http/curl_client.h"

#include <curl/curl.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "vectora/base/clock.h"
#include "vectora/http/curl/transfer.h"
#include "vectora/http/host_queue.h"
#include "vectora/http/retry.h"

namespace vectora::http {
namespace {

constexpr int64_t kMaxPollMs = 1000;
// A transfer may hold a connection, another one that races it over the other
// address family, and the pipe of a name being resolved; the cache holds one more.
constexpr rlim_t kFilesPerTransfer = 4;
constexpr rlim_t kOtherFiles = 64;

using Done = std::function<void(size_t index, Outcome outcome)>;

int64_t now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// Raises the limit of open files as far as it goes; how many transfers it allows.
int transfers_allowed() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return 1;
  rlimit raised = files;
  raised.rlim_cur = files.rlim_max;
  if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) files = raised;
  const rlim_t usable = files.rlim_cur > kOtherFiles ? files.rlim_cur - kOtherFiles : 0;
  return static_cast<int>(std::clamp<rlim_t>(usable / kFilesPerTransfer, 1, 100000));
}

CurlOptions checked(CurlOptions options) {
  options.concurrency = std::clamp(options.concurrency, 1, transfers_allowed());
  options.per_host = std::max(options.per_host, 1);
  options.timeout_ms = std::max<int64_t>(options.timeout_ms, 1);
  options.max_bytes = std::max<int64_t>(options.max_bytes, 1);
  options.max_redirects = std::max(options.max_redirects, 0);
  return options;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool holds_line_break(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

// Header fields come from configuration and from earlier responses.
std::optional<Failure> refused(const Request& request) {
  bool bad = holds_line_break(request.method) || request.method.empty();
  for (const auto& [name, value] : request.headers)
    bad = bad || name.empty() || holds_line_break(name) || holds_line_break(value);
  if (!bad) return std::nullopt;
  return Failure{FailureReason::kRefused, "a line break in the method or a header"};
}

struct FreeMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using Multi = std::unique_ptr<CURLM, FreeMulti>;

// One call of `fetch`: what is queued, what is in flight, what was tried.
class Batch {
 public:
  Batch(CURLM* multi, const CurlOptions& options, const std::vector<Request>& requests,
        const Done& done)
      : multi_(multi),
        options_(options),
        requests_(requests),
        done_(done),
        queue_({options.concurrency, options.per_host, options.delay_ms}),
        attempts_(requests.size(), 0) {}

  ~Batch() {
    for (const auto& [handle, running] : running_) curl_multi_remove_handle(multi_, handle);
  }
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  void run() {
    for (size_t i = 0; i < requests_.size(); ++i) enqueue(i, 0);
    while (!queue_.empty()) {
      while (const auto index = queue_.pop(now_ms())) start(*index);
      perform();
      wait();
    }
  }

 private:
  struct Running {
    size_t index;
    std::unique_ptr<Transfer> transfer;
  };

  void enqueue(size_t index, int64_t not_before_ms) {
    const Request& request = requests_[index];
    queue_.push({index, request.url.host(), not_before_ms, request.host_delay_ms});
  }

  void start(size_t index) {
    ++attempts_[index];
    if (auto failure = refused(requests_[index])) {
      queue_.release(requests_[index].url.host());
      done_(index, *std::move(failure));
      return;
    }
    auto transfer = std::make_unique<Transfer>(requests_[index], options_);
    CURL* const handle = transfer->handle();
    running_[handle] = {index, std::move(transfer)};
    curl_multi_add_handle(multi_, handle);
  }

  void perform() {
    int still_running = 0;
    curl_multi_perform(multi_, &still_running);
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left))
      if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
  }

  void finish(CURL* handle, CURLcode code) {
    const Running ended = std::move(running_.extract(handle).mapped());
    curl_multi_remove_handle(multi_, handle);
    const Instant now = clock_->now();
    Outcome outcome = ended.transfer->finish(code, now);
    const Request& request = requests_[ended.index];
    queue_.release(request.url.host());
    const auto delay =
        retry_delay_ms({options_.retries, options_.retry_base_ms, options_.max_retry_after_ms},
                       {request.method, attempts_[ended.index]}, outcome, now);
    if (delay)
      retry(ended.index, *delay, outcome);
    else
      done_(ended.index, std::move(outcome));
  }

  // A server that says when to come back means all of its addresses.
  void retry(size_t index, int64_t delay_ms, const Outcome& outcome) {
    const int64_t until = now_ms() + delay_ms;
    const auto* response = std::get_if<Response>(&outcome);
    if (response != nullptr && !response->header("retry-after").empty())
      queue_.pause(requests_[index].url.host(), until);
    enqueue(index, until);
  }

  void wait() {
    if (queue_.empty()) return;
    int64_t timeout = kMaxPollMs;
    if (const auto next = queue_.next_start())
      timeout = std::clamp<int64_t>(*next - now_ms(), 0, kMaxPollMs);
    curl_multi_poll(multi_, nullptr, 0, static_cast<int>(timeout), nullptr);
  }

  CURLM* const multi_;
  const CurlOptions& options_;
  const std::vector<Request>& requests_;
  const Done& done_;
  HostQueue queue_;
  std::vector<int> attempts_;
  std::unordered_map<CURL*, Running> running_;
  std::unique_ptr<Clock> clock_ = system_clock();
};

class CurlClient : public Client {
 public:
  explicit CurlClient(CurlOptions options)
      : options_(checked(std::move(options))), multi_(curl_multi_init()) {
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(options_.concurrency));
    curl_multi_setopt(multi_.get(), CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
  }

  void fetch(const std::vector<Request>& requests, const Done& done) override {
    Batch(multi_.get(), options_, requests, done).run();
  }

 private:
  CurlOptions options_;
  Multi multi_;
};

}  // namespace

std::string user_agent(std::string_view contact) {
  std::string agent = std::string(kProductToken) + "/" VECTORA_VERSION;
  if (!contact.empty()) agent += " (+" + std::string(contact) + ")";
  std::replace_if(agent.begin(), agent.end(), is_control, '?');
  return agent;
}

std::unique_ptr<Client> make_curl_client(CurlOptions options) {
  [[maybe_unused]] static const CURLcode initialized = curl_global_init(CURL_GLOBAL_DEFAULT);
  assert(initialized == CURLE_OK);
  return std::make_unique<CurlClient>(std::move(options));
}

}  // namespace vectora::http
