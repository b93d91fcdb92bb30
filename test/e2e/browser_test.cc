// The HTML newsletter in a real browser: it renders, fits narrow screens, and
// asks nobody for anything.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> chromium(const std::filesystem::path& folder,
                                  std::vector<std::string> more) {
  std::vector<std::string> command = {"chromium",
                                      "--headless",
                                      "--no-sandbox",
                                      "--disable-gpu",
                                      "--disable-dev-shm-usage",
                                      "--hide-scrollbars",
                                      "--host-resolver-rules=MAP * ~NOTFOUND",
                                      "--user-data-dir=" + (folder / "profile").string()};
  command.insert(command.end(), more.begin(), more.end());
  return command;
}

std::string attribute(const std::string& html) {
  std::string out;
  for (const char c : html) out += c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
  return out;
}

// A page that shows the newsletter in frames of two widths and writes what it
// measures of each: its width, and how many things it loaded.
std::string measuring_page(const std::string& newsletter) {
  std::string page = "<!DOCTYPE html><html><body>";
  for (const char* width : {"640", "360"})
    page += std::string("<iframe height=900 width=") + width + " srcdoc=\"" +
            attribute(newsletter) + "\"></iframe>";
  return page + R"(<p id=told></p><script>onload = () => {
    document.getElementById('told').textContent = [...document.querySelectorAll('iframe')].map(
      f => f.width + ':' + f.contentDocument.documentElement.scrollWidth + ':' +
           f.contentWindow.performance.getEntriesByType('resource').length).join(' '); };
    </script></body></html>)";
}

class Browser : public ::testing::Test {
 protected:
  void SetUp() override {
    if (installed("chromium").empty()) GTEST_SKIP() << "needs chromium";
    ASSERT_EQ(workspace_.vectora({"run"}).exit_code, 0);
    file_ = workspace_.bucket("newsletters") / "lai_weekly/2026/02/06/newsletter.html";
    html_ = testing::read_file(file_);
  }

  Workspace workspace_ = fresh_workspace();
  std::filesystem::path file_;
  std::string html_;
};

TEST_F(Browser, DrawsTheNewsletterWithoutOverflowOrRequests) {
  const testing::TempDir folder;
  const auto page = folder.write("page.html", measuring_page(html_));
  const Answer run =
      run_program(chromium(folder.path(), {"--dump-dom", "file://" + page.string()}));
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("<p id=\"told\">640:640:0 360:360:0</p>"));

  const std::string picture = (folder / "picture.png").string();
  const Answer drawn =
      run_program(chromium(folder.path(), {"--window-size=640,1600", "--screenshot=" + picture,
                                           "file://" + file_.string()}));
  ASSERT_EQ(drawn.exit_code, 0) << drawn.err;
  EXPECT_GT(std::filesystem::file_size(picture), 10'000U);
}

TEST_F(Browser, FindsNothingToLoadOrRunInIt) {
  for (const char* word : {"<script", "<link", "<iframe", "<object", "url(", "@import", "onload="})
    EXPECT_THAT(html_, Not(HasSubstr(word)));
  EXPECT_THAT(html_, Not(HasSubstr("src=\"http")));
}

}  // namespace
}  // namespace vectora::e2e
