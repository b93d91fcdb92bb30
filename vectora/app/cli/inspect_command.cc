#include "vectora/app/cli/inspect_command.h"

#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <limits>

#include "vectora/base/json.h"
#include "vectora/feed/feed_json.h"
#include "vectora/page/article_json.h"
#include "vectora/page/listing_json.h"

namespace vectora::app {
namespace {

// One page to read, from a file's name or a line of JSON.
struct Page {
  std::string id;
  std::string bytes;
  std::optional<Url> url;
  std::string charset;
  std::optional<Date> now;
};

using ReadPage = std::function<Result<std::string>(const Page&)>;

Result<std::string> read_file(const std::string& name) {
  if (name == "-") return std::string{std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream file(name, std::ios::binary | std::ios::ate);
  if (!file) return Error{ErrorCode::kNotFound, "cannot read " + name};
  std::string bytes(static_cast<size_t>(file.tellg()), '\0');  // one block of the right size
  file.seekg(0);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

std::optional<Date> day_of(const std::string& text) {
  if (text.size() < 10) return std::nullopt;
  return Date::parse(std::string_view(text).substr(0, 10));
}

// {"id","url","charset","now", and "file" or "html"}
Result<Page> page_from_line(const std::string& line) {
  const Json json = TRY(parse_json(line));
  Page page;
  page.id = string_member(json, "id");
  page.url = Url::parse(string_member(json, "url"));
  page.charset = string_member(json, "charset");
  page.now = day_of(string_member(json, "now"));
  if (find_member(json, "html") != nullptr)
    page.bytes = string_member(json, "html");
  else
    page.bytes = TRY(read_file(string_member(json, "file")));
  return page;
}

ExitCode read_lines(const ReadPage& read, Console& console) {
  const auto answer_to = [&](const std::string& line) -> Result<std::string> {
    return read(TRY(page_from_line(line)));
  };
  return answer_lines(answer_to, console);
}

ExitCode read_one(const InspectArguments& arguments, const ReadPage& read, Console& console) {
  const Result<std::string> bytes = read_file(arguments.file);
  if (!bytes) {
    console.error(bytes.error().message);
    return ExitCode::kUsage;
  }
  const Page page{arguments.file, *bytes, Url::parse(arguments.url), arguments.charset,
                  day_of(arguments.now)};
  const Result<std::string> answer = read(page);
  if (!answer) {
    console.error(arguments.file + ": " + answer.error().message);
    return ExitCode::kFailed;
  }
  console.print(*answer + "\n");
  return ExitCode::kOk;
}

ExitCode inspect(const InspectArguments& arguments, const ReadPage& read, Console& console) {
  return arguments.lines ? read_lines(read, console) : read_one(arguments, read, console);
}

}  // namespace

ExitCode inspect_feed_command(const InspectArguments& arguments, Console& console) {
  const auto read = [](const Page& page) {
    feed::Options options;
    options.transport_charset = page.charset;
    options.url = page.url;
    options.max_entries = std::numeric_limits<size_t>::max();  // the file is the bound
    return feed::parse_to_json(page.bytes, options);
  };
  return inspect(arguments, read, console);
}

ExitCode inspect_listing_command(const InspectArguments& arguments, Console& console) {
  const auto read = [](const Page& page) -> Result<std::string> {
    page::ListingOptions options;
    options.transport_charset = page.charset;
    options.url = page.url;
    options.now = page.now;
    const page::Listing listing = TRY(page::read_listing(page.bytes, options));
    return page::listing_json(listing, page.id);
  };
  return inspect(arguments, read, console);
}

ExitCode inspect_article_command(const InspectArguments& arguments, Console& console) {
  const auto read = [](const Page& page) -> Result<std::string> {
    page::ArticleOptions options;
    options.transport_charset = page.charset;
    options.url = page.url;
    options.now = page.now;
    return page::article_json(page::read_article(page.bytes, options), page.id);
  };
  return inspect(arguments, read, console);
}

ExitCode answer_lines(const std::function<Result<std::string>(const std::string& line)>& answer_to,
                      Console& console) {
  ExitCode code = ExitCode::kOk;
  int number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    if (line.empty()) continue;
    const Result<std::string> answer = answer_to(line);
    if (answer) {
      console.print(*answer + "\n");
    } else {
      console.error("line " + std::to_string(number) + ": " + answer.error().message);
      code = ExitCode::kPartial;
    }
  }
  return code;
}

}  // namespace vectora::app
