#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>

namespace soat::writer {

// The requests that run. Their threads use this library, so it must not go before them; libcurl looks for a cancelled
// request at least once a second.
class RunningRequests {
 public:
  using Cancel = std::shared_ptr<std::atomic<bool>>;

  static RunningRequests& instance() {
    static RunningRequests running;
    return running;
  }

  ~RunningRequests() {
    std::unique_lock lock(mutex_);
    for (const Cancel& one : cancels_) one->store(true);
    ended_.wait_for(lock, std::chrono::seconds(5), [this] { return cancels_.empty(); });
  }

  void add(const Cancel& one) {
    const std::lock_guard lock(mutex_);
    cancels_.insert(one);
  }

  void remove(const Cancel& one) {
    const std::lock_guard lock(mutex_);
    cancels_.erase(one);
    ended_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable ended_;
  std::set<Cancel> cancels_;
};

}  // namespace soat::writer
