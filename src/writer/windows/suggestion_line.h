#pragma once

#include <string_view>

#include "writer/border/configuration.h"

namespace soat::writer {

// A suggestion as a line of a list or a menu: what cannot be seen is named.
OUString suggestion_line(const Context& context, std::u16string_view suggestion);

}  // namespace soat::writer
