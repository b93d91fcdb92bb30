// `source probe`: from an address to an entry of the catalog that a run reads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/live_market.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;

constexpr const char* kCatalog = "canonical/sources/source_catalog.yaml";
const News kOrder = {"Voltara wins an order for solid-state battery packs", "order", "12 Jan 2026"};

TEST(SourceProbe, AnAddressBecomesASourceOnce) {
  LiveMarket market({"voltara"});
  market.serve("voltara", feed({kOrder}));
  market.serve("press",
               "<html><head><link rel='alternate' type='application/rss+xml' "
               "href='/voltara'></head><body><p>Hello</p></body></html>");
  const std::vector<std::string> probe = {"source", "probe", market.server().url("/press")};
  const Answer printed = market.workspace().vectora(probe);
  EXPECT_EQ(printed.exit_code, 0) << printed.err;
  EXPECT_THAT(printed.out, HasSubstr("rss_url: '" + market.server().url("/voltara") + "'"));
  EXPECT_THAT(printed.err, HasSubstr("2026-01-12  Voltara wins an order"));

  std::vector<std::string> write = probe;
  write.insert(write.end(), {"--write", "press_corporate__probed"});
  const Answer written = market.workspace().vectora(write);
  EXPECT_EQ(written.exit_code, 0) << written.err;
  const std::string catalog = testing::read_file(market.workspace().path() / kCatalog);
  EXPECT_THAT(catalog, HasSubstr(written.out));
  const Answer listed = market.workspace().vectora({"source", "list"});
  EXPECT_THAT(listed.out, HasSubstr("press_corporate__probed"));

  EXPECT_EQ(market.workspace().vectora(write).exit_code, 1);
  EXPECT_EQ(testing::read_file(market.workspace().path() / kCatalog), catalog);
}

}  // namespace
}  // namespace vectora::e2e
