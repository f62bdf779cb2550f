#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "platform/source.h"

namespace soat::platform {

// A process that does pieces of work for this one, and ends with it. It is a copy of this process with all that it has
// loaded, so that this one must have one thread only; or, where the system cannot copy processes, this program started
// anew with the same arguments, which comes to serve_as_worker.
class WorkerProcess {
 public:
  using Work = std::function<std::string(std::string)>;

  // mebibytes: of memory of its own; 0: as much as it wants. others: those that this process has. Throws
  // std::system_error.
  WorkerProcess(const Work& work, std::size_t mebibytes, std::span<const std::unique_ptr<WorkerProcess>> others);
  // Ends it, in the middle of its work if need be.
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // False when it has ended.
  bool send(const std::string& task);
  // Its results: each is a std::uint64_t, the number of bytes, then these (platform/messages.h).
  Source& results();
  // For a process that has ended by itself or does so without tasks: gives the signal that ended it, 0 if it was none.
  int wait();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Does the work for the process that started this one for that, until no more comes; false when there is none. Stands
// before anything is written or opened for writing.
bool serve_as_worker(const WorkerProcess::Work& work);

}  // namespace soat::platform
