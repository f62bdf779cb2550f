#pragma once

#include <com/sun/star/text/XTextDocument.hpp>
#include <vector>

#include "citation/session/list.h"
#include "citation/session/list_record.h"
#include "writer/citation/field_reader.h"

namespace soat::writer {

// Has a list leave out what the user has written in its place. Paragraphs at its beginning and its end stay as they are
// and where they are; words between its lines are written again behind it. `lines` and `memory` tell what is the list's
// own; `paragraphs` are those of the list, and its own ones then. Throws session::Fault where the list is protected,
// session::HoldsMore where words between its lines hold more than text. Main thread, within an undo context of the
// caller.
void leave_out_users_text(const css::uno::Reference<css::text::XTextDocument>& document, const Field& list,
                          const std::vector<citation::session::ListLine>& lines,
                          const citation::session::ListMemory& memory, std::vector<Range>& paragraphs);

}  // namespace soat::writer
