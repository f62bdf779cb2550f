#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase3.hxx>
#include <cppuhelper/weakref.hxx>
#include <mutex>
#include <rtl/ref.hxx>
#include <vector>

#include "uno/border.h"
#include "uno/broadcaster.h"
#include "uno/citation/citation_menu.h"
#include "uno/ignored.h"
#include "uno/legacy_command.h"
#include "uno/notice.h"
#include "uno/restore_command.h"
#include "uno/review.h"
#include "uno/service.h"
#include "uno/strings.h"
#include "uno/texts.h"

namespace soat::uno {

namespace {

using css::uno::Reference;
using Frame = Reference<css::frame::XFrame>;
using Arguments = css::uno::Sequence<css::beans::PropertyValue>;

constexpr const char* protocol = "vnd.org.soat:";

// The reviews that are open, so that a new one replaces the old one of the same window.
struct OpenReview {
  css::uno::WeakReference<css::frame::XFrame> frame;
  css::uno::WeakReference<css::awt::XDialogEventHandler> review;
};

void replace_review(const Frame& frame, const rtl::Reference<Review>& review) {
  static std::mutex mutex;
  static std::vector<OpenReview> open;
  std::vector<Reference<css::awt::XDialogEventHandler>> old;
  {
    const std::lock_guard lock(mutex);
    std::erase_if(open, [&](const OpenReview& entry) {
      Reference<css::awt::XDialogEventHandler> alive(entry.review);
      if (!alive.is()) return true;
      if (Frame(entry.frame) != frame) return false;
      old.push_back(alive);
      return true;
    });
    open.push_back({frame, Reference<css::awt::XDialogEventHandler>(review.get())});
  }
  for (const auto& panel : old) static_cast<Review*>(panel.get())->close();
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
    css::frame::DispatchResultEvent event;
    event.Source = static_cast<cppu::OWeakObject*>(this);
    event.State = css::frame::DispatchResultState::FAILURE;
    guarded("command", [&] {
      event.Result = execute(url.Complete);
      event.State = css::frame::DispatchResultState::SUCCESS;
    });
    if (listener.is()) guarded("command", [&] { listener->dispatchFinished(event); });
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
  css::uno::Any execute(const OUString& url) {
    if (url.endsWith(":check")) {
      const rtl::Reference<Review> review(new Review(context_, frame_));
      replace_review(frame_, review);
      const sal_Int32 found = review->start();
      if (found >= 0) offer_our_spell_checker(context_, frame_);
      return css::uno::Any(found);
    }
    if (const OUString name = url.copy(url.lastIndexOf(':') + 1); is_citation_command(name)) {
      run_citation_command(context_, frame_, name);
      return {};
    }
    if (url.endsWith(":restore")) return css::uno::Any(restore_diacritics(context_, frame_));
    if (url.endsWith(":convert-fonts")) return css::uno::Any(convert_legacy_fonts(context_, frame_));
    if (url.endsWith(":reset-ignored")) {
      Ignored::instance().reset(context_);
      Broadcaster::post_all();
      show_notice(context_, frame_, text(context_, "reset.title"), text(context_, "reset.done"));
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
      static constexpr const char* commands[] = {"check", "restore", "convert-fonts", "about", "reset-ignored"};
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

}  // namespace soat::uno

SOAT_CONSTRUCTOR(soat_create_commands, soat::uno::Commands)
