#pragma once

#include <com/sun/star/linguistic2/XLinguServiceEventListener.hpp>
#include <cppuhelper/weakref.hxx>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "writer/border/configuration.h"

namespace soat::writer {

// The listeners of one linguistic service. Thread-safe.
class Broadcaster : public std::enable_shared_from_this<Broadcaster> {
 public:
  using Listener = css::uno::Reference<css::linguistic2::XLinguServiceEventListener>;

  // events: the LinguServiceEventFlags that make the office ask this service again.
  static std::shared_ptr<Broadcaster> create(const Context& context, short events);

  void set_source(const css::uno::Reference<css::uno::XInterface>& source);
  bool add(const Listener& listener);
  bool remove(const Listener& listener);

  // Asks the office, from its main thread and later, to check everything again. For any thread.
  void post() noexcept { post(events_); }

  // post() to every service there is: after a change of what is ignored, of the checkers in use, or of the engine.
  static void post_all() noexcept;

  // The same for what can only take marks away: something is ignored or known now. Writer looks again at paragraphs
  // that have marks, and not at all others, which in a long document takes seconds; it keeps the marks of a paragraph
  // that is merely set to be proofread again.
  static void post_marked() noexcept;

 private:
  static std::vector<std::shared_ptr<Broadcaster>> all();
  void post(short events) noexcept;
  void fire(short events) noexcept;
  bool reaches_marked();
  Broadcaster(const Context& context, short events) : context_(context), events_(events) {}

  Context context_;
  short events_;
  std::mutex mutex_;
  css::uno::WeakReference<css::uno::XInterface> source_;
  std::vector<Listener> listeners_;
};

// Runs action later on the office's main thread. For any thread; if the office is on its way out, action may never run.
// From a thread that the end of the office waits for (await_this_thread), by way of the timer's.
void run_on_main_thread(const Context& context, std::function<void()> action);

}  // namespace soat::writer
