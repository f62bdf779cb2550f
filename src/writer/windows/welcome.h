#pragma once

#include <com/sun/star/frame/XModel.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// The bar above the text that tells who has just installed the extension where it is to be found.
inline constexpr const char* welcome_bar = "org.soat.welcome";

// Shows that bar, once for each user, above a Writer document that has got a window; not at once, since the office may
// have something of its own to say there: then with the next document. Without a screen never. For the main thread.
void welcome(const Context& context, const css::uno::Reference<css::frame::XModel>& document);

}  // namespace soat::writer
