#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/additions.h"
#include "model/mapped_file.h"
#include "model/packed_array.h"
#include "model/pair_filter.h"
#include "model/word_id.h"
#include "text/syllable.h"

namespace soat::model {

// The words before a place, as far as the model knows them: for each length 1 .. length the node of that context and
// its back-off weight. Plain data; made by LanguageModel only.
struct State {
  std::array<std::uint32_t, kMaximumOrder - 1> node;
  std::array<float, kMaximumOrder - 1> log_backoff;
  std::array<WordId, 2> last{};  // the last word and the one before it
  std::uint8_t length = 0;

  // Whether both are one context, so that every word has the same score after them.
  friend bool operator==(const State& a, const State& b) {
    return a.length == b.length && a.last == b.last &&
           std::equal(a.node.begin(), a.node.begin() + a.length, b.node.begin());
  }
};

// A context with its continuations of each length, for many questions in it. Made by LanguageModel only.
struct Context {
  State state{};
  std::array<NodeRange, kMaximumOrder - 1> ranges;
};

struct Score {
  float log_probability = 0;  // natural logarithm
  std::uint8_t order = 0;     // length of the longest n-gram ending here that the model knows (1: the word alone)
};

// Where the model found a word in a context: the nodes of the n-grams of length 2, 3 … that end in it. Made by
// LanguageModel only.
using Nodes = std::array<std::uint32_t, kMaximumOrder - 2>;

// How often a word was seen in training, by its letters' case.
struct WordCounts {
  std::uint32_t lower = 0;        // small letters, or capitalised only because it starts a sentence
  std::uint32_t capitalised = 0;  // capitalised inside a sentence
  std::uint32_t upper = 0;        // capitals throughout
};

// Half-open range of word numbers.
struct WordRange {
  WordId begin = 0;
  WordId end = 0;
};

// A back-off n-gram model over Vietnamese syllables and frequent foreign words, read from a memory-mapped file.
// Immutable: all members may be called from several threads. Queries do not allocate and never throw. Word numbers
// passed in must be below vocabulary_size().
class LanguageModel {
 public:
  // Opens and verifies a model file, and files of additions that users taught it (see additions.h). Throws soat::Error
  // naming the file and the reason: it is missing, not a model, made for a newer version, cut short or damaged.
  static std::shared_ptr<const LanguageModel> open(const std::filesystem::path& path,
                                                   std::span<const std::filesystem::path> additions = {});

  // The same for bytes in memory, which must stay as they are while the model is in use, and start at a multiple of 8.
  // name: for messages.
  static std::shared_ptr<const LanguageModel> from_bytes(std::span<const std::byte> bytes, std::string_view name);

  unsigned order() const { return order_; }
  // Words of additions included.
  std::size_t vocabulary_size() const { return syllables_.size(); }

  // The words that only additions know, with a capital or in capitals where they were always seen so.
  std::vector<std::u16string> added_words() const;

  // The word number of a syllable (i/y variants are one word); kRareSyllable when the model does not know it.
  // capitalised: as written inside a sentence with a capital; gives the separate entry for that form where there is
  // one.
  WordId find(text::Syllable syllable, bool capitalised = false) const;

  // The word number of any other word in small letters, composed; kUnknownWord when the model does not know it.
  WordId find(std::u16string_view lower, bool capitalised = false) const;

  // The spelling of a word in small letters; empty for classes.
  std::string_view spelling(WordId word) const;

  // The syllable that a word number stands for, with i where usage allows y too; none for classes and foreign words.
  text::Syllable syllable(WordId word) const { return syllables_[word]; }

  // Whether this is the separate entry for a capitalised form.
  bool is_capitalised(WordId word) const {
    return word < vocabulary_size_ && (words_[word].family & kCapitalisedFlag) != 0;
  }

  // Counts of the written form; both entries of a word that has two give the same.
  WordCounts counts(WordId word) const;

  // All words of the accent family of a word (equal but for marks), in the same case entry, the word itself included.
  WordRange family(WordId word) const;

  // All words of the accent family that text::family_key() names: entries for small letters only, foreign words that
  // are spelt alike included. Both keys of a family with i/y variants give it.
  WordRange family(std::uint64_t key) const;

  // The words of that family that only additions know.
  std::span<const WordId> added_family(std::uint64_t key) const;

  // The context of a sentence's first word, and the context of which nothing is known.
  State sentence_start() const;
  State no_context() const { return {}; }

  // log p(word | state); next becomes the context after the word. next may be the same object as state.
  Score score(const State& state, WordId word, State& next) const;

  // The same without the new context: cheaper when it is not needed.
  Score score(const State& state, WordId word) const;

  // The context with its continuations looked up.
  Context context(const State& state) const;

  // Several words in the same context; scores.size() == words.size().
  void score(const Context& context, std::span<const WordId> words, std::span<Score> scores) const;

  // The same with the context after each word; next.size() == words.size().
  void score(const Context& context, std::span<const WordId> words, std::span<Score> scores,
             std::span<State> next) const;

  // The same for words of the file in ascending order: walks along the context's continuations instead of searching
  // them for each word. nodes: as many, for after(); or none.
  void score_ascending(const Context& context, std::span<const WordId> words, std::span<Score> scores,
                       std::span<Nodes> nodes = {}) const;

  // The same for words that successors() of the context's last word, one of the file, holds. places: of each among
  // them.
  void score_successors(const Context& context, std::span<const WordId> words, std::span<const std::uint32_t> places,
                        std::span<Score> scores, std::span<Nodes> nodes) const;

  // The context after a word that was scored in another by one of the two.
  State after(const Context& before, WordId word, const Nodes& nodes) const;

  // What score() gives as log-probability of a word of the file in the contexts after several words that were scored in
  // one context by one of the two, sooner: their pairs with the word need not be looked for, as their codes (see
  // Successors) are known. codes and log_probabilities: as many as nodes. Leaves additions out, see has_additions().
  void score_behind(std::span<const Nodes> nodes, std::span<const std::uint8_t> codes, WordId word,
                    std::span<float> log_probabilities) const;

  // Whether users taught it anything.
  bool has_additions() const { return !added_grams_.empty(); }

  // One word in several contexts, each of which becomes that after the word; scores.size() == states.size(). The waits
  // for memory overlap.
  void score(std::span<State> states, WordId word, std::span<Score> scores) const;

  // Words one after the other, the first behind `start`: before[i] becomes the context of words[i]. before.size() and
  // scores.size() == words.size(). Looks up all pairs, then all triples and so on, so that the waits for memory
  // overlap.
  void score_sequence(const State& start, std::span<const WordId> words, std::span<Context> before,
                      std::span<Score> scores) const;

  // Whether what is scored in this context depends on more than its last `words` words. If not, the context is that
  // which these words have without any others before them.
  bool reaches_past(const State& state, std::size_t words) const {
    return state.length > words || (words < state.last.size() && !added_grams_.empty());
  }

  // Words of the file, without those that only additions know; their numbers come first.
  std::size_t file_vocabulary_size() const { return vocabulary_size_; }

  // The words that the file knows to follow a word, whatever stands before it, in ascending order. Valid as long as the
  // model.
  class Successors {
   public:
    std::uint32_t size() const { return range_.end - range_.begin; }
    // For long lists; see PairFilter.
    PairFilter::Row filter() const { return filter_; }
    WordId operator[](std::uint32_t i) const { return model_->word_at(2, range_.begin + i); }
    // The code of how likely it follows, for pair_probability().
    std::uint8_t code(std::uint32_t i) const { return model_->levels_[2].code(range_.begin + i); }

   private:
    friend class LanguageModel;
    Successors(const LanguageModel& model, NodeRange range, PairFilter::Row filter)
        : model_(&model), range_(range), filter_(filter) {}
    const LanguageModel* model_;
    NodeRange range_;
    PairFilter::Row filter_;
  };

  // log p(word) of a word of the file, whatever stands before it.
  float word_probability(WordId word) const { return unigrams_[2 * std::size_t{word}]; }

  // log p(word | the one before it alone), by the code that Successors gives for it.
  float pair_probability(std::uint8_t code) const { return levels_[2].probabilities[code]; }

  Successors successors(WordId word) const {
    return {*this, children(1, known(word)), successor_filter_.row(known(word))};
  }

 private:
  static constexpr std::uint32_t kCapitalisedFlag = 0x80000000;
  static constexpr std::uint32_t kAbsent = 0xffffffff;

  // One order k >= 2.
  struct Level {
    PackedArray records;
    std::uint32_t size = 0;
    unsigned word_shift = 0;  // the word stands above the codes
    std::uint64_t backoff_mask = 0;
    unsigned backoff_bits = 0;
    std::uint64_t probability_mask = 0;
    const float* probabilities = nullptr;
    const float* backoffs = nullptr;

    std::uint64_t word(std::uint32_t node) const { return records[node] >> word_shift; }
    float probability(std::uint64_t record) const { return probabilities[record >> backoff_bits & probability_mask]; }
    std::uint8_t code(std::uint32_t node) const {
      return static_cast<std::uint8_t>(records[node] >> backoff_bits & probability_mask);
    }
  };

  LanguageModel() = default;
  void load(std::span<const std::byte> bytes, std::string_view name);
  void add_to_family(std::uint64_t key, WordId word);
  void rank_words();
  void filter_pairs();
  void load_vocabulary(std::span<const std::byte> section, std::string_view name);

  // A word that only additions know. The model sees it as a word of the class.
  struct AddedWord {
    std::string spelling;
    WordId known_as = kUnknownWord;
    float log_share = 0;  // of the class's probability
    std::uint32_t count = 0;
  };

  void add(const Additions& additions);
  WordId intern(const std::string& form, std::uint32_t count);
  WordId known(WordId word) const {
    return word < vocabulary_size_ ? word : added_words_[word - vocabulary_size_].known_as;
  }
  void count_additions(const State& state, WordId word, Score& score) const;
  std::uint32_t added_count(WordId oldest, WordId middle, WordId newest) const;

  float word_backoff(WordId word) const { return unigrams_[2 * std::size_t{word} + 1]; }
  WordId word_at(unsigned k, std::uint32_t node) const { return static_cast<WordId>(levels_[k].word(node)); }
  // Continuations (order length + 1) of a context of that length.
  NodeRange children(unsigned length, std::uint32_t node) const {
    if (length == 1) return {word_children_[node], word_children_[node + 1]};
    return children_[length][node];
  }
  // About where the word stands among `count` continuations.
  std::uint32_t guess_place(std::uint32_t count, WordId word) const;
  void prefetch_search(const Level& level, NodeRange range, WordId word) const;
  Score score_in(const Context& context, WordId word, State& next) const;
  void score_level(unsigned length, std::span<const WordId> words, std::span<Context> before, std::span<Score> scores,
                   State& last) const;
  struct Ascending;
  void keep_known(Ascending& part, unsigned length, NodeRange& rest) const;
  void score_longer(const Context& context, Ascending& part, unsigned shortest, std::span<NodeRange> rest) const;
  // The node in range that ends in word, with its record; kAbsent when there is none.
  std::uint32_t find_in(const Level& level, NodeRange range, WordId word, std::uint64_t& record) const;
  // The same among the continuations of a context of that length, by the filter where there is one.
  std::uint32_t find_continuation(const Context& context, unsigned length, WordId word, std::uint64_t& record) const;
  void prefetch_continuation(const Context& context, unsigned length, WordId word) const;
  PairFilter::Row successors_of(const State& state) const {
    return state.length > 0 ? successor_filter_.row(static_cast<WordId>(state.node[0])) : PairFilter::Row();
  }

  MappedFile file_;
  unsigned order_ = 0;
  std::size_t vocabulary_size_ = 0;  // of the file
  const WordRecord* words_ = nullptr;
  std::string_view spellings_;
  const float* unigrams_ = nullptr;
  std::array<Level, kMaximumOrder + 1> levels_;
  std::array<ChildRanges, kMaximumOrder + 1> children_;  // children_[k]: of nodes of order k

  std::vector<std::uint32_t> word_children_;  // the same for order 1, unpacked

  PairFilter successor_filter_;

  std::vector<std::uint16_t> word_rank_;  // share of all bigrams that end in a smaller word, in 1/65536

  struct Entries {
    WordId lower = kNone;
    WordId capitalised = kNone;
  };
  std::vector<text::Syllable> syllables_;                     // by word number
  std::unordered_map<std::uint64_t, WordRange> families_;     // by text::family_key()
  std::vector<Entries> by_code_;                              // by Syllable::code()
  std::unordered_map<std::u16string_view, Entries> foreign_;  // keys point into foreign_spellings_
  std::deque<std::u16string> foreign_spellings_;

  std::vector<AddedWord> added_words_;  // numbers from vocabulary_size_
  std::unordered_map<std::uint64_t, std::vector<WordId>> added_families_;
  std::unordered_map<std::uint64_t, std::uint32_t> added_grams_;  // by added_key(): words, pairs and triples
};

}  // namespace soat::model
