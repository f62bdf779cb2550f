#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "training/counts.h"

namespace soat::training {

// Estimates for one order: natural logarithm of p(last word | words before), and of the weight that the order below has
// in what follows the n-gram (empty in the highest order).
struct OrderEstimates {
  std::vector<float> log_probability;
  std::vector<float> log_backoff;
};

using Estimates = std::array<OrderEstimates, model::kMaximumOrder + 1>;

// Interpolated modified Kneser-Ney estimates (Chen and Goodman 1998) of the n-grams that are in counts. What was left
// out of counts, by the counting threshold or by pruning, gives its mass to the order below, so every distribution
// still sums to one.
Estimates estimate(const Counts& counts);

// What pruning may keep, and how it weighs.
struct PruningOptions {
  // How much choosing the right member of an accent family counts beside predicting the word at all.
  double family_weight = 1;
  // How many times more an n-gram of the highest order must be worth: it often repeats a set text word for word, and
  // helps less with other texts than its gain in training suggests. Measured on held-out lines.
  double highest_order_handicap = 3;
  std::array<double, model::kMaximumOrder + 1> bits{};  // that an n-gram of each order takes in the file
  double budget = 0;                                    // bits that all of them may take together
};

// Takes the n-grams of orders 2 and up that are worth least out of counts until the rest fits the budget. An n-gram's
// worth is what it adds to the log-likelihood of the training text over the order below (Seymore and Rosenfeld 1996),
// for each bit it takes. All members of an accent family after one context stay or go together, or the choice between
// them would be biased; the beginnings and ends of what stays, stay. family[w]: number of the accent family of word w,
// ascending with w.
void prune(Counts& counts, const Estimates& estimates, std::span<const std::uint32_t> family,
           const PruningOptions& options);

}  // namespace soat::training
