#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/finding.h"

namespace soat::cli {

// Which findings make a command fail. Without anything said: all.
struct FailOn {
  std::vector<check::Category> categories;  // empty: all
  check::Severity severity = check::Severity::info;
  double confidence = 0;

  bool fails(const check::Finding& finding) const;
};

// "error", "spelling,garble", "0.9", "warning,0.8": categories, the least severity and the least confidence, in any
// order; nothing for what is none of these, which wrong then is.
std::optional<FailOn> parse_fail_on(const std::string& text, std::string& wrong);

}  // namespace soat::cli
