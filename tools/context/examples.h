#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "check/context/examiner.h"

namespace soat::tools {

// One suspect with what is known of it. In a file of examples: these records one after the other.
struct Example {
  float label = 0;      // 1: something else was meant
  float corrected = 0;  // 1: the first suggestion is what was meant
  std::uint32_t document = 0;
  check::context::Features features{};
};

struct InjectionOptions {
  std::size_t lines_in_document = 50;
  float rate = 0.012F;  // share of syllables that become slips
  std::uint32_t seed = 1;
};

// Puts slips into clean texts, with the likelihood that the costs give them, and writes what the examiner sees there
// as examples. The texts should not be among those that the models were trained on. Throws soat::Error when a file
// cannot be read or written.
void make_examples(const model::LanguageModel& model, const check::context::SlipCosts& costs,
                   const check::context::Examiner& examiner, std::span<const std::filesystem::path> texts,
                   const InjectionOptions& options, const std::filesystem::path& output);

}  // namespace soat::tools
