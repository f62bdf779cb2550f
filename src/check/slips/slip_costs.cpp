#include "check/slips/slip_costs.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/table_reader.h"
#include "texts/error.h"

namespace soat::check::context {
namespace {

constexpr float dearest = 13;
constexpr float share_of_others = 0.4F;

}  // namespace

SlipCosts::SlipCosts() : operations_(all_operations().size(), dearest) {
  operations_[0] = 0;
  marks_.fill(dearest);
  marks_[no_mark_change] = 0;
  tones_.fill(dearest);
  tones_[no_tone_change] = 0;
}

SlipCosts SlipCosts::load(const std::filesystem::path& path) {
  SlipCosts costs;
  std::unordered_map<std::string, float*> places;
  const std::vector<Operation> operations = all_operations();
  for (std::size_t i = 1; i < operations.size(); ++i)
    places["operation\t" + name(operations[i])] = &costs.operations_[i];
  for (std::size_t i = 1; i < mark_change_count; ++i)
    places["mark\t" + mark_change_name(static_cast<MarkChange>(i))] = &costs.marks_[i];
  for (std::size_t i = 1; i < tone_change_count; ++i)
    places["tone\t" + tone_change_name(static_cast<ToneChange>(i))] = &costs.tones_[i];

  text::TableReader table(path, "slips");
  bool any = false;
  while (table.next(3, 3)) {
    const auto place = places.find(std::string(table[0]).append("\t").append(table[1]));
    const float cost = table.number(2);
    if (place == places.end() || cost < 0) table.fail(texts::error_row_slip);
    *place->second = cost;
    any = true;
  }
  if (!any) table.fail(texts::error_row_no_costs);
  return costs;
}

float SlipCosts::cost(const Slip& slip) const {
  const float operation = operations_[slip.operation];
  const float marks = marks_[slip.marks];
  const float tone = tones_[slip.tone];
  const float most = std::max({operation, marks, tone});
  return most + share_of_others * (operation + marks + tone - most);
}

}  // namespace soat::check::context
