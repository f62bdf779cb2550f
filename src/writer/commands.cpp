#include "writer/commands.h"

#include <algorithm>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase3.hxx>
#include <exception>
#include <iterator>
#include <string_view>
#include <utility>

#include "commands_table.h"
#include "text/error.h"
#include "writer/border/border.h"
#include "writer/border/document_of.h"
#include "writer/border/main_thread.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/citation/document_citations.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using Frame = Reference<css::frame::XFrame>;
using Arguments = css::uno::Sequence<css::beans::PropertyValue>;

constexpr const char* protocol = "vnd.org.soat:";

// The command of an address; null if there is none.
const CommandRow* command_at(const OUString& address) {
  OUString name;
  if (!address.startsWith(OUString::createFromAscii(protocol), &name)) return nullptr;
  const auto* const found =
      std::ranges::find_if(command_table, [&](const CommandRow& command) { return name.equalsAscii(command.name); });
  return found == std::end(command_table) ? nullptr : found;
}

// Does what a command does; false if it failed, which the user is told. What fails because its document was closed
// meanwhile nobody needs to hear of.
template <class Action>
bool attempt(const CommandCall& call, text::MessageId<0> title, Action&& action) {
  return guarded("command", false, [&] {
    OUString said;
    try {
      std::forward<Action>(action)();
      return true;
    } catch (const css::lang::DisposedException&) {
      throw;
    } catch (const css::uno::Exception& error) {
      log_once("command", error);
      said = text(call.context, texts::command_failed, to_view(error.Message));
    } catch (const soat::Error& error) {
      said = text(call.context, error);
    } catch (const std::exception& error) {
      log_once("command", std::string_view(error.what()));
      said = text(call.context, texts::command_failed, std::string_view(error.what()));
    }
    run_on_main_thread(call.context,
                       [call, title, said] { show_notice(call.context, call.frame, text(call.context, title), said); });
    return false;
  });
}

// A dispatch may come over a bridge, on any thread; windows belong to the main thread, and so does what they share with
// the document's citations.
void run_on_citations(const CommandRow& command, const CommandCall& call) {
  run_on_main_thread(call.context, [&command, call] {
    attempt(call, texts::cite_title, [&] {
      command.run(call);
      const auto citations = DocumentCitations::of(call.context, document_of(call.frame));
      if (const std::u16string others = citations->first_word_on_others(); !others.empty())
        show_notice(call.context, call.frame, text(call.context, texts::cite_title), to_office(others));
    });
  });
}

class Command final : public cppu::WeakImplHelper1<css::frame::XNotifyingDispatch> {
 public:
  Command(const Context& context, const Frame& frame, const CommandRow& command)
      : context_(context), frame_(frame), command_(command) {}

  void SAL_CALL dispatch(const css::util::URL& url, const Arguments& arguments) override {
    dispatchWithNotification(url, arguments, {});
  }

  // Tells the listener SUCCESS and, of a command that counts, the number: findings for "check", words changed for
  // "restore", paragraphs for "convert-fonts".
  void SAL_CALL dispatchWithNotification(const css::util::URL& /*url*/, const Arguments& /*arguments*/,
                                         const Reference<css::frame::XDispatchResultListener>& listener) override {
    const Reference<css::frame::XNotifyingDispatch> self(this);
    const auto answer = [self, listener](sal_Int16 state, const css::uno::Any& result) {
      if (!listener.is()) return;
      css::frame::DispatchResultEvent event(self, state, result);
      guarded("command", [&] { listener->dispatchFinished(event); });
    };
    guarded("command", [&] {
      if (command_.kind == CommandKind::counts) {
        count(listener.is(), answer);
        return;
      }
      const CommandCall call{context_, frame_};
      const bool done = attempt(call, texts::command_title, [&] {
        if (command_.kind == CommandKind::citation) {
          run_on_citations(command_, call);
        } else {
          command_.run(call);
        }
      });
      answer(done ? css::frame::DispatchResultState::SUCCESS : css::frame::DispatchResultState::FAILURE, {});
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
  // What takes long, on the main thread. Whoever waits there for the answer gets it before this returns.
  template <class Answer>
  void count(bool waited_for, const Answer& answer) {
    const auto done = [answer](sal_Int32 number) {
      answer(css::frame::DispatchResultState::SUCCESS, css::uno::Any(number));
    };
    const CommandCall call{context_, frame_, waited_for && on_main_thread(), done};
    const auto start = [&command = command_, call, answer] {
      const bool started = attempt(call, texts::command_title, [&] { command.run(call); });
      if (!started) answer(css::frame::DispatchResultState::FAILURE, {});
    };
    if (on_main_thread()) {
      start();
    } else {
      run_on_main_thread(context_, start);
    }
  }

  Context context_;
  Frame frame_;
  const CommandRow& command_;
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
      const CommandRow* const command = command_at(url.Complete);
      return frame_.is() && command ? Dispatch(new Command(context_, frame_, *command)) : Dispatch();
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
