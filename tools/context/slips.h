#pragma once

#include <filesystem>
#include <span>

#include "model/language_model.h"

namespace soat::tools {

// Estimates what each kind of slip costs from the slips that a training text holds by nature, and writes the table that
// SlipCosts reads. Throws soat::Error when a file cannot be read or written.
//
// A place counts as a slip where, between the same neighbours, a word one slip away is at least a hundred times as
// frequent as what stands there, and a longer context agrees. Rare but right words come out so too: as often for
// words that no slip connects. The operation that exchanges a letter for one far away on the keyboard is taken as the
// measure of that noise, which is taken off in proportion to how frequent the words are.
void estimate_slips(const model::LanguageModel& model, std::span<const std::filesystem::path> texts,
                    const std::filesystem::path& output);

}  // namespace soat::tools
