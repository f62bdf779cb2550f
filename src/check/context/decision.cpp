#include "check/context/decision.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "check/logistic.h"
#include "text/table_reader.h"
#include "texts/error.h"

namespace soat::check::context {
namespace {

std::optional<Feature> feature_named(std::string_view text) {
  for (std::size_t i = 0; i < feature_count; ++i) {
    if (name(static_cast<Feature>(i)) == text) return static_cast<Feature>(i);
  }
  return std::nullopt;
}

}  // namespace

Decision Decision::load(const std::filesystem::path& trees, const std::filesystem::path& calibration) {
  Decision decision(Trees::read(trees, feature_names));
  std::optional<float> intercept, slope, least;
  const std::array<std::pair<std::string_view, std::optional<float>*>, 3> places = {
      {{"intercept", &intercept}, {"trees", &slope}, {"least", &least}}};
  text::TableReader table(calibration, "context-decision");
  while (table.next(2, 2)) {
    const std::string_view what = table[0];
    const float value = table.number(1);
    const auto* const place = std::ranges::find(places, what, [](const auto& entry) { return entry.first; });
    if (place != places.end()) {
      if (place->second->has_value()) table.fail(texts::error_row_twice);
      *place->second = value;
    } else if (const std::optional<Feature> feature = feature_named(what)) {
      decision.weights_.push_back({*feature, value});
    } else {
      table.fail();
    }
  }
  for (const auto& [what, value] : places) {
    if (!value->has_value()) table.fail({texts::error_row_nothing_of, what});
  }
  decision.intercept_ = *intercept;
  decision.slope_ = *slope;
  decision.least_odds_ = *least;
  return decision;
}

float Decision::confidence(const Features& features) const {
  const float trees = odds(features);
  if (trees <= least_odds_) return 0;
  float sum = intercept_ + slope_ * trees;
  for (const Weight& weight : weights_) sum += weight.value * features[static_cast<std::size_t>(weight.feature)];
  return logistic(sum);
}

}  // namespace soat::check::context
