#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "check/garble/gap_gates.h"
#include "check/garble/gap_search.h"
#include "check/garble/suspect.h"
#include "check/ngram/scored_sentence.h"
#include "check/rule_weights.h"
#include "check/trees.h"

namespace soat::check::garble {

// A place where one syllable is missing, or stands instead of another, and how sure that is.
struct LostSyllable {
  Replacement place;  // its window is empty, or one word
  float confidence = 0;
};

// Says how much speaks for a gap. Immutable after load.
class GapDecision {
 public:
  // Numbers of rule-weights.txt, which says what they mean and how each was got; log-odds, but for those that say
  // otherwise.
  struct Bounds {
    // weights: those of garble.set-phrase. Throws soat::Error when one is missing.
    static Bounds of(const RuleWeights::Of& weights, GapFault fault);

    float probable = 0;  // from this on a gap is told in strict,
    float sure = 0;      // … from this on in normal
    float probable_confidence = 0;
    float sure_confidence = 0;
    float almost_sure_confidence = 0;  // at the most where only many together say it
    std::size_t apart = 0;             // words; places closer together are about the same gap
    float many = 0;                    // syllables likely to be lost: a document that lacks many words
    float words_for_one = 0;           // … when one in so many words is
    float most_for_many_sure = 0;      // how much less evidence is enough there at the most
    float most_for_many = 0;
    float for_again = 0;  // … where a syllable is lost beside the same one again
  };

  // Reads the trees. Throws soat::Error naming the file and the line when they cannot be read or are not whole.
  static GapDecision load(const std::filesystem::path& trees, const Bounds& bounds);

  // Log-odds in text of which every fiftieth syllable was lost.
  float odds(const Gap& gap) const { return trees_.sum(gap.features); }
  const Bounds& bounds() const { return bounds_; }
  // At least the threshold of strict from `probable` on, at least that of normal from `sure` on.
  float confidence(float odds) const;

 private:
  GapDecision(Trees trees, const Bounds& bounds) : trees_(std::move(trees)), bounds_(bounds) {}

  Trees trees_;
  Bounds bounds_;
};

// Collects the lost syllables of one document, sentence by sentence.
class LostSyllables {
 public:
  // decision must outlive it.
  LostSyllables(const GapDecision& decision, GapSearch search) : decision_(decision), search_(std::move(search)) {}

  // is_copy: whether the paragraph is a copy of an earlier one, which does not say that the document lacks more.
  void take(std::uint32_t paragraph, ngram::ScoredSentence& sentence, bool is_copy = false);

  // Those of all sentences, in order. A document that lacks many surely lacks more (a copy from a page that loses
  // words): less evidence is enough there, and least where a syllable is lost beside the same one again.
  std::vector<LostSyllable> found() const;

 private:
  struct Candidate {
    Replacement place;
    std::size_t before = 0;  // item of its sentence
    float odds = 0;
    bool is_copy = false;
    // What it may be lost beside, with it.
    std::uint32_t behind = 0;
    std::uint32_t ahead = 0;
  };

  float expected() const;

  const GapDecision& decision_;
  GapSearch search_;
  std::size_t words_ = 0;
  std::vector<Candidate> candidates_;
};

}  // namespace soat::check::garble
