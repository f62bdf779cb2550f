#include "vectors.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "check/context/candidates.h"
#include "check/context/context_vectors.h"
#include "corpus.h"
#include "text/utf.h"

namespace soat::tools {
namespace {

using namespace check::context;
using model::WordId;

constexpr std::size_t dimensions = ContextVectors::dimensions;
constexpr std::size_t positions = ContextVectors::positions;
constexpr std::size_t least_count = 60;  // rarer words get no vector
constexpr std::size_t confused_draws = 8;
constexpr std::size_t general_draws = 4;
constexpr double often = 300000;  // words seen more often than this are passed over now and then
constexpr std::size_t block = 20000;

struct Random {
  std::uint64_t state;
  std::uint32_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<std::uint32_t>(state >> 32);
  }
  float uniform() { return static_cast<float>(next()) * (1.0F / 4294967296.0F); }
};

// What a word is told from: rows, cumulative probability, log of the expected number of draws.
struct Confusion {
  std::vector<std::uint16_t> rows;
  std::vector<float> cumulative;
  std::vector<float> log_draws;
};

class Trainer {
 public:
  Trainer(const model::LanguageModel& model, const SlipCosts& costs, const Corpus& corpus) : corpus_(corpus) {
    choose_words(model);
    choose_confusions(model, costs);
    initialise();
  }

  void run(const VectorOptions& options) {
    const std::size_t blocks = corpus_.words.size() / block;
    std::vector<std::uint32_t> order;
    std::mt19937 shuffler(1);
    for (int round = 0; round < options.rounds; ++round) {
      std::vector<std::uint32_t> part(blocks);
      for (std::size_t i = 0; i < blocks; ++i) part[i] = static_cast<std::uint32_t>(i);
      std::shuffle(part.begin(), part.end(), shuffler);
      order.insert(order.end(), part.begin(), part.end());
    }
    std::atomic<std::size_t> next{0};
    const auto work = [&](std::uint64_t seed) {
      Random random{seed};
      for (std::size_t i = next++; i < order.size(); i = next++) {
        const float rate = options.rate * (1.02F - static_cast<float>(i) / static_cast<float>(order.size()));
        const std::size_t begin = order[i] * block + positions;
        const std::size_t end = std::min(begin + block, corpus_.words.size() - positions);
        for (std::size_t at = begin; at < end; ++at) learn(at, rate, random);
      }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < options.threads; ++i) threads.emplace_back(work, 88172645463325252U + 7919U * i);
    for (std::thread& thread : threads) thread.join();
  }

  const ContextVectors::Rows& rows() const { return rows_; }
  const std::vector<std::string>& spellings() const { return spellings_; }

 private:
  static constexpr std::uint16_t none = ContextVectors::unknown;

  void choose_words(const model::LanguageModel& model) {
    row_.assign(model.vocabulary_size(), none);
    spellings_.resize(model::kFirstWord, "-");
    counts_.assign(model::kFirstWord, 0);
    for (std::size_t i = 0; i < model.vocabulary_size(); ++i) {
      const auto word = static_cast<WordId>(i);
      if (word < model::kFirstWord) {
        row_[word] = word;
      } else if (small_entry(model, word) == word && word_total(model, word) >= least_count) {
        row_[word] = static_cast<std::uint16_t>(spellings_.size());
        spellings_.emplace_back(model.spelling(word));
        counts_.push_back(static_cast<double>(word_total(model, word)));
        is_syllable_.resize(spellings_.size());
        is_syllable_.back() = model.syllable(word).valid();
      }
    }
    is_syllable_.resize(spellings_.size());
    for (std::size_t i = model::kFirstWord; i < model.vocabulary_size(); ++i) {
      row_[i] = row_[small_entry(model, static_cast<WordId>(i))];
    }
  }

  void choose_confusions(const model::LanguageModel& model, const SlipCosts& costs) {
    const Candidates candidates(model, costs);
    confusions_.resize(spellings_.size());
    for (std::size_t i = model::kFirstWord; i < model.vocabulary_size(); ++i) {
      const auto word = static_cast<WordId>(i);
      if (small_entry(model, word) != word || row_[word] == none) continue;
      Confusion& confusion = confusions_[row_[word]];
      double sum = 0;
      for (const Candidate& candidate : candidates.of(word)) {
        const std::uint16_t row = row_[candidate.word];
        if (row == none) continue;
        const double weight = std::pow(counts_[row], 0.6) * std::exp(-0.5 * candidate.cost);
        sum += weight;
        confusion.rows.push_back(row);
        confusion.cumulative.push_back(static_cast<float>(sum));
        confusion.log_draws.push_back(static_cast<float>(weight));
      }
      for (float& x : confusion.cumulative) x /= static_cast<float>(sum);
      for (float& x : confusion.log_draws) x = std::log(confused_draws * x / static_cast<float>(sum));
    }
    double sum = 0;
    general_log_draws_.resize(spellings_.size());
    for (std::size_t row = 0; row < spellings_.size(); ++row) {
      if (!is_syllable_[row]) continue;
      general_.rows.push_back(static_cast<std::uint16_t>(row));
      sum += std::pow(counts_[row], 0.75);
      general_.cumulative.push_back(static_cast<float>(sum));
    }
    for (float& x : general_.cumulative) x /= static_cast<float>(sum);
    for (const std::uint16_t row : general_.rows) {
      general_log_draws_[row] = static_cast<float>(std::log(general_draws * std::pow(counts_[row], 0.75) / sum));
    }
  }

  void initialise() {
    const std::size_t words = spellings_.size();
    std::mt19937 generator(1);
    std::normal_distribution<float> normal(0, 1);
    rows_.inputs.resize(words * dimensions);
    rows_.outputs.resize(words * dimensions);
    rows_.biases.resize(words);
    rows_.positions.resize(positions * dimensions);
    rows_.cases.resize(ContextVectors::case_shapes * dimensions);
    for (float& x : rows_.inputs) x = 0.3F * normal(generator);
    for (float& x : rows_.outputs) x = 0.05F * normal(generator);
    for (std::size_t p = 0; p < positions; ++p) {
      const std::size_t distance = p < context_reach ? context_reach - p : p - context_reach + 1;
      for (std::size_t d = 0; d < dimensions; ++d) {
        rows_.positions[p * dimensions + d] = (1 + 0.3F * normal(generator)) / static_cast<float>(distance);
      }
    }
    constexpr float start = 1e-3F;
    input_squares_.assign(words, start);
    output_squares_.assign(words, start);
    bias_squares_.assign(words, start);
    position_squares_.assign(positions, start);
    case_squares_.assign(ContextVectors::case_shapes, start);
  }

  static float dot(const float* a, const float* b) {
    float sum = 0;
    for (std::size_t d = 0; d < dimensions; ++d) sum += a[d] * b[d];
    return sum;
  }

  void learn(std::size_t at, float rate, Random& random) {
    const std::uint16_t word = row_[corpus_.words[at]];
    if (word == none || word < model::kFirstWord || confusions_[word].rows.empty()) return;
    if (counts_[word] > often && random.uniform() > std::sqrt(often / counts_[word])) return;

    float expected[dimensions];
    std::uint16_t neighbours[positions];
    const auto shape_at = [&](std::size_t i) { return static_cast<std::size_t>(corpus_.cases[i]); };
    const std::size_t shape = ((shape_at(at - 1) * 3 + shape_at(at)) * 3 + shape_at(at + 1)) * 2 +
                              (corpus_.words[at - 1] == model::kBoundary ? 1 : 0);
    std::copy_n(&rows_.cases[shape * dimensions], dimensions, expected);
    const auto add = [&](std::size_t position, std::size_t i) {
      const std::uint16_t row = row_[corpus_.words[i]];
      neighbours[position] = row == none ? model::kUnknownWord : row;
      const float* weights = &rows_.positions[position * dimensions];
      const float* input = &rows_.inputs[neighbours[position] * dimensions];
      for (std::size_t d = 0; d < dimensions; ++d) expected[d] += weights[d] * input[d];
      return corpus_.words[i] != model::kBoundary;
    };
    std::fill_n(neighbours, positions, none);
    for (std::size_t i = 1; i <= context_reach && add(context_reach - i, at - i); ++i) {
    }
    for (std::size_t i = 1; i <= context_reach && add(context_reach + i - 1, at + i); ++i) {
    }

    constexpr std::size_t draws = 1 + confused_draws + general_draws;
    std::uint16_t drawn[draws] = {word};
    float score[draws] = {0};
    const auto draw = [&](const Confusion& from) {
      const auto found = std::lower_bound(from.cumulative.begin(), from.cumulative.end(), random.uniform());
      return std::min<std::size_t>(static_cast<std::size_t>(found - from.cumulative.begin()), from.rows.size() - 1);
    };
    std::size_t count = 1;
    const Confusion& confusion = confusions_[word];
    for (std::size_t i = 0; i < confused_draws; ++i) {
      const std::size_t k = draw(confusion);
      drawn[count] = confusion.rows[k];
      score[count++] = -confusion.log_draws[k];
    }
    for (std::size_t i = 0; i < general_draws; ++i) {
      const std::uint16_t row = general_.rows[draw(general_)];
      if (row == word) continue;
      drawn[count] = row;
      score[count++] = -general_log_draws_[row];
    }
    float most = -1e9F;
    for (std::size_t i = 0; i < count; ++i) {
      score[i] += dot(expected, &rows_.outputs[drawn[i] * dimensions]) + rows_.biases[drawn[i]];
      most = std::max(most, score[i]);
    }
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += score[i] = std::exp(score[i] - most);

    float gradient[dimensions] = {};
    const float length = dot(expected, expected) / dimensions;
    for (std::size_t i = 0; i < count; ++i) {
      const float error = (i == 0 ? 1.0F : 0.0F) - score[i] / sum;
      if (std::abs(error) < 1e-4F) continue;
      float* output = &rows_.outputs[drawn[i] * dimensions];
      output_squares_[drawn[i]] += error * error * length;
      const float step = rate * error / std::sqrt(output_squares_[drawn[i]]);
      for (std::size_t d = 0; d < dimensions; ++d) gradient[d] += error * output[d];
      for (std::size_t d = 0; d < dimensions; ++d) output[d] += step * expected[d];
      bias_squares_[drawn[i]] += error * error;
      rows_.biases[drawn[i]] += rate * error / std::sqrt(bias_squares_[drawn[i]]);
    }
    const float square = dot(gradient, gradient) / dimensions;
    if (square < 1e-11F) return;
    case_squares_[shape] += square;
    const float case_step = rate / std::sqrt(case_squares_[shape]);
    for (std::size_t d = 0; d < dimensions; ++d) rows_.cases[shape * dimensions + d] += case_step * gradient[d];
    for (std::size_t p = 0; p < positions; ++p) {
      if (neighbours[p] == none) continue;
      float* input = &rows_.inputs[neighbours[p] * dimensions];
      float* weights = &rows_.positions[p * dimensions];
      float to_input[dimensions];
      float to_weights[dimensions];
      for (std::size_t d = 0; d < dimensions; ++d) {
        to_input[d] = gradient[d] * weights[d];
        to_weights[d] = gradient[d] * input[d];
      }
      input_squares_[neighbours[p]] += dot(to_input, to_input) / dimensions;
      position_squares_[p] += dot(to_weights, to_weights) / dimensions;
      const float input_step = rate / std::sqrt(input_squares_[neighbours[p]]);
      const float weight_step = 0.3F * rate / std::sqrt(position_squares_[p]);
      for (std::size_t d = 0; d < dimensions; ++d) {
        input[d] += input_step * to_input[d];
        weights[d] += weight_step * to_weights[d];
      }
    }
  }

  const Corpus& corpus_;
  std::vector<std::uint16_t> row_;  // by WordId
  std::vector<std::string> spellings_;
  std::vector<double> counts_;
  std::vector<bool> is_syllable_;
  std::vector<Confusion> confusions_;
  Confusion general_;
  std::vector<float> general_log_draws_;
  ContextVectors::Rows rows_;
  std::vector<float> input_squares_, output_squares_, bias_squares_, position_squares_, case_squares_;
};

}  // namespace

void train_vectors(const model::LanguageModel& model, const SlipCosts& costs,
                   std::span<const std::filesystem::path> texts, const VectorOptions& options,
                   const std::filesystem::path& output) {
  const Corpus corpus = read_corpus(model, texts);
  Trainer trainer(model, costs, corpus);
  trainer.run(options);
  ContextVectors::write(output, trainer.rows(), trainer.spellings());
}

}  // namespace soat::tools
