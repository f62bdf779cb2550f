#include "check/context/slip_costs.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unordered_map>

#include "text/error.h"

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

  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path.string() + ": cannot be read; install the language data again");
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.rfind('\t');
    const auto place = places.find(line.substr(0, tab == std::string::npos ? 0 : tab));
    float cost = 0;
    const char* end = line.data() + line.size();
    const auto read = tab == std::string::npos ? std::from_chars_result{end, std::errc::invalid_argument}
                                               : std::from_chars(line.data() + tab + 1, end, cost);
    if (place == places.end() || read.ec != std::errc{} || read.ptr != end || !(cost >= 0))
      throw Error(path.string() + ":" + std::to_string(number) +
                  ": no known slip and its cost; install the language data again");
    *place->second = cost;
  }
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
