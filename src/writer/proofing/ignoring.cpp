#include "writer/proofing/ignoring.h"

#include <com/sun/star/frame/Desktop.hpp>
#include <mutex>
#include <string>
#include <utility>

#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/broadcaster.h"
#include "writer/border/main_thread.h"
#include "writer/border/texts.h"
#include "writer/proofing/document_ignored.h"
#include "writer/proofing/ignored.h"
#include "writer/windows/notice.h"

namespace soat::writer {

namespace {

constexpr const char* only_in_document = "IgnoreInDocumentOnly";

struct Listener {
  std::mutex mutex;
  std::function<void(Wanted)> action;
};

Listener& listener() {
  static auto* const only = new Listener;  // never destroyed: the office may tell it on its way out
  return *only;
}

}  // namespace

void ignore_everywhere(const Context& context, std::u16string_view rule) {
  Ignored::instance().add_rule(context, rule);
  Broadcaster::post_marked();
  tell_ignored(context);
}

void ignore_as_set(const Context& context, std::u16string_view rule) {
  if (!ignores_in_document_only(context)) {
    ignore_everywhere(context, rule);
    return;
  }
  const auto ignore = [context, name = text::to_utf8(rule)] {
    guarded("ignored", [&] {
      const auto frame = css::frame::Desktop::create(context)->getCurrentFrame();
      const auto controller = frame.is() ? frame->getController() : nullptr;
      const auto document = controller.is() ? DocumentIgnored::of(context, controller->getModel()) : nullptr;
      if (!document) return;
      document->add_rule(name);
      tell_ignored(context);
      if (!document->tells_that_it_is_not_kept()) return;
      // Later: the office may be asking from a window of its own.
      run_on_main_thread(context, [context, frame] {
        guarded("ignored", [&] {
          show_notice(context, frame, text(context, texts::review_title), text(context, texts::ignore_until_closed));
        });
      });
    });
  };
  if (on_main_thread()) {
    ignore();
  } else {
    run_on_main_thread(context, ignore);
  }
}

bool ignores_in_document_only(const Context& context) {
  return read_switch(context, settings_node, only_in_document, false);
}

void set_ignores_in_document_only(const Context& context, bool only) {
  if (ignores_in_document_only(context) != only) write_switch(context, settings_node, only_in_document, only);
}

void set_ignored_listener(std::function<void(Wanted)> action) {
  Listener& only = listener();
  const std::lock_guard lock(only.mutex);
  only.action = std::move(action);
}

void tell_ignored(const Context& context, Wanted wanted) {
  std::function<void(Wanted)> action;
  {
    Listener& only = listener();
    const std::lock_guard lock(only.mutex);
    action = only.action;
  }
  if (action) guarded("ignored", [&] { run_on_main_thread(context, [action, wanted] { action(wanted); }); });
}

}  // namespace soat::writer
