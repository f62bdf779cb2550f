#pragma once

#include <string_view>

#include "writer/border/configuration.h"

namespace soat::writer {

inline constexpr const char* extension_id = "org.soat.writer";
inline constexpr const char* dialogs_url = "vnd.sun.star.extension://org.soat.writer/dialogs";

// A text of the interface by its name, from extension/dialogs/Texts_*.properties, in the interface's language. Gives
// the name itself when the text cannot be read.
OUString text(const Context& context, const char* name);

// The same with %1 and %2 replaced.
OUString text(const Context& context, const char* name, std::u16string_view first, std::u16string_view second = {});

}  // namespace soat::writer
