#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/language_model.h"
#include "model/mapped_file.h"
#include "model/token_stream.h"
#include "model/word_id.h"

namespace soat::check::context {

// How far to either side of a word its neighbours are looked at.
inline constexpr int context_reach = 8;

// The letter case of a word and of the two beside it, as the vectors know it.
enum class CaseShape : std::uint8_t { lower, capitalised, other };
CaseShape case_shape_of(const model::Item& item);

// A log-bilinear model of which word fits between its neighbours (Mnih and Hinton 2007, with one weight vector for each
// relative position), trained to tell a word from those that it is confused with. It sees further than n-grams and
// across words that stand between; n-grams know the exact phrase: the two complement each other. Immutable after load.
class ContextVectors {
 public:
  static constexpr std::size_t dimensions = 96;
  static constexpr std::size_t positions = 2 * context_reach;
  static constexpr std::size_t case_shapes = 54;  // 3 * 3 * 3 shapes, at the start of a sentence or not
  static constexpr std::uint16_t unknown = 0xFFFF;

  using Vector = std::array<float, dimensions>;

  // Reads a file written by write(). Words are matched with those of the language model; throws soat::Error naming the
  // file and the reason.
  static std::shared_ptr<const ContextVectors> load(const std::filesystem::path& path,
                                                    const model::LanguageModel& words);

  // Rows of a model in training. Row r of inputs is inputs[r * dimensions].
  struct Rows {
    std::vector<float> inputs;     // one row a word: what it says about its neighbours
    std::vector<float> outputs;    // one row a word: where it fits
    std::vector<float> biases;     // one a word
    std::vector<float> positions;  // one row a relative position: -reach … -1, 1 … reach
    std::vector<float> cases;      // one row a case shape
  };
  static void write(const std::filesystem::path& path, const Rows& rows, std::span<const std::string> spellings);

  // Adds up what the neighbours of sentence[index] expect there. cases: parallel to sentence.
  void expect(std::span<const model::WordId> sentence, std::span<const CaseShape> cases, std::size_t index,
              Vector& out) const;

  // How well a word fits what expect() gave: a logarithm up to a constant that is the same for all words; `floor` for
  // words without a vector.
  float fit(const Vector& expected, model::WordId word) const;
  static constexpr float floor = -8;

  // The same for several words at once, sooner; fits.size() == words.size().
  void fit(const Vector& expected, std::span<const model::WordId> words, std::span<float> fits) const;

  // What fit() of a word lies between.
  struct Limits {
    float least = 0;
    float most = 0;
  };
  // The limits of several words, found in whole numbers, in a fraction of the time; close to each other.
  void limits(const Vector& expected, std::span<const model::WordId> words, std::span<Limits> out) const;

  // To be called some time before fit() of a word.
  void prefetch(model::WordId word) const;

  bool knows(model::WordId word) const { return row_[word] != unknown; }

  // The number of a case shape: that of the word before, the word itself, the word after.
  static std::size_t case_shape(std::span<const CaseShape> cases, std::size_t index);

 private:
  model::MappedFile file_;
  std::span<const float> position_rows_, case_rows_, biases_, input_scales_, output_scales_;  // in file_
  std::span<const std::int8_t> bytes_;  // inputs, then outputs; in file_
  std::vector<std::uint16_t> row_;      // by WordId
};

}  // namespace soat::check::context
