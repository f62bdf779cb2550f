#pragma once

#include <string_view>

#include "writer/border/configuration.h"

namespace soat::writer {

// Puts an entry of a list of sources (RTF as citation/zotero/rich_text.h has it) into the clipboard, with its italics
// for word processors and for mail and web pages, and as plain text. For the main thread.
void copy_entry(const Context& context, std::string_view rtf);

}  // namespace soat::writer
