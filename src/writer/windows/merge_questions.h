#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <vector>

#include "citation/library/library.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// Works that are in the library more than once: the sources of each.
using RepeatedWorks = std::vector<std::vector<citation::LibraryItem>>;

// Asks of each of them whether its sources are to become one. `answered` is called once, when all is answered or the
// user stops, with those that are.
void ask_about_repeated(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                        RepeatedWorks works, std::function<void(RepeatedWorks)> answered);

}  // namespace soat::writer
