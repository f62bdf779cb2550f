#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "check/garble/decision.h"
#include "check/garble/examiner.h"
#include "model/language_model.h"
#include "text/analysis.h"

namespace soat::check::garble {

// A place where something is broken, with what may belong there. Windows of phrases of one document do not overlap.
struct Phrase {
  // What else may belong in the window.
  struct Alternative {
    std::array<model::WordId, Replacement::longest> words{};
    std::uint8_t size = 0;

    std::span<const model::WordId> view() const { return {words.data(), size}; }
  };

  Replacement suspect;  // with the best filler
  std::vector<Alternative> alternatives;
  float confidence = 0;
};

struct Detection {
  std::vector<Phrase> phrases;              // in order
  std::vector<float> rewritten;             // for each paragraph the probability that a machine rewrote it
  std::vector<ParagraphEvidence> evidence;  // for each paragraph, what that rests on
};

// Finds garbled phrases in two stages: the evidence of a first, quick look, summed over each passage, gives the odds
// that the passage was rewritten; these odds decide where to look thoroughly and weigh every single finding. Immutable;
// usable from several threads at once.
class Detector {
 public:
  Detector(Examiner examiner, Decision decision);

  // Reads its files from the data folder. Throws soat::Error naming the file that cannot be used.
  static Detector load(const std::filesystem::path& folder, std::shared_ptr<const model::LanguageModel> words,
                       std::shared_ptr<const ngram::WordFacts> facts);

  // Judges the paragraphs of one document by a reader that has taken all their sentences. least: phrases below this
  // confidence are left out.
  Detection detect(Examiner::Reader& reader, std::span<const text::Analysis> paragraphs, float least) const;

  // What the phrases of a quick look say of each paragraph. A window that comes back counts once: what a text writes
  // again and again is more likely its subject. A copy of a paragraph that shows something tells neither for nor
  // against.
  std::vector<ParagraphEvidence> weigh(std::span<const text::Analysis> paragraphs,
                                       std::span<const Phrase> phrases) const;

  // What a look shows, in order, without confidences: for calibrating.
  std::vector<Phrase> look_quickly(std::span<const text::Analysis> paragraphs) const;
  std::vector<Phrase> look_thoroughly(std::span<const text::Analysis> paragraphs) const;

  const Decision& decision() const { return decision_; }
  const Examiner& examiner() const { return examiner_; }

 private:
  // Append the phrases of one paragraph.
  void look_quickly(Examiner::Reader& reader, std::uint32_t paragraph, std::vector<Phrase>& out) const;
  void look_thoroughly(Examiner::Reader& reader, std::uint32_t paragraph, std::vector<Phrase>& out) const;

  Examiner examiner_;
  Decision decision_;
};

// Appends the phrases that judged suspects of one paragraph make, in order: of those that overlap, the one whose filler
// repairs best, settled ones first. Without confidences.
void choose(std::span<const Replacement> suspects, std::vector<Phrase>& out);

}  // namespace soat::check::garble
