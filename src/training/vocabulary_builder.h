#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/token_stream.h"
#include "text/analysis.h"
#include "text/syllable.h"
#include "training/model_writer.h"

namespace soat::training {

// A word of the training text before the vocabulary is settled.
using FormId = std::uint32_t;

// Counts the written forms of a text and then chooses the vocabulary.
class VocabularyBuilder {
 public:
  VocabularyBuilder();

  // Takes an item of kind syllable or other into account and gives its form. Forms that come when millions are known
  // are not counted any more; they get kUncounted.
  static constexpr FormId kUncounted = 0;
  FormId count(const text::Analysis& analysis, const model::Item& item);

  // The vocabulary: classes, every syllable seen `minimum` times, then the most frequent other words up to `limit` word
  // numbers; separate entries for capitalised forms seen capitalised_minimum times inside sentences (0: none).
  void choose(std::size_t limit, std::uint32_t minimum, std::uint32_t capitalised_minimum);

  // After choose().
  const std::vector<VocabularyWord>& words() const { return words_; }
  // The word number of a form; `unknown` when it is not in the vocabulary.
  model::WordId word(FormId form, bool capitalised, model::WordId unknown) const;

 private:
  struct Form {
    std::u16string spelling;
    bool syllable = false;
    model::WordCounts counts;
    model::WordId lower = model::kNone;
    model::WordId capitalised = model::kNone;
  };
  FormId form_of(const text::Analysis& analysis, const model::Item& item);

  std::vector<Form> forms_;
  std::vector<FormId> by_code_;
  std::unordered_map<std::u16string, FormId> others_;
  std::u16string lower_;
  std::vector<VocabularyWord> words_;
};

}  // namespace soat::training
