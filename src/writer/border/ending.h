#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

#include "writer/border/configuration.h"

namespace soat::writer {

// The end of the office. Before it takes itself apart, what of ours is at work on other threads is stopped and waited
// for: those threads use what is destroyed then, the office's and our own. For any thread.
class Ending {
 public:
  static Ending& instance();

  // Has the office tell of its end, from the first call on. For whoever is about to have a thread; no lock may be held.
  void watch(const Context& context) noexcept;

  // end: stops what is at work on threads of ours and waits for them; must not throw. Called once, in the order of the
  // calls, by the thread that ends the office, which may hold the office's lock: the threads must never wait for that
  // (see await_this_thread). Called at once if the office has ended already.
  void add(std::function<void()> end);

  // For long work in the background: a stop is requested when the office ends.
  std::stop_token token() const { return stop_.get_token(); }

  // The office ends.
  void begin() noexcept;

 private:
  Ending() = default;

  std::once_flag watched_;
  std::mutex mutex_;
  bool begun_ = false;
  std::vector<std::function<void()>> ends_;
  std::stop_source stop_;
};

}  // namespace soat::writer
