#pragma once

#include <cmath>

namespace soat::check {

// The probability that log-odds stand for.
inline float logistic(float odds) {
  return 1.0F / (1.0F + std::exp(-odds));
}

}  // namespace soat::check
