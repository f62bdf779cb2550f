#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/model_writer.h"
#include "model/token_stream.h"
#include "text/analysis.h"
#include "text/syllable.h"

namespace soat::model {

// A word of the training text before the vocabulary is settled.
using FormId = std::uint32_t;

// Counts the written forms of a text and then chooses the vocabulary.
class VocabularyBuilder {
 public:
  VocabularyBuilder();

  // Takes an item of kind syllable or other into account and gives its form. Forms that come when millions are known
  // are not counted any more; they get kUncounted.
  static constexpr FormId kUncounted = 0;
  FormId count(const text::Analysis& analysis, const Item& item);

  // The vocabulary: classes, every syllable seen `minimum` times, then the most frequent other words up to `limit` word
  // numbers; separate entries for capitalised forms seen capitalised_minimum times inside sentences (0: none).
  void choose(std::size_t limit, std::uint32_t minimum, std::uint32_t capitalised_minimum);

  // After choose().
  const std::vector<VocabularyWord>& words() const { return words_; }
  // The word number of a form; `unknown` when it is not in the vocabulary.
  WordId word(FormId form, bool capitalised, WordId unknown) const;

 private:
  struct Form {
    std::u16string spelling;
    bool syllable = false;
    WordCounts counts;
    WordId lower = kNone;
    WordId capitalised = kNone;
  };
  FormId form_of(const text::Analysis& analysis, const Item& item);

  std::vector<Form> forms_;
  std::vector<FormId> by_code_;
  std::unordered_map<std::u16string, FormId> others_;
  std::u16string lower_;
  std::vector<VocabularyWord> words_;
};

}  // namespace soat::model
