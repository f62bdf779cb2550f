#pragma once

#include "check/rule_info.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// The profile of the marks while the user types, from the user's configuration. For any thread.
check::Profile typing_profile(const Context& context);

// Keeps another, and has Writer mark the open documents again. For the main thread.
void set_typing_profile(const Context& context, check::Profile profile);

}  // namespace soat::writer
