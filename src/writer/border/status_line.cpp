#include "writer/border/status_line.h"

#include <com/sun/star/task/StatusIndicatorFactory.hpp>
#include <utility>

#include "writer/border/border.h"

namespace soat::writer {

void StatusLine::show(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                      const OUString& text, int percent) {
  guarded("status", [&] {
    if (!shown_.is()) {
      // The frame's own takes turns of the main loop, in which another command may end what shows it.
      factory_.set(css::task::StatusIndicatorFactory::createWithFrame(context, frame, true, false),
                   css::uno::UNO_QUERY);
      shown_ = factory_->createStatusIndicator();
      if (!shown_.is()) return;  // the frame is being closed
      shown_->start(text, 100);
    }
    shown_->setValue(percent);
  });
}

void StatusLine::end() {
  const css::uno::Reference<css::task::XStatusIndicator> shown = std::exchange(shown_, nullptr);
  if (shown.is()) guarded("status", [&] { shown->end(); });
}

}  // namespace soat::writer
