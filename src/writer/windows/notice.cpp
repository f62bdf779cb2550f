#include "writer/windows/notice.h"

#include <algorithm>
#include <chrono>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/beans/StringPair.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/InfobarType.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/lang/XServiceDisplayName.hpp>
#include <rtl/ref.hxx>

#include "writer/border/broadcaster.h"
#include "writer/border/sequence.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/commands.h"
#include "writer/proofing/engine.h"
#include "writer/proofing/spelling_surface.h"
#include "writer/windows/panel.h"
#include "writer/windows/welcome.h"

namespace soat::writer {

namespace {

constexpr const char* offer_bar = "org.soat.offer";

using Frame = css::uno::Reference<css::frame::XFrame>;

class Notice final : public Panel {
 public:
  using Panel::Panel;
  void show(const OUString& title, const OUString& text) {
    open("Notice");
    set_title(title);
    set_label("message", text);
    fit_to_message();
    control<css::awt::XWindow>("close")->setFocus();
    show_window();
  }

 private:
  // As low as the message lets it be: most are of one line, and there is room for the longest.
  void fit_to_message() {
    const auto message = control<css::awt::XWindow>("message");
    const css::awt::Rectangle place = message->getPosSize();
    const css::awt::Size needed = control<css::awt::XLayoutConstrains>("message")->calcAdjustedSize({place.Width, 0});
    const sal_Int32 spare = place.Height - needed.Height;
    if (spare <= 0) return;
    const auto close = control<css::awt::XWindow>("close");
    message->setPosSize(0, 0, 0, needed.Height, css::awt::PosSize::HEIGHT);
    close->setPosSize(0, close->getPosSize().Y - spare, 0, 0, css::awt::PosSize::Y);
    window_->setPosSize(0, 0, 0, window_->getPosSize().Height - spare, css::awt::PosSize::HEIGHT);
  }

  void pressed(const OUString&) override {}
};

class Offer final : public Panel {
 public:
  using Panel::Panel;
  void show(std::u16string_view others) {
    open("Offer");
    set_label("question", text(context(), texts::offer_question, others));
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

// The engine's lines about its data in the language of the interface: each names a file and two numbers.
std::vector<std::string> data_lines(const Context& context, const check::Checker& checker) {
  std::vector<std::string> lines;
  for (const std::string& line : checker.data_versions()) {
    const std::size_t colon = std::min(line.find(": "), line.size());
    std::vector<std::u16string> numbers;
    for (std::size_t i = colon; i < line.size(); ++i) {
      if (line[i] < '0' || line[i] > '9') continue;
      const std::size_t end = std::min(line.find_first_not_of("0123456789", i), line.size());
      numbers.emplace_back(line.begin() + static_cast<std::ptrdiff_t>(i),
                           line.begin() + static_cast<std::ptrdiff_t>(end));
      i = end;
    }
    if (numbers.size() != 2) {
      lines.push_back(line);
      continue;
    }
    const auto id = line.starts_with("soat.model") ? texts::about_model : texts::about_words;
    const OString told = OUStringToOString(text(context, id, numbers[0], numbers[1]), RTL_TEXTENCODING_UTF8);
    lines.push_back(line.substr(0, colon) + ": " + told.getStr());
  }
  return lines;
}

// The other spell checkers for Vietnamese as the office lists them; empty if there are none.
OUString names_of_others(const Context& context) {
  const css::uno::Sequence<OUString> others = other_spell_checkers(context);
  OUString names;
  for (const OUString& other : others)
    names += (names.isEmpty() ? OUString() : OUString(", ")) + display_name(context, other);
  return names;
}

}  // namespace

void show_notice(const Context& context, const Frame& frame, const OUString& title, const OUString& text) {
  const rtl::Reference<Notice> notice(new Notice(context, frame));
  notice->show(title, text);
}

OUString about_text(const Context& context) {
  Engine& engine = Engine::instance();
  const auto checker = engine.checker(std::chrono::milliseconds(0));
  OUString body = text(context, texts::about_head, to_view(OUString(SOAT_VERSION)));
  if (checker) {
    body += "\n\n" + text(context, texts::about_data);
    for (const std::string& line : data_lines(context, *checker)) body += "\n" + to_office(std::string_view(line));
  }
  const OUString problems = engine.problem_lines(context);
  if (!problems.isEmpty()) body += "\n\n" + text(context, texts::about_problems) + problems;
  return body + "\n\n" + text(context, texts::about_notices);
}

// Version, data in use and what could not be used, notices.
void show_about(const CommandCall& call) {
  Engine& engine = Engine::instance();
  engine.start(call.context);
  engine.when_loaded([context = call.context, frame = call.frame] {
    run_on_main_thread(context,
                       [=] { show_notice(context, frame, text(context, texts::about_title), about_text(context)); });
  });
}

void offer_our_spell_checker(const Context& context, const Frame& frame) {
  if (read_switch(context, settings_node, "OtherSpellCheckerAsked", false)) return;
  const OUString names = names_of_others(context);
  if (names.isEmpty()) return;
  const rtl::Reference<Offer> offer(new Offer(context, frame));
  offer->show(to_view(names));
}

void mention_our_spell_checker(const Context& context) {
  for (const char* known : {"OtherSpellCheckerAsked", "OtherSpellCheckerMentioned"}) {
    if (read_switch(context, settings_node, known, false)) return;
  }
  const OUString names = names_of_others(context);
  const Frame frame = css::frame::Desktop::create(context)->getCurrentFrame();
  if (names.isEmpty() || !frame.is()) return;
  const css::uno::Reference<css::frame::XInfobarProvider> bars(frame->getController(), css::uno::UNO_QUERY);
  if (!bars.is() || bars->hasInfobar(OUString::createFromAscii(welcome_bar))) return;  // one after the other
  write_switch(context, settings_node, "OtherSpellCheckerMentioned", true);
  const css::beans::StringPair button(text(context, texts::offer_choose), "vnd.org.soat:spell-checker");
  bars->appendInfobar(OUString::createFromAscii(offer_bar), text(context, texts::offer_bar_title),
                      text(context, texts::offer_bar, to_view(names)), css::frame::InfobarType::INFO,
                      sequence_of(button), true);
}

// Takes the bar away and asks.
void choose_spell_checker(const CommandCall& call) {
  const css::uno::Reference<css::frame::XInfobarProvider> bars(call.frame->getController(), css::uno::UNO_QUERY);
  const OUString name = OUString::createFromAscii(offer_bar);
  if (bars.is() && bars->hasInfobar(name)) bars->removeInfobar(name);
  offer_our_spell_checker(call.context, call.frame);
}

}  // namespace soat::writer
