#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "check/finding.h"
#include "text/analysis.h"

namespace soat::check {

// What a paragraph looks like as a whole: a sign to look, no more.
struct ParagraphAssessment {
  float probability = 0;  // that a machine rewrote it, 0..1, calibrated; 0 when it has no text
  bool has_text = true;
  bool has_signs = false;         // some evidence is its own, and not only its neighbours'
  std::vector<Message> evidence;  // one line for each kind of sign, which a reader can check against the findings
};

struct Assessment {
  std::vector<ParagraphAssessment> paragraphs;  // one for each of the document; empty when nothing could judge them
  float probability = 0;  // that some passage was rewritten: the highest of the paragraphs, which are not independent
};

// Neighbouring paragraphs, [first, end), that a machine probably rewrote.
struct Passage {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  float probability = 0;  // the highest of its paragraphs
};

// From this probability on a paragraph is told of.
inline constexpr float worth_telling = 0.7F;

// The passages worth telling, in order. They start and end with paragraphs that show signs of their own, so that what
// stands beside a rewritten passage is not blamed; inside, paragraphs that are as likely and paragraphs without text do
// not part it.
std::vector<Passage> passages(const Assessment& assessment);

// Puts together an assessment. probabilities: one for each paragraph, or none at all. findings: ordered by paragraph,
// as they are shown.
Assessment assess(std::span<const float> probabilities, std::span<const text::Analysis> paragraphs,
                  std::span<const Finding> findings);

// Has the first finding on words of each passage say that the passage is worth a look. findings: ordered by paragraph.
void tell_passages(const Assessment& assessment, std::span<Finding> findings);

}  // namespace soat::check
