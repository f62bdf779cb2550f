#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// Opens the sidebar with our deck, if the window is one that is seen.
void show_deck(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
