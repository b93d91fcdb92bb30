// A server's certificate made on the spot, signed by itself, for tests.
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <memory>
#include <string>

namespace vectora::http {

struct TestCertificate {
  struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  };
  std::unique_ptr<SSL_CTX, Free> server;  // what a server is given
  std::string pem;                        // for who is to trust it
  std::string key_pem;                    // for a server that is another program
};

// For a subject alternative name as OpenSSL writes it ("IP:127.0.0.1"), valid
// from an hour before to `valid_s` seconds after now.
TestCertificate make_certificate(const std::string& alternative_name, int64_t valid_s);

}  // namespace vectora::http
