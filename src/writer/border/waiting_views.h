#pragma once

#include <com/sun/star/frame/XModel.hpp>

#include "writer/border/still_open.h"

namespace soat::writer {

// While it lives, the views of a document wait: they neither lay out nor go through what is selected. Without that
// Writer does both after every edit, and the latter even when a text is read (getString). For the main thread, and for
// some 20 ms at a time: what has piled up is done at the end.
class WaitingViews {
 public:
  // Does nothing if the document is null or has been closed. open: knows whether it is still open at the end; null if
  // it cannot be closed meanwhile.
  explicit WaitingViews(css::uno::Reference<css::frame::XModel> document, const StillOpen* open = nullptr);
  ~WaitingViews();
  WaitingViews(const WaitingViews&) = delete;
  WaitingViews& operator=(const WaitingViews&) = delete;

 private:
  css::uno::Reference<css::frame::XModel> document_;
  const StillOpen* open_;
};

}  // namespace soat::writer
