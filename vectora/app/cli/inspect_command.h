// vectora inspect feed|listing|article|items|pairs: one piece of the machine on one
// file, for scripts and for looking.
#pragma once

#include <functional>
#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"
#include "vectora/base/result.h"

namespace vectora::app {

struct InspectArguments {
  std::string file;     // "-": standard input
  std::string url;      // where it came from
  std::string charset;  // as the transport declared it
  std::string now;      // day or instant on which it was read
  bool lines = false;   // JSON Lines on standard input instead of one file
  std::string client;   // inspect items
  std::string as_of;    // inspect items
};

ExitCode inspect_feed_command(const InspectArguments& arguments, Console& console);
ExitCode inspect_listing_command(const InspectArguments& arguments, Console& console);
ExitCode inspect_article_command(const InspectArguments& arguments, Console& console);
ExitCode inspect_items_command(const InspectArguments& arguments, const Globals& globals,
                               Console& console);
ExitCode inspect_pairs_command(const InspectArguments& arguments, const Globals& globals,
                               Console& console);

// One answer for each line of standard input; a line that has none is named and passed over.
ExitCode answer_lines(const std::function<Result<std::string>(const std::string& line)>& answer_to,
                      Console& console);

}  // namespace vectora::app
