#include "writer/proofing/sure_percent.h"

#include <algorithm>
#include <cmath>

#include "review/finding_list.h"

namespace soat::writer {

namespace {

constexpr const char* name = "SurePercent";

}  // namespace

int sure_percent(const Context& context) {
  const int usual = static_cast<int>(std::lround(review::usual_sure_confidence * 100));
  return std::clamp(read_number(context, settings_node, name, usual), least_sure_percent, most_sure_percent);
}

float sure_confidence(const Context& context) {
  return static_cast<float>(sure_percent(context)) / 100;
}

void set_sure_percent(const Context& context, int percent) {
  write_number(context, settings_node, name, std::clamp(percent, least_sure_percent, most_sure_percent));
}

}  // namespace soat::writer
