#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <memory>

#include "writer/border/configuration.h"
#include "writer/citation/document_citations.h"

namespace soat::writer {

// How a command from the menu or a dialog runs: in the background, with a small window to stop it when it takes long,
// and a word to the user when something could not be done. `then` (may be empty) is called when all went well.
CitationRun told_run(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                     const std::shared_ptr<DocumentCitations>& citations,
                     std::function<void(const CitationOutcome&)> then);

// Says which texts look like citations and are none, if there are any.
void tell_of_lost_copies(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

}  // namespace soat::writer
