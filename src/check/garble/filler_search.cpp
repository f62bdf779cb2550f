#include "check/garble/filler_search.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "text/syllable.h"

namespace soat::check::garble {
namespace {

using model::Score;
using model::State;
using model::WordId;
using ngram::ScoredSentence;
using Source = Replacement::Source;

// Lists of neighbours longer than this on both sides are not compared.
constexpr std::uint32_t most_neighbours = 1200;
constexpr std::uint32_t most_neighbours_when_thorough = 4000;
// Fillers that are looked at with the first word after them, and with all.
constexpr std::size_t long_list = 24;
constexpr std::size_t short_list = 6;
// First words of two-word fillers.
constexpr std::size_t first_words = 16;
// Least gain of a filler.
constexpr float least_gain = 4;
constexpr float least_gain_in_table = 1;
constexpr float least_gain_of_missing = 6;
constexpr float least_gain_of_glued = 6;

static_assert(reach_right <= ScoredSentence::longest_tail);

// Adds up a sentence word by word, the filler first.
class ReadingOn {
 public:
  void filler(const Score& score) { count(score); }
  void after(std::size_t place, const Score& score) {
    count(score);
    if (place >= reading_.right.size()) return;
    reading_.right[place] = score.log_probability;
    reading_.order_right[place] = score.order;
  }
  const Reading& reading() const { return reading_; }

 private:
  void count(const Score& score) {
    reading_.total += score.log_probability;
    if (started_) return;
    started_ = true;
    reading_.left = score.log_probability;
    reading_.order_left = score.order;
  }

  Reading reading_;
  bool started_ = false;
};

}  // namespace

FillerSearch::FillerSearch(const model::LanguageModel& model, const ngram::WordFacts& facts,
                           const SubstitutionTable& table, const Predecessors& predecessors, std::size_t slots)
    : model_(model), facts_(facts), table_(table), predecessors_(predecessors), results_(slots) {}

std::uint64_t FillerSearch::Key::hash() const {
  Hash hash;
  hash.add(state.last[1]).add(size);
  for (const WordId word : words) hash.add(word);
  return hash.value();
}

FillerSearch::Key FillerSearch::key_of(const ScoredSentence& sentence, const Window& window) {
  Key key{sentence.before(window.start).state,
          {},
          static_cast<std::uint8_t>(window.size),
          window.thorough,
          window.search,
          window.look_up,
          window.leave_out};
  key.words[0] = sentence.word_before(window.start);
  const std::size_t last = std::min(sentence.size(), window.end() + reach_right - 1);
  for (std::size_t i = window.start; i <= last; ++i) key.words[1 + i - window.start] = sentence.word(i);
  return key;
}

const Fillers& FillerSearch::find(ScoredSentence& sentence, const Window& window) {
  const Key key = key_of(sentence, window);
  if (const Fillers* known = results_.find(key)) return *known;
  Fillers& out = results_.place(key);
  out.fillers.clear();
  out.known_between = 0;
  if (window.look_up) add_from_table(sentence, window, out);
  if (window.leave_out) add(sentence, window, {}, Source::model, least_gain_of_glued, out);
  if (window.search) add_from_model(sentence, window, out);
  return out;
}

bool FillerSearch::stands_there(const ScoredSentence& sentence, const Window& window,
                                std::span<const WordId> words) const {
  return std::ranges::equal(words, sentence.words().subspan(window.start, window.size),
                            [&](WordId a, WordId b) { return facts_.small(a) == facts_.small(b); });
}

void FillerSearch::add(ScoredSentence& sentence, const Window& window, std::span<const WordId> words, Source source,
                       float least, Fillers& out) {
  if (stands_there(sentence, window, words)) return;
  ReadingOn reading;
  State state = sentence.before(window.start).state;
  for (const WordId word : words) reading.filler(model_.score(state, word, state));
  sentence.score_on(state, window.end(), 0, reach_right,
                    [&](std::size_t place, const Score& score) { reading.after(place, score); });
  // Without the window the next word must be likelier than the window was.
  if (words.empty() && reading.reading().left <= sentence.score(window.start).log_probability) return;
  Filler& filler = out.fillers.emplace_back();
  std::ranges::copy(words, filler.words.begin());
  filler.size = static_cast<std::uint8_t>(words.size());
  filler.source = source;
  filler.least = least;
  filler.reading = reading.reading();
}

void FillerSearch::add_from_table(ScoredSentence& sentence, const Window& window, Fillers& out) {
  std::array<WordId, longest_window> written{};
  for (std::size_t i = 0; i < window.size; ++i) written[i] = facts_.small(sentence.word(window.start + i));
  for (const SubstitutionTable::Counterpart& original : table_.originals(std::span(written).first(window.size))) {
    const Source source = original.kind == SubstitutionTable::Kind::sense ? Source::sense : Source::synonym;
    add(sentence, window, original.view(), source, least_gain_in_table, out);
    // A name or an office may be written with capitals, which are words of their own to the model.
    std::array<WordId, SubstitutionTable::longest> capitalised{};
    bool other = false;
    for (std::size_t i = 0; i < original.size; ++i) {
      const text::Syllable syllable = model_.syllable(original.words[i]);
      capitalised[i] = i == 0 && syllable.valid() ? model_.find(syllable, true) : original.words[i];
      other = other || capitalised[i] != original.words[i];
    }
    if (other) add(sentence, window, std::span(capitalised).first(original.size), source, least_gain_in_table, out);
  }
}

void FillerSearch::add_from_model(ScoredSentence& sentence, const Window& window, Fillers& out) {
  const WordId before = sentence.word_before(window.start);
  const WordId after = sentence.word(window.end());
  if (ngram::is_unknown_or_rare(before) || ngram::is_unknown_or_rare(after)) return;
  const float least = window.size == 0 ? least_gain_of_missing : least_gain;
  find_between(model_, predecessors_, before, after, window.thorough ? most_neighbours_when_thorough : most_neighbours,
               between_);
  out.known_between = static_cast<std::uint32_t>(between_.words.size());
  add_best_of_one(sentence, window, least, out);
  if (window.pairs) add_best_of_two(sentence, window, least, out);
}

void FillerSearch::keep_best(std::vector<Ranked>& ranked, std::size_t most) {
  if (ranked.size() <= most) return;
  std::ranges::nth_element(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(most),
                           [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  ranked.resize(most);
}

void FillerSearch::add_best_of_one(ScoredSentence& sentence, const Window& window, float least, Fillers& out) {
  const std::size_t all = between_.words.size();
  if (all == 0) return;
  const model::Context& before = sentence.before(window.start);
  left_.resize(all);
  nodes_.resize(all);
  model_.score_successors(before, between_.words, between_.places, left_, nodes_);
  ranked_.clear();
  for (std::size_t i = 0; i < all; ++i)
    ranked_.push_back({left_[i].log_probability, between_.words[i], static_cast<std::uint16_t>(i)});
  keep_best(ranked_, long_list);
  const WordId after = sentence.word(window.end());
  score_right(before, after);
  for (std::size_t i = 0; i < ranked_.size(); ++i) ranked_[i].score += right_[i];
  keep_best(ranked_, short_list);
  std::erase_if(ranked_, [&](const Ranked& one) { return stands_there(sentence, window, std::span(&one.word, 1)); });
  states_.clear();
  for (const Ranked& one : ranked_) states_.push_back(model_.after(before, one.word, nodes_[one.number]));
  std::array<ReadingOn, short_list> readings;
  for (std::size_t i = 0; i < ranked_.size(); ++i) readings[i].filler(left_[ranked_[i].number]);
  sentence.score_on(states_, window.end(), 0, reach_right,
                    [&](std::size_t i, std::size_t place, const Score& score) { readings[i].after(place, score); });
  for (std::size_t i = 0; i < ranked_.size(); ++i) {
    Filler& filler = out.fillers.emplace_back();
    filler.words[0] = ranked_[i].word;
    filler.size = 1;
    filler.least = least;
    filler.reading = readings[i].reading();
  }
}

// Fills right_ with the log-probabilities of the word after the place behind those that are ranked.
void FillerSearch::score_right(const model::Context& before, WordId after) {
  const std::size_t count = ranked_.size();
  right_.resize(count);
  if (model_.has_additions()) {
    for (std::size_t i = 0; i < count; ++i) {
      const Ranked& one = ranked_[i];
      right_[i] = model_.score(model_.after(before, one.word, nodes_[one.number]), after).log_probability;
    }
    return;
  }
  const std::span<const WordId> before_after = predecessors_.of(after);
  const std::span<const std::uint8_t> codes = predecessors_.codes(after);
  std::array<model::Nodes, long_list> nodes;
  std::array<std::uint8_t, long_list> codes_of;
  for (std::size_t i = 0; i < count; ++i) {
    nodes[i] = nodes_[ranked_[i].number];
    codes_of[i] =
        codes[static_cast<std::size_t>(std::ranges::lower_bound(before_after, ranked_[i].word) - before_after.begin())];
  }
  model_.score_behind(std::span(nodes).first(count), std::span(codes_of).first(count), after, right_);
}

void FillerSearch::add_best_of_two(ScoredSentence& sentence, const Window& window, float least, Fillers& out) {
  const WordId after = sentence.word(window.end());
  const model::LanguageModel::Successors next = model_.successors(sentence.word_before(window.start));
  if (next.size() > most_neighbours_when_thorough) return;
  firsts_.clear();
  for (std::uint32_t i = 0; i < next.size(); ++i) {
    if (next[i] >= model::kFirstWord) firsts_.push_back(next[i]);
  }
  if (firsts_.empty()) return;
  const model::Context& before = sentence.before(window.start);
  left_.resize(firsts_.size());
  model_.score_ascending(before, firsts_, left_);
  ranked_.clear();
  for (std::size_t i = 0; i < firsts_.size(); ++i) ranked_.push_back({left_[i].log_probability, firsts_[i], 0});
  keep_best(ranked_, first_words);
  pairs_.clear();
  for (const Ranked& first : ranked_) {
    find_between(model_, predecessors_, first.word, after, most_neighbours, between_);
    const std::size_t count = between_.words.size();
    if (count == 0) continue;
    State state = before.state;
    const float begin = model_.score(state, first.word, state).log_probability;
    left_.resize(count);
    model_.score_successors(model_.context(state), between_.words, between_.places, left_, {});
    for (std::size_t i = 0; i < count; ++i)
      pairs_.push_back({begin + left_[i].log_probability, first.word, between_.words[i]});
  }
  if (pairs_.size() > short_list) {
    std::ranges::nth_element(pairs_, pairs_.begin() + short_list,
                             [](const Pair& a, const Pair& b) { return a.score > b.score; });
    pairs_.resize(short_list);
  }
  for (const Pair& pair : pairs_) {
    const std::array<WordId, 2> words = {pair.first, pair.second};
    add(sentence, window, words, Source::model, least, out);
  }
}

}  // namespace soat::check::garble
