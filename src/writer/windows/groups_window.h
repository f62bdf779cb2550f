#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <vector>

#include "citation/library/library.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// Asks to which collections and tags of the library sources are to belong. What they have in common is shown and
// changed; what only some have stays theirs.
//   known: the library's groups, offered besides.
//   arranged: called when the user keeps it, with the sources as they were and as they are to be.
void open_groups_window(
    const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
    std::vector<citation::LibraryItem> sources, const std::vector<citation::CountedGroup>& known,
    std::function<void(const std::vector<citation::LibraryItem>& before, const std::vector<citation::LibraryItem>& now)>
        arranged);

}  // namespace soat::writer
