#pragma once

#include <cstdint>
#include <string>

#include "platform/windows/wide.h"

namespace soat::platform {

// A process with all that it starts, which end with this object or with us.
class Process {
 public:
  struct Streams {
    HANDLE input;  // can be inherited, all three
    HANDLE output;
    HANDLE error;
  };

  // command: as the program is to see it. environment: as Windows has it; null: ours. bytes: of memory that each of the
  // processes may have; 0: as much as it wants. Throws std::system_error.
  Process(const wchar_t* program, std::wstring command, wchar_t* environment, const Streams& streams,
          std::uint64_t bytes);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // How many of the processes there still are.
  unsigned count() const;
  // Waits until the first one has ended.
  void wait() const;

 private:
  Handle job_;
  Handle process_;
};

// The empty device, as a stream that can be inherited. Throws std::system_error.
Handle open_nothing(DWORD access);

// The two ends of a pipe, of which one can be inherited. Throws std::system_error.
struct Ends {
  Handle ours;
  Handle theirs;
};
enum class Direction { to_them, from_them };
Ends make_pipe(Direction direction);

}  // namespace soat::platform
