#pragma once

#include <com/sun/star/frame/XModel.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// Shows a bar above a document that has got a window, where its file keeps citations of another program in content
// controls (Mendeley Cite) and this LibreOffice drops their tags when it saves (7.4 does): once saved, the program does
// not know its citations any more. Reads the file in the background. For the main thread.
void warn_of_lost_controls(const Context& context, const css::uno::Reference<css::frame::XModel>& document);

}  // namespace soat::writer
