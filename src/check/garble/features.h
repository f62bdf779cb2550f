#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "model/language_model.h"

namespace soat::check::garble {

// What is known of a window of nought to three words and of the filler that may belong in its place. "Own" is said of
// the window as it stands, "new" of the sentence with the filler.
enum class Feature : std::uint8_t {
  gain,        // log-probability of filler and the words after it, less that of the window and the same words
  gain_each,   // the same for each word of the longer of the two
  own_left,    // log-probability of the window's first word
  own_right,   // of the word after the window
  own_right2,  // of the second word after it
  own_inside,  // mean log-probability of the window's other words
  new_left,    // the same with the filler
  new_right,
  new_right2,
  own_order_left,   // length of the longest known n-gram that ends in the window's first word
  own_order_right,  // … in the word after the window
  own_order_right2,
  new_order_left,
  new_order_right,
  new_order_right2,
  window_words,
  filler_words,
  source,         // 0 the model's own filler, 1 a synonym of the table, 2 a sense of the table
  margin,         // gain less that of the second best filler of the window
  fillers,        // log count of words that are known on both sides
  frequency,      // least log count of the window's words in the training text
  frequency_new,  // … of the filler's
  capital,        // of the window's first word: 0 small letters, 1 capitalised, 2 capitals, 3 mixed
  capital_share,  // share of capitalised uses of the window's first word in the training text
  capital_share_new,
  capitals_near,  // capitalised words among three on either side
  unknown,        // words of the window that the model does not know
  unknown_near,   // … among three on either side
  latin,          // a word of the window that is no Vietnamese syllable
  first,          // the window starts the sentence
  fixed_before,   // the class (number, comma …) of what stands before the window; 0 for a word
  fixed_after,
  same_family,  // window and filler are equal but for marks
  shared,       // words that window and filler share
  before,       // log-probability of the word before the window
  before_order,
  sentence,       // mean log-probability of the sentence's words
  words,          // in the sentence
  quoted,         // a quotation mark or bracket stands beside the window
  cohesion,       // by how much the window's words expect each other; 0 for one word
  cohesion_left,  // by how much the word before the window expects its first word: log-probability less frequency
  cohesion_right,
  repeated,       // log count of the window's rarest word in the document
  repeated_new,   // log count of the filler's rarest word in the document
  same_place,     // log count of suspects with the same window beside the same word in the document
  beside_filler,  // words beside the window that are fillers already
  fillers_put,    // words of the sentence that are
  pair_left,      // log count in the document of the word before the window and its first word
  pair_right,     // … of its last word and the word after it; 0 for both where something may be missing
  pair_left_new,  // the same with the filler; where a word may be superfluous, of the words around it
  pair_right_new,
  count
};

inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count);
using Features = std::array<float, feature_count>;

// Their names, by number.
extern const std::array<std::string_view, feature_count> feature_names;

struct Filler;

// A window of a sentence with a filler.
struct Evidence {
  const ngram::ScoredSentence& sentence;
  std::size_t start;  // items [start, start + size) of the sentence
  std::size_t size;
  const Filler& filler;
  float margin;                 // gain less that of the second best filler
  std::uint32_t known_between;  // words that are known on both sides
  std::size_t fillers_beside;   // words beside the window that are fillers already
  std::size_t fillers_put;      // words of the sentence that are
  float cohesion;               // see cohesion()
};

// What the document tells of a window and its filler: how often words and pairs stand in it.
struct DocumentEvidence {
  std::uint32_t rarest = 0;  // of the window's words
  std::uint32_t rarest_new = 0;
  std::uint32_t pair_left = 0;
  std::uint32_t pair_right = 0;
  std::uint32_t pair_left_new = 0;
  std::uint32_t pair_right_new = 0;
  std::uint32_t same_place = 0;
};

// Log-probability of the words of a window each after the one before, less their frequencies; 0 for one word.
float cohesion(ngram::ScoredSentence& sentence, std::size_t start, std::size_t size, const ngram::WordFacts& facts);

// The log-probability of a window and of the words after it in which it still counts.
float own_total(const ngram::ScoredSentence& sentence, std::size_t start, std::size_t size);

// All features but those that describe() the document.
Features describe(const Evidence& evidence, const model::LanguageModel& words, const ngram::WordFacts& facts);
void describe(const DocumentEvidence& document, Features& features);

}  // namespace soat::check::garble
