#include "writer/proofing/ignoring.h"

#include <mutex>
#include <string>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/proofing/ignored.h"

namespace soat::writer {

namespace {

struct Listener {
  std::mutex mutex;
  std::function<void()> action;
};

Listener& listener() {
  static auto* const only = new Listener;  // never destroyed: the office may tell it on its way out
  return *only;
}

}  // namespace

void ignore_everywhere(const Context& context, std::u16string_view rule) {
  Ignored::instance().add_rule(context, rule);
  Broadcaster::post_marked();
  tell_ignored(context);
}

void set_ignored_listener(std::function<void()> action) {
  Listener& only = listener();
  const std::lock_guard lock(only.mutex);
  only.action = std::move(action);
}

void tell_ignored(const Context& context) {
  std::function<void()> action;
  {
    Listener& only = listener();
    const std::lock_guard lock(only.mutex);
    action = only.action;
  }
  if (action) guarded("ignored", [&] { run_on_main_thread(context, action); });
}

}  // namespace soat::writer
