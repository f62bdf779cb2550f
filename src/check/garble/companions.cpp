#include "check/garble/companions.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>

namespace soat::check::garble {
namespace {

constexpr std::uint32_t most_neighbours = 3000;
constexpr std::size_t counted = 12;  // neighbours

constexpr std::uint64_t not_known = std::numeric_limits<std::uint64_t>::max();  // no number as a share
static_assert(sizeof(Companions::Shares) == sizeof(std::uint64_t));

// Adds up the largest of some shares.
class MostFrequent {
 public:
  void add(float log_share) {
    if (count_ == counted && log_share <= largest_[counted - 1]) return;
    std::size_t at = count_ < counted ? count_++ : counted - 1;
    for (; at > 0 && largest_[at - 1] < log_share; --at) largest_[at] = largest_[at - 1];
    largest_[at] = log_share;
  }
  float sum() const {
    float sum = 0;
    for (std::size_t i = 0; i < count_; ++i) sum += std::exp(largest_[i]);
    return std::min(sum, 1.0F);
  }

 private:
  std::array<float, counted> largest_{};  // log shares, descending
  std::size_t count_ = 0;
};

}  // namespace

Companions::Companions(const model::LanguageModel& model, const Predecessors& predecessors)
    : model_(model), predecessors_(predecessors), known_(model.vocabulary_size()) {
  for (auto& shares : known_) shares.store(not_known, std::memory_order_relaxed);
}

// log p(second | first); code: of the pair.
float Companions::pair(model::WordId first, model::WordId second, std::uint8_t code) const {
  if (!model_.has_additions()) return model_.pair_probability(code);
  model::State state;
  model_.score(model_.no_context(), first, state);
  return model_.score(state, second).log_probability;
}

float Companions::share_behind(model::WordId word) const {
  const model::LanguageModel::Successors successors = model_.successors(word);
  if (successors.size() > most_neighbours) return 0;
  MostFrequent shares;
  for (std::uint32_t i = 0; i < successors.size(); ++i) {
    const model::WordId second = successors[i];
    if (second >= model::kFirstWord) shares.add(pair(word, second, successors.code(i)));
  }
  return shares.sum();
}

float Companions::share_before(model::WordId word) const {
  const auto before = predecessors_.of(word);
  const auto codes = predecessors_.codes(word);
  if (before.size() > most_neighbours) return 0;
  const float alone = model_.score(model_.no_context(), word).log_probability;
  MostFrequent shares;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const model::WordId first = before[i];
    if (first >= model::kFirstWord) shares.add(model_.word_probability(first) + pair(first, word, codes[i]) - alone);
  }
  return shares.sum();
}

Companions::Shares Companions::of(model::WordId word) const {
  if (word < model::kFirstWord) return {};
  // Threads that ask for a word at the same time find the same: no order between them is needed.
  const std::uint64_t kept = known_[word].load(std::memory_order_relaxed);
  if (kept != not_known) return std::bit_cast<Shares>(kept);
  const Shares shares{share_behind(word), share_before(word)};
  known_[word].store(std::bit_cast<std::uint64_t>(shares), std::memory_order_relaxed);
  return shares;
}

}  // namespace soat::check::garble
