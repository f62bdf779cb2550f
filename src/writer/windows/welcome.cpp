#include "writer/windows/welcome.h"

#include <rtl/process.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/StringPair.hpp>
#include <com/sun/star/frame/InfobarType.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XInfobarProvider.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cppuhelper/weakref.hxx>

#include "writer/border/slices.h"
#include "writer/border/texts.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

constexpr const char* switch_name = "Welcomed";
constexpr std::chrono::seconds delay{2};

// The bars that the office shows above a document by itself, and ours.
constexpr std::array other_bars = {"whatsnew",    "getinvolved",    "donate",           "readonly",
                                   "signature",   "macro",          "securitywarn",     "hiddenchanges",
                                   "updatelinks", "org.soat.offer", "org.soat.problem", "org.soat.pending"};

// What the office was started with: it has windows then too, but nobody sees them.
bool has_no_screen() {
  for (sal_uInt32 i = 0; i < rtl_getAppCommandArgCount(); ++i) {
    OUString argument;
    rtl_getAppCommandArg(i, &argument.pData);
    if (argument == "--headless" || argument == "-headless" || argument == "--invisible") return true;
  }
  return false;
}

void show(const Context& context, const Reference<css::frame::XModel>& document) {
  const Reference<css::frame::XController> controller = document.is() ? document->getCurrentController() : nullptr;
  const Reference<css::frame::XInfobarProvider> bars(controller, UNO_QUERY);
  if (!bars.is() || read_switch(context, settings_node, switch_name, false)) return;
  const Reference<css::awt::XWindow2> window(controller->getFrame()->getContainerWindow(), UNO_QUERY);
  if (!window.is() || !window->isVisible()) return;
  if (std::ranges::any_of(other_bars,
                          [&](const char* name) { return bars->hasInfobar(OUString::createFromAscii(name)); }))
    return;
  write_switch(context, settings_node, switch_name, true);
  const std::array buttons{css::beans::StringPair(text(context, texts::welcome_panel), "vnd.org.soat:panel"),
                           css::beans::StringPair(text(context, texts::welcome_guide), "vnd.org.soat:help")};
  bars->appendInfobar(OUString::createFromAscii(welcome_bar), text(context, texts::welcome_title),
                      text(context, texts::welcome_bar), css::frame::InfobarType::INFO,
                      css::uno::Sequence<css::beans::StringPair>(buttons.data(), buttons.size()), true);
}

}  // namespace

void welcome(const Context& context, const Reference<css::frame::XModel>& document) {
  if (!Reference<css::text::XTextDocument>(document, UNO_QUERY).is() || has_no_screen() ||
      read_switch(context, settings_node, switch_name, false))
    return;
  run_later(context, delay, [context, weak = css::uno::WeakReference<css::frame::XModel>(document)] {
    show(context, Reference<css::frame::XModel>(weak));
  });
}

}  // namespace soat::writer
