#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// Whether a command of the menu (what follows "vnd.org.soat:") is one on citations.
bool is_citation_command(const OUString& name);

// Does it, later on the main thread, for the document in that frame. Whatever goes wrong is told to the user in a
// window.
void run_citation_command(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                          const OUString& name);

}  // namespace soat::writer
