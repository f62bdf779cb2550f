#pragma once

#include <com/sun/star/frame/XFrame.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// Shows a text, with a button to close it.
void show_notice(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, const OUString& title,
                 const OUString& text);

// Version, data in use and what could not be used (once the engine has been loaded), notices.
OUString about_text(const Context& context);

// If another spell checker for Vietnamese is active and we have not asked before: asks whether ours is to be used
// instead.
void offer_our_spell_checker(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame);

// Mentions in a bar above the text, once and for good, that another spell checker for Vietnamese is active; its button
// is the command "spell-checker". For the main thread, when the first text in Vietnamese is there.
void mention_our_spell_checker(const Context& context);

}  // namespace soat::writer
