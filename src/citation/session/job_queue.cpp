#include "citation/session/job_queue.h"

#include <utility>

namespace soat {

void JobQueue::end() {
  std::deque<Job> unbegun;  // let go without the lock
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    cancelled_ = true;
    unbegun.swap(jobs_);
  }
  wake_.notify_all();
  const std::lock_guard lock(joining_);
  if (thread_.joinable()) thread_.join();
}

void JobQueue::post(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_) return;
    // First: when there is no thread to be had, a job that is not done must not stay either.
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    jobs_.push_back(std::move(job));
  }
  wake_.notify_one();
}

void JobQueue::cancel() {
  const std::lock_guard lock(mutex_);
  if (busy_) cancelled_ = true;
}

void JobQueue::do_job(Job job) noexcept {
  try {
    job();
  } catch (...) {
    if (options_.failed) options_.failed(std::current_exception());
  }
}

void JobQueue::run() noexcept {
  const auto wanted = [this] { return ending_ || !jobs_.empty(); };
  bool rested = true;
  if (options_.at_begin) options_.at_begin();
  std::unique_lock lock(mutex_);
  for (;;) {
    if (!rested && options_.at_rest && !wake_.wait_for(lock, options_.rest, wanted)) {
      lock.unlock();
      options_.at_rest();
      lock.lock();
      rested = true;
    }
    wake_.wait(lock, wanted);
    if (ending_) break;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    busy_ = true;
    cancelled_ = false;
    lock.unlock();
    do_job(std::move(job));  // what it holds ends here, not while the lock is held
    lock.lock();
    busy_ = false;
    rested = false;
  }
  lock.unlock();
  if (options_.at_end) options_.at_end();
}

}  // namespace soat
