#include "writer/proofing/document_watch.h"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
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
  if (const Reference<css::document::XUndoManagerSupplier> undo(document, UNO_QUERY); undo.is()) {
    undo_ = undo->getUndoManager();
    undo_->addUndoManagerListener(this);
  }
}

void DocumentWatch::stop() {
  edited_ = nullptr;
  undone_ = nullptr;
  const Reference<css::frame::XModel> document = document_;
  document_.clear();
  if (!document.is()) return;
  // A document that is closing must not be asked for its undo manager: it would make another one, which nobody ends,
  // and the office would end with it.
  const Reference<css::document::XUndoManager> undo = undo_;
  undo_.clear();
  const auto quietly = [](const auto& action) {
    try {
      action();
    } catch (const css::lang::DisposedException&) {  // then nothing is told any more either
    }
  };
  guarded("watch", [&] {
    if (const Reference<css::util::XModifyBroadcaster> edits(document, UNO_QUERY); edits.is())
      quietly([&] { edits->removeModifyListener(this); });
    if (undo.is()) quietly([&] { undo->removeUndoManagerListener(this); });
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
