#pragma once

#include <functional>
#include <future>
#include <memory>
#include <type_traits>
#include <utility>

#include "writer/border/broadcaster.h"

namespace soat::writer {

// Whether the calling thread is the office's main thread; taken to be so on systems that do not tell.
bool on_main_thread();

// Runs action on the office's main thread, waits for it, and gives what it gave or throws what it threw. For calls that
// come over a bridge on threads of their own. Throws std::future_error when the office ends meanwhile.
template <class Action>
std::invoke_result_t<Action&> call_on_main_thread(const Context& context, Action&& action) {
  if (on_main_thread()) return action();
  using Task = std::packaged_task<std::invoke_result_t<Action&>()>;
  auto task = std::make_shared<Task>(std::ref(action));
  auto result = task->get_future();
  // The main thread alone keeps the task, so that it breaks its promise when it will never run.
  run_on_main_thread(context, [task = std::move(task)] { (*task)(); });
  return result.get();
}

}  // namespace soat::writer
