#pragma once

#include <memory>

#include "check/garble/filler_search.h"
#include "check/garble/predecessors.h"
#include "check/garble/substitution_table.h"
#include "unit/check/shipped_words.h"

namespace soat::check::garble {

inline const Predecessors& shipped_predecessors() {
  static const Predecessors predecessors(*shipped_words());
  return predecessors;
}

inline const SubstitutionTable& shipped_substitutions() {
  static const SubstitutionTable table =
      SubstitutionTable::load(shipped_data() / "substitutions.txt", *shipped_words());
  return table;
}

inline FillerSearch shipped_filler_search() {
  return {*shipped_words(), *shipped_facts(), shipped_substitutions(), shipped_predecessors(), 16};
}

}  // namespace soat::check::garble
