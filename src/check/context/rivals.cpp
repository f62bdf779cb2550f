#include "check/context/rivals.h"

#include <algorithm>
#include <cmath>

namespace soat::check::context {
namespace {

using model::Item;
using model::Score;
using model::State;
using model::WordId;
using ngram::ScoredSentence;

// How much each kind of evidence counts when candidates are put in order, in units of the language model's.
constexpr float weight_of_fit = 0.25F;
constexpr float weight_of_cost = 0.9F;
// Candidates that are compared with the words after the place too.
constexpr std::size_t shortlist = 8;
// A candidate so far behind by what stands before and around it is not looked at further.
constexpr float hopeless = -9;

static_assert(reach_right <= ScoredSentence::longest_tail);

bool by_letters(const Item& item, WordId written) {
  return item.kind != Item::Kind::syllable || written < model::kFirstWord;
}

bool better(const Rival& a, const Rival& b) {
  return a.score > b.score;
}

float score_of(float left, float fit, float cost) {
  return left + weight_of_fit * fit - weight_of_cost * cost;
}

void add_right(Span& span, std::size_t place, const Score& score) {
  span.right += score.log_probability;
  if (place + 1 < span.orders.size()) span.orders[place + 1] = score.order;
}

}  // namespace

RivalSearch::RivalSearch(const model::LanguageModel& model, const ContextVectors& vectors, const Candidates& candidates,
                         const ngram::WordFacts& facts, std::size_t slots)
    : model_(model), vectors_(vectors), candidates_(candidates), facts_(facts), weighings_(slots) {}

std::uint64_t RivalSearch::Surroundings::hash() const {
  Hash hash;
  hash.add(written).add(case_shape);
  for (const WordId word : words) hash.add(word);
  for (const char16_t unit : letters) hash.add(unit);
  return hash.value();
}

RivalSearch::Surroundings RivalSearch::surroundings(const ScoredSentence& sentence, std::span<const CaseShape> cases,
                                                    std::size_t i, WordId written) {
  Surroundings around;
  around.state = sentence.before(i).state;
  const std::size_t first = i > around.reach ? i - around.reach : 0;
  const std::size_t end = std::min(sentence.size(), i + around.reach + 1);
  for (std::size_t k = first; k < end; ++k) around.words[k + around.reach - i] = sentence.word(k);
  around.words[around.reach] = written;
  around.case_shape = ContextVectors::case_shape(cases, i);
  around.written = written;
  around.by_letters = by_letters(sentence.item(i), written);
  around.capitalised = sentence.item(i).capitalised;
  if (around.by_letters) std::ranges::copy(sentence.letters(i), around.letters.begin());
  return around;
}

const Weighing& RivalSearch::weigh(ScoredSentence& sentence, std::span<const CaseShape> cases, std::size_t i,
                                   WordId written) {
  const Surroundings around = surroundings(sentence, cases, i, written);
  if (const Weighing* known = weighings_.find(around)) return *known;
  Weighing& weighing = weighings_.place(around);
  weigh(sentence, cases, i, written, weighing);
  return weighing;
}

void RivalSearch::weigh(ScoredSentence& sentence, std::span<const CaseShape> cases, std::size_t i, WordId written,
                        Weighing& out) {
  out.rivals.clear();
  const Item& item = sentence.item(i);
  std::span<const Candidate> candidates;
  if (by_letters(item, written)) {
    candidates_.find(sentence.letters(i), found_);
    candidates = found_;
  } else {
    candidates = candidates_.of(facts_.small(written));
  }
  if (candidates.empty()) return;

  const std::size_t count = candidates.size();
  meant_.clear();
  for (const Candidate& candidate : candidates) {
    meant_.push_back(item.capitalised ? model_.find(model_.syllable(candidate.word), true) : candidate.word);
  }
  for (const WordId word : meant_) vectors_.prefetch(word);
  out.own = own_span(sentence, i, written);
  vectors_.expect(sentence.words(), cases, i, expected_);
  const std::span<const std::uint16_t> numbers = in_order(item, written);
  if (is_hopeless(sentence.before(i), numbers, candidates, written, out.own)) return;

  score_left(sentence.before(i), numbers);
  meant_.push_back(written);
  fits_.resize(count + 1);
  vectors_.fit(expected_, meant_, fits_);
  out.own_fit = fits_.back();
  rivals_.assign(count, {});
  for (std::size_t n = 0; n < count; ++n) {
    const std::size_t k = numbers[n];
    Rival& rival = rivals_[k];
    rival.candidate = candidates[k];
    rival.word = meant_[k];
    rival.span.left = left_[n].log_probability;
    rival.fit = fits_[k];
    rival.score = score_of(rival.span.left, rival.fit, rival.candidate.cost);
  }

  float best_fit = out.own_fit;
  for (const Rival& rival : rivals_) best_fit = std::max(best_fit, rival.fit);
  float sum = std::exp(out.own_fit - best_fit);
  for (const Rival& rival : rivals_) sum += std::exp(rival.fit - best_fit);
  out.own_posterior = out.own_fit - best_fit - std::log(sum);

  if (rivals_.size() > shortlist) {
    std::nth_element(rivals_.begin(), rivals_.begin() + shortlist, rivals_.end(), better);
    rivals_.resize(shortlist);
  }
  look_right(sentence, i, rivals_);
  for (Rival& rival : rivals_) {
    rival.score = rival.span.left + rival.span.right - out.own.left - out.own.right +
                  weight_of_fit * (rival.fit - out.own_fit) - weight_of_cost * rival.candidate.cost;
  }
  std::sort(rivals_.begin(), rivals_.end(), better);
  out.rivals.assign(rivals_.begin(), rivals_.end());
}

// The numbers of the candidates at a place in ascending order of what is meant, words of the file all of them; those of
// others in any order.
std::span<const std::uint16_t> RivalSearch::in_order(const Item& item, WordId written) {
  if (!item.capitalised && !by_letters(item, written)) {
    const std::span<const std::uint16_t> ascending = candidates_.ascending(facts_.small(written));
    is_ascending_ = meant_[ascending.back()] < model_.file_vocabulary_size();
    return ascending;
  }
  is_ascending_ = false;
  while (numbers_.size() < meant_.size()) numbers_.push_back(static_cast<std::uint16_t>(numbers_.size()));
  return std::span(numbers_).first(meant_.size());
}

// Scores some of what may have been meant, in the context before it. left_: parallel to numbers, which are in the order
// of in_order().
void RivalSearch::score_left(const model::Context& before, std::span<const std::uint16_t> numbers) {
  asked_.clear();
  for (const std::uint16_t k : numbers) asked_.push_back(meant_[k]);
  left_.resize(numbers.size());
  if (is_ascending_) {
    model_.score_ascending(before, asked_, left_);
  } else {
    model_.score(before, asked_, left_);
  }
}

// Whether all candidates are far behind what is written. Most places are such, and most candidates so far behind by
// their cost and the limits of their fits that the language model need not be asked.
bool RivalSearch::is_hopeless(const model::Context& before, std::span<const std::uint16_t> numbers,
                              std::span<const Candidate> candidates, WordId written, const Span& own) {
  // What rounding can make of a score.
  constexpr float slack = 0.001F;
  constexpr float most_left = 0;  // a log-probability
  meant_.push_back(written);
  limits_.resize(meant_.size());
  vectors_.limits(expected_, meant_, limits_);
  meant_.pop_back();
  const float least = own.left + weight_of_fit * limits_.back().least + hopeless - slack;
  near_.clear();
  for (const std::uint16_t k : numbers) {
    if (score_of(most_left, limits_[k].most, candidates[k].cost) >= least) near_.push_back(k);
  }
  if (near_.empty()) return true;
  score_left(before, near_);
  asked_.assign(1, written);
  std::size_t kept = 0;
  for (std::size_t n = 0; n < near_.size(); ++n) {
    const std::uint16_t k = near_[n];
    if (score_of(left_[n].log_probability, limits_[k].most, candidates[k].cost) < least) continue;
    near_[kept] = k;
    left_[kept++] = left_[n];
    asked_.push_back(meant_[k]);
  }
  if (kept == 0) return true;
  fits_.resize(asked_.size());
  vectors_.fit(expected_, asked_, fits_);
  const float own_score = own.left + weight_of_fit * fits_[0];
  for (std::size_t n = 0; n < kept; ++n) {
    if (score_of(left_[n].log_probability, fits_[n + 1], candidates[near_[n]].cost) - own_score >= hopeless)
      return false;
  }
  return true;
}

Span RivalSearch::own_span(ScoredSentence& sentence, std::size_t i, WordId written) const {
  Span span;
  if (sentence.word(i) == written) {
    span.left = sentence.score(i).log_probability;
    span.orders[0] = sentence.score(i).order;
    for (std::size_t k = 0; k < reach_right && i + 1 + k <= sentence.size(); ++k)
      add_right(span, k, sentence.score(i + 1 + k));
    return span;
  }
  State state = sentence.before(i).state;
  const Score left = model_.score(state, written, state);
  span.left = left.log_probability;
  span.orders[0] = left.order;
  sentence.score_on(state, i + 1, 0, reach_right,
                    [&](std::size_t k, const Score& score) { add_right(span, k, score); });
  return span;
}

// What stands after the place, behind each of a few rivals.
void RivalSearch::look_right(ScoredSentence& sentence, std::size_t i, std::span<Rival> rivals) {
  std::array<WordId, shortlist> words;
  std::array<State, shortlist> states;
  std::array<Score, shortlist> scores;
  const std::size_t count = rivals.size();
  for (std::size_t k = 0; k < count; ++k) words[k] = rivals[k].word;
  model_.score(sentence.before(i), std::span(words).first(count), std::span(scores).first(count),
               std::span(states).first(count));
  for (std::size_t k = 0; k < count; ++k) rivals[k].span.orders[0] = scores[k].order;
  sentence.score_on(
      std::span(states).first(count), i + 1, 0, reach_right,
      [&](std::size_t k, std::size_t place, const Score& score) { add_right(rivals[k].span, place, score); });
}

}  // namespace soat::check::context
