#pragma once

#include "text/message.h"

namespace soat::text {

// What the system says of an error number (errno), in the interface's language where it is one that users meet.
Message system_error(int code);

}  // namespace soat::text
