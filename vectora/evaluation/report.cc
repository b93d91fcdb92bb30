#include "vectora/evaluation/report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace vectora::evaluation {
namespace {

constexpr size_t kNameWidth = 36;

std::string padded(const std::string& text, size_t width) {
  return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

std::string decimals(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.4f", value);
  return digits;
}

std::string with_sign(double value) { return (value < 0 ? "" : "+") + decimals(value); }

// As the text shows it, so that both say the same.
double rounded(double value) { return std::round(value * 10000) / 10000; }

std::string confusion_text(const Evaluation& evaluation) {
  std::set<std::string> answered;
  for (const auto& [label, row] : evaluation.confusion)
    for (const auto& [answer, count] : row) answered.insert(answer);
  size_t first = 0;
  for (const auto& [label, row] : evaluation.confusion) first = std::max(first, label.size());
  first += 2;
  std::string out = "labelled (row) and answered (column)\n" + padded("", first);
  for (const std::string& answer : answered) out += answer + "  ";
  out += "\n";
  for (const auto& [label, row] : evaluation.confusion) {
    out += padded(label, first);
    for (const std::string& answer : answered) {
      const auto count = row.find(answer);
      out += padded(count == row.end() ? "." : std::to_string(count->second), answer.size() + 2);
    }
    out += "\n";
  }
  return out;
}

std::string side(const std::string& names) { return names.empty() ? "nothing" : names; }

std::string miss_text(const Miss& miss) {
  std::string out = miss.id + "  " + miss.title + "\n    " + miss.what + ": labelled " +
                    side(miss.labelled) + ", answered " + side(miss.answered) + "\n";
  for (const std::string& reason : miss.why) out += "      " + reason + "\n";
  return out;
}

}  // namespace

std::string evaluation_text(const Evaluation& evaluation) {
  std::string out = std::to_string(evaluation.items.size()) + " labelled items\n\n" +
                    padded("figure", kNameWidth) + "value   95 % interval\n";
  for (const Figure& figure : evaluation.figures)
    out += padded(figure.name, kNameWidth) + decimals(figure.value) + "  " +
           decimals(figure.interval.low) + " to " + decimals(figure.interval.high) + "\n";
  if (!evaluation.confusion.empty()) out += "\n" + confusion_text(evaluation);
  if (!evaluation.misses.empty()) out += "\nmisses\n";
  for (const Miss& miss : evaluation.misses) out += miss_text(miss);
  return out;
}

Json figures_json(const std::vector<Figure>& figures) {
  Json json = Json::object();
  for (const Figure& figure : figures)
    json[figure.name] = {{"value", rounded(figure.value)},
                         {"low", rounded(figure.interval.low)},
                         {"high", rounded(figure.interval.high)}};
  return json;
}

Json evaluation_json(const Evaluation& evaluation) {
  Json json;
  json["items"] = evaluation.items.size();
  json["figures"] = figures_json(evaluation.figures);
  json["confusion"] = Json::object();
  for (const auto& [label, row] : evaluation.confusion)
    for (const auto& [answer, count] : row) json["confusion"][label][answer] = count;
  json["misses"] = Json::array();
  for (const Miss& miss : evaluation.misses)
    json["misses"].push_back({{"id", miss.id},
                              {"title", miss.title},
                              {"what", miss.what},
                              {"labelled", miss.labelled},
                              {"answered", miss.answered},
                              {"why", miss.why}});
  return json;
}

std::string gains_text(const std::vector<Figure>& gains) {
  std::string out = padded("figure", kNameWidth) + "gain     95 % interval\n";
  for (const Figure& gain : gains) {
    const bool is_sure = gain.interval.low > 0 || gain.interval.high < 0;
    out += padded(gain.name, kNameWidth) + with_sign(gain.value) + "  " +
           with_sign(gain.interval.low) + " to " + with_sign(gain.interval.high) +
           (is_sure ? "  *" : "") + "\n";
  }
  return out;
}

}  // namespace vectora::evaluation
