// What libcurl's errors mean here.
#pragma once

#include <curl/curl.h>

#include <string_view>

#include "vectora/http/http.h"

namespace vectora::http {

// `message` is what libcurl adds to the code; empty: the code's own words. Of a
// certificate the detail says what is wrong: "certificate has expired",
// "self-signed certificate", "certificate is not for the host 'a.example'".
Failure failure_from(CURLcode code, std::string_view message);

}  // namespace vectora::http
