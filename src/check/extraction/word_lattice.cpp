#include "check/extraction/word_lattice.h"

#include <algorithm>
#include <cassert>

namespace soat::check::extraction {
namespace {

constexpr std::size_t beam = 8;  // hypotheses kept at a node

// Whether the model will treat what follows alike.
bool same_context(const model::State& a, const model::State& b) {
  return a.last == b.last && a.length == b.length;
}

}  // namespace

void WordLattice::reset(std::uint32_t nodes) {
  edges_.clear();
  first_edge_.assign(nodes, no_edge);
  if (hypotheses_.size() < nodes) hypotheses_.resize(nodes);
  for (std::uint32_t i = 0; i < nodes; ++i) hypotheses_[i].clear();
}

std::uint32_t WordLattice::add(std::uint32_t from, std::uint32_t to, std::span<const model::WordId> words, float cost) {
  assert(from < to && to < first_edge_.size());
  Edge edge;
  edge.from = from;
  edge.to = to;
  edge.cost = cost;
  edge.next = first_edge_[from];
  edge.word_count = static_cast<std::uint32_t>(std::min(words.size(), most_words));
  std::copy_n(words.begin(), edge.word_count, edge.words.begin());
  const auto number = static_cast<std::uint32_t>(edges_.size());
  first_edge_[from] = number;
  edges_.push_back(edge);
  return number;
}

void WordLattice::extend(const model::LanguageModel& words, const Edge& edge, std::uint32_t number) {
  const std::vector<Hypothesis>& sources = hypotheses_[edge.from];
  std::vector<Hypothesis>& targets = hypotheses_[edge.to];
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    Hypothesis next;
    next.score = sources[i].score - edge.cost;
    next.state = sources[i].state;
    next.edge = number;
    next.before = i;
    for (std::uint32_t k = 0; k < edge.word_count; ++k)
      next.score += words.score(next.state, edge.words[k], next.state).log_probability;
    const auto twin =
        std::ranges::find_if(targets, [&](const Hypothesis& other) { return same_context(other.state, next.state); });
    if (twin != targets.end()) {
      if (twin->score < next.score) *twin = next;
    } else if (targets.size() < beam) {
      targets.push_back(next);
    } else {
      const auto worst = std::ranges::min_element(targets, {}, &Hypothesis::score);
      if (worst->score < next.score) *worst = next;
    }
  }
}

std::vector<std::uint32_t> WordLattice::best_path(const model::LanguageModel& words, float& score) {
  const auto nodes = static_cast<std::uint32_t>(first_edge_.size());
  Hypothesis start;
  start.state = words.sentence_start();
  hypotheses_[0].assign(1, start);
  for (std::uint32_t node = 0; node + 1 < nodes; ++node) {
    if (hypotheses_[node].empty()) continue;
    for (std::uint32_t e = first_edge_[node]; e != no_edge; e = edges_[e].next) extend(words, edges_[e], e);
  }
  std::vector<std::uint32_t> path;
  const std::vector<Hypothesis>& ends = hypotheses_[nodes - 1];
  if (ends.empty()) return path;
  const Hypothesis* at = &*std::ranges::max_element(ends, {}, &Hypothesis::score);
  score = at->score;
  while (at->edge != no_edge) {
    path.push_back(at->edge);
    at = &hypotheses_[edges_[at->edge].from][at->before];
  }
  std::ranges::reverse(path);
  return path;
}

}  // namespace soat::check::extraction
