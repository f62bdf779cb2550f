#include "check/rule_info.h"

#include <algorithm>
#include <vector>

namespace soat::check {
namespace {

constexpr std::array<std::string_view, 3> severity_names = {"error", "warning", "info"};

// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string_view name(Severity severity) {
  return severity_names[static_cast<std::size_t>(severity)];
}

const RuleInfo* find_rule(std::string_view id) {
  const auto found = std::ranges::find(rule_infos(), id, &RuleInfo::id);
  return found == rule_infos().end() ? nullptr : &*found;
}

std::string_view nearest_rule(std::string_view id) {
  constexpr std::size_t longest = 100;
  id = id.substr(0, longest);
  return std::ranges::min_element(rule_infos(), {}, [&](const RuleInfo& rule) { return distance(id, rule.id); })->id;
}

}  // namespace soat::check
