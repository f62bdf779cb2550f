#include "writer/border/document_of.h"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/lang/DisposedException.hpp>

namespace soat::writer {

css::uno::Reference<css::frame::XModel> document_of(const css::uno::Reference<css::frame::XFrame>& frame) {
  const css::uno::Reference<css::frame::XController> controller = frame->getController();
  css::uno::Reference<css::frame::XModel> document;
  if (controller.is()) document = controller->getModel();
  if (!document.is()) throw css::lang::DisposedException("the document was closed", frame);
  return document;
}

}  // namespace soat::writer
