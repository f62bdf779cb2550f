#pragma once

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <optional>
#include <rtl/ref.hxx>

#include "writer/border/properties.h"
#include "writer/border/strings.h"
#include "writer/border/waiting_views.h"

namespace soat::writer {

// The undo manager of a document; null where it has none.
css::uno::Reference<css::document::XUndoManager> undo_manager_of(
    const css::uno::Reference<css::uno::XInterface>& document);

bool records_changes(const css::uno::Reference<css::uno::XInterface>& document);

// While it lives, changes of a document are recorded, or are not.
class Recording {
 public:
  Recording(const css::uno::Reference<css::uno::XInterface>& document, bool wanted);
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

 private:
  Properties properties_;
  bool before_ = false;
  bool wanted_ = false;
};

struct Unrecorded : Recording {
  explicit Unrecorded(const css::uno::Reference<css::uno::XInterface>& document) : Recording(document, false) {}
};

// What is done to a document while it lives is one undo step. It ends before the document does when that is closed
// meanwhile: an office that ends a document with an undo step still open frees parts of it twice.
class UndoContext {
 public:
  // A hidden one joins the last step.
  enum class Kind : bool { titled, hidden };
  UndoContext(const css::uno::Reference<css::uno::XInterface>& document, const OUString& title,
              Kind kind = Kind::titled);
  ~UndoContext();
  UndoContext(const UndoContext&) = delete;
  UndoContext& operator=(const UndoContext&) = delete;

 private:
  class Open;
  rtl::Reference<Open> open_;
};

// What is done to a document while it lives is one undo step with this title. The views wait for its end, unless they
// are live: what is done in slices would have all of it laid out at once at the end.
class UndoStep {
 public:
  enum class Views : bool { wait, live };
  UndoStep(const css::uno::Reference<css::frame::XModel>& document, const OUString& title, Views views = Views::wait);
  UndoStep(const UndoStep&) = delete;
  UndoStep& operator=(const UndoStep&) = delete;

 private:
  std::optional<WaitingViews> waiting_;
  UndoContext context_;
};

}  // namespace soat::writer
