#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "citation/library/library.h"
#include "writer/border/configuration.h"
#include "writer/border/strings.h"

namespace soat::writer {

// Lets the user choose a file, and writes sources into it in the format that its name ends with: CSL-JSON, BibLaTeX or
// RIS.
//   items_of: gives them as CSL-JSON; on the library's thread.
//   done: what was done, for the user; not called where a window has told that it failed.
void export_sources(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                    std::function<nlohmann::json(citation::Library&)> items_of,
                    std::function<void(const OUString&)> done);

}  // namespace soat::writer
