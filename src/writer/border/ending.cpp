#include "writer/border/ending.h"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XTerminateListener.hpp>
#include <cppuhelper/implbase1.hxx>
#include <utility>

#include "writer/border/border.h"

namespace soat::writer {

namespace {

class Listener final : public cppu::WeakImplHelper1<css::frame::XTerminateListener> {
 public:
  void SAL_CALL queryTermination(const css::lang::EventObject& /*event*/) override {}
  void SAL_CALL notifyTermination(const css::lang::EventObject& /*event*/) override { Ending::instance().begin(); }
  void SAL_CALL disposing(const css::lang::EventObject& /*event*/) override { Ending::instance().begin(); }
};

}  // namespace

Ending& Ending::instance() {
  static auto& ending = *new Ending;  // never destroyed: it is asked until the office has left
  return ending;
}

void Ending::watch(const Context& context) noexcept {
  guarded("ending", [&] {
    std::call_once(watched_, [&] { css::frame::Desktop::create(context)->addTerminateListener(new Listener); });
  });
}

void Ending::add(std::function<void()> end) {
  {
    const std::lock_guard lock(mutex_);
    if (!begun_) {
      ends_.push_back(std::move(end));
      return;
    }
  }
  end();
}

void Ending::begin() noexcept {
  guarded("ending", [&] {
    std::vector<std::function<void()>> ends;
    {
      const std::lock_guard lock(mutex_);
      begun_ = true;
      ends.swap(ends_);
    }
    stop_.request_stop();
    for (const auto& end : ends) guarded("ending", end);
  });
}

}  // namespace soat::writer
