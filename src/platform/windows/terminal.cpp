#include "platform/terminal.h"

#include <fcntl.h>
#include <io.h>

#include "platform/program.h"
#include "platform/windows/wide.h"
#include "platform/windows/worker_variable.h"

namespace soat::platform {
namespace {

unsigned code_page_before = 0;

HANDLE handle_of(std::FILE* stream) {
  return reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(stream)));
}

bool is_console(std::FILE* stream) {
  DWORD mode = 0;
  return GetConsoleMode(handle_of(stream), &mode) != 0;
}

}  // namespace

void set_up_streams() {
  for (std::FILE* const stream : {stdin, stdout, stderr}) _setmode(_fileno(stream), _O_BINARY);
  // Else some C libraries (Wine's) write each letter by itself.
  constexpr std::size_t room = std::size_t{64} << 10;
  if (!is_console(stdout)) std::setvbuf(stdout, nullptr, _IOFBF, room);
  for (std::FILE* const stream : {stdout, stderr}) {
    DWORD mode = 0;
    if (!GetConsoleMode(handle_of(stream), &mode)) continue;
    SetConsoleMode(handle_of(stream), mode | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    if (code_page_before == 0) {
      code_page_before = GetConsoleOutputCP();
      SetConsoleOutputCP(CP_UTF8);
      // The console is the shell's, which goes on with it.
      std::atexit([] { SetConsoleOutputCP(code_page_before); });
    }
  }
  if (is_console(stdin)) SetConsoleCP(CP_UTF8);
}

bool is_terminal(std::FILE* stream) {
  if (stream == stdout) {
    if (const auto starter = environment(worker_variable)) return *starter == "terminal";
  }
  DWORD mode = 0;
  return environment("TERM").value_or("") != "dumb" && GetConsoleMode(handle_of(stream), &mode) != 0 &&
         (mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

}  // namespace soat::platform
