// Citations that are copied and pasted along with text.
#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTableCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <iterator>
#include <optional>
#include <utility>

#include "citation/session/citation_data.h"
#include "citation/session/document_model.h"
#include "writer/border/border.h"
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

constexpr char copy_stem[] = "SOAT_COPY_";  // of the names of bookmarks that are there while something is copied

bool go(const Cursor& cursor, std::size_t units, bool right, bool expand) {
  constexpr std::size_t step = 30'000;
  for (; units > 0; units -= std::min(units, step)) {
    const auto now = static_cast<sal_Int16>(std::min(units, step));
    if (!(right ? cursor->goRight(now, expand) : cursor->goLeft(now, expand))) return false;
  }
  return true;
}

// What is selected: one range, or cells of a table; nothing where it is several ranges or something else.
struct Selection {
  Range range;
  Reference<css::text::XTextTable> table;
};

Reference<css::text::XTextTable> table_of(const Range& range) {
  Reference<css::text::XTextTable> table;
  Reference<css::beans::XPropertySet>(range, UNO_QUERY_THROW)->getPropertyValue("TextTable") >>= table;
  return table;
}

Selection selection_of(const Reference<css::text::XTextDocument>& document) {
  const Reference<css::frame::XModel> model(document, UNO_QUERY_THROW);
  const Reference<css::view::XSelectionSupplier> supplier(model->getCurrentController(), UNO_QUERY);
  if (!supplier.is()) return {};
  const css::uno::Any selected = supplier->getSelection();
  if (Reference<css::text::XTextTableCursor>(selected, UNO_QUERY).is()) {
    const Reference<css::text::XTextViewCursorSupplier> view(supplier, UNO_QUERY_THROW);
    return {nullptr, table_of(Range(view->getViewCursor(), UNO_QUERY_THROW))};
  }
  const Reference<css::container::XIndexAccess> ranges(selected, UNO_QUERY);
  if (!ranges.is() || ranges->getCount() != 1) return {};
  return {Range(ranges->getByIndex(0), UNO_QUERY), nullptr};
}

// Whether a citation is copied along with what is selected: in a note whose number is selected, and in a table. One
// that is not, though it is said to be, does no harm.
bool comes_along(const Field& field, const Selection& selection) {
  const Place& place = field.place;
  if (selection.table.is()) return table_of(place.in_body) == selection.table;
  return guarded("citation that is copied", false, [&] {
    const Text text = selection.range->getText();
    if (place.in_body->getText() != text && !table_of(place.in_body).is()) return false;
    const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
    return compare->compareRegionStarts(selection.range, place.in_body) >= 0 &&
           compare->compareRegionEnds(selection.range, place.in_body) <= 0;
  });
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

// A citation that says what the text says already, with an id of its own.
void put_copy(const Reference<css::text::XTextDocument>& document, const OUString& title, const Range& place,
              FieldKind kind, Json data) {
  data["citationID"] = citation::zotero::random_suffix(8);
  citation::session::set_joined(data, false);
  attach_with_data(document, title, place, kind, false, data);
}

bool is_empty(const Field& list) {
  return list.place.range->getString().trim().isEmpty();
}

}  // namespace

CopiedCitations CitationDocument::selected(bool stays) {
  CopiedCitations found;
  if (fields_.names().empty()) return found;
  const Selection selected = selection_of(document());
  const Range selection = selected.range;
  if (!selection.is() && !selected.table.is()) return found;
  found.from = weak_from_this();
  const std::vector<Field> fields = fields_.read_unordered();
  std::vector<Field> along;
  std::copy_if(fields.begin(), fields.end(), std::back_inserter(along), [&](const Field& field) {
    return field.is_citation() && field.code->data.is_object() && comes_along(field, selected);
  });
  if (!selection.is()) {
    note_bookmarks(along, stays, found);
    return found;
  }
  found.text = to_view(selection->getString());
  if (found.text.empty() || found.text.size() > most_copied) return {};
  note_bookmarks(along, stays, found);
  const Text text = selection->getText();
  const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
  std::vector<Field> inside = fields_in(fields, selection);
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

// What is cut takes its marks along.
void CitationDocument::note_bookmarks(const std::vector<Field>& inside, bool stays, CopiedCitations& copied) {
  const Reference<css::util::XModifiable> document(this->document(), UNO_QUERY_THROW);
  const bool modified = document->isModified();
  const Reference<css::document::XUndoManager> undo = undo_manager_of(document);
  undo->lock();
  guarded("citations that are copied", [&] {
    for (const Field& field : inside) {
      if (field.kind == FieldKind::bookmark) {
        copied.bookmarks.emplace(field.name, field.code->data);
        continue;
      }
      if (!stays) continue;
      const std::string name = copy_stem + citation::zotero::random_suffix(12);
      attach_field(this->document(), field.place.range, FieldKind::bookmark, false, to_office(std::string_view(name)));
      const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document, UNO_QUERY_THROW)->getBookmarks();
      copied.bookmarks.emplace(to_office(std::string_view(name)), field.code->data);
      copy_marks_.emplace_back(bookmarks->getByName(to_office(std::string_view(name))), UNO_QUERY_THROW);
    }
  });
  undo->unlock();
  if (document->isModified() != modified) document->setModified(modified);
}

void CitationDocument::copy_done() {
  if (copy_marks_.empty()) return;
  const Reference<css::util::XModifiable> document(this->document(), UNO_QUERY_THROW);
  const bool modified = document->isModified();
  const Reference<css::document::XUndoManager> undo = undo_manager_of(document);
  undo->lock();
  for (const auto& mark : std::exchange(copy_marks_, {}))
    guarded("citations that are copied", [&] { mark->dispose(); });
  undo->unlock();
  if (document->isModified() != modified) document->setModified(modified);
}

bool CitationDocument::is_of_word_without_marks() {
  return is_word_document(document()) && !fields_.has_marks();
}

// Bookmarks that have been pasted, wherever they stand, become citations where there is none.
void CitationDocument::take_bookmarks_along(const CopiedCitations& copied) {
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  struct Pasted {
    Reference<css::text::XTextContent> bookmark;
    const Json* data;  // null: it goes, and nothing else
  };
  std::vector<Pasted> found;
  const std::vector<Field> fields = fields_.read_unordered();
  const auto stands_at = [&](const Range& place) {
    return std::ranges::any_of(fields, [&](const Field& field) {
      if (!field.is_citation() || field.place.text != place->getText()) return false;
      const Reference<css::text::XTextRangeCompare> compare(field.place.text, UNO_QUERY_THROW);
      return compare->compareRegionStarts(field.place.range, place) == 0;
    });
  };
  for (const OUString& name : bookmarks->getElementNames()) {
    const bool ours = name.startsWith(copy_stem);
    if (!ours && !name.startsWith(citation::zotero::bookmark_stem)) continue;
    if (!ours && fields_.find(FieldKind::bookmark, false, name)) continue;
    // The office puts digits behind the name of a copy.
    const auto known =
        std::ranges::find_if(copied.bookmarks, [&](const auto& one) { return name.startsWith(one.first); });
    const bool is_known = known != copied.bookmarks.end();
    if (!ours && !is_known) continue;
    const Reference<css::text::XTextContent> bookmark(bookmarks->getByName(name), UNO_QUERY_THROW);
    const Range range = bookmark->getAnchor();
    const bool put = is_known && !range->getString().isEmpty() && !stands_at(range);
    found.push_back({bookmark, put ? &known->second : nullptr});
  }
  if (found.empty()) return;
  in_paste_step([&](const OUString& title) {
    const FieldKind kind = kind_of_new();
    for (const Pasted& one : found) {
      const Range anchor = one.bookmark->getAnchor();
      const Cursor place = anchor->getText()->createTextCursorByRange(anchor);
      one.bookmark->dispose();
      if (one.data) put_copy(document(), title, Range(place, UNO_QUERY), kind, *one.data);
    }
  });
}

// What comes of a paste besides the office's own, as one undo step of this title.
void CitationDocument::in_paste_step(const std::function<void(const OUString& title)>& action) {
  runner_.drop_silent();  // what it was about comes again: the names of the fields change now
  watch();
  const OUString title = writer::text(context_, texts::citation_undo_paste);
  const UndoStep step(Reference<css::frame::XModel>(document(), UNO_QUERY_THROW), title);
  const Unrecorded unrecorded(document());
  action(title);
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
  take_bookmarks_along(copied);
  if (copied.citations.empty() && copied.lists.empty()) return;
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
  in_paste_step([&](const OUString& title) {
    const FieldKind kind = kind_of_new();
    for (const Put& put : puts) {
      drop_bookmarks_without_data(put.range);
      put_copy(document(), title, put.range, kind, *put.data);
    }
  });
}

}  // namespace soat::writer
