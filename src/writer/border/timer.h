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
  // The extension's own. Its thread alone may wait for the office's lock, so that no other of ours has to.
  static Timer& instance();

  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  // Calls action on the timer's own thread, where it must be short and must not throw. Actions with the same delay are
  // called in the order of the calls. Once the office ends action is kept, but not called: what it holds may be parts
  // of documents, which not every thread may let go. Throws std::system_error when there is no thread to be had.
  void after(std::chrono::milliseconds delay, std::function<void()> action);

 private:
  using Clock = std::chrono::steady_clock;

  Timer() = default;
  void run() noexcept;
  void end();
  void join();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::multimap<Clock::time_point, std::function<void()>> actions_;
  bool ending_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace soat::writer
