#pragma once

#include <com/sun/star/frame/XModel.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// From now on the document's windows show our own menu for a mark of ours, instead of the office's menu for marks. For
// the main thread; may be called again when the document has got another window.
void serve_mark_menu(const Context& context, const css::uno::Reference<css::frame::XModel>& document);

// The same for all documents that are open: of some the office tells no event, as of one made of an empty text file.
// For the main thread.
void serve_all_mark_menus(const Context& context);

}  // namespace soat::writer
