#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "check/garble/examiner.h"
#include "text/analysis.h"

namespace soat::tools {

// A broken place: UTF-16 range in the paragraph, and what belongs there.
struct Damage {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  float certainty = 1;  // how sure a reader would be that something is wrong, 0..1
  std::u16string right;
};

struct SpunParagraph {
  std::u16string text;
  std::vector<Damage> damage;
};

// A document with all its paragraphs, some of them damaged.
struct SpunDocument {
  std::vector<SpunParagraph> paragraphs;
  std::vector<text::Analysis> analyses;
};

// Reads documents from lines of tab-separated cells: document, text, then a cell for each broken place:
// START:END:PERCENT:RIGHT, where START and END count code points and PERCENT says how sure a reader would be that
// something is wrong there. Lines of one document stand together. Throws soat::Error naming the line when one cannot be
// understood.
std::vector<SpunDocument> read_spun(const std::filesystem::path& path);

// Whether the suspect touches a broken place, and whether its filler repairs it.
struct Verdict {
  float broken = 0;  // the certainty of the place
  bool repaired = false;
};
Verdict judge(const model::LanguageModel& words, const SpunParagraph& paragraph, const text::Analysis& analysis,
              const check::garble::Replacement& suspect);

}  // namespace soat::tools
