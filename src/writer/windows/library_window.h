#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// The user's sources: find, add, change, take out, import, export.
void open_library_window(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
