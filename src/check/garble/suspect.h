#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "check/garble/features.h"
#include "model/word_id.h"

namespace soat::check::garble {

// A window of words and the filler that may belong in its place.
struct Replacement {
  static constexpr std::size_t longest = 4;  // words in window and filler

  enum class Source : std::uint8_t { model, synonym, sense };

  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;  // UTF-16 range in Analysis::text; empty where something is missing
  std::uint32_t end = 0;
  std::array<model::WordId, longest> window{};
  std::array<model::WordId, longest> filler{};
  std::uint8_t window_size = 0;
  std::uint8_t filler_size = 0;
  Source source = Source::model;
  bool in_phrase = false;        // the filler stands in n-grams of three words and more on both sides
  float broken = 0;              // log-odds that something is broken here; set by a Judge
  float repaired = 0;            // log-odds that the filler is what belongs here; set by a Judge
  bool begins_sentence = false;  // something is missing before its first word
  bool settled = false;          // the sentence was read again with the filler

  std::span<const model::WordId> window_words() const { return {window.data(), window_size}; }
  std::span<const model::WordId> filler_words() const { return {filler.data(), filler_size}; }
};

// A replacement with all that speaks for and against it.
struct Suspect : Replacement {
  std::uint32_t first_item = 0;         // of the window, in its sentence as it was read
  model::WordId before = model::kNone;  // the words beside the window
  model::WordId after = model::kNone;
  Features features{};
};

// Says how much speaks for a suspect.
class Judge {
 public:
  virtual ~Judge() = default;
  virtual void judge(Suspect& suspect) const = 0;
};

// Where the place ends that a suspect claims, which begins at its start. What is missing between two words claims a
// place of its own.
inline std::uint32_t claimed_end(const Replacement& suspect) {
  return std::max(suspect.end, suspect.start + 1);
}

}  // namespace soat::check::garble
