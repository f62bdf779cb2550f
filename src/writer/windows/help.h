#pragma once

#include <com/sun/star/awt/XWindow.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// Opens the guide in the interface's language, which the package has as a page for the browser, where it tells of a
// window; window: the name of its .xdl, or null for the guide's beginning. The guides say which of their chapters that
// is (cmake/make_help.py).
void open_guide(const Context& context, const char* window);

// From now on F1 in a control of this window opens the guide there, until the window ends. For the main thread.
void help_on_f1(const Context& context, const css::uno::Reference<css::awt::XWindow>& window, const char* name);

}  // namespace soat::writer
