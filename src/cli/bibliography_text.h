#pragma once

#include <string>

#include "citation/csl/csl_engine.h"

namespace soat::cli {

// A list of sources as a file of its own in the format that the engine wrote its entries in: lines of text, an HTML
// fragment with headings as <h2>, or a document in RTF with a paragraph for each entry.
std::string bibliography_text(const citation::Bibliography& list, citation::OutputFormat format);

}  // namespace soat::cli
