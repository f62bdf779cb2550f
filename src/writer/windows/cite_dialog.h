#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// Puts a citation in at the cursor, or changes the one in which the cursor stands.
void open_cite_dialog(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
