#pragma once

#include <filesystem>
#include <span>

#include "check/slips/slip_costs.h"
#include "model/language_model.h"

namespace soat::tools {

struct VectorOptions {
  int rounds = 1;  // passes over the text
  int threads = 1;
  float rate = 0.3F;  // of learning, at the start
};

// Trains context vectors on texts and writes the file that ContextVectors::load reads. With one thread the same input
// gives the same bytes, with more it is faster. Throws soat::Error when a file cannot be read or written.
//
// At each place the word that stands there is to be told from words drawn from those it is confused with and from the
// whole vocabulary (sampled softmax, Bengio and Senécal 2008); AdaGrad with one rate a row (Duchi 2011).
void train_vectors(const model::LanguageModel& model, const check::context::SlipCosts& costs,
                   std::span<const std::filesystem::path> texts, const VectorOptions& options,
                   const std::filesystem::path& output);

}  // namespace soat::tools
