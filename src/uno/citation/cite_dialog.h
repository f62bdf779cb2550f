#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "uno/configuration.h"

namespace soat::uno {

// Puts a citation in at the cursor, or changes the one in which the cursor stands.
void open_cite_dialog(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::uno
