#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/language_model.h"
#include "text/syllable.h"

namespace soat::model {

struct RestoreOptions {
  text::ToneStyle tone_style = text::ToneStyle::old_style;
  std::size_t beam = 24;            // contexts that are followed at each word; more is slower
  float least_probability = 0.01F;  // of an alternative that is worth telling
};

// One way to write a word, with the probability that it is right given the whole sentence.
struct Alternative {
  std::u16string text;
  float probability = 0;
};

// A word that could have been written in more than one way. Best first; what was chosen is the first.
struct RestoredWord {
  std::uint32_t start = 0;  // UTF-16 range in the text that was handed in
  std::uint32_t end = 0;
  std::vector<Alternative> alternatives;
};

struct Restoration {
  std::u16string text;
  std::vector<RestoredWord> words;  // ascending; also those that stay as they are
};

// Puts Vietnamese marks on a paragraph that was written without them, or only partly with them: the best path through
// all ways to write its words, each sentence for itself (Viterbi search over the accent families). Stays as it is: what
// has marks already (unless it is no syllable as it stands), numbers, addresses, words that no family knows, white
// space, the case of letters. Never throws but for lack of memory.
Restoration restore(const LanguageModel& model, std::u16string_view paragraph, const RestoreOptions& options = {});

}  // namespace soat::model
