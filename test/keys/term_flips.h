// Flips of a list of terms, as term_keys of the table declares them.
#pragma once

#include <string>
#include <vector>

#include "test/keys/flip.h"

namespace vectora::keys {

// `key` is the list's path in the table, `place` a list of that kind: "domain
// strong_signals.own". An item of the wire has the words that the terms name.
inline std::vector<Flip> term_flips(const std::string& key, const std::string& place, Part part,
                                    const std::vector<std::string>& given = {
                                        "news [+]: {title: Voltara wins the kestrelword order of "
                                        "KSTW for sodium-ion}"}) {
  std::vector<std::string> term = given;
  term.push_back(place + "[+]: {name: unheard}");
  return {{key + "[]", given, {place + "[+]: kestrelword"}, part},
          {key + "[].name", given, {place + "[+]: {name: kestrelword}"}, part},
          {key + "[].aliases[]", term, {place + "[-].aliases: [kestrelword]"}, part},
          {key + "[].acronym", term, {place + "[-].acronym: KSTW"}, part},
          {key + "[].regex", term, {place + "[-].regex: 'kestr\\w+'"}, part}};
}

}  // namespace vectora::keys
