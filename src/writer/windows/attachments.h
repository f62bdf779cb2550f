#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <string>
#include <vector>

#include "citation/library/library.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// What a source of the library can be read in: its files and its page on the web. The user opens them, adds files and
// takes them away.
//   changed: called with its files as they were and as they are, after each change.
void open_attachments(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                      citation::LibraryItem source,
                      std::function<void(const std::vector<std::string>&, const std::vector<std::string>&)> changed);

}  // namespace soat::writer
