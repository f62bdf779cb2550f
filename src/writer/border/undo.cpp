#include "writer/border/undo.h"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>

#include "writer/border/border.h"

namespace soat::writer {

using css::uno::Reference;

Reference<css::document::XUndoManager> undo_manager_of(const Reference<css::uno::XInterface>& document) {
  const Reference<css::document::XUndoManagerSupplier> supplier(document, css::uno::UNO_QUERY);
  return supplier.is() ? supplier->getUndoManager() : nullptr;
}

Unrecorded::Unrecorded(const Reference<css::uno::XInterface>& document)
    : properties_(document, css::uno::UNO_QUERY_THROW) {
  properties_->getPropertyValue("RecordChanges") >>= recording_;
  if (recording_) properties_->setPropertyValue("RecordChanges", css::uno::Any(false));
}

Unrecorded::~Unrecorded() {
  guarded("recording changes", [&] {
    if (recording_) properties_->setPropertyValue("RecordChanges", css::uno::Any(true));
  });
}

UndoStep::UndoStep(const Reference<css::frame::XModel>& document, const OUString& title, Views views)
    : undo_(undo_manager_of(document)) {
  if (views == Views::wait) waiting_.emplace(document);
  if (undo_.is()) undo_->enterUndoContext(title);
}

UndoStep::~UndoStep() {
  guarded("undo", [&] {
    if (undo_.is()) undo_->leaveUndoContext();
  });
}

}  // namespace soat::writer
