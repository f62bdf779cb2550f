#pragma once

#include <memory>

#include "review/mark_style.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// How findings are underlined, and shown in the side panel, from the user's configuration. For any thread.
std::shared_ptr<const review::MarkStyles> mark_styles(const Context& context);

// Keeps others, and has Writer mark the open documents again. For the main thread.
void set_mark_styles(const Context& context, const review::MarkStyles& marks);

// What the office calls a line (css::awt::FontUnderline).
sal_Int16 office_line(review::MarkLine line);

}  // namespace soat::writer
