// Secrets kept out of what is shown: differences, reports, logs.
//
//   is_secret_name("api_key")                                  true
//   without_secrets("https://me:pw@x.example/?token=abc")      "https://***@x.example/?token=***"
#pragma once

#include <string>
#include <string_view>

namespace vectora::ops {

constexpr std::string_view kHidden = "***";

// Whether the value of a key of this name is a secret: password, secret, token, auth,
// webhook, api_key, private_key and their like, as whole words.
bool is_secret_name(std::string_view name);

// The text without the credentials of addresses in it, values of parameters with
// a secret's name, keys as services issue them, and private keys.
std::string without_secrets(std::string_view text);

}  // namespace vectora::ops
