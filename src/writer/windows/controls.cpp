#include "writer/windows/controls.h"

#include <algorithm>
#include <com/sun/star/awt/ActionEvent.hpp>
#include <com/sun/star/awt/InvalidateStyle.hpp>
#include <com/sun/star/awt/KeyEvent.hpp>
#include <com/sun/star/awt/MouseEvent.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XFixedText.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XVclWindowPeer.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <cstdint>
#include <utility>

#include "writer/border/broadcaster.h"
#include "writer/border/properties.h"
#include "writer/windows/colour_picture.h"

namespace soat::writer {

void Controls::under_lock(const Context& context, const css::uno::Any& event, std::function<void()> action) {
  if (event.has<css::awt::ActionEvent>() || event.has<css::awt::KeyEvent>() || event.has<css::awt::MouseEvent>()) {
    run_on_main_thread(context, std::move(action));
  } else {
    action();
  }
}

void Controls::set_label(const char* name, const OUString& text) {
  control<css::awt::XFixedText>(name)->setText(text);
}

void Controls::set_button(const char* name, const OUString& text) {
  control<css::awt::XButton>(name)->setLabel(text);
}

void Controls::set_enabled(const char* name, bool enabled) {
  control<css::awt::XWindow>(name)->setEnable(enabled);
}

OUString Controls::entered(const char* name) const {
  return control<css::awt::XTextComponent>(name)->getText();
}

void Controls::enter(const char* name, const OUString& text) {
  control<css::awt::XTextComponent>(name)->setText(text);
}

void Controls::set_visible(const char* name, bool visible) {
  control<css::awt::XWindow>(name)->setVisible(visible);
}

// Of a control the office's accessible object takes its name from the text of its window, which the peer of any control
// takes as its title.
void Controls::give_name(const char* name, const OUString& text) {
  const css::uno::Reference<css::awt::XVclWindowPeer> peer(control<css::awt::XControl>(name)->getPeer(),
                                                           css::uno::UNO_QUERY);
  // The interface is out of favour, but nothing else gives the window of such a control a text.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  if (peer.is()) peer->setProperty("Title", css::uno::Any(text));
#pragma GCC diagnostic pop
}

void Controls::show_share(const Context& context, const char* name, int percent) {
  constexpr std::uint32_t done = 0x3070B0;  // both are seen in a light and in a dark window
  constexpr std::uint32_t to_do = 0xD8D8D8;
  constexpr int whole = 100;
  std::vector<std::uint32_t> stripes(whole, to_do);
  std::fill_n(stripes.begin(), std::clamp(percent, 0, whole), done);
  const Properties model(control<css::awt::XControl>(name)->getModel(), css::uno::UNO_QUERY_THROW);
  model->setPropertyValue("Graphic", css::uno::Any(picture_of(context, stripes, 4)));
  // While one slice of the work follows the other the office comes to no painting.
  const css::uno::Reference<css::awt::XWindowPeer> peer(
      css::uno::Reference<css::awt::XControl>(window_, css::uno::UNO_QUERY_THROW)->getPeer());
  if (peer.is()) peer->invalidateRect(css::awt::Rectangle(0, 0, 1, 1), css::awt::InvalidateStyle::UPDATE);
}

bool Controls::has_focus(const char* name) const {
  return control<css::awt::XWindow2>(name)->hasFocus();
}

void Controls::focus(const char* name) {
  control<css::awt::XWindow>(name)->setFocus();
}

void Controls::fill(const char* name, const std::vector<OUString>& lines, sal_Int32 chosen) {
  const auto list = control<css::awt::XListBox>(name);
  list->removeItems(0, list->getItemCount());
  list->addItems({lines.data(), static_cast<sal_Int32>(lines.size())}, 0);
  choose(name, chosen);
}

sal_Int32 Controls::chosen(const char* name) const {
  return control<css::awt::XListBox>(name)->getSelectedItemPos();
}

std::vector<sal_Int32> Controls::all_chosen(const char* name) const {
  const auto places = control<css::awt::XListBox>(name)->getSelectedItemsPos();
  return {places.begin(), places.end()};
}

void Controls::choose(const char* name, sal_Int32 line) {
  const auto list = control<css::awt::XListBox>(name);
  if (line < 0 || line >= list->getItemCount()) return;
  list->selectItemPos(static_cast<sal_Int16>(line), true);
  list->makeVisible(static_cast<sal_Int16>(line));
}

css::uno::Reference<css::uno::XInterface> Controls::find_control(const char* name) const {
  const css::uno::Reference<css::awt::XControlContainer> container(window_, css::uno::UNO_QUERY_THROW);
  return {container->getControl(OUString::createFromAscii(name)), css::uno::UNO_QUERY};
}

}  // namespace soat::writer
