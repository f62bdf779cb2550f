#pragma once

#include <functional>
#include <optional>

#include "citation/session/formatter.h"
#include "citation/session/job_queue.h"

namespace soat::citation::session {

// The thread on which a document's citations are formatted, so that no window waits for it.
class FormatterQueue {
 public:
  // `failed` is given what a job throws, `at_begin` is the first that the thread does; neither may throw.
  explicit FormatterQueue(std::function<void(std::exception_ptr)> failed, std::function<void()> at_begin = {})
      : queue_({std::move(failed), {}, {}, [this] { formatter_.reset(); }, std::move(at_begin)}) {}

  void post(std::function<void(Formatter&)> job) {
    queue_.post([this, job = std::move(job)] {
      if (!formatter_) formatter_.emplace(queue_.cancelled());
      job(*formatter_);
    });
  }

  // Ends the job that runs with Cancelled, if it is formatting. For any thread.
  void cancel() { queue_.cancel(); }

  // See JobQueue.
  void end() { queue_.end(); }

 private:
  std::optional<Formatter> formatter_;  // the thread's: scripts end where they began
  JobQueue queue_;                      // last: its thread uses the other
};

}  // namespace soat::citation::session
