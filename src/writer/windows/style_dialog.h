#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// How the document cites: style, language, text or notes, order and grouping of the list.
void open_style_dialog(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

// What the list of sources has besides what is cited, and what it leaves out.
void open_listed_sources(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
