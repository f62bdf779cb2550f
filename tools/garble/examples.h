#pragma once

#include <filesystem>
#include <span>

#include "check/garble/examiner.h"

namespace soat::tools {

// Fits trees to what the examiner finds in spun documents (see spun_text.h) and writes them: those that tell which
// suspects touch broken places, and those that tell which repair them. Throws soat::Error when a file cannot be read or
// written. judge: from trees fitted before, so that sentences are read again as they are in use; may be none.
void fit_garble_trees(const check::garble::Examiner& examiner, const check::garble::Judge* judge,
                      std::span<const std::filesystem::path> spun, const std::filesystem::path& broken,
                      const std::filesystem::path& repaired);

}  // namespace soat::tools
