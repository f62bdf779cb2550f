#include "writer/text/selection.h"

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
#include <optional>
#include <utility>

#include "writer/border/border.h"
#include "writer/border/properties.h"
#include "writer/text/own_selection.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

void add_cells(const Reference<css::frame::XModel>& document, const OUString& name, std::vector<Source>& out) {
  const Reference<css::text::XTextViewCursorSupplier> view(document->getCurrentController(), UNO_QUERY_THROW);
  const Reference<css::beans::XPropertySet> cursor(view->getViewCursor(), UNO_QUERY_THROW);
  const Reference<css::text::XTextTable> table(cursor->getPropertyValue("TextTable"), UNO_QUERY_THROW);
  if (name.indexOf(':') < 0) {
    out.push_back({table->getCellByName(name), {}});
    return;
  }
  const Reference<css::table::XCellRange> cells(
      Reference<css::table::XCellRange>(table, UNO_QUERY_THROW)->getCellRangeByName(name), UNO_QUERY_THROW);
  const auto rows = Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
  for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
    for (sal_Int32 column = 0; column < rows[row].getLength(); ++column)
      out.push_back({cells->getCellByPosition(column, row), {}});
  }
}

// The paragraphs of a selection; if it is a mere cursor or not the user's, all of them are wanted.
Source whole_paragraphs(const Range& range, bool is_ours) {
  const Reference<css::text::XParagraphCursor> whole(range->getText()->createTextCursorByRange(range->getStart()),
                                                     UNO_QUERY_THROW);
  whole->gotoStartOfParagraph(false);
  whole->gotoRange(range->getEnd(), true);
  whole->gotoEndOfParagraph(true);
  const Reference<css::text::XTextCursor> selection = range->getText()->createTextCursorByRange(range);
  return {whole, is_ours || selection->isCollapsed() ? Range() : range};
}

// The same paragraph as it is from now on: what an enumeration of a selection gives ends for ever so many letters
// behind its start as it ended then (SwXParagraph's m_nSelectionEndPos).
Range growing(const Range& paragraph) {
  return guarded("paragraph", paragraph, [&] {
    const Properties start(paragraph->getText()->createTextCursorByRange(paragraph->getStart()), UNO_QUERY_THROW);
    const Range whole(start->getPropertyValue("TextParagraph"), UNO_QUERY);
    return whole.is() ? whole : paragraph;
  });
}

}  // namespace

std::vector<Source> selected_sources(const Reference<css::frame::XModel>& document) {
  std::vector<Source> out;
  const Reference<css::uno::XInterface> selection = document->getCurrentSelection();
  if (const Reference<css::text::XTextFrame> frame(selection, UNO_QUERY); frame.is()) {
    out.push_back({frame->getText(), {}});
  } else if (const Reference<css::text::XTextTableCursor> cells(selection, UNO_QUERY); cells.is()) {
    add_cells(document, cells->getRangeName(), out);
  } else if (const Reference<css::container::XIndexAccess> ranges(selection, UNO_QUERY); ranges.is()) {
    const bool is_ours = is_shown_place_selected(document);
    for (sal_Int32 i = 0; i < ranges->getCount(); ++i) {
      if (const Range range(ranges->getByIndex(i), UNO_QUERY); range.is())
        out.push_back(whole_paragraphs(range, is_ours));
    }
  }
  return out;
}

bool has_no_selection(const Reference<css::frame::XModel>& document) {
  const Reference<css::container::XIndexAccess> ranges(document->getCurrentSelection(), UNO_QUERY);
  if (!ranges.is() || ranges->getCount() != 1) return false;
  const Range range(ranges->getByIndex(0), UNO_QUERY);
  return range.is() &&
         (range->getText()->createTextCursorByRange(range)->isCollapsed() || is_shown_place_selected(document));
}

bool TargetReader::read_next() {
  if (source_ == sources_.size()) return false;
  if (!walk_) {
    const Reference<css::uno::XInterface>& paragraphs = sources_[source_].paragraphs;
    const Reference<css::frame::XModel> document(paragraphs, UNO_QUERY);
    walk_ = document.is() ? std::make_unique<DocumentWalk>(document)
                          : std::make_unique<DocumentWalk>(paragraphs, document_);
    first_ = targets_.size();
    open_.clear();
  }
  if (const std::optional<DocumentWalk::Paragraph> next = walk_->next()) {
    add(*next);
  } else {
    end_source();
  }
  return true;
}

void TargetReader::add(const DocumentWalk::Paragraph& paragraph) {
  const Range& selection = sources_[source_].selection;
  const Range range = selection.is() ? growing(paragraph.range) : paragraph.range;
  Target target{range, paragraph.holder, read_paragraph(range, open_)};
  target.open = std::exchange(open_, target.paragraph.open);
  target.locked = is_protected(range);
  if (selection.is()) {
    target.end = static_cast<std::uint32_t>(target.paragraph.text.size());
    if (targets_.size() == first_) target.start = units_beside(selection->getStart(), true);
  }
  targets_.push_back(std::move(target));
}

void TargetReader::end_source() {
  if (const Range& selection = sources_[source_].selection; selection.is() && targets_.size() > first_) {
    Target& last = targets_.back();
    last.end -= std::min(last.end, units_beside(selection->getEnd(), false));
  }
  walk_.reset();
  ++source_;
}

}  // namespace soat::writer
