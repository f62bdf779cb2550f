#include "writer/border/still_open.h"

#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/util/XCloseBroadcaster.hpp>

#include "writer/border/border.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;

StillOpen::StillOpen(const Reference<css::uno::XInterface>& document) : listener_(new Listener), document_(document) {
  const Reference<css::util::XCloseBroadcaster> closing(document, UNO_QUERY);
  if (!closing.is()) return;
  try {
    closing->addCloseListener(listener_.get());
  } catch (const css::lang::DisposedException&) {
    listener_->notifyClosing({});
  }
}

StillOpen::~StillOpen() {
  if (!is_open()) return;
  guarded("close listener", [&] {
    const Reference<css::util::XCloseBroadcaster> closing(document_, UNO_QUERY);
    if (closing.is()) closing->removeCloseListener(listener_.get());
  });
}

}  // namespace soat::writer
