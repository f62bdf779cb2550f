#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "platform/source.h"

namespace soat::cli {

// What one piece of work may take; 0: as much as it wants.
struct WorkLimits {
  std::size_t seconds = 0;
  std::size_t mebibytes = 0;  // of memory of its own
};

// How a piece of work ended.
enum class Ending {
  done,
  crashed,   // the process ended in the middle
  timed_out  // it took longer than the limit
};

struct WorkResult {
  Ending ending = Ending::done;
  int signal = 0;     // that ended a process that crashed; 0: it exited
  std::string bytes;  // what the work gave
};

// Where work comes from, one piece after the other.
class WorkSource {
 public:
  enum class State { ready, waiting, ended };

  virtual ~WorkSource() = default;
  // Gives the next piece in task, or tells that none is there yet, or that no more comes.
  virtual State next(std::string& task) = 0;
  // What has bytes when a piece may be there, for a source that waits; else null.
  virtual platform::Source* source() { return nullptr; }
};

// The same as source.next, but waits while it is waiting. Throws soat::Error when that cannot be.
WorkSource::State wait_for_next(WorkSource& source, std::string& task);

// Does work in processes of their own, so that a piece that crashes, hangs or takes too much memory costs no other: the
// process is ended, another takes its place, and the run goes on. use() gets the results on this thread, in the order
// of the work, as soon as they are there; what it throws comes out once the processes have ended. How processes are
// made: platform/worker_process.h; where they are this program started anew, serve_as_worker does the same work before
// this is called. Few results are held, so that memory does not grow with the number of pieces. Throws soat::Error when
// no process can be made.
void run_in_workers(std::size_t workers, const WorkLimits& limits, WorkSource& source,
                    const std::function<std::string(std::string)>& work,
                    const std::function<void(std::string task, WorkResult&&)>& use);

}  // namespace soat::cli
