#pragma once

#include <filesystem>

#include "check/garble/examiner.h"
#include "check/garble/passages.h"
#include "check/trees.h"

namespace soat::check::garble {

// What the evidence for a suspect is worth, fitted on text that a spinner damaged: trees that tell whether something is
// broken there and trees that tell whether the filler repairs it, and the few numbers that turn their sums and the
// passage into a confidence. Immutable after load.
class Decision final : public Judge {
 public:
  // Reads the three files. Throws soat::Error naming the file and the line when one cannot be read or is not whole.
  static Decision load(const std::filesystem::path& broken, const std::filesystem::path& repaired,
                       const std::filesystem::path& calibration);

  // Log-odds in text of which half is rewritten: that the window is broken, that the filler repairs it. judge() gives
  // both.
  void judge_broken(Suspect& suspect) const { suspect.broken = broken_.sum(suspect.features); }
  void judge_repaired(Suspect& suspect) const { suspect.repaired = repaired_.sum(suspect.features); }
  void judge(Suspect& suspect) const override;

  // The kind of evidence that a judged suspect is for its paragraph; ParagraphEvidence::kinds for none.
  std::size_t kind(const Replacement& suspect) const;

  // The probability that a window is broken in a passage that was rewritten with this probability.
  float confidence(float broken, float rewritten) const;

  const Passages& passages() const { return passages_; }

 private:
  Decision(Trees broken, Trees repaired, Passages::Weights weights);

  Trees broken_;
  Trees repaired_;
  Passages passages_;
  float probably_repaired_ = 0;
  float surely_repaired_ = 0;
  float intercept_ = 0;
  float slope_ = 1;
};

}  // namespace soat::check::garble
