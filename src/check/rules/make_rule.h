#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"
#include "text/error.h"

namespace soat::check {

// The rule that make() gives. When the data that it reads cannot be used there is none, and the problems say why.
template <typename Make>
std::unique_ptr<Rule> make_or_tell(const RuleData& data, Make&& make) {
  try {
    return make();
  } catch (const Error& error) {
    data.problems.push_back(error);
    return nullptr;
  }
}

// The same for a rule that has weights; none without the table of weights, of which the checker has told already.
template <typename Make>
std::unique_ptr<Rule> make_with_weights(const RuleData& data, Make&& make) {
  return data.weights == nullptr ? nullptr : make_or_tell(data, make);
}

}  // namespace soat::check
