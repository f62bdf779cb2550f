#pragma once

#include <optional>

#include "check/garble/suspect.h"
#include "model/language_model.h"
#include "text/analysis.h"

namespace soat::check::garble {

// Where a filler belongs beside the words of its window and not in their place (chịu trách ⟨nhiệm⟩ trước, which also
// reads chịu trách nhiệm): the suspect as something that is missing before or behind the window, as wide as what the
// filler has more than the window. None where the filler belongs in the window's place, or nothing stands there.
// analysis: the paragraph that the suspect is in. least_gain: by how much likelier (log of the ratio) it must be that a
// word was left out than that one was put in another's place.
std::optional<Replacement> as_missing(const model::LanguageModel& words, const text::Analysis& analysis,
                                      const Replacement& suspect, float least_gain);

}  // namespace soat::check::garble
