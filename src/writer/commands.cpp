#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase3.hxx>
#include <cppuhelper/weakref.hxx>
#include <rtl/ref.hxx>
#include <vector>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/main_thread.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/citation_menu.h"
#include "writer/proofing/ignore_command.h"
#include "writer/text/legacy_command.h"
#include "writer/text/restore_command.h"
#include "writer/windows/notice.h"
#include "writer/windows/review.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using Frame = Reference<css::frame::XFrame>;
using Arguments = css::uno::Sequence<css::beans::PropertyValue>;

constexpr const char* protocol = "vnd.org.soat:";

// The reviews that are open, so that a new one replaces the old one of the same window. For the main thread.
struct OpenReview {
  css::uno::WeakReference<css::frame::XFrame> frame;
  css::uno::WeakReference<css::awt::XDialogEventHandler> handler;  // tells whether review is alive
  Review* review;
};

void replace_review(const Frame& frame, const rtl::Reference<Review>& review) {
  static std::vector<OpenReview> open;
  std::vector<rtl::Reference<Review>> old;
  std::erase_if(open, [&](const OpenReview& entry) {
    const Reference<css::awt::XDialogEventHandler> alive(entry.handler);
    if (!alive.is()) return true;
    if (Frame(entry.frame) != frame) return false;
    old.emplace_back(entry.review);
    return true;
  });
  open.push_back({frame, Reference<css::awt::XDialogEventHandler>(review.get()), review.get()});
  for (const auto& panel : old) panel->close();
}

class Command final : public cppu::WeakImplHelper1<css::frame::XNotifyingDispatch> {
 public:
  Command(const Context& context, const Frame& frame) : context_(context), frame_(frame) {}

  void SAL_CALL dispatch(const css::util::URL& url, const Arguments& arguments) override {
    dispatchWithNotification(url, arguments, {});
  }

  // Tells the listener SUCCESS and, for "check", the number of findings, for "restore" that of words changed, for
  // "convert-fonts" that of paragraphs.
  void SAL_CALL dispatchWithNotification(const css::util::URL& url, const Arguments& /*arguments*/,
                                         const Reference<css::frame::XDispatchResultListener>& listener) override {
    const Reference<css::frame::XNotifyingDispatch> self(this);
    const auto answer = [self, listener](sal_Int16 state, const css::uno::Any& result) {
      if (!listener.is()) return;
      css::frame::DispatchResultEvent event(self, state, result);
      guarded("command", [&] { listener->dispatchFinished(event); });
    };
    guarded("command", [&] {
      for (const Long command : {Long::check, Long::restore, Long::convert_fonts}) {
        if (!url.Complete.endsWith(":" + OUString::createFromAscii(name_of(command)))) continue;
        run_long(command, listener.is(), answer);
        return;
      }
      css::uno::Any result;
      const bool done = guarded("command", false, [&] {
        result = execute(url.Complete);
        return true;
      });
      answer(done ? css::frame::DispatchResultState::SUCCESS : css::frame::DispatchResultState::FAILURE, result);
    });
  }

  void SAL_CALL addStatusListener(const Reference<css::frame::XStatusListener>& listener,
                                  const css::util::URL& url) override {
    guarded("command", [&] {
      css::frame::FeatureStateEvent state;
      state.Source = static_cast<cppu::OWeakObject*>(this);
      state.FeatureURL = url;
      state.IsEnabled = true;
      listener->statusChanged(state);
    });
  }
  void SAL_CALL removeStatusListener(const Reference<css::frame::XStatusListener>&, const css::util::URL&) override {}

 private:
  enum class Long { check, restore, convert_fonts };
  static const char* name_of(Long command) {
    static constexpr const char* names[] = {"check", "restore", "convert-fonts"};
    return names[static_cast<std::size_t>(command)];
  }

  // What takes long, on the main thread. Whoever waits there for the answer gets it before this returns.
  template <class Answer>
  void run_long(Long command, bool waited_for, const Answer& answer) {
    const bool at_once = waited_for && on_main_thread();
    const auto start = [context = context_, frame = frame_, command, answer, at_once] {
      const auto done = [context, frame, command, answer](sal_Int32 count) {
        answer(css::frame::DispatchResultState::SUCCESS, css::uno::Any(count));
        if (command == Long::check && count >= 0) guarded("offer", [&] { offer_our_spell_checker(context, frame); });
      };
      const bool started = guarded("command", false, [&] {
        if (command == Long::check) {
          const rtl::Reference<Review> review(new Review(context, frame));
          replace_review(frame, review);
          review->start(done, at_once);
        } else if (command == Long::convert_fonts) {
          convert_legacy_fonts(context, frame, at_once, done);
        } else {
          restore_diacritics(context, frame, at_once, done);
        }
        return true;
      });
      if (!started) answer(css::frame::DispatchResultState::FAILURE, {});
    };
    if (on_main_thread()) {
      start();
    } else {
      run_on_main_thread(context_, start);
    }
  }

  css::uno::Any execute(const OUString& url) {
    if (const OUString name = url.copy(url.lastIndexOf(':') + 1); is_citation_command(name)) {
      run_citation_command(context_, frame_, name);
      return {};
    }
    if (url.endsWith(":spell-checker")) {
      choose_spell_checker(context_, frame_);
    } else if (url.endsWith(":reset-ignored")) {
      ask_to_reset_ignored(context_, frame_);
    } else {
      show_about(context_, frame_);
    }
    return {};
  }

  Context context_;
  Frame frame_;
};

class Commands final
    : public cppu::WeakImplHelper3<css::frame::XDispatchProvider, css::lang::XInitialization, css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = "org.soat.Commands";
  static constexpr const char* service_name = "com.sun.star.frame.ProtocolHandler";

  explicit Commands(const Context& context) : context_(context) {}

  SOAT_SERVICE_INFO()

  void SAL_CALL initialize(const css::uno::Sequence<css::uno::Any>& arguments) override {
    if (arguments.hasElements()) arguments[0] >>= frame_;
  }

  Reference<css::frame::XDispatch> SAL_CALL queryDispatch(const css::util::URL& url, const OUString& /*target*/,
                                                          sal_Int32 /*flags*/) override {
    using Dispatch = Reference<css::frame::XDispatch>;
    return guarded("commands", Dispatch(), [&] {
      static constexpr const char* commands[] = {"check",         "restore", "convert-fonts",
                                                 "spell-checker", "about",   "reset-ignored"};
      const OUString prefix = OUString::createFromAscii(protocol);
      OUString name;
      if (frame_.is() && url.Complete.startsWith(prefix, &name) && is_citation_command(name))
        return Dispatch(new Command(context_, frame_));
      for (const char* command : commands) {
        if (frame_.is() && name.equalsAscii(command)) {
          return Dispatch(new Command(context_, frame_));
        }
      }
      return Dispatch();
    });
  }

  css::uno::Sequence<Reference<css::frame::XDispatch>> SAL_CALL
  queryDispatches(const css::uno::Sequence<css::frame::DispatchDescriptor>& requests) override {
    css::uno::Sequence<Reference<css::frame::XDispatch>> out(requests.getLength());
    auto* dispatch = out.getArray();
    for (const auto& request : requests)
      *dispatch++ = queryDispatch(request.FeatureURL, request.FrameName, request.SearchFlags);
    return out;
  }

 private:
  Context context_;
  Frame frame_;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_commands, soat::writer::Commands)
