#pragma once

#include <chrono>
#include <com/sun/star/frame/XModel.hpp>
#include <functional>

#include "writer/border/configuration.h"

namespace soat::writer {

// Long work on the office's main thread, done so that the window stays usable: step is called again and again, with a
// turn of the main loop after some 20 ms, as long as it gives true. What it throws ends the work and is logged.
void run_in_slices(const Context& context, std::function<bool()> step);

// The same for what reads a document: while much is selected its views wait for the end of each slice (WaitingViews).
// step is called also when the document has been closed, and must see that for itself.
void read_in_slices(const Context& context, const css::uno::Reference<css::frame::XModel>& document,
                    std::function<bool()> step);

// The same for what changes a document: its views wait for the end of each slice. What is selected is set aside until
// the work has ended. Once the document has been closed step is not called any more.
//   ended: at the end of the work, whatever ended it; closed: whether that was the document's being closed.
void change_in_slices(const Context& context, const css::uno::Reference<css::frame::XModel>& document,
                      std::function<bool()> step, std::function<void(bool closed)> ended);

// Work for one background thread that all share, in order. A job must not touch the document; it may post back with
// run_on_main_thread. Jobs that have not begun when the office ends are dropped.
void run_in_background(std::function<void()> job);

// The same, and then `then` on the main thread; done: whether the job came to its end, and did not throw, which is
// logged. What both hold is let go on the main thread alone: it may be parts of a document.
void run_in_background(const Context& context, std::function<void()> job, std::function<void(bool done)> then);

// Calls action on the main thread after so long, or later. If the office is on its way out, it may never run.
void run_later(const Context& context, std::chrono::milliseconds delay, std::function<void()> action);

}  // namespace soat::writer
