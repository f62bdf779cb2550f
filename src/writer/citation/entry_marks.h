#pragma once

#include <com/sun/star/text/XTextDocument.hpp>
#include <string>
#include <vector>

#include "citation/session/list.h"
#include "writer/citation/field_reader.h"

namespace soat::writer {

// Has each entry of a list that citations lead to begin with a bookmark of its name, and no other one of that part's
// list (citation::session::entry_name) be left. `paragraphs` are those of the list, one for each of the lines; where
// they are not, nothing is done. Main thread, within an undo context of the caller.
void mark_entries(const css::uno::Reference<css::text::XTextDocument>& document, const std::vector<Range>& paragraphs,
                  const std::vector<citation::session::ListLine>& lines, const std::string& part);

}  // namespace soat::writer
