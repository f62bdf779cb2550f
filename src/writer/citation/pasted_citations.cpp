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
#include <map>
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

// Where copied pieces stand in what was pasted; to be asked about one behind the other.
class PastedPieces {
 public:
  explicit PastedPieces(const Cursor& pasted) : at_(pasted->getText()->createTextCursorByRange(pasted->getStart())) {}

  // Null where something else stands there.
  Range place_of(const CopiedCitations::Piece& piece) {
    if (!go(at_, piece.start - units_, true, false)) return nullptr;
    units_ = piece.start;
    const Cursor place = at_->getText()->createTextCursorByRange(at_->getStart());
    if (!go(place, piece.text.size(), true, true)) return nullptr;
    return to_view(place->getString()) == piece.text ? Range(place, UNO_QUERY) : nullptr;
  }

 private:
  Cursor at_;
  std::size_t units_ = 0;  // it is so far behind the start
};

// Where ranges begin, sorted in each text: of each of hundreds that were pasted it is asked.
class Starts {
 public:
  void add(const Range& range) {
    const Text text = range->getText();
    InText& there = texts_[Reference<css::uno::XInterface>(text, UNO_QUERY).get()];
    there.text = text;
    there.ranges.push_back(range);
    there.sorted = false;
  }

  bool contain(const Range& place) {
    const Text text = place->getText();
    const auto there = texts_.find(Reference<css::uno::XInterface>(text, UNO_QUERY).get());
    if (there == texts_.end()) return false;
    const Reference<css::text::XTextRangeCompare> compare(text, UNO_QUERY_THROW);
    const auto before = [&](const Range& a, const Range& b) { return compare->compareRegionStarts(a, b) > 0; };
    auto& [held, ranges, sorted] = there->second;
    if (!std::exchange(sorted, true)) std::ranges::sort(ranges, before);
    return std::ranges::binary_search(ranges, place, before);
  }

 private:
  struct InText {
    Text text;  // an object has its address only while it is held, and the office makes cells anew
    std::vector<Range> ranges;
    bool sorted = false;
  };
  std::map<const void*, InText> texts_;
};

// While it lives, what is done to a document is no undo step and no change to be saved.
class Unnoticed {
 public:
  explicit Unnoticed(const Reference<css::uno::XInterface>& document)
      : document_(document, UNO_QUERY_THROW),
        undo_(undo_manager_of(document)),
        unrecorded_(document),
        modified_(document_->isModified()) {
    undo_->lock();
  }
  ~Unnoticed() {
    guarded("citations that are copied", [&] {
      undo_->unlock();
      if (document_->isModified() != modified_) document_->setModified(modified_);
    });
  }
  Unnoticed(const Unnoticed&) = delete;
  Unnoticed& operator=(const Unnoticed&) = delete;

 private:
  Reference<css::util::XModifiable> document_;
  Reference<css::document::XUndoManager> undo_;
  Unrecorded unrecorded_;
  bool modified_;
};

// The data of the citation a copy of whose bookmark has this name; the office puts something behind it. Null where
// there is none.
const Json* data_of_copy(const CopiedCitations& copied, const OUString& name) {
  if (copied.bookmarks.empty()) return nullptr;
  for (sal_Int32 length = name.getLength(); length > 0; --length) {
    const auto known = copied.bookmarks.find(name.copy(0, length));
    if (known != copied.bookmarks.end()) return &known->second;
  }
  return nullptr;
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

bool has_copies(const Reference<css::frame::XModel>& document) {
  const Reference<css::text::XBookmarksSupplier> supplier(document, UNO_QUERY);
  if (!supplier.is()) return false;
  const auto names = supplier->getBookmarks()->getElementNames();
  return std::any_of(names.begin(), names.end(), [](const OUString& name) { return name.startsWith(copy_stem); });
}

CopiedCitations CitationDocument::selected() {
  drop_copies();
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
    note_bookmarks(along, found);
    return found;
  }
  found.text = to_view(selection->getString());
  if (found.text.empty() || found.text.size() > most_copied) return {};
  note_bookmarks(along, found);
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

// Also of what is cut, which takes its marks along only where it is first pasted. Undoing that brings the bookmarks
// back, so the document is watched.
void CitationDocument::note_bookmarks(const std::vector<Field>& inside, CopiedCitations& copied) {
  const Unnoticed unnoticed(document());
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  // Before the first is there: a macro may copy on a thread of its own, and the document tells of the bookmark at once.
  is_copying_ = true;
  guarded("citations that are copied", [&] {
    for (const Field& field : inside) {
      if (field.kind == FieldKind::bookmark) {
        copied.bookmarks.emplace(field.name, field.code->data);
        continue;
      }
      const OUString name = to_office(std::string_view(copy_stem + citation::zotero::random_suffix(12)));
      attach_field(document(), field.place.range, FieldKind::bookmark, false, name);
      copied.bookmarks.emplace(name, field.code->data);
      copy_marks_.emplace_back(bookmarks->getByName(name), UNO_QUERY_THROW);
    }
  });
  if (!copy_marks_.empty()) watch();
}

void CitationDocument::copy_done() {
  guarded("citations that are copied", [&] {
    if (copy_marks_.empty()) return;
    const Unnoticed unnoticed(document());
    for (const auto& mark : std::exchange(copy_marks_, {}))
      guarded("citations that are copied", [&] { mark->dispose(); });
  });
  is_copying_ = false;
}

// Bookmarks of copies that are still there; none while something is copied.
void CitationDocument::drop_copies() {
  if (closed_ || is_copying_) return;
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  std::optional<Unnoticed> unnoticed;
  for (const OUString& name : bookmarks->getElementNames()) {
    if (!name.startsWith(copy_stem)) continue;
    if (!unnoticed) unnoticed.emplace(document());
    guarded("citations that are copied",
            [&] { Reference<css::text::XTextContent>(bookmarks->getByName(name), UNO_QUERY_THROW)->dispose(); });
  }
}

bool CitationDocument::is_of_word_without_marks() {
  return is_word_document(document()) && !fields_.has_marks();
}

// Whatever way they came; nothing is done for each edit where there are none.
void CitationDocument::take_left_copies() {
  guarded("citations that are pasted", [&] {
    if (!closed_ && has_copies(Reference<css::frame::XModel>(document(), UNO_QUERY))) take_copies(last_copied());
  });
}

void CitationDocument::take_copies(const CopiedCitations& copied) {
  if (closed_ || runner_.busy() || is_copying_) return;
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  struct Pasted {
    Reference<css::text::XTextContent> bookmark;
    const Json* data;
  };
  std::vector<Pasted> found;
  for (const OUString& name : bookmarks->getElementNames()) {
    const bool ours = name.startsWith(copy_stem);
    if (!ours && (copied.bookmarks.empty() || !name.startsWith(citation::zotero::bookmark_stem) ||
                  fields_.find(FieldKind::bookmark, false, name)))
      continue;
    const Json* const data = data_of_copy(copied, name);
    if (!ours && !data) continue;
    found.push_back({Reference<css::text::XTextContent>(bookmarks->getByName(name), UNO_QUERY_THROW), data});
  }
  if (found.empty()) return;
  Starts there;
  for (const Field& field : fields_.read_unordered()) {
    if (field.is_citation()) there.add(field.place.range);
  }
  struct Put {
    Range place;
    const Json* data;
  };
  std::vector<Put> puts;
  {
    // Undoing what follows must not bring them back.
    const Unnoticed unnoticed(document());
    for (const Pasted& one : found) {
      guarded("citations that are pasted", [&] {
        const Range anchor = one.bookmark->getAnchor();
        const Range place(anchor->getText()->createTextCursorByRange(anchor), UNO_QUERY);
        one.bookmark->dispose();
        if (one.data && !place->getString().isEmpty() && !there.contain(place)) puts.push_back({place, one.data});
      });
    }
  }
  if (puts.empty()) return;
  in_paste_step([&](const OUString& title) {
    const FieldKind kind = kind_of_new();
    for (const Put& one : puts) put_copy(document(), title, one.place, kind, *one.data);
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

// A list that was cut stands where it was pasted: what was left of it at its old place goes. The copy of a list that
// still stands is text, and so is that of another document's, which would be rewritten with the sources of this one.
void CitationDocument::take_lists_along(const CopiedCitations& copied, const Cursor& pasted,
                                        const std::vector<Field>& fields) {
  if (copied.from.lock().get() != this) return;
  PastedPieces pieces(pasted);
  for (const CopiedCitations::Piece& one : copied.lists) {
    const Range place = pieces.place_of(one);
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
  if (closed_ || runner_.busy()) return;
  take_copies(copied);
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
  Starts known;
  for (const Field& field : there) known.add(field.place.range);
  struct Put {
    Range range;
    const Json* data;
  };
  std::vector<Put> puts;
  Starts bare;
  PastedPieces pieces(all);
  for (const CopiedCitations::Piece& one : copied.citations) {
    const Range place = pieces.place_of(one);
    if (!place.is() || known.contain(place)) continue;
    puts.push_back({place, &one.data});
    bare.add(place);
  }
  if (puts.empty()) return;
  in_paste_step([&](const OUString& title) {
    // Which Writer has copied from another document, without their data.
    const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
    for (const OUString& name : bookmarks->getElementNames()) {
      if (!name.startsWith(citation::zotero::bookmark_stem) || fields_.find(FieldKind::bookmark, false, name)) continue;
      const Reference<css::text::XTextContent> bookmark(bookmarks->getByName(name), UNO_QUERY_THROW);
      if (bare.contain(bookmark->getAnchor())) bookmark->dispose();
    }
    const FieldKind kind = kind_of_new();
    for (const Put& put : puts) put_copy(document(), title, put.range, kind, *put.data);
  });
}

}  // namespace soat::writer
