// vectora source probe URL: what an address offers, as an entry of the catalog.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"
#include "vectora/app/cli/source_probe.h"

namespace vectora::app {

struct ProbeArguments {
  std::string url;
  std::string write_key;  // source_key under which the entry is added; empty: only printed
};

// The feed or sitemap that the address is, else a feed that its page links, else the
// list of its page, or a sitemap of its site where the list has no days. kNotFound
// where there is none, kUnavailable where the address does not answer.
Result<Proposal> probe(http::Client& client, const Url& url, Date today);

ExitCode source_probe_command(const ProbeArguments& arguments, const Globals& globals,
                              Console& console);

}  // namespace vectora::app
