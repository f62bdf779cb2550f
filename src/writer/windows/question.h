#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>

#include "writer/border/configuration.h"

namespace soat::writer {

// Asks something with two or three answers, beside the document, and calls what belongs to the answer. Closing the
// window is no answer, but told. The first button is the one that Enter presses.
struct Question {
  OUString message;
  OUString yes;
  OUString no;
  OUString other = {};  // a second way of saying yes; empty for none
  std::function<void()> on_yes;
  std::function<void()> on_other;
  std::function<void()> on_no;      // may be empty
  std::function<void()> on_closed;  // closed without an answer, by the user or with the document; may be empty
};

void ask(const Context& context, const css::uno::Reference<css::frame::XFrame>& frame, Question question);

}  // namespace soat::writer
