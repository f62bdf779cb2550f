#include "uno/selection.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextFrame.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTableCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>

namespace soat::uno {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

void add_paragraphs(const Reference<css::uno::XInterface>& text, std::vector<Target>& out) {
  for (const Range& paragraph : paragraphs_in(text)) out.push_back({paragraph, read_paragraph(paragraph)});
}

// The paragraphs of a selection; if it is a mere cursor, all of its paragraph.
void add_selected(const Range& range, std::vector<Target>& out) {
  const Reference<css::text::XTextCursor> selection = range->getText()->createTextCursorByRange(range);
  const Reference<css::text::XParagraphCursor> whole(range->getText()->createTextCursorByRange(range->getStart()),
                                                     UNO_QUERY_THROW);
  whole->gotoStartOfParagraph(false);
  whole->gotoRange(range->getEnd(), true);
  whole->gotoEndOfParagraph(true);
  const std::vector<Range> paragraphs = paragraphs_in(whole);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    Target target{paragraphs[i], read_paragraph(paragraphs[i])};
    if (!selection->isCollapsed()) {
      target.end = static_cast<std::uint32_t>(target.paragraph.text.size());
      if (i == 0) target.start = units_beside(range->getStart(), true);
      if (i + 1 == paragraphs.size()) target.end -= std::min(target.end, units_beside(range->getEnd(), false));
    }
    out.push_back(std::move(target));
  }
}

void add_cells(const Reference<css::frame::XModel>& document, const OUString& name, std::vector<Target>& out) {
  const Reference<css::text::XTextViewCursorSupplier> view(document->getCurrentController(), UNO_QUERY_THROW);
  const Reference<css::beans::XPropertySet> cursor(view->getViewCursor(), UNO_QUERY_THROW);
  const Reference<css::text::XTextTable> table(cursor->getPropertyValue("TextTable"), UNO_QUERY_THROW);
  if (name.indexOf(':') < 0) {
    add_paragraphs(table->getCellByName(name), out);
    return;
  }
  const Reference<css::table::XCellRange> cells(
      Reference<css::table::XCellRange>(table, UNO_QUERY_THROW)->getCellRangeByName(name), UNO_QUERY_THROW);
  const auto rows = Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
  for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
    for (sal_Int32 column = 0; column < rows[row].getLength(); ++column) {
      add_paragraphs(cells->getCellByPosition(column, row), out);
    }
  }
}

}  // namespace

std::vector<Target> selected_targets(const Reference<css::frame::XModel>& document) {
  std::vector<Target> out;
  const Reference<css::uno::XInterface> selection = document->getCurrentSelection();
  if (const Reference<css::text::XTextFrame> frame(selection, UNO_QUERY); frame.is()) {
    add_paragraphs(frame->getText(), out);
  } else if (const Reference<css::text::XTextTableCursor> cells(selection, UNO_QUERY); cells.is()) {
    add_cells(document, cells->getRangeName(), out);
  } else if (const Reference<css::container::XIndexAccess> ranges(selection, UNO_QUERY); ranges.is()) {
    for (sal_Int32 i = 0; i < ranges->getCount(); ++i) {
      if (const Range range(ranges->getByIndex(i), UNO_QUERY); range.is()) add_selected(range, out);
    }
  }
  return out;
}

bool is_mere_cursor(const Reference<css::frame::XModel>& document) {
  const Reference<css::container::XIndexAccess> ranges(document->getCurrentSelection(), UNO_QUERY);
  if (!ranges.is() || ranges->getCount() != 1) return false;
  const Range range(ranges->getByIndex(0), UNO_QUERY);
  return range.is() && range->getText()->createTextCursorByRange(range)->isCollapsed();
}

}  // namespace soat::uno
