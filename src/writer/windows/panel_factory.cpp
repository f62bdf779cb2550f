#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <cppuhelper/implbase2.hxx>
#include <rtl/ref.hxx>

#include "writer/border/border.h"
#include "writer/border/service.h"
#include "writer/windows/review_panel.h"

namespace soat::writer {

namespace {

using css::uno::Reference;

// Makes the panels of the sidebar's deck "Soát".
class PanelFactory final : public cppu::WeakImplHelper2<css::ui::XUIElementFactory, css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = "org.soat.PanelFactory";
  static constexpr const char* service_name = "com.sun.star.ui.UIElementFactory";

  explicit PanelFactory(const Context& context) : context_(context) {}

  SOAT_SERVICE_INFO()

  Reference<css::ui::XUIElement> SAL_CALL
  createUIElement(const OUString& url, const css::uno::Sequence<css::beans::PropertyValue>& arguments) override {
    const auto made = guarded("panel", Reference<css::ui::XUIElement>(), [&] {
      Reference<css::frame::XFrame> frame;
      Reference<css::awt::XWindowPeer> parent;
      for (const css::beans::PropertyValue& argument : arguments) {
        if (argument.Name == "Frame") argument.Value >>= frame;
        if (argument.Name == "ParentWindow") argument.Value >>= parent;
      }
      if (!frame.is() || !parent.is()) return Reference<css::ui::XUIElement>();
      const rtl::Reference<ReviewPanel> panel(new ReviewPanel(context_, frame, url));
      panel->open(parent);
      return Reference<css::ui::XUIElement>(panel.get());
    });
    if (!made.is())
      throw css::lang::IllegalArgumentException("no window to put the panel into",
                                                static_cast<cppu::OWeakObject*>(this), 1);
    return made;
  }

 private:
  Context context_;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_panel_factory, soat::writer::PanelFactory)
