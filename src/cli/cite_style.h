#pragma once

#include <filesystem>
#include <string>

#include "citation/csl/style_check.h"

namespace soat::cli {

// The citation style that a user means: a .csl file; the name, the id or the title of a style that comes with the
// program or that the system has, in any case, the title also without what stands in parentheses at its end. data: the
// folder with the program's own styles in "styles". Throws soat::Error: for a file that cannot be read or is no style,
// and for what nothing is called, with the name most like it and those of the program's own.
citation::CheckedStyle open_style(const std::string& wanted, const std::filesystem::path& data);

}  // namespace soat::cli
