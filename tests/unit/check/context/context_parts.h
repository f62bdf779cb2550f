#pragma once

#include <memory>

#include "check/context/context_vectors.h"
#include "check/context/examiner.h"
#include "unit/check/shipped_words.h"

namespace soat::check::context {

inline const std::shared_ptr<const ContextVectors>& shipped_vectors() {
  static const auto vectors = ContextVectors::load(shipped_data() / "context.vectors", *shipped_words());
  return vectors;
}

inline const Examiner& shipped_examiner() {
  static const Examiner examiner(shipped_words(), shipped_facts(), shipped_vectors(),
                                 SlipCosts::load(shipped_data() / "context-slips.tsv"));
  return examiner;
}

}  // namespace soat::check::context
