#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/legacy_detection.h"

namespace soat::text {

// A paragraph taken apart into runs (of one format, one text node), each from its start to that of the next; the first
// starts at 0. Gives the text of each run in Unicode: a letter goes where it stood, also when its mark stood in the
// next run (VNI), and what is in no stretch stays. stretches: those of the paragraph, in order, not overlapping.
std::vector<std::u16string> convert_runs(std::u16string_view paragraph, std::span<const std::uint32_t> run_starts,
                                         std::span<const LegacyStretch> stretches);

}  // namespace soat::text
