#include "vectora/evaluation/evaluate.h"

#include <gtest/gtest.h>

#include "vectora/config/load/workspace_for_tests.h"
#include "vectora/evaluation/report.h"

namespace vectora::evaluation {
namespace {

// What people say of four stories of the toy market; the last two are wrong on
// purpose, so that there is something to miss.
const char* const kLabels =
    "{\"id\": \"order\", \"title\": \"Voltara wins order for 240 solid-state battery packs\", "
    "\"date\": \"2026-01-12\", \"event_type\": \"partnership\", \"relevant\": true, "
    "\"companies\": [\"Voltara\"], \"technologies\": [\"solid-state battery\"]}\n"
    "{\"id\": \"recall\", \"title\": \"Norrbuss recalls buses after a fire\", \"event_type\": "
    "\"other\", \"event_type_alt\": [\"safety_signal\"], \"relevant\": null, \"companies\": "
    "[\"Norrbuss\"]}\n"
    "{\"id\": \"coach\", \"title\": \"Norrbuss presents its new diesel coach\", \"event_type\": "
    "\"manufacturing_supply\", \"relevant\": true, \"companies\": [\"Norrbuss\", \"Setra\"]}\n"
    "{\"id\": \"trial\", \"title\": \"CoreCell packs pass a field test\", \"event_type\": "
    "\"clinical_update\", \"relevant\": false, \"trademarks\": []}\n";

class EvaluateTest : public ::testing::Test {
 protected:
  static Evaluation evaluated(const std::string& from = "", const std::string& to = "") {
    config::Files files = config::toy_files();
    std::string& file = files["canonical/domains/ebus_domain_definition.yaml"];
    file = config::changed(file, from, to);
    const config::LoadedWorkspace loaded = config::load_workspace(files);
    EXPECT_FALSE(config::has_errors(loaded.problems));
    const auto labels = labels_from_lines(kLabels);
    EXPECT_TRUE(labels.ok());
    const auto evaluation =
        evaluate(*labels, loaded.clients.at(ClientId("ebus_weekly")), *loaded.canonical);
    EXPECT_TRUE(evaluation.ok());
    return *evaluation;
  }

  static double value(const std::vector<Figure>& figures, const std::string& name) {
    for (const Figure& figure : figures)
      if (figure.name == name) return figure.value;
    ADD_FAILURE() << "no figure " << name;
    return -1;
  }
};

TEST_F(EvaluateTest, FiguresComeFromTheClientsRules) {
  const Evaluation evaluation = evaluated();
  EXPECT_EQ(evaluation.items.size(), 4U);
  EXPECT_DOUBLE_EQ(value(evaluation.figures, "event.strict"), 0.5);
  EXPECT_DOUBLE_EQ(value(evaluation.figures, "event.lenient"), 0.75);
  EXPECT_DOUBLE_EQ(value(evaluation.figures, "relevance.precision"), 0.5);
  EXPECT_DOUBLE_EQ(value(evaluation.figures, "relevance.recall"), 0.5);
  EXPECT_DOUBLE_EQ(value(evaluation.figures, "entities.companies.precision"), 1);
  EXPECT_DOUBLE_EQ(value(evaluation.figures, "entities.companies.recall"), 0.75);
  EXPECT_EQ(evaluation.confusion.at("other").at("safety_signal"), 1);
}

TEST_F(EvaluateTest, AMissTellsWhyItWasAnsweredSo) {
  std::string all;
  for (const Miss& miss : evaluated().misses) {
    all += miss.id + " " + miss.what + ": " + miss.labelled + " / " + miss.answered + "\n";
    for (const std::string& reason : miss.why) all += "  " + reason + "\n";
  }
  EXPECT_NE(all.find("coach event: manufacturing_supply / other\n  event: no phrase of any type\n"),
            std::string::npos)
      << all;
  EXPECT_NE(all.find("coach relevance: relevant / not relevant\n  bus_battery_market: rejected by "
                     "other_vehicle: not an electric bus; besides, cells_or_model misses 1 more "
                     "of strong; medium: Norrbuss; exclusions: diesel bus "
                     "(canonical/domains/ebus_domain_definition.yaml:"),
            std::string::npos)
      << all;
  EXPECT_NE(all.find("coach companies: Setra / \n"), std::string::npos) << all;
  EXPECT_NE(all.find("trial trademarks:  / CoreCell\n  \"CoreCell\" as CoreCell, exact\n"),
            std::string::npos)
      << all;
  EXPECT_EQ(all.find("recall event"), std::string::npos) << "an alternative is no miss";
}

TEST_F(EvaluateTest, TwoConfigurationsAreComparedOnTheSameLabels) {
  const Evaluation before = evaluated();
  const Evaluation after = evaluated("max: {strong: 0}", "max: {medium: 0}");
  const auto gained = compare(before, after);
  ASSERT_TRUE(gained.ok());
  EXPECT_DOUBLE_EQ(value(*gained, "event.strict"), 0);
  Evaluation shorter = before;
  shorter.items.pop_back();
  EXPECT_EQ(compare(before, shorter).error().code, ErrorCode::kInvalidArgument);
}

TEST_F(EvaluateTest, ReportsAreTextAndJson) {
  const Evaluation evaluation = evaluated();
  const std::string text = evaluation_text(evaluation);
  EXPECT_NE(text.find("4 labelled items\n"), std::string::npos);
  EXPECT_NE(text.find("event.lenient                       0.7500  "), std::string::npos) << text;
  EXPECT_NE(text.find("labelled (row) and answered (column)"), std::string::npos);
  const Json json = evaluation_json(evaluation);
  EXPECT_EQ(json["figures"]["event.lenient"]["value"], 0.75);
  EXPECT_EQ(json["confusion"]["other"]["safety_signal"], 1);
  EXPECT_EQ(json["misses"].size(), evaluation.misses.size());
  EXPECT_NE(
      gains_text({{"event.strict", 0.1, {0.05, 0.15}}}).find("+0.1000  +0.0500 to +0.1500  *"),
      std::string::npos);
}

}  // namespace
}  // namespace vectora::evaluation
