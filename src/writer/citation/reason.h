#pragma once

#include <exception>
#include <string>

#include "writer/border/configuration.h"

namespace soat::writer {

// What the user is told of what went wrong with citations, in the interface's language. For any thread.
std::u16string reason_of(const Context& context, const std::exception_ptr& error);

}  // namespace soat::writer
