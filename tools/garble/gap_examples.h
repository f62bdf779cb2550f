#pragma once

#include <filesystem>
#include <span>

#include "check/garble/companions.h"
#include "check/garble/gap_gates.h"
#include "check/ngram/word_facts.h"
#include "model/language_model.h"

namespace soat::tools {

// What gaps are looked for with.
struct GapModel {
  const model::LanguageModel& words;
  const check::ngram::WordFacts& facts;
  const check::garble::Companions& companions;
  check::garble::GapGates gates;  // what for, and where
};

// Fits the trees that tell where a syllable is missing, or wrong: syllables are left out of texts here and there, or
// others put in their place, one half from the same text, the other half such as follow the word before. Writes them.
void fit_gap_trees(const GapModel& model, std::span<const std::filesystem::path> texts,
                   const std::filesystem::path& trees);

// Prints a line for each of some log-odds: the share of lost syllables whose place has more, of those that are put
// back, of those put back that are not common (log-probability below -7.4), and how many places of the texts as they
// stand have more, in 1,000 words.
void print_gaps(const GapModel& model, std::span<const std::filesystem::path> texts,
                const std::filesystem::path& trees);

}  // namespace soat::tools
