#include "check/garble/decision.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/table_reader.h"
#include "texts/error.h"

namespace soat::check::garble {

Decision::Decision(Trees broken, Trees repaired, Passages::Weights weights)
    : broken_(std::move(broken)), repaired_(std::move(repaired)), passages_(weights) {}

Decision Decision::load(const std::filesystem::path& broken, const std::filesystem::path& repaired,
                        const std::filesystem::path& calibration) {
  Passages::Weights weights;
  float probably = 0;
  float surely = 0;
  float intercept = 0;
  float slope = 0;
  struct Entry {
    std::string_view name;
    float* value;
    bool read = false;
  };
  std::vector<Entry> entries = {{"prior", &weights.prior}, {"begins", &weights.begins},     {"ends", &weights.ends},
                                {"word", &weights.word},   {"probable", &weights.place[0]}, {"sure", &weights.place[1]},
                                {"least", &weights.least}, {"most", &weights.most},         {"probably", &probably},
                                {"surely", &surely},       {"intercept", &intercept},       {"broken", &slope}};
  text::TableReader table(calibration, "garble-decision");
  while (table.next(2, 2)) {
    const auto entry = std::ranges::find(entries, table[0], &Entry::name);
    if (entry == entries.end()) table.fail();
    if (entry->read) table.fail(texts::error_row_twice);
    *entry->value = table.number(1);
    entry->read = true;
  }
  for (const Entry& entry : entries) {
    if (!entry.read) table.fail({texts::error_row_nothing_of, entry.name});
  }
  Decision decision(Trees(Trees::read(broken, feature_names)), Trees(Trees::read(repaired, feature_names)), weights);
  decision.probably_repaired_ = probably;
  decision.surely_repaired_ = surely;
  decision.intercept_ = intercept;
  decision.slope_ = slope;
  return decision;
}

void Decision::judge(Suspect& suspect) const {
  judge_broken(suspect);
  judge_repaired(suspect);
}

std::size_t Decision::kind(const Replacement& suspect) const {
  if (suspect.repaired >= surely_repaired_) return 1;
  return suspect.repaired >= probably_repaired_ ? 0 : ParagraphEvidence::kinds;
}

float Decision::confidence(float broken, float rewritten) const {
  return rewritten / (1 + std::exp(-(intercept_ + slope_ * broken)));
}

}  // namespace soat::check::garble
