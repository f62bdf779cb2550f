#include "check/garble/decision.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/context/data_lines.h"

namespace soat::check::garble {

Decision::Decision(Trees broken, Trees repaired, Passages::Weights weights)
    : broken_(std::move(broken)), repaired_(std::move(repaired)), passages_(weights) {}

Decision Decision::load(const std::filesystem::path& broken, const std::filesystem::path& repaired,
                        const std::filesystem::path& calibration) {
  Passages::Weights weights;
  std::array<float, ParagraphEvidence::levels> levels{};
  std::array<float, 2> thresholds{};
  float intercept = 0;
  float slope = 0;
  struct Entry {
    std::string_view name;
    float* value;
    bool read = false;
  };
  std::vector<Entry> entries = {{"prior", &weights.prior},
                                {"begins", &weights.begins},
                                {"ends", &weights.ends},
                                {"word", &weights.word},
                                {"place1", &weights.place[0]},
                                {"place2", &weights.place[1]},
                                {"place3", &weights.place[2]},
                                {"place4", &weights.place[3]},
                                {"least", &weights.least},
                                {"most", &weights.most},
                                {"level1", &levels[0]},
                                {"level2", &levels[1]},
                                {"level3", &levels[2]},
                                {"level4", &levels[3]},
                                {"intercept", &intercept},
                                {"broken", &slope},
                                {"normal", &thresholds[static_cast<std::size_t>(Profile::normal)]},
                                {"strict", &thresholds[static_cast<std::size_t>(Profile::strict)]}};
  context::DataLines lines(calibration);
  std::string_view line;
  while (lines.next(line)) {
    const std::size_t blank = line.find(' ');
    const auto entry = std::ranges::find(entries, line.substr(0, blank), &Entry::name);
    const std::optional<float> value =
        blank == std::string_view::npos ? std::nullopt : context::number(line.substr(blank + 1));
    if (entry == entries.end() || !value) lines.fail();
    if (entry->read) lines.fail("says the same twice");
    *entry->value = *value;
    entry->read = true;
  }
  for (const Entry& entry : entries) {
    if (!entry.read) lines.fail("says nothing of \"" + std::string(entry.name) + "\"");
  }
  for (const float threshold : thresholds) {
    if (!(threshold > 0 && threshold <= 1)) lines.fail("has a threshold that is no probability");
  }
  if (!std::ranges::is_sorted(levels)) lines.fail("has levels that do not rise");
  Decision decision(Trees(Trees::read(broken, feature_names)), Trees(Trees::read(repaired, feature_names)), weights);
  decision.levels_ = levels;
  decision.intercept_ = intercept;
  decision.slope_ = slope;
  decision.thresholds_ = thresholds;
  return decision;
}

void Decision::judge(Suspect& suspect) const {
  suspect.broken = broken_.sum(suspect.features);
  suspect.repaired = repaired_.sum(suspect.features);
}

std::size_t Decision::level(float broken) const {
  const auto above = std::ranges::upper_bound(levels_, broken) - levels_.begin();
  return above == 0 ? ParagraphEvidence::levels : static_cast<std::size_t>(above - 1);
}

float Decision::confidence(float broken, float rewritten) const {
  return rewritten / (1 + std::exp(-(intercept_ + slope_ * broken)));
}

}  // namespace soat::check::garble
