// How fast the language model opens, answers and restores. Run with the trained model in dictionaries/vi.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "model/language_model.h"
#include "model/restore.h"
#include "text/letters.h"
#include "text/syllable.h"

namespace {

using namespace soat;
using model::LanguageModel;
using model::Score;
using model::State;
using model::WordId;
using model::WordRange;

const std::filesystem::path kModel = SOAT_SOURCE_DIR "/dictionaries/vi/soat.model";

const LanguageModel& language_model() {
  static const auto model = LanguageModel::open(kModel);
  return *model;
}

// A text such as the model expects: each word is one that it knows after the one before, with a strange one now and
// then.
const std::vector<WordId>& walk() {
  static const std::vector<WordId> words = [] {
    const LanguageModel& model = language_model();
    std::mt19937 random(1);
    std::vector<WordId> result;
    WordId word = model::kBoundary;
    while (result.size() < 100'000) {
      const LanguageModel::Successors next = model.successors(word);
      word = next.size() == 0 || random() % 20 == 0
                 ? static_cast<WordId>(model::kFirstWord + random() % (model.vocabulary_size() - model::kFirstWord))
                 : next[static_cast<std::uint32_t>(random() % next.size())];
      result.push_back(word);
    }
    return result;
  }();
  return words;
}

void open_model(benchmark::State& run) {
  for (auto _ : run) benchmark::DoNotOptimize(LanguageModel::open(kModel));
}
BENCHMARK(open_model)->Unit(benchmark::kMillisecond);

// One word after the other, as a sentence is scored. Items are words.
void score_text(benchmark::State& run) {
  const LanguageModel& model = language_model();
  const std::vector<WordId>& words = walk();
  for (auto _ : run) {
    State state = model.sentence_start();
    float sum = 0;
    for (const WordId word : words) sum += model.score(state, word, state).log_probability;
    benchmark::DoNotOptimize(sum);
  }
  run.SetItemsProcessed(run.iterations() * static_cast<std::int64_t>(words.size()));
}
BENCHMARK(score_text)->Unit(benchmark::kMillisecond);

// All members of each word's accent family in its context. Items are candidates.
void score_families(benchmark::State& run) {
  const LanguageModel& model = language_model();
  const std::vector<WordId>& words = walk();
  std::vector<WordId> candidates;
  std::vector<Score> scores;
  std::int64_t items = 0;
  for (auto _ : run) {
    State state = model.sentence_start();
    for (const WordId word : words) {
      const WordRange family = model.family(word);
      candidates.clear();
      for (WordId member = family.begin; member < family.end; ++member) candidates.push_back(member);
      scores.resize(candidates.size());
      model.score(model.context(state), candidates, scores);
      benchmark::DoNotOptimize(scores.data());
      model.score(state, word, state);
      items += static_cast<std::int64_t>(candidates.size());
    }
  }
  run.SetItemsProcessed(items);
}
BENCHMARK(score_families)->Unit(benchmark::kMillisecond);

// Sentences without marks. Items are syllables.
void restore_text(benchmark::State& run) {
  const LanguageModel& model = language_model();
  std::vector<std::u16string> sentences(1);
  std::int64_t syllables = 0;
  for (const WordId word : walk()) {
    if (word == model::kBoundary && sentences.size() >= 500) break;
    if (word == model::kBoundary) sentences.emplace_back();
    const text::Syllable syllable = model.syllable(word);
    if (!syllable.valid()) continue;
    sentences.back() += text::bare(syllable).view();
    sentences.back() += u' ';
    ++syllables;
  }
  for (auto _ : run) {
    for (const std::u16string& sentence : sentences) benchmark::DoNotOptimize(model::restore(model, sentence));
  }
  run.SetItemsProcessed(run.iterations() * syllables);
}
BENCHMARK(restore_text)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
