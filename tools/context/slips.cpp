#include "slips.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "check/context/candidates.h"
#include "corpus.h"
#include "text/table_reader.h"

namespace soat::tools {
namespace {

using namespace check::context;
using model::WordId;

// Counts of hashed keys: 48 bits of the key, 16 bits of count that stays at its highest. A gigabyte for the longer
// n-grams of a hundred million words.
class CountTable {
 public:
  void add(std::uint64_t key) {
    if (used_ >= slots_.size() / 4 * 3) grow();
    std::uint64_t& slot = slots_[find(key)];
    if (slot == 0) {
      slot = key << 16 | 1;
      ++used_;
    } else if ((slot & 0xFFFF) != 0xFFFF) {
      ++slot;
    }
  }

  std::uint32_t count(std::uint64_t key) const { return static_cast<std::uint32_t>(slots_[find(key)] & 0xFFFF); }

 private:
  std::size_t find(std::uint64_t key) const {
    key &= 0xFFFFFFFFFFFF;
    std::size_t slot = key * 0x9E3779B97F4A7C15U >> 17 & (slots_.size() - 1);
    while (slots_[slot] != 0 && slots_[slot] >> 16 != key) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  void grow() {
    std::vector<std::uint64_t> old(slots_.size() * 2);
    old.swap(slots_);
    for (const std::uint64_t slot : old) {
      if (slot != 0) slots_[find(slot >> 16)] = slot;
    }
  }

  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1024);
  std::size_t used_ = 0;
};

std::uint64_t key_of(const WordId* words, std::size_t n) {
  std::uint64_t key = n;
  for (std::size_t i = 0; i < n; ++i) {
    key = (key ^ words[i]) * 0xBF58476D1CE4E5B9U;
    key ^= key >> 29;
  }
  return key;
}

constexpr std::uint32_t least_evidence = 30;  // of the trigram that was meant
constexpr std::uint32_t least_ratio = 100;
constexpr std::uint32_t least_long_evidence = 15;  // of the longer n-gram
constexpr std::uint32_t least_opportunity = 20;
constexpr double least_rate = 4e-6;  // edited texts hide that some slips happen at all

struct Tally {
  double slips = 0;
  double opportunities = 0;
  double noise = 0;  // opportunities weighted by the frequency of the word that would stand there
};

}  // namespace

void estimate_slips(const model::LanguageModel& model, std::span<const std::filesystem::path> texts,
                    const std::filesystem::path& output) {
  const Candidates candidates(model, SlipCosts{}, Candidates::all);
  const Corpus corpus = read_corpus(model, texts);
  const std::vector<WordId>& words = corpus.words;
  const std::size_t size = words.size();
  CountTable three;
  CountTable four;
  for (std::size_t i = 0; i + 4 <= size; ++i) {
    three.add(key_of(&words[i], 3));
    four.add(key_of(&words[i], 4));
  }

  std::vector<double> opportunities(model.vocabulary_size());
  std::map<std::pair<WordId, WordId>, double> slips;
  for (std::size_t i = 2; i + 3 < size; ++i) {
    const WordId word = words[i];
    if (corpus.cases[i] != CaseShape::lower || candidates.of(word).empty()) continue;
    std::array<WordId, 5> window = {words[i - 2], words[i - 1], word, words[i + 1], words[i + 2]};
    const auto count3 = [&](WordId w) {
      window[2] = w;
      return three.count(key_of(&window[1], 3));
    };
    const std::uint32_t here = count3(word);
    if (here >= least_opportunity) ++opportunities[word];
    if (here * least_ratio > 0xFFFF) continue;
    WordId meant = model::kNone;
    std::uint32_t most = std::max(least_evidence, here * least_ratio) - 1;
    for (const Candidate& candidate : candidates.of(word)) {
      if (word_total(model, candidate.word) <= most) continue;
      const std::uint32_t there = count3(candidate.word);
      if (there <= most) continue;
      const auto agrees = [&](std::size_t begin) {
        window[2] = candidate.word;
        const std::uint32_t with = four.count(key_of(&window[begin], 4));
        window[2] = word;
        return with >= least_long_evidence && with >= least_long_evidence * four.count(key_of(&window[begin], 4));
      };
      if (!agrees(0) && !agrees(1)) continue;
      most = there;
      meant = candidate.word;
    }
    if (meant != model::kNone) ++slips[{word, meant}];
  }

  std::vector<Operation> operations = all_operations();
  std::vector<Tally> by_operation(operations.size());
  std::vector<Tally> by_mark(mark_change_count);
  std::vector<Tally> by_tone(tone_change_count);
  Tally far_keys;
  for (std::size_t i = model::kFirstWord; i < model.vocabulary_size(); ++i) {
    const auto word = static_cast<WordId>(i);
    const double frequency = static_cast<double>(word_total(model, word)) / static_cast<double>(size);
    for (const Candidate& candidate : candidates.of(word)) {
      const Slip& slip = candidate.slip;
      const auto found = slips.find({word, candidate.word});
      const double n = found == slips.end() ? 0 : found->second;
      const double chances = opportunities[candidate.word];
      const auto add = [&](Tally& tally) {
        tally.slips += n;
        tally.opportunities += chances;
        tally.noise += chances * frequency;
      };
      if (operations[slip.operation].kind == Operation::Kind::other_key) add(far_keys);
      const int parts = (slip.operation != 0) + (slip.marks != no_mark_change) + (slip.tone != no_tone_change);
      if (parts != 1) continue;
      add(slip.operation != 0            ? by_operation[slip.operation]
          : slip.marks != no_mark_change ? by_mark[slip.marks]
                                         : by_tone[slip.tone]);
    }
  }

  const double noise_rate = far_keys.noise > 0 ? far_keys.slips / far_keys.noise : 0;
  std::string rows =
      "# What each kind of slip costs: minus the natural logarithm of its rate, made by tools/context.\n";
  const auto write = [&](const char* kind, const std::string& what, const Tally& tally) {
    const double noise = noise_rate * tally.noise;
    const double rate = std::max(
        (std::max(0.0, tally.slips - noise - std::sqrt(noise)) + 0.3) / (tally.opportunities + 3e5), least_rate);
    const double cost = std::round(-1000 * std::log(rate)) / 1000;
    std::string number = std::to_string(cost);
    number.resize(number.size() - 3);
    rows += std::string(kind) + '\t' + what + '\t' + number + '\n';
  };
  for (std::size_t i = 1; i < by_operation.size(); ++i) write("operation", name(operations[i]), by_operation[i]);
  for (std::size_t i = 1; i < mark_change_count; ++i)
    write("mark", mark_change_name(static_cast<MarkChange>(i)), by_mark[i]);
  for (std::size_t i = 1; i < tone_change_count; ++i) {
    if (i / text::tone_count != i % text::tone_count)
      write("tone", tone_change_name(static_cast<ToneChange>(i)), by_tone[i]);
  }
  text::write_table(output, "slips", 1, rows);
}

}  // namespace soat::tools
