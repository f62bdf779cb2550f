#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "check/context/context_vectors.h"
#include "model/language_model.h"

namespace soat::tools {

// A training text as the models see it: all sentences one after the other, each with a boundary before and after it
// (one boundary between two sentences).
struct Corpus {
  std::vector<model::WordId> words;
  std::vector<check::context::CaseShape> cases;  // parallel to words
};

// Reads texts (UTF-8, one paragraph or sentence a line, plain or xz). Throws soat::Error when one cannot be read.
Corpus read_corpus(const model::LanguageModel& model, std::span<const std::filesystem::path> texts);

// How often a word was seen in all letter cases.
std::size_t word_total(const model::LanguageModel& model, model::WordId word);

// The entry for small letters of a word that has one for capitals too.
model::WordId small_entry(const model::LanguageModel& model, model::WordId word);

}  // namespace soat::tools
