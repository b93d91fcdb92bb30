#include "vectora/http/address_guard.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/un.h>

namespace vectora::http {
namespace {

std::string refusal_of(const std::string& text) {
  sockaddr_in in{};
  in.sin_family = AF_INET;
  if (::inet_pton(AF_INET, text.c_str(), &in.sin_addr) == 1)
    return refusal(reinterpret_cast<const sockaddr&>(in));
  sockaddr_in6 in6{};
  in6.sin6_family = AF_INET6;
  EXPECT_EQ(::inet_pton(AF_INET6, text.c_str(), &in6.sin6_addr), 1) << text;
  return refusal(reinterpret_cast<const sockaddr&>(in6));
}

TEST(AddressGuardTest, PublicAddressesAreOpen) {
  for (const char* address :
       {"1.1.1.1",         "9.255.255.255",        "11.0.0.0",          "100.63.255.255",
        "100.128.0.0",     "126.255.255.255",      "128.0.0.0",         "169.253.255.255",
        "169.255.0.0",     "172.15.255.255",       "172.32.0.0",        "192.0.1.0",
        "192.167.255.255", "192.169.0.0",          "198.17.255.255",    "198.20.0.0",
        "223.255.255.255", "2606:4700:4700::1111", "2a00:1450:4007::1", "64:ff9b::8.8.8.8",
        "::ffff:8.8.8.8",  "2002:808:808::1",      "2001:200::1"})
    EXPECT_EQ(refusal_of(address), "");
}

TEST(AddressGuardTest, WhatIsNotPublicIsRefusedByName) {
  const std::pair<const char*, const char*> cases[] = {
      {"0.0.0.0", "unspecified"},
      {"0.1.2.3", "unspecified"},
      {"10.0.0.0", "private"},
      {"10.255.255.255", "private"},
      {"100.64.0.0", "carrier-grade NAT"},
      {"100.127.255.255", "carrier-grade NAT"},
      {"127.0.0.1", "loopback"},
      {"127.255.255.255", "loopback"},
      {"169.254.169.254", "link-local"},
      {"172.16.0.0", "private"},
      {"172.31.255.255", "private"},
      {"192.0.0.8", "protocol assignment"},
      {"192.168.0.0", "private"},
      {"192.168.255.255", "private"},
      {"198.18.0.0", "benchmarking"},
      {"198.19.255.255", "benchmarking"},
      {"203.0.113.9", "documentation"},
      {"224.0.0.1", "multicast"},
      {"239.255.255.255", "multicast"},
      {"240.0.0.1", "reserved"},
      {"255.255.255.255", "reserved"},
      {"::", "unspecified"},
      {"::1", "loopback"},
      {"::7f00:1", "loopback"},
      {"::ffff:127.0.0.1", "loopback"},
      {"::ffff:10.1.2.3", "private"},
      {"64:ff9b::169.254.169.254", "link-local"},
      {"64:ff9b:1::1", "local translation"},
      {"2002:7f00:1::", "loopback"},
      {"2002:a9fe:a9fe::", "link-local"},
      {"2001::1", "protocol assignment"},
      {"2001:db8::1", "documentation"},
      {"100::1", "discard-only"},
      {"fc00::1", "unique-local"},
      {"fd12:3456::1", "unique-local"},
      {"fe80::1", "link-local"},
      {"febf::1", "link-local"},
      {"fec0::1", "site-local"},
      {"ff02::1", "multicast"},
  };
  for (const auto& [address, use] : cases) {
    const std::string refused = refusal_of(address);
    EXPECT_TRUE(refused.ends_with(" is no public address (" + std::string(use) + ")"))
        << address << ": " << refused;
  }
}

TEST(AddressGuardTest, OnlyInternetAddressesAreKnown) {
  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  EXPECT_EQ(refusal(reinterpret_cast<const sockaddr&>(local)), "not an internet address");
}

}  // namespace
}  // namespace vectora::http
