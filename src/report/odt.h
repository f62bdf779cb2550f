#pragma once

#include <string>

#include "report/report.h"

namespace soat::report {

// What was found in one document as a text document (.odt): the counts by category, where the findings lie, the
// passages that a machine probably rewrote with the evidence, the text with the findings marked, and a list of them;
// the same as the page of make_report has. The bytes of the file.
std::string odt_report(const CheckedDocument& checked, Language language,
                       const check::CategoryColours& colours = check::usual_colours);

}  // namespace soat::report
