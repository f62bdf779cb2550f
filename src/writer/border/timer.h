#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace soat::writer {

// Does things after some time, each at its own: none waits for those that came before it. For any thread.
class Timer {
 public:
  Timer() = default;
  // What has not had its time yet is dropped.
  ~Timer();
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  // Calls action on the timer's own thread, where it must be short and must not throw. Throws std::system_error when
  // there is no thread to be had.
  void after(std::chrono::milliseconds delay, std::function<void()> action);

 private:
  using Clock = std::chrono::steady_clock;

  void run() noexcept;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::multimap<Clock::time_point, std::function<void()>> actions_;
  bool ending_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace soat::writer
