#include "platform/terminal.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace soat::platform {

void set_up_streams() {}

bool is_terminal(std::FILE* stream) {
  const char* const terminal = std::getenv("TERM");
  const bool is_dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return !is_dumb && isatty(fileno(stream)) != 0;
}

}  // namespace soat::platform
