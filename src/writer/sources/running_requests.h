#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>

#include "writer/border/ending.h"

namespace soat::writer {

// The requests that run. Their threads use this library, so it must not go before them; libcurl looks for a cancelled
// request at least once a second.
class RunningRequests {
 public:
  using Cancel = std::shared_ptr<std::atomic<bool>>;

  static RunningRequests& instance() {
    static auto& running = *new RunningRequests;  // never destroyed: a request that does not end may still be there
    return running;
  }

  // For the thread that asks, with the request's own, before that runs.
  void add(const Cancel& one) {
    const std::lock_guard lock(mutex_);
    cancels_.insert(one);
    if (ended_) one->store(true);
  }

  // For the request's thread, at its end.
  void remove(const Cancel& one) {
    const std::lock_guard lock(mutex_);
    cancels_.erase(one);
    gone_.notify_all();
  }

 private:
  RunningRequests() {
    Ending::instance().add([this] { end(); });
  }

  void end() {
    std::unique_lock lock(mutex_);
    ended_ = true;
    for (const Cancel& one : cancels_) one->store(true);
    gone_.wait_for(lock, std::chrono::seconds(5), [this] { return cancels_.empty(); });
  }

  std::mutex mutex_;
  std::condition_variable gone_;
  std::set<Cancel> cancels_;
  bool ended_ = false;
};

}  // namespace soat::writer
