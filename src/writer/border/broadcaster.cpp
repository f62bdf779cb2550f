#include "writer/border/broadcaster.h"

#include <algorithm>
#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/linguistic2/LinguServiceEvent.hpp>
#include <com/sun/star/linguistic2/LinguServiceEventFlags.hpp>
#include <cppuhelper/implbase1.hxx>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/main_thread.h"
#include "writer/border/timer.h"

namespace soat::writer {

namespace {

using css::linguistic2::LinguServiceEventFlags::SPELL_WRONG_WORDS_AGAIN;

class Callback final : public cppu::WeakImplHelper1<css::awt::XCallback> {
 public:
  explicit Callback(std::function<void()> action) : action_(std::move(action)) {}

  // What the action holds is let go here: the thread that asked for it may be the last to hold this object, and must
  // not be the one that ends things of a document, for which it would wait while the main thread waits for it.
  void SAL_CALL notify(const css::uno::Any& /*data*/) override {
    const std::function<void()> action = std::exchange(action_, nullptr);
    guarded("callback", action);
  }

 private:
  std::function<void()> action_;
};

struct Everyone {
  std::mutex mutex;
  std::vector<std::weak_ptr<Broadcaster>> broadcasters;
};

Everyone& everyone() {
  static auto& all = *new Everyone;  // never destroyed: threads may be at work until the office has left
  return all;
}

}  // namespace

void run_on_main_thread(const Context& context, std::function<void()> action) {
  const auto post = [](const Context& office, std::function<void()> what) {
    css::awt::AsyncCallback::create(office)->addCallback(new Callback(std::move(what)), css::uno::Any());
  };
  if (!is_awaited_thread()) {
    post(context, std::move(action));
    return;
  }
  // The office takes its lock for that, which the thread that waits for this one may have.
  Timer::instance().after(std::chrono::milliseconds(0), [post, context, action = std::move(action)]() mutable {
    guarded("callback", [&] { post(context, std::move(action)); });
  });
}

std::shared_ptr<Broadcaster> Broadcaster::create(const Context& context, short events) {
  std::shared_ptr<Broadcaster> made(new Broadcaster(context, events));
  Everyone& all = everyone();
  const std::lock_guard lock(all.mutex);
  std::erase_if(all.broadcasters, [](const auto& weak) { return weak.expired(); });
  all.broadcasters.push_back(made);
  return made;
}

void Broadcaster::set_source(const css::uno::Reference<css::uno::XInterface>& source) {
  const std::lock_guard lock(mutex_);
  source_ = source;
}

bool Broadcaster::add(const Listener& listener) {
  const std::lock_guard lock(mutex_);
  if (!listener.is() || std::find(listeners_.begin(), listeners_.end(), listener) != listeners_.end()) return false;
  listeners_.push_back(listener);
  return true;
}

bool Broadcaster::remove(const Listener& listener) {
  const std::lock_guard lock(mutex_);
  return std::erase(listeners_, listener) > 0;
}

void Broadcaster::post(short events) noexcept {
  guarded("events", [&] { run_on_main_thread(context_, [self = shared_from_this(), events] { self->fire(events); }); });
}

void Broadcaster::fire(short events) noexcept {
  guarded("events", [&] {
    css::linguistic2::LinguServiceEvent event;
    event.nEvent = events;
    std::vector<Listener> listeners;
    {
      const std::lock_guard lock(mutex_);
      event.Source = source_;
      listeners = listeners_;
    }
    for (const Listener& listener : listeners) {
      guarded("events", [&] { listener->processLinguServiceEvent(event); });
    }
  });
}

std::vector<std::shared_ptr<Broadcaster>> Broadcaster::all() {
  std::vector<std::shared_ptr<Broadcaster>> found;
  Everyone& all = everyone();
  const std::lock_guard lock(all.mutex);
  for (const auto& weak : all.broadcasters) {
    if (auto strong = weak.lock()) found.push_back(std::move(strong));
  }
  return found;
}

void Broadcaster::post_all() noexcept {
  guarded("events", [] {
    for (const auto& broadcaster : all()) broadcaster->post();
  });
}

bool Broadcaster::reaches_marked() {
  const std::lock_guard lock(mutex_);
  return (events_ & SPELL_WRONG_WORDS_AGAIN) != 0 && !listeners_.empty();
}

void Broadcaster::post_marked() noexcept {
  guarded("events", [] {
    const auto broadcasters = all();
    const auto speller = std::ranges::find_if(broadcasters, [](const auto& each) { return each->reaches_marked(); });
    if (speller != broadcasters.end()) {
      // Of a spell checker alone; Writer counts the proofreader's marks among the wrong words.
      (*speller)->post(SPELL_WRONG_WORDS_AGAIN);
    } else {
      for (const auto& broadcaster : broadcasters) broadcaster->post();
    }
  });
}

}  // namespace soat::writer
