// Citations that are copied and pasted along with text.
#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <optional>
#include <utility>

#include "citation/session/citation_data.h"
#include "citation/session/document_model.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/border/undo.h"
#include "writer/citation/citation_document.h"
#include "writer/citation/copied_citations.h"
#include "writer/citation/document_properties.h"

namespace soat::writer {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

// Larger selections are whole chapters; what is copied with them is left to Writer.
constexpr std::size_t most_copied = 200'000;

bool go(const Cursor& cursor, std::size_t units, bool right, bool expand) {
  constexpr std::size_t step = 30'000;
  for (; units > 0; units -= std::min(units, step)) {
    const auto now = static_cast<sal_Int16>(std::min(units, step));
    if (!(right ? cursor->goRight(now, expand) : cursor->goLeft(now, expand))) return false;
  }
  return true;
}

// The one range that is selected; null where it is none or several.
Range selection_of(const Reference<css::text::XTextDocument>& document) {
  const Reference<css::frame::XModel> model(document, UNO_QUERY_THROW);
  const Reference<css::view::XSelectionSupplier> supplier(model->getCurrentController(), UNO_QUERY);
  if (!supplier.is()) return nullptr;
  const Reference<css::container::XIndexAccess> ranges(supplier->getSelection(), UNO_QUERY);
  return ranges.is() && ranges->getCount() == 1 ? Range(ranges->getByIndex(0), UNO_QUERY) : nullptr;
}

// The fields with data that stand within a range.
std::vector<Field> fields_in(std::vector<Field> fields, const Range& range) {
  const Text text = range->getText();
  const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
  std::erase_if(fields, [&](const Field& field) {
    return field.place.text != text || !field.code->data.is_object() ||
           compare->compareRegionStarts(range, field.place.range) < 0 ||
           compare->compareRegionEnds(range, field.place.range) > 0;
  });
  return fields;
}

// Where a copied piece stands in what was pasted; null where something else stands there.
Range place_of(const CopiedCitations::Piece& piece, const Cursor& pasted) {
  const Cursor place = pasted->getText()->createTextCursorByRange(pasted->getStart());
  if (!go(place, piece.start, true, false) || !go(place, piece.text.size(), true, true)) return nullptr;
  return to_view(place->getString()) == piece.text ? Range(place, UNO_QUERY) : nullptr;
}

bool is_empty(const Field& list) {
  return list.place.range->getString().trim().isEmpty();
}

}  // namespace

CopiedCitations CitationDocument::selected() {
  CopiedCitations found;
  if (fields_.names().empty()) return found;
  const Range selection = selection_of(document());
  if (!selection.is()) return found;
  found.from = weak_from_this();
  found.text = to_view(selection->getString());
  if (found.text.empty() || found.text.size() > most_copied) return {};
  const Text text = selection->getText();
  const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
  std::vector<Field> inside = fields_in(fields_.read_unordered(), selection);
  std::sort(inside.begin(), inside.end(), [&](const Field& a, const Field& b) {
    return compare->compareRegionStarts(a.place.range, b.place.range) > 0;
  });
  const Cursor between = text->createTextCursorByRange(selection->getStart());
  std::size_t at = 0;
  for (const Field& field : inside) {
    between->gotoRange(field.place.range->getStart(), true);
    at += static_cast<std::size_t>(between->getString().getLength());
    auto& pieces = field.is_list() ? found.lists : found.citations;
    pieces.push_back({at, std::u16string(to_view(field.place.range->getString())), field.code->data});
    between->gotoRange(field.place.range->getStart(), false);
  }
  return found;
}

// Which Writer has copied from another document.
void CitationDocument::drop_bookmarks_without_data(const Range& place) {
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  const Reference<css::text::XTextRangeCompare> compare(place->getText(), UNO_QUERY_THROW);
  for (const OUString& name : bookmarks->getElementNames()) {
    if (!name.startsWith(citation::zotero::bookmark_stem) || fields_.find(FieldKind::bookmark, false, name)) continue;
    const Reference<css::text::XTextContent> bookmark(bookmarks->getByName(name), UNO_QUERY_THROW);
    const Range anchor = bookmark->getAnchor();
    if (anchor->getText() == place->getText() && compare->compareRegionStarts(anchor, place) == 0) bookmark->dispose();
  }
}

// A list that was cut stands where it was pasted: what was left of it at its old place goes. The copy of a list that
// still stands is text, and so is that of another document's, which would be rewritten with the sources of this one.
void CitationDocument::take_lists_along(const CopiedCitations& copied, const Cursor& pasted,
                                        const std::vector<Field>& fields) {
  if (copied.from.lock().get() != this) return;
  for (const CopiedCitations::Piece& one : copied.lists) {
    const Range place = place_of(one, pasted);
    if (!place.is()) continue;
    const Reference<css::text::XTextRangeCompare> compare(place->getText(), UNO_QUERY_THROW);
    const Field* left = nullptr;
    bool came_along = false;
    bool stands_elsewhere = false;
    for (const Field& field : fields) {
      if (!field.is_list()) continue;
      if (field.place.text == place->getText() && !is_empty(field) &&
          compare->compareRegionStarts(field.place.range, place) == 0) {
        came_along = true;
      } else if (is_empty(field)) {
        left = &field;
      } else {
        stands_elsewhere = true;
      }
    }
    if (stands_elsewhere || (came_along && !left)) continue;
    runner_.drop_silent();
    const OUString title = writer::text(context_, texts::citation_undo_paste);
    const UndoStep step(Reference<css::frame::XModel>(document(), UNO_QUERY_THROW), title);
    const Unrecorded unrecorded(document());
    const FieldKind kind = left ? left->kind : settings().fields;
    if (left) left->content->dispose();
    if (came_along) continue;
    attach_with_data(document(), title, place, kind, true, one.data);
  }
}

void CitationDocument::pasted(const CopiedCitations& copied) {
  if (closed_ || runner_.busy() || copied.empty()) return;
  // What was pasted stands before the cursor.
  const Range end = view_cursor()->getEnd();
  const Text text = end->getText();
  const Cursor all = text->createTextCursorByRange(end);
  if (!go(all, copied.text.size(), false, true) || to_view(all->getString()) != copied.text) return;
  const std::vector<Field> fields = fields_.read_unordered();
  std::vector<Field> there = fields_in(fields, Range(all, UNO_QUERY));
  take_lists_along(copied, all, fields);
  std::erase_if(there, [](const Field& field) { return !field.is_citation(); });
  if (there.size() >= copied.citations.size()) {  // they have come along: what was cut a moment ago keeps its names
    watch();
    known_.clear();
    watch_->modified({});
    return;
  }
  const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
  const auto stands_at = [&](const Range& place) {
    return std::any_of(there.begin(), there.end(),
                       [&](const Field& field) { return compare->compareRegionStarts(field.place.range, place) == 0; });
  };
  struct Put {
    Range range;
    const Json* data;
  };
  std::vector<Put> puts;
  for (const CopiedCitations::Piece& one : copied.citations) {
    const Range place = place_of(one, all);
    if (place.is() && !stands_at(place)) puts.push_back({place, &one.data});
  }
  if (puts.empty()) return;
  runner_.drop_silent();  // what it was about comes again: the names of the fields change now
  watch();
  const FieldKind kind = is_word_document(document()) && !fields_.has_marks() ? FieldKind::bookmark : settings().fields;
  const OUString title = writer::text(context_, texts::citation_undo_paste);
  const UndoStep step(Reference<css::frame::XModel>(document(), UNO_QUERY_THROW), title);
  const Unrecorded unrecorded(document());
  for (const Put& put : puts) {
    drop_bookmarks_without_data(put.range);
    Json data = *put.data;
    data["citationID"] = citation::zotero::random_suffix(8);
    citation::session::set_joined(data, false);
    attach_with_data(document(), title, put.range, kind, false, data);
  }
}

}  // namespace soat::writer
