#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "check/garble/predecessors.h"
#include "check/garble/substitution_table.h"
#include "check/garble/suspect.h"
#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "check/recent_results.h"
#include "model/language_model.h"

namespace soat::check::garble {

inline constexpr std::size_t longest_window = 3;
// Words after a window in whose probability it still counts.
inline constexpr std::size_t reach_right = 3;

// The sentence with a filler, from the filler on.
struct Reading {
  float total = 0;
  float left = 0;
  std::array<float, 2> right{};
  std::uint8_t order_left = 0;
  std::array<std::uint8_t, 2> order_right{};
};

struct Filler {
  std::array<model::WordId, Replacement::longest> words{};
  std::uint8_t size = 0;
  Replacement::Source source = Replacement::Source::model;
  float least = 0;  // what it must gain
  Reading reading;

  std::span<const model::WordId> view() const { return {words.data(), size}; }
};

// What was found for a window.
struct Fillers {
  std::vector<Filler> fillers;
  std::uint32_t known_between = 0;  // words known on both sides
};

// Where fillers are looked for, and how.
struct Window {
  std::size_t start = 0;  // items [start, start + size) of the sentence
  std::size_t size = 0;
  bool thorough = false;   // go through long lists of neighbours too
  bool search = false;     // among the words that the model knows on both sides
  bool pairs = false;      // among pairs of them; only with search
  bool look_up = false;    // in the substitution table
  bool leave_out = false;  // nothing may be right

  std::size_t end() const { return start + size; }
};

// Finds fillers in one document. Equal windows in equal places are searched for once.
class FillerSearch {
 public:
  // slots: how many results are kept; a power of two.
  FillerSearch(const model::LanguageModel& model, const ngram::WordFacts& facts, const SubstitutionTable& table,
               const Predecessors& predecessors, std::size_t slots);

  // All fillers, whatever they gain, in the order in which they are found. Valid until the next call.
  const Fillers& find(ngram::ScoredSentence& sentence, const Window& window);

 private:
  // All that decides which fillers there are for a window.
  struct Key {
    model::State state{};                                                 // before it
    std::array<model::WordId, 1 + longest_window + reach_right> words{};  // one before it, its own, those after it
    std::uint8_t size = 0;
    bool thorough = false;
    bool search = false;
    bool look_up = false;
    bool leave_out = false;

    friend bool operator==(const Key&, const Key&) = default;
    std::uint64_t hash() const;
  };

  struct Ranked {
    float score;
    model::WordId word;
    std::uint16_t number;  // in the list that was ranked
  };

  struct Pair {
    float score;
    model::WordId first;
    model::WordId second;
  };

  static Key key_of(const ngram::ScoredSentence& sentence, const Window& window);
  static void keep_best(std::vector<Ranked>& ranked, std::size_t most);
  bool stands_there(const ngram::ScoredSentence& sentence, const Window& window,
                    std::span<const model::WordId> words) const;
  void add(ngram::ScoredSentence& sentence, const Window& window, std::span<const model::WordId> words,
           Replacement::Source source, float least, Fillers& out);
  void add_from_table(ngram::ScoredSentence& sentence, const Window& window, Fillers& out);
  void add_from_model(ngram::ScoredSentence& sentence, const Window& window, Fillers& out);
  void add_best_of_one(ngram::ScoredSentence& sentence, const Window& window, float least, Fillers& out);
  void score_right(const model::Context& before, model::WordId after);
  void add_best_of_two(ngram::ScoredSentence& sentence, const Window& window, float least, Fillers& out);

  const model::LanguageModel& model_;
  const ngram::WordFacts& facts_;
  const SubstitutionTable& table_;
  const Predecessors& predecessors_;
  RecentResults<Key, Fillers> results_;

  // Of the window in work.
  Between between_;
  std::vector<model::WordId> firsts_;
  std::vector<model::Score> left_;
  std::vector<float> right_;
  std::vector<model::Nodes> nodes_;
  std::vector<model::State> states_;
  std::vector<Ranked> ranked_;
  std::vector<Pair> pairs_;
};

}  // namespace soat::check::garble
