#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "writer/citation/citation_formatter.h"

namespace soat::writer {

// A thread that formats the citations of one document, so that no window waits for it. Jobs run one after the other;
// no exception leaves one.
class CitationWorker {
 public:
  CitationWorker() : thread_([this] { run(); }) {}
  ~CitationWorker();  // ends what runs; what waits is not begun
  CitationWorker(const CitationWorker&) = delete;
  CitationWorker& operator=(const CitationWorker&) = delete;

  void post(std::function<void(CitationFormatter&)> job);

  // Ends the job that runs, if it is formatting.
  void cancel() { formatter_.cancel(); }

 private:
  void run() noexcept;

  CitationFormatter formatter_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void(CitationFormatter&)>> jobs_;
  bool stop_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace soat::writer
