#pragma once

#include <atomic>
#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/document/XUndoManagerListener.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase2.hxx>
#include <functional>

#include "writer/border/configuration.h"

namespace soat::writer {

// Tells of edits of a document, and of undoing and redoing apart from other edits. Both are called on the main thread,
// some time after what they tell of, and once for what came together.
class DocumentWatch final
    : public cppu::WeakImplHelper2<css::util::XModifyListener, css::document::XUndoManagerListener> {
 public:
  DocumentWatch(const Context& context, std::function<void()> edited, std::function<void()> undone)
      : context_(context), edited_(std::move(edited)), undone_(std::move(undone)) {}

  void start(const css::uno::Reference<css::frame::XModel>& document);
  // On the main thread. Nothing is called any more.
  void stop();
  // Undo steps that have come, by anyone, since the watch began. A letter typed behind another is none.
  unsigned steps() const { return steps_; }

  void SAL_CALL modified(const css::lang::EventObject&) override { post(); }
  void SAL_CALL undoActionAdded(const css::document::UndoManagerEvent&) override { ++steps_; }
  void SAL_CALL actionUndone(const css::document::UndoManagerEvent&) override;
  void SAL_CALL actionRedone(const css::document::UndoManagerEvent&) override;
  void SAL_CALL allActionsCleared(const css::lang::EventObject&) override {}
  void SAL_CALL redoActionsCleared(const css::lang::EventObject&) override {}
  void SAL_CALL resetAll(const css::lang::EventObject&) override {}
  void SAL_CALL enteredContext(const css::document::UndoManagerEvent&) override {}
  void SAL_CALL enteredHiddenContext(const css::document::UndoManagerEvent&) override {}
  void SAL_CALL leftContext(const css::document::UndoManagerEvent&) override {}
  void SAL_CALL leftHiddenContext(const css::document::UndoManagerEvent&) override {}
  void SAL_CALL cancelledContext(const css::document::UndoManagerEvent&) override {}
  void SAL_CALL disposing(const css::lang::EventObject&) override {}

 private:
  void post();

  Context context_;
  std::function<void()> edited_;
  std::function<void()> undone_;
  css::uno::Reference<css::frame::XModel> document_;
  css::uno::Reference<css::document::XUndoManager> undo_;
  std::atomic<unsigned> steps_ = 0;
  std::atomic<bool> posted_ = false;
  std::atomic<bool> undoing_ = false;
};

}  // namespace soat::writer
