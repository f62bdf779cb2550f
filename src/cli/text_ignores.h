#pragma once

#include <vector>

#include "check/finding.h"
#include "document/document.h"

namespace soat::cli {

// Takes out the findings that the text itself says to pass over, in comments of Markdown, LaTeX and HTML:
//
//   <!-- soat-ignore RULE... -->        on this line, or on the next where the comment stands alone; in HTML in the
//                                       paragraph in which or before which it stands
//   <!-- soat-ignore-start RULE... --> … <!-- soat-ignore-end -->
//   <!-- soat-ignore-file RULE... -->
//   % soat-ignore RULE...               in LaTeX, and so on
//
// A rule's id or a category; without one all.
void take_out_ignored(const document::Document& document, std::vector<check::Finding>& findings);

}  // namespace soat::cli
