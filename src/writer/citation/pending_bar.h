#pragma once

#include <com/sun/star/frame/XModel.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// Says in a bar above a document that its citations wait for a refresh, with a button for that; or takes the bar away.
// Main thread.
void show_pending_bar(const Context& context, const css::uno::Reference<css::frame::XModel>& document, bool pending);

// For a document that has been opened: whether its citations wait.
void tell_of_pending(const Context& context, const css::uno::Reference<css::frame::XModel>& document);

}  // namespace soat::writer
