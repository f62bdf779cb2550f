#include "writer/border/undo.h"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/util/XCloseBroadcaster.hpp>
#include <cppuhelper/implbase1.hxx>
#include <utility>

#include "writer/border/border.h"

namespace soat::writer {

using css::uno::Reference;

Reference<css::document::XUndoManager> undo_manager_of(const Reference<css::uno::XInterface>& document) {
  const Reference<css::document::XUndoManagerSupplier> supplier(document, css::uno::UNO_QUERY);
  return supplier.is() ? supplier->getUndoManager() : nullptr;
}

bool records_changes(const Reference<css::uno::XInterface>& document) {
  const Properties properties(document, css::uno::UNO_QUERY);
  return properties.is() && property<bool>(properties, "RecordChanges");
}

Recording::Recording(const Reference<css::uno::XInterface>& document, bool wanted)
    : properties_(document, css::uno::UNO_QUERY_THROW), before_(records_changes(document)), wanted_(wanted) {
  if (before_ != wanted_) properties_->setPropertyValue("RecordChanges", css::uno::Any(wanted_));
}

Recording::~Recording() {
  guarded("recording changes", [&] {
    if (before_ != wanted_) properties_->setPropertyValue("RecordChanges", css::uno::Any(before_));
  });
}

// Listens to the document while the context is open. Everything happens under the office's lock.
class UndoContext::Open final : public cppu::WeakImplHelper1<css::util::XCloseListener> {
 public:
  explicit Open(const Reference<css::uno::XInterface>& document)
      : closing_(document, css::uno::UNO_QUERY), undo_(undo_manager_of(document)) {}

  void enter(const OUString& title, Kind kind) {
    if (!undo_.is()) return;
    // Before there is anything to be left: a document that is closed already says so here.
    if (closing_.is()) closing_->addCloseListener(this);
    if (kind == Kind::hidden && undo_->isUndoPossible()) {
      undo_->enterHiddenUndoContext();
    } else {
      undo_->enterUndoContext(title);
    }
    entered_ = true;
  }

  void leave() {
    if (!std::exchange(entered_, false)) return;
    guarded("undo", [&] { undo_->leaveUndoContext(); });
    stop();
  }

  void stop() {
    const Reference<css::util::XCloseBroadcaster> closing = std::exchange(closing_, nullptr);
    if (closing.is()) guarded("undo", [&] { closing->removeCloseListener(this); });
  }

  void SAL_CALL queryClosing(const css::lang::EventObject&, sal_Bool) override {}
  void SAL_CALL notifyClosing(const css::lang::EventObject&) override { leave(); }
  void SAL_CALL disposing(const css::lang::EventObject&) override {
    entered_ = false;
    closing_.clear();
  }

 private:
  Reference<css::util::XCloseBroadcaster> closing_;
  Reference<css::document::XUndoManager> undo_;
  bool entered_ = false;
};

UndoContext::UndoContext(const Reference<css::uno::XInterface>& document, const OUString& title, Kind kind)
    : open_(new Open(document)) {
  try {
    open_->enter(title, kind);
  } catch (...) {
    open_->stop();
    throw;
  }
}

UndoContext::~UndoContext() {
  open_->leave();
}

UndoStep::UndoStep(const Reference<css::frame::XModel>& document, const OUString& title, Views views)
    : waiting_(views == Views::wait ? std::make_optional<WaitingViews>(document) : std::nullopt),
      context_(document, title) {}

}  // namespace soat::writer
