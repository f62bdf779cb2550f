#pragma once

#include <system_error>

#include "text/message.h"

namespace soat::text {

// What the system says of an error number (errno), in the interface's language where it is one that users meet.
Message system_error(int code);

// The same of an error code, of whichever category.
Message system_error(const std::error_code& code);

}  // namespace soat::text
