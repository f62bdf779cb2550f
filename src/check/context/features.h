#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check/context/rivals.h"
#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "model/word_id.h"

namespace soat::check::context {

// What is known of one place in a document where another word may have been meant: t is what stands there, c the best
// candidate.
enum class Feature : std::uint8_t {
  gain,          // log-probability of the surrounding words with c, less that with t
  gain_left,     // its part that comes from the words before
  fit_gain,      // what the context vectors say for c, less for t
  fit,           // posterior of t among the candidates by the context vectors, log
  cost,          // of the slip from c to t
  score,         // the sum of the above by which candidates are put in order
  margin,        // by which c is ahead of the second candidate
  posterior,     // log-odds of t against all candidates by score
  left,          // log-probability of t after the words before
  right,         // mean log-probability of the words after t
  before,        // log-probability of the word before, where it stands
  sentence,      // mean log-probability of the words of the sentence
  order_left,    // length of the longest known n-gram that ends in t
  order_right,   // … that ends in the word after, with t
  order_right2,  // … in the second word after
  order_left_c,  // the same with c
  order_right_c,
  order_right2_c,
  frequency,  // log count of t in the training text
  frequency_c,
  capital_share,  // share of capitalised uses of t in the training text
  capital_share_c,
  letter_case,     // 0 small letters, 1 capitalised, 2 capitals, 3 mixed
  first,           // t is the first word of its sentence
  capital_before,  // the word before is capitalised inside the sentence
  capital_after,
  capitals,       // capitalised or foreign words among three on either side
  unknown,        // words among three on either side that the model does not know
  kind,           // 0 a syllable of the vocabulary, 1 a rare syllable, 2 no syllable
  marked,         // t has a letter that is not ASCII
  length,         // letters of t
  words,          // words in the sentence
  number_before,  // the word before is a number or another class
  number_after,
  quoted,       // a quotation mark or bracket stands beside t
  operation,    // kind of the slip's operation
  mark_change,  // of the slip
  changed_marks,
  tone_written,  // of the slip's change of tone; -1 when the tone stays
  tone_intended,
  repeated,     // log of how often t stands in the document
  repeated_c,   // the same for c
  same_before,  // log of how often t follows the same word at such places of the document
  same_after,
  suspicion,  // such places that look wrong in the document, per thousand words, log
  count
};

inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count);
using Features = std::array<float, feature_count>;

// Their names, by number.
extern const std::array<std::string_view, feature_count> feature_names;

inline std::string_view name(Feature feature) {
  return feature_names[static_cast<std::size_t>(feature)];
}

// A place of a sentence with what may have been meant there.
struct Evidence {
  const ngram::ScoredSentence& sentence;
  std::size_t place;         // item of the sentence
  model::WordId written;     // what stands there; the sentence may have something else in its place
  const Weighing& weighing;  // with a rival at least
};

// What the document tells of a place.
struct DocumentEvidence {
  float times = 0;        // how often what stands there stands in the document
  float times_c = 0;      // the same for the best rival
  float same_before = 0;  // how often it follows the same word at places of the document that have rivals
  float same_after = 0;
  float wrong = 0;  // places of the document that look wrong
  float words = 0;  // in the document
};

// All features but those that describe() the document.
Features describe(const Evidence& evidence, const ngram::WordFacts& facts);
void describe(const DocumentEvidence& document, Features& features);

}  // namespace soat::check::context
