#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/task/XStatusIndicator.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>

#include "writer/border/configuration.h"

namespace soat::writer {

// A text with a bar in the status line of a window, from the first show() to end(), or as long as this lives. For the
// main thread. Nothing is thrown: where it cannot be shown, nobody needs it.
class StatusLine {
 public:
  StatusLine() = default;
  ~StatusLine() { end(); }
  StatusLine(const StatusLine&) = delete;
  StatusLine& operator=(const StatusLine&) = delete;

  // percent: how much of the bar is filled. The text is the first one's until end().
  void show(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, const OUString& text,
            int percent);
  void end();

 private:
  css::uno::Reference<css::task::XStatusIndicatorFactory> factory_;  // which the indicator does not hold
  css::uno::Reference<css::task::XStatusIndicator> shown_;
};

}  // namespace soat::writer
