#include "cli/fail_on.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace soat::cli {

bool FailOn::fails(const check::Finding& finding) const {
  const bool is_of_category =
      categories.empty() || std::ranges::find(categories, finding.category()) != categories.end();
  return is_of_category && finding.severity <= severity &&
         finding.confidence >= static_cast<float>(confidence);  // 0.9 means 0.9F, which is less
}

std::optional<FailOn> parse_fail_on(const std::string& text, std::string& wrong) {
  FailOn out;
  std::istringstream words(text);
  for (std::string word; std::getline(words, word, ',');) {
    check::Category category;
    double confidence = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), confidence);
    const bool is_number = error == std::errc() && end == word.data() + word.size();
    const auto severities = {check::Severity::error, check::Severity::warning, check::Severity::info};
    const auto* const severity =
        std::ranges::find_if(severities, [&](check::Severity one) { return check::name(one) == word; });
    if (severity != severities.end()) {
      out.severity = *severity;
    } else if (check::category_from_name(word, category)) {
      out.categories.push_back(category);
    } else if (is_number && confidence >= 0 && confidence <= 1) {
      out.confidence = confidence;
    } else {
      wrong = word;
      return std::nullopt;
    }
  }
  return out;
}

}  // namespace soat::cli
