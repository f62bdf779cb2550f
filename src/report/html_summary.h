#pragma once

#include <string>

#include "report/report.h"

namespace soat::report {

// What a page of findings needs of style sheet for the summary and the colours of the categories; lighter ones where
// the page is dark.
std::string summary_style(const check::CategoryColours& colours = check::usual_colours);

// The head of a document's part of the page: how many findings there are of each category, as bars in the colours that
// Writer underlines them in; where in the document they lie, as a strip from its beginning to its end; the passages
// that a machine probably rewrote, the likeliest first, with the evidence. prefix: before the numbers of the marks
// ("1-": the first finding is marked by "#1-1") and of the paragraphs ("#1-p1") that it refers to. Its size does not
// grow with the number of findings, but with that of passages. Empty when nothing was found.
std::string summary(const CheckedDocument& checked, const std::string& prefix, Language language);

}  // namespace soat::report
