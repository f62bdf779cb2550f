#include "writer/border/timer.h"

#include <utility>

#include "writer/border/ending.h"

namespace soat::writer {

Timer& Timer::instance() {
  // Never destroyed, with what it still keeps. Its thread is not waited for at the office's end, since it may be
  // waiting for the office's lock; but when this library goes it must have gone.
  static auto& timer = *new Timer;
  static const struct Joined {
    Joined() {
      Ending::instance().add([] { timer.end(); });
    }
    ~Joined() { timer.join(); }
  } joined;
  return timer;
}

void Timer::end() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
}

void Timer::join() {
  end();
  if (thread_.joinable()) thread_.join();
}

void Timer::after(std::chrono::milliseconds delay, std::function<void()> action) {
  {
    const std::lock_guard lock(mutex_);
    // First: when there is no thread to be had, nothing must stay that is not done.
    if (!ending_ && !thread_.joinable()) thread_ = std::thread([this] { run(); });
    actions_.emplace(Clock::now() + delay, std::move(action));
  }
  wake_.notify_one();
}

void Timer::run() noexcept {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    if (actions_.empty()) {
      wake_.wait(lock);
    } else if (const Clock::time_point next = actions_.begin()->first; next > Clock::now()) {
      wake_.wait_until(lock, next);
    } else {
      auto due = actions_.extract(actions_.begin());
      lock.unlock();
      due.mapped()();
      due = {};  // what it holds ends here, not while the lock is held
      lock.lock();
    }
  }
}

}  // namespace soat::writer
