#include "vectora/http/address_guard.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>

namespace vectora::http {
namespace {

struct Ipv4Range {
  Ipv4 start;
  int bits;
  std::string_view use;
};

struct Ipv6Range {
  Ipv6 start;
  int bits;
  std::string_view use;
};

constexpr Ipv4Range kIpv4Ranges[] = {
    {{0, 0, 0, 0}, 8, "unspecified"},
    {{10, 0, 0, 0}, 8, "private"},
    {{100, 64, 0, 0}, 10, "carrier-grade NAT"},
    {{127, 0, 0, 0}, 8, "loopback"},
    {{169, 254, 0, 0}, 16, "link-local"},
    {{172, 16, 0, 0}, 12, "private"},
    {{192, 0, 0, 0}, 24, "protocol assignment"},
    {{192, 0, 2, 0}, 24, "documentation"},
    {{192, 88, 99, 0}, 24, "relay anycast"},
    {{192, 168, 0, 0}, 16, "private"},
    {{198, 18, 0, 0}, 15, "benchmarking"},
    {{198, 51, 100, 0}, 24, "documentation"},
    {{203, 0, 113, 0}, 24, "documentation"},
    {{224, 0, 0, 0}, 4, "multicast"},
    {{240, 0, 0, 0}, 4, "reserved"},
};

constexpr Ipv6Range kIpv6Ranges[] = {
    {{0x01, 0x00}, 64, "discard-only"},
    {{0x20, 0x01, 0x00, 0x00}, 23, "protocol assignment"},  // Teredo and ORCHID too
    {{0x20, 0x01, 0x0d, 0xb8}, 32, "documentation"},
    {{0x3f, 0xff}, 20, "documentation"},
    {{0x5f, 0x00}, 16, "segment routing"},
    {{0xfc}, 7, "unique-local"},
    {{0xfe, 0x80}, 10, "link-local"},
    {{0xfe, 0xc0}, 10, "site-local"},
    {{0xff}, 8, "multicast"},
    // Local-use translation prefix: what it leads to is the network's own business.
    {{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01}, 48, "local translation"},
};

template <class Address>
bool has_prefix(const Address& address, const Address& start, int bits) {
  const auto whole = static_cast<size_t>(bits / 8);
  if (!std::equal(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(whole),
                  address.begin()))
    return false;
  if (bits % 8 == 0) return true;
  const unsigned mask = 0xFFU << static_cast<unsigned>(8 - bits % 8) & 0xFFU;
  return (address[whole] & mask) == (start[whole] & mask);
}

template <class Address, class Ranges>
std::string_view use_in(const Ranges& ranges, const Address& address) {
  for (const auto& range : ranges)
    if (has_prefix(address, range.start, range.bits)) return range.use;
  return {};
}

Ipv4 embedded(const Ipv6& address, size_t at) {
  return {address[at], address[at + 1], address[at + 2], address[at + 3]};
}

Ipv4 ipv4_of(const sockaddr& address) {
  sockaddr_in in{};
  std::memcpy(&in, &address, sizeof in);
  Ipv4 bytes{};
  std::memcpy(bytes.data(), &in.sin_addr, bytes.size());
  return bytes;
}

Ipv6 ipv6_of(const sockaddr& address) {
  sockaddr_in6 in{};
  std::memcpy(&in, &address, sizeof in);
  Ipv6 bytes{};
  std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
  return bytes;
}

template <class Address>
std::string text_of(const Address& address, int family) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(family, address.data(), text.data(), text.size());
  return text.data();
}

}  // namespace

std::string_view special_use(const Ipv4& address) { return use_in(kIpv4Ranges, address); }

std::string_view special_use(const Ipv6& address) {
  constexpr Ipv6 kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  constexpr Ipv6 kTranslated = {0x00, 0x64, 0xff, 0x9b};
  constexpr Ipv6 kSixToFour = {0x20, 0x02};
  constexpr Ipv6 kLoopback = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  if (address == Ipv6{}) return "unspecified";
  if (address == kLoopback) return "loopback";
  const bool carries_ipv4 = has_prefix(address, kMapped, 96) || has_prefix(address, Ipv6{}, 96) ||
                            has_prefix(address, kTranslated, 96);
  if (carries_ipv4) return special_use(embedded(address, 12));
  if (has_prefix(address, kSixToFour, 16)) return special_use(embedded(address, 2));
  return use_in(kIpv6Ranges, address);
}

std::string address_text(const sockaddr& address) {
  if (address.sa_family == AF_INET) return text_of(ipv4_of(address), AF_INET);
  if (address.sa_family == AF_INET6) return text_of(ipv6_of(address), AF_INET6);
  return {};
}

std::string refusal(const sockaddr& address) {
  const std::string text = address_text(address);
  if (text.empty()) return "not an internet address";
  const std::string_view use =
      address.sa_family == AF_INET ? special_use(ipv4_of(address)) : special_use(ipv6_of(address));
  if (use.empty()) return {};
  return text + " is no public address (" + std::string(use) + ")";
}

}  // namespace vectora::http
