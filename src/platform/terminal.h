#pragma once

#include <cstdio>

namespace soat::platform {

// Makes the standard streams carry bytes as they are, UTF-8 on a terminal. For main, before anything is read or
// written.
void set_up_streams();

// Whether a person may be at the other end of a standard stream, who sees colours and lines that change: not where the
// terminal says that it is a dumb one (TERM).
bool is_terminal(std::FILE* stream);

}  // namespace soat::platform
