#include "writer/border/waiting_views.h"

#include <utility>

#include "writer/border/border.h"

namespace soat::writer {

WaitingViews::WaitingViews(css::uno::Reference<css::frame::XModel> document, const StillOpen* open) : open_(open) {
  if (!document.is() || (open && !open->is_open())) return;
  guarded("lock", [&] {
    document->lockControllers();
    document_ = std::move(document);
  });
}

WaitingViews::~WaitingViews() {
  if (document_.is() && (!open_ || open_->is_open())) guarded("unlock", [&] { document_->unlockControllers(); });
}

}  // namespace soat::writer
