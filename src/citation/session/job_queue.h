#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace soat {

// A thread that does jobs one after the other, in the order in which they came; it begins with the first of them. All
// functions are for any thread but the queue's own, except post() and cancel(), which are for that one too.
class JobQueue {
 public:
  using Job = std::function<void()>;

  // What the thread does besides; each may be empty and must not throw.
  struct Options {
    std::function<void(std::exception_ptr)> failed;  // is given what a job has thrown
    std::chrono::milliseconds rest{0};
    std::function<void()> at_rest;        // after a job, when no other has come for so long
    std::function<void()> at_end;         // the last that the thread does, if it has ever begun
    std::function<void()> at_begin = {};  // the first that it does
  };

  JobQueue() : JobQueue(Options()) {}
  explicit JobQueue(Options options) : options_(std::move(options)) {}
  ~JobQueue() { end(); }
  JobQueue(const JobQueue&) = delete;
  JobQueue& operator=(const JobQueue&) = delete;

  // After end() the job is let go at once: who waits for it must see that in what it holds.
  void post(Job job);

  // Cancels the job that runs and waits for its end; what waits is let go unbegun, as is all that comes later. Not for
  // the queue's own thread.
  void end();

  // Tells the job that runs to end; jobs that wait are not concerned.
  void cancel();

  // What cancel() sets and the beginning of a job clears. A long job looks at it now and then.
  const std::atomic<bool>& cancelled() const { return cancelled_; }

 private:
  void run() noexcept;
  void do_job(Job job) noexcept;

  Options options_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  bool busy_ = false;
  bool ending_ = false;
  std::mutex joining_;
  std::atomic<bool> cancelled_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace soat
