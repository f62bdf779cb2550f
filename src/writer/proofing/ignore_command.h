#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// "Clear the ignore list": says how much is in it, asks, and has Writer mark it again.
void ask_to_reset_ignored(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
