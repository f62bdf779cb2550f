#pragma once

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <utility>

namespace soat::writer {

// Whether more of a document is selected than a stretch of one paragraph. Writer goes through all of it whenever a text
// is read. For the main thread.
bool selects_much(const css::uno::Reference<css::frame::XModel>& document);

// Keeps what is selected in a document's window while the document is changed: after every change Writer goes through
// all that is selected, so that a long selection makes each of them dear. For the main thread.
class SelectionAside {
 public:
  explicit SelectionAside(css::uno::Reference<css::frame::XModel> document) : document_(std::move(document)) {}

  // Leaves only the cursor, at the selection's start. Frames, pictures and cells stay selected. Does nothing if
  // something has been set aside.
  void set_aside();

  // Selects what was set aside, unless something else has been selected since; the cursor stays at the start. A very
  // long selection, or one of very many stretches, is not made again: the office goes through all of it for its status
  // line and its toolbars, which holds up the window for seconds.
  void put_back();

 private:
  css::uno::Reference<css::frame::XModel> document_;
  css::uno::Reference<css::text::XTextRange> selected_;
  css::uno::Reference<css::container::XIndexAccess> several_;
};

}  // namespace soat::writer
