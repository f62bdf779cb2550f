#pragma once

#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "writer/border/still_open.h"
#include "writer/text/document.h"

namespace soat::writer {

// Goes through the paragraphs of a Writer document one by one, so that a long document can be read in slices: body with
// tables where they stand, then footnotes, endnotes, frames, headers and footers, drawing shapes, comments. Left out
// are indexes, whose text comes from elsewhere, hidden sections, and comments that Soát has written.
class DocumentWalk {
 public:
  explicit DocumentWalk(const css::uno::Reference<css::frame::XModel>& document);

  // All paragraphs of one text, or of a part of one; tables cell by cell. document: whose it is; null if the walk ends
  // before the document can be closed.
  DocumentWalk(const css::uno::Reference<css::uno::XInterface>& text,
               const css::uno::Reference<css::frame::XModel>& document);

  struct Paragraph {
    Range range;
    Holder holder = Holder::text;
  };

  // The next paragraph that is not deleted; none behind the last. Throws css::lang::DisposedException once the document
  // has been closed: Writer's own enumerations read what is gone then.
  std::optional<Paragraph> next();

 private:
  // One of the three is set.
  struct Level {
    css::uno::Reference<css::container::XEnumeration> contents;
    css::uno::Reference<css::text::XTextTable> table;
    css::uno::Reference<css::container::XIndexAccess> items;  // texts, or shapes
    css::uno::Sequence<OUString> cells;
    sal_Int32 at = 0;
    sal_Int32 count = 0;
    Holder holder = Holder::text;
  };

  void add_text(const css::uno::Reference<css::uno::XInterface>& text, Holder holder);
  void add_items(const css::uno::Reference<css::container::XIndexAccess>& items, Holder holder);
  void add_headers_and_footers(const css::uno::Reference<css::frame::XModel>& document);
  void note_deleted(const css::uno::Reference<css::frame::XModel>& document);
  bool is_deleted(const css::uno::Reference<css::uno::XInterface>& paragraph) const;
  void add_comments(const css::uno::Reference<css::frame::XModel>& document);
  void enter_text(const css::uno::Reference<css::uno::XInterface>& text, Holder holder);
  void enter_item(const css::uno::Reference<css::uno::XInterface>& item, Holder holder);

  std::shared_ptr<const StillOpen> document_;
  // Paragraphs all of which, with their ends, was deleted with changes tracked: nothing in them tells so. Sorted. They
  // are what an enumeration gives as long as somebody holds them.
  std::vector<css::uno::Reference<css::uno::XInterface>> deleted_;
  std::deque<Level> parts_;    // still to be gone through
  std::vector<Level> levels_;  // where the walk is
};

}  // namespace soat::writer
