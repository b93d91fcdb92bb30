// Which addresses may be connected to: those of the public internet.
//
// What a page links to, a feed redirects to or a name resolves to must not lead
// into the network this program runs in, nor to the metadata service of a cloud.
// The tables are IANA's special-purpose registries (RFC 6890 and updates).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

struct sockaddr;

namespace vectora::http {

using Ipv4 = std::array<uint8_t, 4>;
using Ipv6 = std::array<uint8_t, 16>;

// What keeps an address from being public ("loopback", "private", ...); empty
// for a public one. IPv6 forms that carry an IPv4 address (mapped, compatible,
// 6to4, NAT64) are judged by that address.
std::string_view special_use(const Ipv4& address);
std::string_view special_use(const Ipv6& address);

// The same for what a socket is opened to: "127.0.0.1 is no public address
// (loopback)"; empty: it may be connected to. An unknown family may not.
std::string refusal(const sockaddr& address);

// "127.0.0.1", "fe80::1"; empty for an unknown family.
std::string address_text(const sockaddr& address);

}  // namespace vectora::http
