#include "check/garble/examiner.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "check/garble/claimed_ranges.h"
#include "check/recent_results.h"
#include "model/token_stream.h"
#include "text/letter_case.h"

namespace soat::check::garble {
namespace {

using model::Item;
using model::WordId;
using text::LetterCase;

constexpr std::size_t longest_window = 3;
// Words after a window in whose probability it still counts.
constexpr std::size_t reach_right = 3;
// Words that may have been glued in.
constexpr std::size_t longest_glued = 2;
// How surprised the model must be at both edges of a window together (see surprise()) for a search.
constexpr float surprising = 17;
constexpr float surprising_when_thorough = 8;
// The same before the table is asked.
constexpr float surprising_in_table = 10;
// From this log-probability on a word surprises nobody.
constexpr float likely = -4;
// Lists of neighbours longer than this on both sides are not compared.
constexpr std::uint32_t most_neighbours = 1200;
constexpr std::uint32_t most_neighbours_when_thorough = 4000;
// Fillers that are looked at with the first word after them, and with all.
constexpr std::size_t long_list = 24;
constexpr std::size_t short_list = 6;
// First words of two-word fillers.
constexpr std::size_t first_words = 16;
// Least gain of a suspect.
constexpr float least_gain = 4;
constexpr float least_gain_in_table = 1;
constexpr float least_gain_of_missing = 6;
constexpr float least_gain_of_glued = 6;
constexpr float no_rival = 20;
// Log-odds from which a filler is put in the sentence for its other places, and how often a sentence is read again.
constexpr float surely_repaired = 0.5F;
constexpr std::size_t most_rounds = 3;

bool is_unknown(WordId word) {
  return word >= model::kUnknownWord && word <= model::kRareSyllable;
}

bool is_word(const Item& item) {
  return item.kind != Item::Kind::fixed;
}

float log_count(float n) {
  return std::log(n + 1);
}

// The sentence with a filler, from the filler on.
struct Reading {
  float total = 0;
  float left = 0;
  std::array<float, 2> right{};
  std::uint8_t order_left = 0;
  std::array<std::uint8_t, 2> order_right{};
};

struct Filler {
  std::array<WordId, Suspect::longest> words{};
  std::uint8_t size = 0;
  Suspect::Source source = Suspect::Source::model;
  float least = 0;  // what it must gain
  Reading reading;
};

// All that decides which fillers there are for a window, but for what they must gain.
struct Window {
  model::State state{};                                          // before it
  std::array<WordId, 1 + longest_window + reach_right> words{};  // one before it, its own, those after it
  std::uint8_t size = 0;
  bool thorough = false;
  bool search = false;
  bool look_up = false;
  bool leave_out = false;

  friend bool operator==(const Window&, const Window&) = default;

  std::uint64_t hash() const {
    Hash hash;
    hash.add(state.last[1]).add(size);
    for (const WordId word : words) hash.add(word);
    return hash.value();
  }
};

// What was found for a window.
struct Search {
  std::vector<Filler> fillers;
  std::uint32_t known_between = 0;
};

// What a suspect is made of that is costly to find. There are many in a long document, so that they are described (see
// describe()) only when all have been counted, paragraph by paragraph.
struct Found {
  std::uint32_t sentence = 0;  // of its paragraph
  std::uint32_t start = 0;     // item of the sentence
  std::uint8_t size = 0;
  Filler filler;
  float margin = 0;
  std::uint32_t known_between = 0;
};

}  // namespace

namespace {

// How often words stand side by side in a document: a hash table with linear probing.
class PairCounts {
 public:
  void add(WordId first, WordId second) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[find(key_of(first, second))];
    if (slot.count == 0) {
      slot.key = key_of(first, second);
      ++used_;
    }
    ++slot.count;
  }

  std::uint32_t count(WordId first, WordId second) const {
    return slots_.empty() ? 0 : slots_[find(key_of(first, second))].count;
  }

 private:
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t count = 0;  // 0: free
  };

  static std::uint32_t key_of(WordId first, WordId second) { return std::uint32_t{first} << 16 | second; }

  std::size_t find(std::uint32_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key * 0x9E3779B97F4A7C15U >> 32) & mask;
    while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(std::max<std::size_t>(256, 4 * slots_.size()));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.count != 0) slots_[find(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two
  std::size_t used_ = 0;
};

}  // namespace

Examiner::Examiner(std::shared_ptr<const model::LanguageModel> words, std::shared_ptr<const SubstitutionTable> table)
    : words_(std::move(words)), table_(std::move(table)), predecessors_(*words_) {
  const std::size_t size = words_->vocabulary_size();
  small_.resize(size);
  frequency_.resize(size);
  capital_share_.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const auto word = static_cast<WordId>(i);
    small_[i] = word;
    if (i < model::kFirstWord) continue;
    const text::Syllable syllable = words_->syllable(word);
    if (syllable.valid() && words_->is_capitalised(word)) small_[i] = words_->find(syllable);
    const model::WordCounts counts = words_->counts(word);
    const std::uint32_t all = counts.lower + counts.capitalised + counts.upper;
    frequency_[i] = log_count(static_cast<float>(all));
    capital_share_[i] = static_cast<float>(counts.capitalised + counts.upper) / static_cast<float>(std::max(all, 1U));
  }
}

class Examiner::Reader::Work {
 public:
  Work(const Examiner& examiner, std::span<const text::Analysis> paragraphs)
      : examiner_(examiner), model_(*examiner.words_), paragraphs_(paragraphs), searches_(results_kept(paragraphs)) {}

  void read() {
    thorough_ = false;
    for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
      found_until_.push_back(found_.size());
      const std::vector<text::Sentence>& sentences = paragraphs_[p].sentences;
      for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
        if (!map(p, sentences[sentence_])) continue;
        for (std::size_t i = 0; i < items_.size(); ++i) {
          counts_in_document_.add(small(words_[i]), model::kNone);
          counts_in_document_.add(small(words_[i]), small(words_[i + 1]));
        }
        const std::size_t first = found_.size();
        search(found_);
        for (std::size_t i = first; i < found_.size(); ++i) count_places(found_[i]);
      }
    }
    found_until_.push_back(found_.size());
  }

  void look_quickly(std::uint32_t paragraph, const std::function<void(Suspect&)>& take) {
    const std::size_t first = found_until_[paragraph];
    const std::size_t end = found_until_[paragraph + std::size_t{1}];
    for (std::size_t i = first; i < end; ++i) {
      const Found& found = found_[i];
      if (i == first || found.sentence != found_[i - 1].sentence) {
        map(paragraph, paragraphs_[paragraph].sentences[found.sentence]);
        score_words();
      }
      Suspect suspect;
      describe(paragraph, found, suspect);
      compare(suspect);
      take(suspect);
    }
  }

  void look_thoroughly(std::uint32_t paragraph, const Judge* judge, std::vector<Suspect>& out) {
    out_ = &out;
    thorough_ = true;
    for (const text::Sentence& sentence : paragraphs_[paragraph].sentences) {
      if (!map(paragraph, sentence)) continue;
      const std::size_t begin = out.size();
      for (std::size_t round = 0;; ++round) {
        const std::size_t first = out.size();
        found_now_.clear();
        search(found_now_);
        for (const Found& found : found_now_) describe(paragraph, found, out.emplace_back());
        for (std::size_t i = first; i < out.size(); ++i) {
          compare(out[i]);
          if (judge != nullptr) judge->judge(out[i]);
        }
        if (judge == nullptr || round == most_rounds || !repair(first)) break;
        forget(begin);
      }
    }
  }

 private:
  WordId small(WordId word) const { return examiner_.small_[word]; }

  // Makes the sentence the one in work; false when it is empty.
  bool map(std::uint32_t paragraph, const text::Sentence& sentence) {
    analysis_ = &paragraphs_[paragraph];
    model::read_sentence(*analysis_, sentence, items_);
    const std::size_t n = items_.size();
    words_.resize(n + 1);
    for (std::size_t i = 0; i < n; ++i) words_[i] = model::find(model_, *analysis_, items_[i], lower_);
    words_[n] = model::kBoundary;
    fillers_in_place_.assign(n, false);
    fillers_put_ = 0;
    changed_.assign(n, true);
    return n > 0;
  }

  // Appends what is found in the sentence to out.
  void search(std::vector<Found>& out) {
    score_words();
    const std::size_t n = items_.size();
    for (std::size_t start = 0; start <= n; ++start) {
      for (std::size_t size = 0; size <= longest_window && start + size <= n; ++size) {
        if (size > 0 && !is_open(start + size - 1)) break;
        if (is_changed(start, size)) consider(start, size, out);
      }
    }
  }

  // Whether words in the reach of a window were changed since it was looked at.
  bool is_changed(std::size_t start, std::size_t size) const {
    const auto first = changed_.begin() + static_cast<std::ptrdiff_t>(start > reach_right ? start - reach_right : 0);
    const auto last =
        changed_.begin() + static_cast<std::ptrdiff_t>(std::min(changed_.size(), start + size + reach_right));
    return std::find(first, last, true) != last;
  }

  // Takes back the suspects from out_[begin] on that will be looked at again, since fillers now stand near them.
  void forget(std::size_t begin) {
    const auto is_outdated = [&](const Suspect& suspect) {
      if (suspect.settled) return false;
      const std::uint32_t offset = suspect.window_size > 0 ? suspect.start : suspect.end;
      for (auto item = std::ranges::lower_bound(items_, offset, {}, &Item::start);
           item != items_.end() && item->start == offset; ++item) {
        const auto i = static_cast<std::size_t>(item - items_.begin());
        if (!fillers_in_place_[i]) return is_changed(i, suspect.window_size);
      }
      return true;
    };
    out_->erase(std::remove_if(out_->begin() + static_cast<std::ptrdiff_t>(begin), out_->end(), is_outdated),
                out_->end());
  }

  // Whether a window may hold the word.
  bool is_open(std::size_t i) const { return is_word(items_[i]) && !fillers_in_place_[i]; }

  // Puts fillers in the sentence that surely repair it, best first and with a word between any two; out_[first] and on
  // are its suspects. False when there was none.
  bool repair(std::size_t first) {
    sure_.clear();
    for (std::size_t i = first; i < out_->size(); ++i) {
      const Suspect& suspect = (*out_)[i];
      if (suspect.repaired >= surely_repaired) sure_.push_back(static_cast<std::uint32_t>(i));
    }
    std::ranges::stable_sort(sure_, std::greater{}, [&](std::uint32_t i) { return (*out_)[i].repaired; });
    replaced_.clear();
    std::size_t chosen = 0;
    for (const std::uint32_t i : sure_) {
      // With the unit beside it, so that two that touch overlap.
      const Suspect& suspect = (*out_)[i];
      if (replaced_.find(suspect.start, suspect.end + 2) != nullptr) continue;
      replaced_.add(suspect.start, suspect.end + 2, i);
      sure_[chosen++] = i;
    }
    sure_.resize(chosen);
    if (chosen == 0) return false;
    std::ranges::sort(sure_, {}, [&](std::uint32_t i) { return (*out_)[i].start; });
    replace_sure();
    return true;
  }

  // Builds the sentence anew with the fillers of sure_, which stand in order and apart from each other.
  void replace_sure() {
    old_items_.swap(items_);
    old_words_.swap(words_);
    old_in_place_.swap(fillers_in_place_);
    items_.clear();
    words_.clear();
    fillers_in_place_.clear();
    changed_.clear();
    std::size_t done = 0;
    const auto keep_up_to = [&](std::size_t end) {
      items_.insert(items_.end(), old_items_.begin() + static_cast<std::ptrdiff_t>(done),
                    old_items_.begin() + static_cast<std::ptrdiff_t>(end));
      words_.insert(words_.end(), old_words_.begin() + static_cast<std::ptrdiff_t>(done),
                    old_words_.begin() + static_cast<std::ptrdiff_t>(end));
      fillers_in_place_.insert(fillers_in_place_.end(), old_in_place_.begin() + static_cast<std::ptrdiff_t>(done),
                               old_in_place_.begin() + static_cast<std::ptrdiff_t>(end));
      changed_.resize(items_.size(), false);
    };
    meetings_.clear();
    for (const std::uint32_t i : sure_) {
      Suspect& suspect = (*out_)[i];
      suspect.settled = true;
      const std::size_t at = suspect.first_item;
      keep_up_to(at);
      Item item = old_items_[suspect.window_size > 0 ? at : at - 1];
      item.start = suspect.start;
      item.end = suspect.end;
      for (const WordId word : suspect.filler_words()) {
        items_.push_back(item);
        words_.push_back(word);
        fillers_in_place_.push_back(true);
        changed_.push_back(true);
      }
      fillers_put_ += suspect.filler_size;
      if (suspect.filler_size == 0) meetings_.push_back(items_.size());
      done = at + suspect.window_size;
    }
    keep_up_to(old_items_.size());
    words_.push_back(model::kBoundary);
    // Where nothing was put in, the words that meet now are new to each other.
    for (const std::size_t at : meetings_) {
      if (at > 0) changed_[at - 1] = true;
      if (at < changed_.size()) changed_[at] = true;
    }
  }

  void score_words() {
    const std::size_t n = items_.size();
    before_.resize(n + 1);
    scores_.resize(n + 1);
    sums_.resize(n + 2);
    before_[0] = model_.sentence_start();
    for (std::size_t i = 0; i < n; ++i) scores_[i] = model_.score(before_[i], words_[i], before_[i + 1]);
    scores_[n] = model_.score(before_[n], model::kBoundary);
    sums_[0] = 0;
    for (std::size_t i = 0; i <= n; ++i) sums_[i + 1] = sums_[i] + scores_[i].log_probability;
    surprise_.resize(n + 1);
    for (std::size_t i = 0; i <= n; ++i) surprise_[i] = surprise(scores_[i]);
  }

  // Improbable words surprise less when the model knows a longer n-gram that ends in them.
  static float surprise(const model::Score& score) {
    constexpr std::array<float, model::kMaximumOrder + 1> weight = {1, 1, 0.8F, 0.5F, 0.25F, 0.25F};
    return score.log_probability > likely ? 0 : -score.log_probability * weight[score.order];
  }

  void consider(std::size_t start, std::size_t size, std::vector<Found>& out) {
    const std::size_t end = start + size;
    const std::size_t n = items_.size();
    if (size == 0) {
      // Something may be missing where two words meet that the model never saw together.
      if (start == 0 || start == n || scores_[start].order > 1 || surprise_[start] < surprising * 0.5F) return;
      if (!is_word(items_[start - 1]) && !is_word(items_[start])) return;
      if (fillers_in_place_[start - 1] || fillers_in_place_[start]) return;
    }
    const float edges = surprise_[start] + surprise_[end];
    const bool search = size == 0 || (thorough_ ? edges >= surprising_when_thorough
                                                : edges >= surprising && surprise_[start] > 0 && surprise_[end] > 0);
    const bool look_up = size > 0 && (thorough_ || edges >= surprising_in_table) &&
                         examiner_.table_->longest_written(small(words_[start])) >= size;
    const bool leave_out = size > 0 && size <= longest_glued && start > 0 && (search || thorough_);
    if (!search && !look_up && !leave_out) return;
    start_ = start;
    size_ = size;
    const std::size_t last = last_that_counts(end);
    own_total_ = sums_[last + 1] - sums_[start];
    // The same words in the same place are searched for once.
    Window window{before_[start], {}, static_cast<std::uint8_t>(size), thorough_, search, look_up, leave_out};
    window.words[0] = start == 0 ? model::kBoundary : words_[start - 1];
    std::copy_n(words_.begin() + static_cast<std::ptrdiff_t>(start), last + 1 - start, window.words.begin() + 1);
    const Search* known = searches_.find(window);
    if (known == nullptr) {
      search_ = &searches_.place(window);
      search_->fillers.clear();
      search_->known_between = 0;
      if (look_up) add_from_table();
      if (leave_out) add({}, Suspect::Source::model, least_gain_of_glued);
      if (search) add_from_model();
      known = search_;
    }
    fillers_.clear();
    for (const Filler& filler : known->fillers) {
      if (filler.reading.total - own_total_ >= filler.least) fillers_.push_back(filler);
    }
    report(known->known_between, out);
  }

  // The last word after a window with this end in whose probability it still counts.
  std::size_t last_that_counts(std::size_t end) const { return std::min(items_.size(), end + reach_right - 1); }

  // The sentence from `start_` on with the filler in the window's place.
  Reading read_with(std::span<const WordId> filler) const {
    Reading reading;
    model::State state = before_[start_];
    const std::size_t n = items_.size();
    std::size_t k = 0;
    const auto step = [&](WordId word) {
      const model::Score score = model_.score(state, word, state);
      reading.total += score.log_probability;
      if (k == 0) {
        reading.left = score.log_probability;
        reading.order_left = score.order;
      }
      ++k;
      return score;
    };
    for (const WordId word : filler) step(word);
    for (std::size_t i = 0; i < reach_right && start_ + size_ + i <= n; ++i) {
      const model::Score score = step(words_[start_ + size_ + i]);
      if (i < reading.right.size()) {
        reading.right[i] = score.log_probability;
        reading.order_right[i] = score.order;
      }
    }
    return reading;
  }

  void add(std::span<const WordId> words, Suspect::Source source, float least) {
    if (std::ranges::equal(words, std::span(words_).subspan(start_, size_),
                           [&](WordId a, WordId b) { return small(a) == small(b); }))
      return;
    Filler filler;
    std::ranges::copy(words, filler.words.begin());
    filler.size = static_cast<std::uint8_t>(words.size());
    filler.source = source;
    filler.least = least;
    filler.reading = read_with(words);
    // Without the window the next word must be likelier than the window was.
    if (words.empty() && filler.reading.left <= scores_[start_].log_probability) return;
    search_->fillers.push_back(filler);
  }

  void add_from_model() {
    const WordId before = start_ == 0 ? model::kBoundary : words_[start_ - 1];
    const WordId after = words_[start_ + size_];
    if (is_unknown(before) || is_unknown(after)) return;
    const float least = size_ == 0 ? least_gain_of_missing : least_gain;
    find_between(model_, examiner_.predecessors_, before, after,
                 thorough_ ? most_neighbours_when_thorough : most_neighbours, between_);
    search_->known_between = static_cast<std::uint32_t>(between_.size());
    add_best_of_one(least);
    if (thorough_ && size_ > 0 && surprise_[start_] + surprise_[start_ + size_] >= surprising) {
      add_best_of_two(before, after, least);
    }
  }

  void add_from_table() {
    std::array<WordId, longest_window> window{};
    for (std::size_t i = 0; i < size_; ++i) window[i] = small(words_[start_ + i]);
    for (const SubstitutionTable::Counterpart& original : examiner_.table_->originals(std::span(window).first(size_))) {
      const auto source =
          original.kind == SubstitutionTable::Kind::sense ? Suspect::Source::sense : Suspect::Source::synonym;
      add(original.view(), source, least_gain_in_table);
      // A name or an office may be written with capitals, which are words of their own to the model.
      std::array<WordId, SubstitutionTable::longest> capitalised{};
      bool other = false;
      for (std::size_t i = 0; i < original.size; ++i) {
        const text::Syllable syllable = model_.syllable(original.words[i]);
        capitalised[i] = i == 0 && syllable.valid() ? model_.find(syllable, true) : original.words[i];
        other = other || capitalised[i] != original.words[i];
      }
      if (other) add(std::span(capitalised).first(original.size), source, least_gain_in_table);
    }
  }

  void add_best_of_one(float least) {
    if (between_.empty()) return;
    left_.resize(between_.size());
    model_.score(before_[start_], between_, left_);
    ranked_.clear();
    for (std::size_t i = 0; i < between_.size(); ++i) ranked_.emplace_back(left_[i].log_probability, between_[i]);
    keep_best(long_list);
    const WordId after = words_[start_ + size_];
    for (auto& [score, word] : ranked_) {
      model::State state = before_[start_];
      score = model_.score(state, word, state).log_probability;
      score += model_.score(state, after).log_probability;
    }
    keep_best(short_list);
    for (const auto& [score, word] : ranked_) add(std::span(&word, 1), Suspect::Source::model, least);
  }

  void add_best_of_two(WordId before, WordId after, float least) {
    const model::LanguageModel::Successors next = model_.successors(before);
    if (next.size() > most_neighbours_when_thorough) return;
    firsts_.clear();
    for (std::uint32_t i = 0; i < next.size(); ++i) {
      if (next[i] >= model::kFirstWord) firsts_.push_back(next[i]);
    }
    if (firsts_.empty()) return;
    left_.resize(firsts_.size());
    model_.score(before_[start_], firsts_, left_);
    ranked_.clear();
    for (std::size_t i = 0; i < firsts_.size(); ++i) ranked_.emplace_back(left_[i].log_probability, firsts_[i]);
    keep_best(first_words);
    std::array<std::pair<float, WordId>, first_words> starts{};
    const std::size_t count = ranked_.size();
    std::ranges::copy(ranked_, starts.begin());
    pairs_.clear();
    for (std::size_t s = 0; s < count; ++s) {
      find_between(model_, examiner_.predecessors_, starts[s].second, after, most_neighbours, between_);
      if (between_.empty()) continue;
      model::State state = before_[start_];
      const float first = model_.score(state, starts[s].second, state).log_probability;
      left_.resize(between_.size());
      model_.score(state, between_, left_);
      for (std::size_t i = 0; i < between_.size(); ++i) {
        pairs_.push_back({first + left_[i].log_probability, starts[s].second, between_[i]});
      }
    }
    const auto better = [](const Pair& a, const Pair& b) { return a.score > b.score; };
    if (pairs_.size() > short_list) {
      std::ranges::nth_element(pairs_, pairs_.begin() + short_list, better);
      pairs_.resize(short_list);
    }
    for (const Pair& pair : pairs_) {
      const std::array<WordId, 2> words = {pair.first, pair.second};
      add(words, Suspect::Source::model, least);
    }
  }

  void keep_best(std::size_t most) {
    if (ranked_.size() <= most) return;
    std::ranges::nth_element(ranked_, ranked_.begin() + static_cast<std::ptrdiff_t>(most),
                             [](const auto& a, const auto& b) { return a.first > b.first; });
    ranked_.resize(most);
  }

  // Reports the best filler of each kind: from the table, of each length from the model.
  void report(std::uint32_t known_between, std::vector<Found>& out) {
    if (fillers_.empty()) return;
    const auto better = [](const Filler& a, const Filler& b) { return a.reading.total > b.reading.total; };
    std::ranges::sort(fillers_, better);
    std::array<bool, 4> told{};
    for (std::size_t i = 0; i < fillers_.size(); ++i) {
      const std::size_t kind = fillers_[i].source != Suspect::Source::model ? 3 : fillers_[i].size;
      if (told[kind]) continue;
      told[kind] = true;
      const float next = i + 1 < fillers_.size() ? fillers_[i + 1].reading.total - own_total_ : -no_rival;
      const float margin = i == 0 ? std::min(fillers_[0].reading.total - own_total_ - next, no_rival)
                                  : fillers_[i].reading.total - fillers_[0].reading.total;
      out.push_back({sentence_, static_cast<std::uint32_t>(start_), static_cast<std::uint8_t>(size_), fillers_[i],
                     margin, known_between});
    }
  }

  // Fills the suspect. Precondition: its sentence is the one in work.
  void describe(std::uint32_t paragraph, const Found& found, Suspect& suspect) {
    start_ = found.start;
    size_ = found.size;
    const Filler& filler = found.filler;
    const std::size_t n = items_.size();
    const std::size_t end = start_ + size_;
    own_total_ = sums_[last_that_counts(end) + 1] - sums_[start_];
    suspect.paragraph = paragraph;
    suspect.first_item = static_cast<std::uint32_t>(start_);
    suspect.start = size_ > 0 ? items_[start_].start : items_[start_ - 1].end;
    suspect.end = size_ > 0 ? items_[end - 1].end : items_[start_].start;
    std::ranges::copy(std::span(words_).subspan(start_, size_), suspect.window.begin());
    suspect.window_size = static_cast<std::uint8_t>(size_);
    suspect.filler = filler.words;
    suspect.filler_size = filler.size;
    suspect.source = filler.source;
    suspect.before = start_ > 0 ? words_[start_ - 1] : model::kBoundary;
    suspect.after = words_[end];

    Features& features = suspect.features;
    const auto set = [&](Feature feature, float value) { features[static_cast<std::size_t>(feature)] = value; };
    const Reading& reading = filler.reading;
    const float gain = reading.total - own_total_;
    set(Feature::gain, gain);
    set(Feature::gain_each, gain / static_cast<float>(std::max<std::size_t>({size_, filler.size, 1})));
    set(Feature::own_left, scores_[start_].log_probability);
    set(Feature::own_right, scores_[end].log_probability);
    set(Feature::own_right2, end < n ? scores_[end + 1].log_probability : 0);
    set(Feature::own_inside, size_ > 1 ? (sums_[end] - sums_[start_ + 1]) / static_cast<float>(size_ - 1) : 0);
    set(Feature::new_left, reading.left);
    set(Feature::new_right, reading.right[0]);
    set(Feature::new_right2, reading.right[1]);
    set(Feature::own_order_left, scores_[start_].order);
    set(Feature::own_order_right, scores_[end].order);
    set(Feature::own_order_right2, end < n ? scores_[end + 1].order : 0);
    set(Feature::new_order_left, reading.order_left);
    set(Feature::new_order_right, reading.order_right[0]);
    set(Feature::new_order_right2, reading.order_right[1]);
    set(Feature::window_words, static_cast<float>(size_));
    set(Feature::filler_words, filler.size);
    set(Feature::source, static_cast<float>(filler.source));
    set(Feature::margin, found.margin);
    set(Feature::fillers, log_count(static_cast<float>(found.known_between)));
    const auto least_of = [](std::span<const WordId> words, const auto& value) {
      float least = words.empty() ? 0 : value(words[0]);
      for (const WordId word : words) least = std::min(least, value(word));
      return least;
    };
    const auto frequency = [&](WordId word) { return examiner_.frequency_[word]; };
    set(Feature::frequency, least_of(suspect.window_words(), frequency));
    set(Feature::frequency_new, least_of(suspect.filler_words(), frequency));
    if (size_ > 0) {
      set(Feature::capital, letter_case_of(items_[start_]));
      set(Feature::capital_share, examiner_.capital_share_[suspect.window[0]]);
    }
    if (filler.size > 0) set(Feature::capital_share_new, examiner_.capital_share_[filler.words[0]]);
    int capitals = 0;
    int unknown_near = 0;
    for (std::size_t i = start_ > 3 ? start_ - 3 : 0; i < std::min(n, end + 3); ++i) {
      if (i >= start_ && i < end) continue;
      capitals += items_[i].capitalised || items_[i].letter_case == LetterCase::upper ? 1 : 0;
      unknown_near += is_unknown(words_[i]) ? 1 : 0;
    }
    set(Feature::capitals_near, static_cast<float>(capitals));
    set(Feature::unknown_near, static_cast<float>(unknown_near));
    int unknown = 0;
    int latin = 0;
    for (std::size_t i = start_; i < end; ++i) {
      unknown += is_unknown(words_[i]) ? 1 : 0;
      latin += items_[i].kind == Item::Kind::other ? 1 : 0;
    }
    set(Feature::unknown, static_cast<float>(unknown));
    set(Feature::latin, static_cast<float>(latin));
    set(Feature::first, start_ == 0 ? 1 : 0);
    set(Feature::fixed_before, start_ > 0 && !is_word(items_[start_ - 1]) ? words_[start_ - 1] : 0);
    set(Feature::fixed_after, end < n && !is_word(items_[end]) ? words_[end] : 0);
    set(Feature::same_family, same_family(suspect) ? 1 : 0);
    set(Feature::shared, static_cast<float>(shared(suspect)));
    set(Feature::before, start_ > 0 ? scores_[start_ - 1].log_probability : 0);
    set(Feature::before_order, start_ > 0 ? scores_[start_ - 1].order : 0);
    set(Feature::sentence, sums_[n + 1] / static_cast<float>(n + 1));
    set(Feature::words, static_cast<float>(n));
    const auto beside = [&](std::size_t at) {
      return std::u16string_view(u"\"'“”‘’()[]«»").find(analysis_->text[at]) != std::u16string_view::npos;
    };
    set(Feature::quoted, (suspect.start > 0 && beside(suspect.start - 1)) ||
                                 (suspect.end < analysis_->text.size() && beside(suspect.end))
                             ? 1
                             : 0);
    set(Feature::beside_filler, static_cast<float>((start_ > 0 && fillers_in_place_[start_ - 1] ? 1 : 0) +
                                                   (end < n && fillers_in_place_[end] ? 1 : 0)));
    set(Feature::fillers_put, static_cast<float>(fillers_put_));
    set(Feature::cohesion, cohesion());
    set(Feature::cohesion_left, scores_[start_].log_probability - frequency(words_[start_]));
    set(Feature::cohesion_right, scores_[end].log_probability - frequency(words_[end]));
    suspect.in_phrase = reading.order_left + reading.order_right[1] >= 6;
  }

  // Log-probability of the window's words each after the one before, less their frequencies.
  float cohesion() const {
    if (size_ < 2) return 0;
    float sum = 0;
    model::State state = model_.no_context();
    model_.score(state, words_[start_], state);
    for (std::size_t i = start_ + 1; i < start_ + size_; ++i) {
      sum += model_.score(state, words_[i], state).log_probability - examiner_.frequency_[words_[i]];
    }
    return sum / static_cast<float>(size_ - 1);
  }

  static float letter_case_of(const Item& item) {
    return item.letter_case == LetterCase::upper         ? 2.0F
           : item.letter_case == LetterCase::mixed       ? 3.0F
           : item.letter_case == LetterCase::capitalised ? 1.0F
                                                         : 0.0F;
  }

  bool same_family(const Suspect& suspect) const {
    if (suspect.window_size != suspect.filler_size) return false;
    for (std::size_t i = 0; i < suspect.window_size; ++i) {
      const text::Syllable a = model_.syllable(suspect.window[i]);
      const text::Syllable b = model_.syllable(suspect.filler[i]);
      if (!a.valid() || !b.valid() || text::family_key(a) != text::family_key(b)) return false;
    }
    return suspect.window_size > 0;
  }

  int shared(const Suspect& suspect) const {
    int count = 0;
    for (const WordId word : suspect.filler_words()) {
      count += std::ranges::any_of(suspect.window_words(), [&](WordId w) { return small(w) == small(word); }) ? 1 : 0;
    }
    return count;
  }

  static std::uint64_t place(std::span<const WordId> window, WordId beside, std::uint64_t side) {
    std::uint64_t key = beside * std::uint64_t{2} + side;
    for (const WordId word : window) key = key * 0x9E3779B97F4A7C15U + word + 1;
    return key;
  }

  void count_places(const Found& found) {
    const auto window = std::span(std::as_const(words_)).subspan(found.start, found.size);
    ++places_[place(window, found.start > 0 ? words_[found.start - 1] : model::kBoundary, 0)];
    ++places_[place(window, words_[found.start + found.size], 1)];
  }

  // Adds what only the whole document shows.
  void compare(Suspect& suspect) const {
    const auto set = [&](Feature feature, float value) { suspect.features[static_cast<std::size_t>(feature)] = value; };
    const auto rarest = [&](std::span<const WordId> words) {
      float least = words.empty() ? 0 : 1e6F;
      for (const WordId word : words)
        least = std::min(least, static_cast<float>(counts_in_document_.count(small(word), model::kNone)));
      return log_count(least);
    };
    const auto times = [&](std::uint64_t key) {
      const auto found = places_.find(key);
      return found == places_.end() ? 0 : found->second;
    };
    const auto pairs = [&](WordId first, WordId second) {
      return log_count(static_cast<float>(counts_in_document_.count(small(first), small(second))));
    };
    if (suspect.window_size > 0) {
      set(Feature::pair_left, pairs(suspect.before, suspect.window[0]));
      set(Feature::pair_right, pairs(suspect.window[suspect.window_size - 1U], suspect.after));
    }
    if (suspect.filler_size > 0) {
      set(Feature::pair_left_new, pairs(suspect.before, suspect.filler[0]));
      set(Feature::pair_right_new, pairs(suspect.filler[suspect.filler_size - 1U], suspect.after));
    } else {
      set(Feature::pair_left_new, pairs(suspect.before, suspect.after));
      set(Feature::pair_right_new, pairs(suspect.before, suspect.after));
    }
    set(Feature::repeated, rarest(suspect.window_words()));
    set(Feature::repeated_new, rarest(suspect.filler_words()));
    set(Feature::same_place, log_count(std::max({1.0F, times(place(suspect.window_words(), suspect.before, 0)),
                                                 times(place(suspect.window_words(), suspect.after, 1))})));
  }

  const Examiner& examiner_;
  const model::LanguageModel& model_;
  std::span<const text::Analysis> paragraphs_;
  std::vector<Suspect>* out_ = nullptr;
  PairCounts counts_in_document_;                    // of pairs, and of each word with none after it
  std::unordered_map<std::uint64_t, float> places_;  // how often suspects have the same window beside the same word

  std::vector<Found> found_;              // by the quick look, in order
  std::vector<std::size_t> found_until_;  // before each paragraph, into found_; one more at the end

  RecentResults<Window, Search> searches_;

  // Of the sentence in work.
  const text::Analysis* analysis_ = nullptr;
  std::uint32_t sentence_ = 0;  // of its paragraph
  bool thorough_ = false;
  std::vector<Found> found_now_;
  std::vector<Item> items_;
  std::vector<WordId> words_;         // of the items, then the boundary
  std::vector<model::State> before_;  // the context of each
  std::vector<model::Score> scores_;
  std::vector<float> sums_;  // sums_[i]: of the log-probabilities before word i
  std::vector<float> surprise_;
  std::u16string lower_;
  std::vector<bool> fillers_in_place_;  // parallel to items_: not what stands there but what belongs there
  std::vector<bool> changed_;           // parallel to items_: since the windows round it were looked at
  std::size_t fillers_put_ = 0;         // words of fillers in the sentence
  std::vector<std::uint32_t> sure_;
  ClaimedRanges replaced_;
  std::vector<std::size_t> meetings_;
  std::vector<Item> old_items_;  // of the sentence before fillers were put in
  std::vector<WordId> old_words_;
  std::vector<bool> old_in_place_;

  // Of the window in work.
  std::size_t start_ = 0;
  std::size_t size_ = 0;
  float own_total_ = 0;
  std::vector<Filler> fillers_;
  Search* search_ = nullptr;  // while it is made

  struct Pair {
    float score;
    WordId first;
    WordId second;
  };
  std::vector<WordId> between_, firsts_;
  std::vector<model::Score> left_;
  std::vector<std::pair<float, WordId>> ranked_;
  std::vector<Pair> pairs_;
};

Examiner::Reader::Reader(const Examiner& examiner, std::span<const text::Analysis> paragraphs)
    : work_(std::make_unique<Work>(examiner, paragraphs)) {}

Examiner::Reader::~Reader() = default;

void Examiner::Reader::read() {
  work_->read();
}

void Examiner::Reader::look_quickly(std::uint32_t paragraph, const std::function<void(Suspect&)>& take) {
  work_->look_quickly(paragraph, take);
}

void Examiner::Reader::look_thoroughly(std::uint32_t paragraph, const Judge* judge, std::vector<Suspect>& out) {
  work_->look_thoroughly(paragraph, judge, out);
}

}  // namespace soat::check::garble
