#include "check/garble/gap_search.h"

#include <algorithm>
#include <cmath>

#include "check/ngram/counts.h"
#include "model/token_stream.h"
#include "text/galloping_search.h"
#include "text/letter_case.h"

namespace soat::check::garble {
namespace {

// What the features mean that the trees were fitted to: another value wants other trees.
constexpr std::size_t behind = 3;  // words behind the place that the gain is counted over
constexpr std::size_t near = 3;    // words that are near the place
constexpr float other_word = 20;   // as a kind
constexpr float no_bond = -40;

float case_of(text::LetterCase letter_case) {
  return letter_case == text::LetterCase::upper ? 2 : letter_case == text::LetterCase::capitalised ? 1 : 0;
}

bool is_name(const model::Item& item) {
  return item.capitalised && item.letter_case == text::LetterCase::capitalised;
}

}  // namespace

float GapSearch::alone(model::WordId word) const {
  return model_.score(model_.no_context(), word).log_probability;
}

float GapSearch::pair(model::WordId first, model::WordId second) const {
  model::State state;
  model_.score(model_.no_context(), first, state);
  return model_.score(state, second).log_probability;
}

// How closely the word and the one after it belong to each other.
float GapSearch::bond(const ngram::ScoredSentence& sentence, std::size_t first) const {
  const model::WordId a = facts_.small(sentence.word(first));
  const model::WordId b = facts_.small(sentence.word(first + 1));
  if (a < model::kFirstWord || b < model::kFirstWord) return no_bond;
  return 2 * pair(a, b) + facts_.frequency(a) - facts_.frequency(b);
}

// Whether word i may be what is left of a longer one: no name, and nothing that stands beside anything.
bool GapSearch::may_be_half(const ngram::ScoredSentence& sentence, std::size_t i) const {
  const model::Item& item = sentence.item(i);
  return item.kind == model::Item::Kind::syllable && !is_name(item) &&
         facts_.frequency(sentence.word(i)) < gates_.commonest_half;
}

// Whether the word behind item i stood shortly before it too: what is set side by side (học thật, hành thật) is said in
// words that nobody expects.
bool GapSearch::is_parallel(const ngram::ScoredSentence& sentence, std::size_t i) const {
  for (std::size_t k = i > gates_.parallel ? i - gates_.parallel : 0; k < i && i + 1 < sentence.size(); ++k) {
    if (sentence.word(k) == sentence.word(i + 1)) return true;
  }
  return false;
}

// Whether a syllable can be missing before item i, or stand wrongly there: there is a syllable on one side, and on the
// other one too, a mark, a number, or the sentence's edge (a quick look is for syllables only).
bool GapSearch::is_open(const ngram::ScoredSentence& sentence, std::size_t i) const {
  const auto is_mark = [&](std::size_t k) {
    return sentence.word(k) >= model::kComma && sentence.word(k) <= model::kDash;
  };
  const auto is_syllable = [&](std::size_t k) { return sentence.item(k).kind == model::Item::Kind::syllable; };
  const auto stands_beside = [&](std::size_t k) {
    return is_syllable(k) || is_mark(k) || sentence.word(k) == model::kNumber;
  };
  const auto touches_next = [&](std::size_t k) {
    return is_mark(k) || is_mark(k + 1) || sentence.item(k + 1).start == sentence.item(k).end + 1;
  };
  const std::size_t end = i + written_;
  const bool first = i > 0;
  const bool second = end < sentence.size();
  const bool between_syllables = first && second && is_syllable(i - 1) && is_syllable(end);
  if (written_ == 0 && gates_.look == GapLook::quick && !between_syllables) return false;
  if ((first && !stands_beside(i - 1)) || (second && !stands_beside(end))) return false;
  for (std::size_t k = first ? i - 1 : i; k < end && k + 1 < sentence.size(); ++k) {
    if (!touches_next(k)) return false;
  }
  if (written_ > 0)
    return !is_parallel(sentence, i) && is_syllable(i) && !is_name(sentence.item(i)) &&
           ((first && is_syllable(i - 1)) || (second && is_syllable(end)));
  // Names stand beside anything.
  if ((first && is_name(sentence.item(i - 1))) || (second && is_name(sentence.item(i)))) return false;
  if ((!first || !may_be_half(sentence, i - 1)) && (!second || !may_be_half(sentence, i))) return false;
  // Where two words meet (phân chia | rủi ro), neither lacks a syllable, strange as the two may be beside each other.
  return i < 2 || i + 1 >= sentence.size() || bond(sentence, i - 2) < gates_.least_bond ||
         bond(sentence, i) < gates_.least_bond;
}

// Of the words between, keeps the syllables in small letters that are likelier than that in their place.
void GapSearch::keep_fitting(float least) {
  fitting_.clear();
  for (std::uint32_t k = 0; k < between_.words.size(); ++k) {
    const model::WordId word = between_.words[k];
    if (scores_[k].log_probability <= least || model_.is_capitalised(word) || !model_.syllable(word).valid()) continue;
    fitting_.push_back(k);
  }
}

// Of those, keeps the ones that are likelier than that together with the word behind them.
void GapSearch::keep_followed(model::WordId next, float least) {
  const std::span<const model::WordId> before_next = companions_.predecessors().of(next);
  const std::span<const std::uint8_t> codes = companions_.predecessors().codes(next);
  fitting_nodes_.clear();
  fitting_codes_.clear();
  std::uint32_t at = 0;
  for (const std::uint32_t k : fitting_) {
    at = text::first_from(at, static_cast<std::uint32_t>(before_next.size()),
                          [&](std::uint32_t i) { return before_next[i] >= between_.words[k]; });
    fitting_nodes_.push_back(nodes_[k]);
    fitting_codes_.push_back(codes[at]);
  }
  behind_.resize(fitting_.size());
  model_.score_behind(fitting_nodes_, fitting_codes_, next, behind_);
  std::size_t kept = 0;
  for (std::size_t n = 0; n < fitting_.size(); ++n) {
    if (scores_[fitting_[n]].log_probability + behind_[n] > least) fitting_[kept++] = fitting_[n];
  }
  fitting_.resize(kept);
}

// Of those, keeps the ones that are likelier than that with all words behind them that have been added up.
void GapSearch::keep_likely(float least) {
  std::size_t kept = 0;
  for (std::size_t n = 0; n < fitting_.size(); ++n) {
    if (with_[n] <= least) continue;
    fitting_[kept] = fitting_[n];
    states_[kept] = states_[n];
    with_[kept++] = with_[n];
  }
  fitting_.resize(kept);
  states_.resize(kept);
  with_.resize(kept);
}

// Finds the best syllable to put before word i, or in its place. False when none makes the sentence likelier.
bool GapSearch::fill(ngram::ScoredSentence& sentence, std::size_t i, Gap& gap) {
  const std::size_t end = i + written_;
  const float without = sentence.sum(i, std::min(end + behind, sentence.size() + 1));
  // What follows a syllable adds nothing above 0, so that few of them need more than a look.
  const float least_with = std::max(gates_.least_sense, without + gates_.least_gain);
  gap.first = facts_.small(sentence.word_before(i));
  gap.second = facts_.small(sentence.word(end));
  find_between(model_, companions_.predecessors(), gap.first, gap.second, gates_.most_neighbours, between_);
  const model::Context& before = sentence.before(i);
  scores_.resize(between_.words.size());
  nodes_.resize(between_.words.size());
  if (gap.first == sentence.word_before(i)) {
    model_.score_successors(before, between_.words, between_.places, scores_, nodes_);
  } else {
    model_.score_ascending(before, between_.words, scores_, nodes_);
  }
  keep_fitting(std::max(gates_.least_fit, least_with));
  if (gap.second == sentence.word(end) && !model_.has_additions()) keep_followed(gap.second, least_with);
  states_.clear();
  for (const std::uint32_t k : fitting_) states_.push_back(model_.after(before, between_.words[k], nodes_[k]));
  next_.resize(fitting_.size());
  model_.score(states_, sentence.word(end), next_);
  // Few are left after each word.
  const std::size_t last = std::min(end + behind, sentence.size() + 1);
  with_.resize(fitting_.size());
  for (std::size_t n = 0; n < fitting_.size(); ++n)
    with_[n] = scores_[fitting_[n]].log_probability + next_[n].log_probability;
  for (std::size_t at = end + 1; at < last; ++at) {
    keep_likely(least_with);
    next_.resize(fitting_.size());
    model_.score(states_, sentence.word(at), next_);
    for (std::size_t n = 0; n < fitting_.size(); ++n) with_[n] += next_[n].log_probability;
  }
  float best = least_with;
  float second = least_with;
  for (std::size_t n = 0; n < fitting_.size(); ++n) {
    if (with_[n] > best) {
      second = best;
      best = with_[n];
      gap.word = between_.words[fitting_[n]];
    } else {
      second = std::max(second, with_[n]);
    }
  }
  if (gap.word == model::kNone) return false;
  const auto set = [&](GapFeature feature, float value) { gap.features[static_cast<std::size_t>(feature)] = value; };
  set(GapFeature::gain, best - without);
  set(GapFeature::margin, best - second);
  set(GapFeature::known_between, ngram::log_count(static_cast<float>(between_.words.size())));
  set(GapFeature::own_sum, without);
  return true;
}

void GapSearch::describe(const ngram::ScoredSentence& sentence, std::size_t i, Gap& gap) const {
  const auto set = [&](GapFeature feature, float value) { gap.features[static_cast<std::size_t>(feature)] = value; };
  const std::size_t n = sentence.size();
  const std::size_t end = i + written_;
  const model::WordId first = gap.first;
  const model::WordId second = gap.second;

  model::State state;
  const model::Score fit = model_.score(sentence.before(i).state, gap.word, state);
  const model::Score next = model_.score(state, sentence.word(end), state);
  set(GapFeature::fit, fit.log_probability);
  set(GapFeature::fit_order, fit.order);
  set(GapFeature::next, next.log_probability);
  set(GapFeature::next_order, next.order);
  set(GapFeature::next2_order, end < n ? model_.score(state, sentence.word(end + 1)).order : 0);
  set(GapFeature::own, sentence.score(i).log_probability);
  set(GapFeature::own_order, sentence.score(i).order);
  set(GapFeature::own2, i < n ? sentence.score(i + 1).log_probability : 0);
  set(GapFeature::own2_order, i < n ? sentence.score(i + 1).order : 0);
  set(GapFeature::before, i > 0 ? sentence.score(i - 1).log_probability : 0);

  const float word_alone = alone(gap.word);
  const float first_alone = alone(first);
  const float second_alone = alone(second);
  const float after_first = pair(first, gap.word);
  const float second_after = pair(gap.word, second);
  set(GapFeature::alone, word_alone);
  set(GapFeature::first_alone, first_alone);
  set(GapFeature::second_alone, second_alone);
  set(GapFeature::after_first, after_first);
  set(GapFeature::first_before, after_first + first_alone - word_alone);
  set(GapFeature::second_after, second_after);
  set(GapFeature::before_second, second_after + word_alone - second_alone);
  set(GapFeature::pair, pair(first, second));
  set(GapFeature::first_bond, i > 1 ? bond(sentence, i - 2) : no_bond);
  set(GapFeature::second_bond, end + 1 < n ? bond(sentence, end) : no_bond);

  const Companions::Shares of_first = companions_.of(first);
  const Companions::Shares of_second = companions_.of(second);
  set(GapFeature::first_before_few, of_first.before);
  set(GapFeature::first_behind_few, of_first.behind);
  set(GapFeature::second_before_few, of_second.before);
  set(GapFeature::second_behind_few, of_second.behind);
  set(GapFeature::first_word, 2 * after_first + first_alone - word_alone);
  set(GapFeature::second_word, 2 * second_after + word_alone - second_alone);

  const auto kind = [&](model::WordId word) {
    if (model_.syllable(word).valid()) return 0.0F;
    return word < model::kFirstWord ? static_cast<float>(word) : other_word;
  };
  set(GapFeature::first_kind, kind(first));
  set(GapFeature::second_kind, kind(second));
  set(GapFeature::first_capital, i > 0 ? case_of(sentence.item(i - 1).letter_case) : 0);
  set(GapFeature::second_capital, end < n ? case_of(sentence.item(end).letter_case) : 0);
  set(GapFeature::words, static_cast<float>(n));
  const std::size_t around = i > near ? i - near : 0;
  const std::size_t behind_all = std::min(end + near, n);
  const std::size_t others = n - (behind_all - around);
  set(GapFeature::sentence,
      others > 0 ? (sentence.sum() - sentence.sum(around, behind_all)) / static_cast<float>(others) : 0);

  if (written_ == 0) return;
  const model::WordId written = facts_.small(sentence.word(i));
  set(GapFeature::written_alone, alone(written));
  set(GapFeature::written_after_first, pair(first, written));
  set(GapFeature::second_after_written, pair(written, second));
  set(GapFeature::written_capital, case_of(sentence.item(i).letter_case));
  const text::Syllable a = sentence.item(i).syllable;
  const text::Syllable b = model_.syllable(gap.word);
  set(GapFeature::alike, static_cast<float>((a.onset() == b.onset() ? 1 : 0) + (a.tone() == b.tone() ? 1 : 0) +
                                            (a.nucleus() == b.nucleus() && a.coda() == b.coda() ? 1 : 0)));
}

// Whether the sentence is strange enough at item i.
bool GapSearch::surprises(const ngram::ScoredSentence& sentence, std::size_t i) const {
  if (sentence.score(i).order > gates_.longest_known) return false;
  const float own = sentence.score(i).log_probability;
  if (written_ > 0) {
    if (i >= sentence.size() || sentence.score(i + 1).order > gates_.longest_known) return false;
    const float next = sentence.score(i + 1).log_probability;
    return std::max(own, next) < gates_.least_surprise_each && own + next < gates_.least_surprise;
  }
  const float own_behind = sentence.sum(i, std::min(i + behind, sentence.size() + 1));
  return own <= gates_.least_surprise && own_behind <= gates_.least_surprise_behind && own_behind >= gates_.strangest;
}

void GapSearch::find(ngram::ScoredSentence& sentence, const std::function<void(const Gap&)>& take) {
  for (std::size_t i = 0; i + written_ <= sentence.size(); ++i) {
    if (!surprises(sentence, i) || !is_open(sentence, i)) continue;
    Gap gap;
    gap.before = i;
    gap.written = written_;
    if (!fill(sentence, i, gap)) continue;
    describe(sentence, i, gap);
    take(gap);
  }
}

}  // namespace soat::check::garble
