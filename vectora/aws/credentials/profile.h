// The files ~/.aws/credentials and ~/.aws/config: named groups of settings.
//
//   const Profiles profiles = parse_profiles(text);   // "[default]\nregion = eu-west-3\n"
//   profiles.at("default").at("region")               // "eu-west-3"
//
// "[profile dev]", as the file config writes it, is the profile "dev". Indented lines
// (settings of a service) and sections of other kinds are passed over. Later wins.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace vectora::aws {

using Profile = std::map<std::string, std::string>;
using Profiles = std::map<std::string, Profile>;

Profiles parse_profiles(std::string_view text);

// The settings of both files; those of `over` win.
Profiles merged(Profiles under, const Profiles& over);

}  // namespace vectora::aws
