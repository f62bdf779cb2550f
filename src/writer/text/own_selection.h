#pragma once

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>

#include "writer/text/document.h"

namespace soat::writer {

// Selects a place in a window of its document to show it. What is selected so was not chosen by the user, and commands
// do not take it for what they are to work on. For the main thread.
void select_to_show(const css::uno::Reference<css::frame::XController>& window, const Range& place);

// Whether what is selected in a document's window is the place that was shown there last, and nothing else.
bool is_shown_place_selected(const css::uno::Reference<css::frame::XModel>& document);

}  // namespace soat::writer
