#include "writer/proofing/document_watch.h"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <rtl/ref.hxx>

#include "writer/border/border.h"
#include "writer/border/broadcaster.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;

void DocumentWatch::start(const Reference<css::frame::XModel>& document) {
  document_ = document;
  if (const Reference<css::util::XModifyBroadcaster> edits(document, UNO_QUERY); edits.is())
    edits->addModifyListener(this);
  if (const Reference<css::document::XUndoManagerSupplier> undo(document, UNO_QUERY); undo.is())
    undo->getUndoManager()->addUndoManagerListener(this);
}

void DocumentWatch::stop() {
  edited_ = nullptr;
  undone_ = nullptr;
  const Reference<css::frame::XModel> document = document_;
  document_.clear();
  if (!document.is()) return;
  guarded("watch", [&] {
    if (const Reference<css::util::XModifyBroadcaster> edits(document, UNO_QUERY); edits.is())
      edits->removeModifyListener(this);
    if (const Reference<css::document::XUndoManagerSupplier> undo(document, UNO_QUERY); undo.is())
      undo->getUndoManager()->removeUndoManagerListener(this);
  });
}

void DocumentWatch::actionUndone(const css::document::UndoManagerEvent&) {
  undoing_ = true;
  post();
}

void DocumentWatch::actionRedone(const css::document::UndoManagerEvent&) {
  undoing_ = true;
  post();
}

void DocumentWatch::post() {
  guarded("watch", [&] {
    if (posted_.exchange(true)) return;
    run_on_main_thread(context_, [self = rtl::Reference<DocumentWatch>(this)] {
      self->posted_ = false;
      const std::function<void()> action = self->undoing_.exchange(false) ? self->undone_ : self->edited_;
      if (action) action();
    });
  });
}

}  // namespace soat::writer
