#pragma once

#include <string>

#include "citation/session/formatter.h"
#include "citation/zotero/codec.h"

namespace soat::citation::session {

// What the list of sources of a document that holds nothing but this work would say of it, as RTF (citation/zotero/
// rich_text.h), without the number that a style may put in front. `item`: CSL-JSON. Builds an engine of its own, which
// takes some tenths of a second. Throws Fault for a style that has no list, soat::Error where the style cannot be used.
std::string format_entry(const FormatterSetup& setup, const zotero::Json& item);

}  // namespace soat::citation::session
