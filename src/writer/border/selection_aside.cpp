#include "writer/border/selection_aside.h"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

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

// Several stretches of text that are selected at once, as undoing leaves them; null for all else.
Reference<css::container::XIndexAccess> several_texts(const Reference<css::frame::XModel>& document) {
  Reference<css::container::XIndexAccess> ranges(document->getCurrentSelection(), UNO_QUERY);
  if (!ranges.is() || ranges->getCount() < 2 ||
      !Reference<css::text::XTextRange>(ranges->getByIndex(0), UNO_QUERY).is())
    return {};
  return ranges;
}

void select(const Reference<css::frame::XModel>& document, const Reference<css::uno::XInterface>& wanted) {
  Reference<css::view::XSelectionSupplier>(document->getCurrentController(), UNO_QUERY_THROW)
      ->select(css::uno::Any(wanted));
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
    if (selected_.is() || several_.is()) return;
    if ((several_ = several_texts(document_)).is()) {
      const Reference<css::text::XTextRange> first(several_->getByIndex(0), UNO_QUERY_THROW);
      select(document_, first->getStart());
      return;
    }
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
    constexpr sal_Int32 most_stretches = 100;
    if (several_.is()) {
      if (selected_text(document_).is() && cursor.is() && cursor->isCollapsed() &&
          several_->getCount() <= most_stretches)
        select(document_, several_);
      return;
    }
    if (!selected_.is() || !selected_text(document_).is() || !cursor.is() || !cursor->isCollapsed() ||
        is_long(selected_))
      return;
    cursor->gotoRange(selected_->getEnd(), false);
    cursor->gotoRange(selected_->getStart(), true);
  });
}

}  // namespace soat::writer
