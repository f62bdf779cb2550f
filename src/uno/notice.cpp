#include "uno/notice.h"

#include <chrono>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/lang/XServiceDisplayName.hpp>
#include <rtl/ref.hxx>

#include "uno/engine.h"
#include "uno/panel.h"
#include "uno/spelling_surface.h"
#include "uno/strings.h"
#include "uno/texts.h"

namespace soat::uno {

namespace {

using Frame = css::uno::Reference<css::frame::XFrame>;

class Notice final : public Panel {
 public:
  using Panel::Panel;
  void show(const OUString& title, const OUString& text) {
    open("Notice", Place::centre);
    set_title(title);
    set_label("message", text);
    control<css::awt::XWindow>("close")->setFocus();
    show_window();
  }

 private:
  void pressed(const OUString&) override {}
};

class Offer final : public Panel {
 public:
  using Panel::Panel;
  void show(std::u16string_view others) {
    open("Offer", Place::centre);
    set_label("question", text(context(), "offer.question", others));
    show_window();
  }

 private:
  void pressed(const OUString& button) override {
    if (button == "use") overrule_other_spell_checkers(context());
    // Only an answer counts: who merely closes the question is asked again next time.
    write_switch(context(), settings_node, "OtherSpellCheckerAsked", true);
    close();
  }
};

// The name under which the office lists a spell checker.
OUString display_name(const Context& context, const OUString& implementation) {
  const css::uno::Reference<css::lang::XServiceDisplayName> service(
      context->getServiceManager()->createInstanceWithContext(implementation, context), css::uno::UNO_QUERY);
  return service.is() ? service->getServiceDisplayName(interface_locale(context)) : implementation;
}

}  // namespace

void show_notice(const Context& context, const Frame& frame, const OUString& title, const OUString& text) {
  const rtl::Reference<Notice> notice(new Notice(context, frame));
  notice->show(title, text);
}

void show_about(const Context& context, const Frame& frame) {
  Engine& engine = Engine::instance();
  engine.start(context);
  const auto checker = engine.checker(std::chrono::seconds(5));
  OUString body = text(context, "about.head", to_view(OUString(SOAT_VERSION)));
  if (checker) {
    body += "\n\n" + text(context, "about.data");
    for (const std::string& line : checker->data_versions()) body += "\n" + to_office(std::string_view(line));
  }
  const std::vector<std::string> problems = engine.problems();
  if (!problems.empty()) {
    body += "\n\n" + text(context, "about.problems");
    for (const std::string& line : problems) body += "\n" + to_office(std::string_view(line));
  }
  body += "\n\n" + text(context, "about.notices");
  show_notice(context, frame, text(context, "about.title"), body);
}

void offer_our_spell_checker(const Context& context, const Frame& frame) {
  if (read_switch(context, settings_node, "OtherSpellCheckerAsked", false)) return;
  const css::uno::Sequence<OUString> others = other_spell_checkers(context);
  if (!others.hasElements()) return;
  OUString names;
  for (const OUString& other : others)
    names += (names.isEmpty() ? OUString() : OUString(", ")) + display_name(context, other);
  const rtl::Reference<Offer> offer(new Offer(context, frame));
  offer->show(to_view(names));
}

}  // namespace soat::uno
