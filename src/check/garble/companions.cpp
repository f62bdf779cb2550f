#include "check/garble/companions.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>

namespace soat::check::garble {
namespace {

constexpr std::uint32_t most_neighbours = 3000;
constexpr std::size_t counted = 12;  // neighbours

constexpr std::uint64_t not_known = std::numeric_limits<std::uint64_t>::max();  // no number as a share
static_assert(sizeof(Companions::Shares) == sizeof(std::uint64_t));

// What the most frequent add up to.
float most_frequent(std::vector<float>& log_shares) {
  const std::size_t n = std::min(counted, log_shares.size());
  std::partial_sort(log_shares.begin(), log_shares.begin() + static_cast<std::ptrdiff_t>(n), log_shares.end(),
                    std::greater<>());
  float sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(log_shares[i]);
  return std::min(sum, 1.0F);
}

}  // namespace

Companions::Companions(const model::LanguageModel& model, const Predecessors& predecessors)
    : model_(model), predecessors_(predecessors), known_(model.vocabulary_size()) {
  for (auto& shares : known_) shares.store(not_known, std::memory_order_relaxed);
}

float Companions::share_behind(model::WordId word) const {
  const model::LanguageModel::Successors successors = model_.successors(word);
  if (successors.size() > most_neighbours) return 0;
  std::vector<model::WordId> words;
  for (std::uint32_t i = 0; i < successors.size(); ++i) words.push_back(successors[i]);
  model::State state;
  model_.score(model_.no_context(), word, state);
  std::vector<model::Score> scores(words.size());
  model_.score_ascending(model_.context(state), words, scores);
  std::vector<float> log_shares;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] >= model::kFirstWord) log_shares.push_back(scores[i].log_probability);
  }
  return most_frequent(log_shares);
}

float Companions::share_before(model::WordId word) const {
  const auto before = predecessors_.of(word);
  if (before.size() > most_neighbours) return 0;
  const float alone = model_.score(model_.no_context(), word).log_probability;
  std::vector<float> log_shares;
  std::vector<model::State> states;
  for (const model::WordId first : before) {
    if (first < model::kFirstWord) continue;
    log_shares.push_back(model_.score(model_.no_context(), first, states.emplace_back()).log_probability);
  }
  std::vector<model::Score> behind(states.size());
  model_.score(states, word, behind);
  for (std::size_t i = 0; i < behind.size(); ++i) log_shares[i] = log_shares[i] + behind[i].log_probability - alone;
  return most_frequent(log_shares);
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
