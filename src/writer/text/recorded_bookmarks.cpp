#include "writer/text/recorded_bookmarks.h"

#include <algorithm>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XReferenceMarksSupplier.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <string_view>
#include <utility>

#include "writer/border/border.h"

namespace soat::writer {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace {

// Writer makes them for cross-references to headings and numbered paragraphs, on the point where the paragraph begins.
bool is_of_cross_reference(const OUString& name) {
  return name.startsWith("__RefHeading__") || name.startsWith("__RefNumPara__");
}

// How many code units the letter before a place has; none at the beginning.
std::uint32_t letter_before(std::u16string_view text, std::uint32_t at) {
  if (at == 0) return 0;
  return at > 1 && (text[at - 1] & 0xfc00) == 0xdc00 ? 2 : 1;
}

enum class Stands : std::uint8_t { outside, inside, ending };

Stands stands(const Range& bookmark, const Range& letters) {
  const Reference<css::text::XTextRangeCompare> compare(letters->getText(), UNO_QUERY_THROW);
  // 1: the first one begins or ends before the second, -1: behind it.
  const sal_Int16 ends = compare->compareRegionEnds(bookmark, letters);
  if (ends < 0) return Stands::outside;
  if (compare->compareRegionStarts(bookmark, letters) <= 0) return Stands::inside;
  return compare->compareRegionEnds(bookmark, letters->getStart()) < 0 ? Stands::ending : Stands::outside;
}

}  // namespace

RecordedBookmarks::RecordedBookmarks(const Reference<css::frame::XModel>& document, const ParagraphText& paragraph,
                                     std::uint32_t start, std::uint32_t end, bool one_half)
    : document_(document) {
  const auto letters = cursor_at(paragraph, start, start < end ? Side::start : Side::end);
  start_ = cursor_at(paragraph, one_half ? start - letter_before(paragraph.text, start) : start, Side::start);
  if (!letters.is() || !start_.is()) return;
  move_right(letters, std::u16string_view(paragraph.text).substr(start, end - start), true);
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document, UNO_QUERY_THROW)->getBookmarks();
  const auto take = [&](const PointMark& mark) {
    if (mark.at < start || mark.at > end || is_of_cross_reference(mark.name) || !bookmarks->hasByName(mark.name))
      return;
    const Reference<css::text::XTextContent> bookmark(bookmarks->getByName(mark.name), UNO_QUERY_THROW);
    const Stands where = stands(bookmark->getAnchor(), Range(letters, UNO_QUERY_THROW));
    if (where == Stands::outside) return;
    TakenBookmark taken = take_out(bookmark);
    taken.place->collapseToStart();
    (where == Stands::inside ? inside_ : ending_).push_back(std::move(taken));
  };
  for (const PointMark& mark : paragraph.points) guarded("bookmark", [&] { take(mark); });
  for (const PointMark& mark : paragraph.edges) guarded("bookmark", [&] { take(mark); });
  if (!one_half) note_references(paragraph, Range(letters, UNO_QUERY_THROW), start, end);
}

void RecordedBookmarks::note_references(const ParagraphText& paragraph, const Range& letters, std::uint32_t start,
                                        std::uint32_t end) {
  const auto marks = Reference<css::text::XReferenceMarksSupplier>(document_, UNO_QUERY_THROW)->getReferenceMarks();
  for (const PointMark& mark : paragraph.references) {
    if (mark.at < start || mark.at > end || std::ranges::find(references_, mark.name) != references_.end()) continue;
    guarded("reference mark", [&] {
      const Reference<css::text::XTextContent> content(marks->getByName(mark.name), UNO_QUERY_THROW);
      if (stands(content->getAnchor(), letters) == Stands::inside) references_.push_back(mark.name);
    });
  }
}

void RecordedBookmarks::put_in(std::u16string_view replacement, const Range& end) {
  for (const TakenBookmark& one : inside_) one.place->gotoRange(start_->getStart(), false);
  for (const auto* some : {&inside_, &ending_}) {
    for (const TakenBookmark& one : *some) {
      guarded("bookmark", [&] {
        one.place->gotoRange(end, true);
        writer::put_in(document_, one);
      });
    }
  }
  for (const OUString& name : references_) {
    guarded("reference mark", [&] {
      const auto letters = end->getText()->createTextCursorByRange(end);
      move_left(letters, replacement);
      letters->gotoRange(end, true);
      const Reference<css::lang::XMultiServiceFactory> factory(document_, UNO_QUERY_THROW);
      const Reference<css::text::XTextContent> mark(factory->createInstance("com.sun.star.text.ReferenceMark"),
                                                    UNO_QUERY_THROW);
      Reference<css::container::XNamed>(mark, UNO_QUERY_THROW)->setName(name);
      letters->getText()->insertTextContent(Range(letters, UNO_QUERY_THROW), mark, true);
    });
  }
}

}  // namespace soat::writer
