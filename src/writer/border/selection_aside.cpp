#include "writer/border/selection_aside.h"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

#include "writer/border/border.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

Reference<css::text::XTextViewCursor> cursor_of(const Reference<css::frame::XModel>& document) {
  const Reference<css::text::XTextViewCursorSupplier> view(document->getCurrentController(), UNO_QUERY);
  return view.is() ? view->getViewCursor() : Reference<css::text::XTextViewCursor>();
}

// The one stretch of text, or the cursor, that is selected; null for all else.
Reference<css::text::XTextRange> selected_text(const Reference<css::frame::XModel>& document) {
  const Reference<css::container::XIndexAccess> ranges(document->getCurrentSelection(), UNO_QUERY);
  if (!ranges.is() || ranges->getCount() != 1) return {};
  return {ranges->getByIndex(0), UNO_QUERY};
}

bool is_long(const Reference<css::text::XTextRange>& selected) {
  constexpr sal_Int32 most_units = 50'000;
  const Reference<css::container::XEnumerationAccess> access(selected->getText()->createTextCursorByRange(selected),
                                                             UNO_QUERY_THROW);
  const auto paragraphs = access->createEnumeration();
  sal_Int32 units = 0;
  while (units <= most_units && paragraphs->hasMoreElements()) {
    const Reference<css::text::XTextRange> paragraph(paragraphs->nextElement(), UNO_QUERY);
    if (paragraph.is()) units += paragraph->getString().getLength();
  }
  return units > most_units;
}

}  // namespace

bool selects_much(const Reference<css::frame::XModel>& document) {
  return guarded("selection", true, [&] {
    const Reference<css::text::XTextRange> selected = selected_text(document);
    if (!selected.is()) return true;
    const auto end = selected->getText()->createTextCursorByRange(selected->getStart());
    Reference<css::text::XParagraphCursor>(end, UNO_QUERY_THROW)->gotoEndOfParagraph(false);
    const Reference<css::text::XTextRangeCompare> order(selected->getText(), UNO_QUERY_THROW);
    return order->compareRegionEnds(end->getEnd(), selected) > 0;
  });
}

void SelectionAside::set_aside() {
  guarded("selection", [&] {
    if (selected_.is()) return;
    const Reference<css::text::XTextRange> selected = selected_text(document_);
    const auto cursor = cursor_of(document_);
    if (!selected.is() || !cursor.is() || cursor->isCollapsed()) return;
    cursor->collapseToStart();
    selected_ = selected;
  });
}

void SelectionAside::put_back() {
  guarded("selection", [&] {
    const auto cursor = cursor_of(document_);
    if (!selected_.is() || !selected_text(document_).is() || !cursor.is() || !cursor->isCollapsed() ||
        is_long(selected_))
      return;
    cursor->gotoRange(selected_->getEnd(), false);
    cursor->gotoRange(selected_->getStart(), true);
  });
}

}  // namespace soat::writer
