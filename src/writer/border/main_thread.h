#pragma once

#include <functional>
#include <future>
#include <memory>
#include <type_traits>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"

namespace soat::writer {

// Whether the calling thread is the office's main thread; taken to be so on systems that do not tell.
bool on_main_thread();

// Says of the calling thread, for good, that the end of the office waits for it (Ending): run_on_main_thread does not
// let it wait for the office's lock.
void await_this_thread() noexcept;
bool is_awaited_thread() noexcept;

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

// The same function, but what it holds is let go on the main thread, whichever thread has it last: the main thread may
// be waiting for that one, which would wait for the office's lock to end a piece of a document, or join itself. For any
// thread; if the office is on its way out, what it holds may never be let go.
template <class... Arguments>
std::function<void(Arguments...)> let_go_on_main_thread(const Context& context,
                                                        std::function<void(Arguments...)> action) {
  using Action = std::function<void(Arguments...)>;
  if (!action) return {};
  const auto end = [context](Action* held) {
    if (on_main_thread()) {
      delete held;
    } else {
      guarded("letting go", [&] { run_on_main_thread(context, [held] { delete held; }); });
    }
  };
  return [held = std::shared_ptr<Action>(new Action(std::move(action)), end)](Arguments... arguments) {
    (*held)(std::forward<Arguments>(arguments)...);
  };
}

}  // namespace soat::writer
