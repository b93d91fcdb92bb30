#include "vectora/app/cli/live_client.h"

#include "vectora/base/clock.h"
#include "vectora/http/curl_client.h"
#include "vectora/http/robots_client.h"

namespace vectora::app {
namespace {

http::CurlOptions curl_options(const config::HttpSettings& settings) {
  http::CurlOptions options;
  options.contact = settings.contact;
  options.concurrency = settings.concurrency;
  options.per_host = settings.per_host;
  options.delay_ms = settings.delay_ms;
  options.timeout_ms = int64_t{1000} * settings.timeout_s;
  options.max_bytes = settings.max_bytes;
  options.max_redirects = settings.max_redirects;
  options.retries = settings.retries;
  options.allow_private_addresses = settings.allow_private_addresses;
  return options;
}

}  // namespace

LiveClient open_live_client(const config::HttpSettings& settings, pipeline::RobotsMemory known) {
  LiveClient live;
  live.learned = std::make_unique<pipeline::RobotsMemory>();
  live.client = http::make_curl_client(curl_options(settings));
  if (!settings.respect_robots) return live;
  live.inner = std::move(live.client);
  http::RobotsOptions options;
  options.now = system_clock()->now();
  options.known = std::move(known);
  options.learned = [learned = live.learned.get()](const std::string& origin,
                                                   const http::RobotsAnswer& answer) {
    (*learned)[origin] = answer;
  };
  live.client = http::make_robots_client(*live.inner, std::move(options));
  return live;
}

}  // namespace vectora::app
