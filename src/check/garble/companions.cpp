#include "check/garble/companions.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace soat::check::garble {
namespace {

constexpr std::uint32_t most_neighbours = 3000;
constexpr std::size_t counted = 12;  // neighbours

}  // namespace

// What the most frequent of log_shares_ add up to.
float Companions::most_frequent() {
  const std::size_t n = std::min(counted, log_shares_.size());
  std::partial_sort(log_shares_.begin(), log_shares_.begin() + static_cast<std::ptrdiff_t>(n), log_shares_.end(),
                    std::greater<>());
  float sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(log_shares_[i]);
  return std::min(sum, 1.0F);
}

float Companions::share_behind(model::WordId word) {
  const model::LanguageModel::Successors successors = model_.successors(word);
  if (successors.size() > most_neighbours) return 0;
  words_.clear();
  for (std::uint32_t i = 0; i < successors.size(); ++i) words_.push_back(successors[i]);
  model::State state;
  model_.score(model_.no_context(), word, state);
  scores_.resize(words_.size());
  model_.score_ascending(model_.context(state), words_, scores_);
  log_shares_.clear();
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i] >= model::kFirstWord) log_shares_.push_back(scores_[i].log_probability);
  }
  return most_frequent();
}

float Companions::share_before(model::WordId word) {
  const auto before = predecessors_.of(word);
  if (before.size() > most_neighbours) return 0;
  const float alone = model_.score(model_.no_context(), word).log_probability;
  log_shares_.clear();
  for (const model::WordId first : before) {
    if (first < model::kFirstWord) continue;
    model::State state;
    const float first_alone = model_.score(model_.no_context(), first, state).log_probability;
    log_shares_.push_back(first_alone + model_.score(state, word).log_probability - alone);
  }
  return most_frequent();
}

const Companions::Shares& Companions::of(model::WordId word) {
  const auto [entry, is_new] = known_.try_emplace(word);
  if (is_new && word >= model::kFirstWord) entry->second = {share_behind(word), share_before(word)};
  return entry->second;
}

}  // namespace soat::check::garble
