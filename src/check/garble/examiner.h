#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "check/garble/features.h"
#include "check/garble/predecessors.h"
#include "check/garble/substitution_table.h"
#include "model/language_model.h"
#include "text/analysis.h"

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
  bool in_phrase = false;  // the filler stands in n-grams of three words and more on both sides
  float broken = 0;        // log-odds that something is broken here; set by a Judge
  float repaired = 0;      // log-odds that the filler is what belongs here; set by a Judge
  bool settled = false;    // the sentence was read again with the filler

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

// Finds windows that the language model does not expect between their neighbours while it knows something that it does
// expect there: words of its own that fit on both sides, and what the substitution table says a rewriting program may
// have had there. Says what speaks for and against; does not decide. Immutable; usable from several threads at once.
class Examiner {
 public:
  Examiner(std::shared_ptr<const model::LanguageModel> words, std::shared_ptr<const SubstitutionTable> table);

  const model::LanguageModel& words() const { return *words_; }

  // The work on one document. The examiner and the paragraphs must outlive it.
  class Reader;

 private:
  std::shared_ptr<const model::LanguageModel> words_;
  std::shared_ptr<const SubstitutionTable> table_;
  Predecessors predecessors_;
  std::vector<model::WordId> small_;  // the entry for small letters, by WordId
  std::vector<float> frequency_;      // log count, by WordId
  std::vector<float> capital_share_;  // by WordId
};

class Examiner::Reader {
 public:
  Reader(const Examiner& examiner, std::span<const text::Analysis> paragraphs);
  ~Reader();

  // Reads all paragraphs, for what only the whole document shows. To be called once, before the others.
  void read();

  // Hands over the suspects of one paragraph, in order and one at a time, since a long one has many; they may overlap.
  // Looks where the model is surprised on both sides of a window, which costs little in normal text.
  void look_quickly(std::uint32_t paragraph, const std::function<void(Suspect&)>& take);

  // Appends the suspects of one paragraph. Looks wherever the model is surprised at all, and for
  // longer fillers. Where a filler surely repairs its window, the sentence is read again with it, so that broken places
  // side by side neither hide each other nor cast doubt on what stands between them. judge: none to read once only.
  void look_thoroughly(std::uint32_t paragraph, const Judge* judge, std::vector<Suspect>& out);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

// Where the place ends that a suspect claims, which begins at its start. What is missing between two words claims a
// place of its own.
inline std::uint32_t claimed_end(const Replacement& suspect) {
  return std::max(suspect.end, suspect.start + 1);
}

}  // namespace soat::check::garble
