#include "writer/citation/field_reader.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/NoSuchElementException.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XEndnotesSupplier.hpp>
#include <com/sun/star/text/XFootnote.hpp>
#include <com/sun/star/text/XFootnotesSupplier.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XReferenceMarksSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <cstdlib>

#include "citation/zotero/json_access.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/strings.h"
#include "writer/citation/document_properties.h"
#include "writer/text/document.h"

namespace soat::writer {

namespace {

using citation::zotero::CodeKind;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Content = Reference<css::text::XTextContent>;
using Properties = Reference<css::beans::XPropertySet>;

Reference<css::container::XNameAccess> marks_of(const Reference<css::text::XTextDocument>& document) {
  return Reference<css::text::XReferenceMarksSupplier>(document, UNO_QUERY_THROW)->getReferenceMarks();
}
Reference<css::container::XNameAccess> bookmarks_of(const Reference<css::text::XTextDocument>& document) {
  return Reference<css::text::XBookmarksSupplier>(document, UNO_QUERY_THROW)->getBookmarks();
}
Reference<css::container::XNameAccess> sections_of(const Reference<css::text::XTextDocument>& document) {
  return Reference<css::text::XTextSectionsSupplier>(document, UNO_QUERY_THROW)->getTextSections();
}

// The same object has the same address only as XInterface.
const void* identity(const Reference<css::uno::XInterface>& object) {
  return Reference<css::uno::XInterface>(object, UNO_QUERY).get();
}

// Whether a range stands in the body text or one of its tables, and so before or behind others. LibreOffice 7.4 refuses
// to compare what stands elsewhere, 25.2 compares it with no meaning.
bool stands_in_body(const Range& range) {
  const Properties properties(range, UNO_QUERY_THROW);
  Reference<css::uno::XInterface> frame;
  properties->getPropertyValue("TextFrame") >>= frame;
  if (frame.is()) return false;
  const Reference<css::lang::XServiceInfo> text(range->getText(), UNO_QUERY);
  return !text.is() || text->getImplementationName() != "SwXHeadFootText";
}

// Whether nothing stands where a list is kept. A bookmark may have come to stand beside lines that are still there.
bool is_blank(const Field& list) {
  if (!list.place.range->getString().trim().isEmpty()) return false;
  if (list.section) return true;
  const Reference<css::text::XTextCursor> cursor =
      list.place.text->createTextCursorByRange(list.place.range->getStart());
  const Reference<css::text::XParagraphCursor> paragraph(cursor, UNO_QUERY_THROW);
  paragraph->gotoStartOfParagraph(false);
  paragraph->gotoEndOfParagraph(true);
  return cursor->getString().trim().isEmpty();
}

// Bookmarks of citations come to stand a little beside them: in notes of .doc files the office puts them a letter or
// two further each time, and when one document of Word's is put into another it lets them grow over what follows. Where
// the citation's text stands nearby and partly in the bookmark, that is its place; beside it stands another citation's.
Range own_range(const Field& field) {
  constexpr int nearby = 8;  // letters
  const Range& shown = field.place.range;
  const std::u16string plain = plain_of(field);
  const OUString text = shown->getString();
  if (plain.empty() || to_view(text) == plain) return shown;
  const auto cursor = field.place.text->createTextCursorByRange(shown->getStart());
  int before = 0;
  while (before < nearby && cursor->goLeft(1, false)) ++before;
  const auto length = static_cast<sal_Int16>(std::min<std::size_t>(plain.size(), 30'000));
  Range best = shown;
  for (int at = 0, least = nearby + 1; at <= before + nearby; ++at) {
    const auto piece = field.place.text->createTextCursorByRange(cursor->getStart());
    const int distance = std::abs(at - before);
    const bool overlaps = at - before < text.getLength() && before - at < static_cast<int>(length);
    if (overlaps && distance < least && piece->goRight(length, true) && to_view(piece->getString()) == plain) {
      best = Range(piece, UNO_QUERY);
      least = distance;
    }
    if (!cursor->goRight(1, false)) break;
  }
  return best;
}

}  // namespace

Range extent_of(const Field& field) {
  return field.kind == FieldKind::bookmark ? field.place.range : field.content->getAnchor();
}

std::u16string plain_of(const Field& field) {
  if (!field.code->data.is_object()) return {};
  return text::to_utf16(
      citation::zotero::string_at(citation::zotero::member(field.code->data, "properties"), "plainCitation"));
}

citation::session::StoredField Field::stored() const {
  return {kind, utf8(name), code, place.note_kind, place.note_number, place.ordered, is_list() && is_blank(*this)};
}

// --- Reading

std::shared_ptr<const FieldCode> FieldReader::parse(const OUString& code) {
  if (const auto known = parsed_.find(code); known != parsed_.end()) return known->second;
  if (const auto known = earlier_.find(code); known != earlier_.end()) return parsed_.insert(*known).first->second;
  std::shared_ptr<FieldCode> read;
  if (auto found = citation::zotero::read_code(utf8(code))) {
    read = std::make_shared<FieldCode>();
    read->kind = found->kind;
    read->data = std::move(found->data);
    if (read->kind == CodeKind::item && read->data.is_object())
      read->data = citation::zotero::modern_citation(std::move(read->data));
  }
  parsed_.emplace(code, read);
  return read;
}

void FieldReader::number_notes() {
  note_numbers_.clear();
  notes_.clear();
  const auto number = [&](const Reference<css::container::XIndexAccess>& notes) {
    for (sal_Int32 i = 0; notes.is() && i < notes->getCount(); ++i) {
      notes_.emplace_back(notes->getByIndex(i), UNO_QUERY);
      note_numbers_[notes_.back().get()] = i + 1;
    }
  };
  if (const Reference<css::text::XFootnotesSupplier> notes(document_, UNO_QUERY); notes.is())
    number(notes->getFootnotes());
  if (const Reference<css::text::XEndnotesSupplier> notes(document_, UNO_QUERY); notes.is())
    number(notes->getEndnotes());
}

void FieldReader::locate(Place& place, const Range& range) {
  // A mark that is held, and has just been deleted along with its note.
  if (!range.is()) throw css::container::NoSuchElementException("a field that stands nowhere", nullptr);
  place.range = range;
  place.text = range->getText();
  place.in_body = range;
  if (const Reference<css::text::XFootnote> note(place.text, UNO_QUERY); note.is()) {
    place.note = Reference<css::uno::XInterface>(note, UNO_QUERY);
    place.in_body = note->getAnchor();
    const Reference<css::lang::XServiceInfo> info(note, UNO_QUERY);
    place.note_kind =
        info.is() && info->supportsService("com.sun.star.text.Endnote") ? NoteKind::endnotes : NoteKind::footnotes;
    const auto number = note_numbers_.find(identity(place.note));
    place.note_number = number == note_numbers_.end() ? 0 : number->second;
  }
  place.ordered = stands_in_body(place.in_body);
}

Reference<css::text::XTextContent> FieldReader::content(const OUString& name) const {
  const auto all = name.startsWith(citation::zotero::bookmark_stem) ? bookmarks_of(document_) : marks_of(document_);
  return Content(all->getByName(name), UNO_QUERY_THROW);
}

Place FieldReader::place_in_order(const Content& content) {
  Place place;
  locate(place, content->getAnchor());
  return place;
}

Place FieldReader::place_of(const Range& range) {
  Place place;
  locate(place, range);
  return place;
}

bool FieldReader::before(const Place& a, const Place& b) const {
  if (a.ordered != b.ordered) return a.ordered;
  try {
    if (a.ordered) {
      const Reference<css::text::XTextRangeCompare> body(document_->getText(), UNO_QUERY_THROW);
      if (const sal_Int16 order = body->compareRegionStarts(a.in_body, b.in_body); order != 0) return order > 0;
    }
    // The same note, or the same frame. Texts that cannot be compared keep the order of their addresses while the
    // document is open.
    if (identity(a.text) != identity(b.text)) return !a.ordered && identity(a.text) < identity(b.text);
    const Reference<css::text::XTextRangeCompare> text(a.text, UNO_QUERY_THROW);
    return text->compareRegionStarts(a.range, b.range) > 0;
  } catch (const css::uno::Exception&) {
    return false;
  }
}

std::vector<OUString> FieldReader::names() const {
  std::vector<OUString> names;
  for (const OUString& name : marks_of(document_)->getElementNames()) {
    if (is_name_of_citation(name)) names.push_back(name);
  }
  for (const OUString& name : bookmarks_of(document_)->getElementNames()) {
    if (name.startsWith(citation::zotero::bookmark_stem)) names.push_back(name);
  }
  return names;
}

std::set<OUString> FieldReader::list_places() const {
  std::set<OUString> places;
  for (const OUString& name : sections_of(document_)->getElementNames()) places.insert(name);
  for (const OUString& name : bookmarks_of(document_)->getElementNames()) {
    if (name.startsWith(citation::zotero::bookmark_stem)) places.insert(name);
  }
  return places;
}

bool FieldReader::has_marks() const {
  const auto names = marks_of(document_)->getElementNames();
  return std::any_of(names.begin(), names.end(),
                     [](const OUString& name) { return name.indexOf("CSL_CITATION") >= 0; });
}

std::optional<Field> FieldReader::find(FieldKind kind, bool section, const OUString& name) {
  const auto all = section                   ? sections_of(document_)
                   : kind == FieldKind::mark ? marks_of(document_)
                                             : bookmarks_of(document_);
  if (!all->hasByName(name)) return std::nullopt;
  return make(kind, section, name, all);
}

std::optional<Field> FieldReader::make(FieldKind kind, bool section, const OUString& name,
                                       const Reference<css::container::XNameAccess>& all) {
  Field field;
  field.kind = kind;
  field.section = section;
  field.name = name;
  field.content = Content(all->getByName(name), UNO_QUERY_THROW);
  if (kind == FieldKind::bookmark) {
    const auto stem = citation::zotero::original_bookmark(
        utf8(name), [&](std::string_view candidate) { return read_property(document_, candidate).has_value(); });
    if (!stem) return std::nullopt;
    field.properties = *stem;
    field.code = parse(to_office(std::string_view(*read_property(document_, *stem))));
  } else {
    field.code = parse(name);
  }
  if (!field.code) return std::nullopt;
  locate(field.place, field.content->getAnchor());
  if (kind == FieldKind::bookmark && field.is_citation()) field.place.range = own_range(field);
  return field;
}

std::vector<Field> FieldReader::read() {
  std::vector<Field> fields = read_unordered();
  std::stable_sort(fields.begin(), fields.end(),
                   [&](const Field& a, const Field& b) { return before(a.place, b.place); });
  return fields;
}

std::vector<Field> FieldReader::read_unordered() {
  number_notes();
  earlier_ = std::move(parsed_);
  parsed_.clear();
  std::vector<Field> fields;
  const auto marks = marks_of(document_);
  const auto bookmarks = bookmarks_of(document_);
  const auto sections = sections_of(document_);
  const auto add = [&](FieldKind kind, bool section, const OUString& name) {
    const auto& all = section ? sections : kind == FieldKind::mark ? marks : bookmarks;
    // One that cannot be read must not hide the others.
    guarded("citation field", [&] {
      if (auto field = make(kind, section, name, all); field && field->code->kind != CodeKind::temporary)
        fields.push_back(std::move(*field));
    });
  };
  for (const OUString& name : marks->getElementNames()) add(FieldKind::mark, false, name);
  for (const OUString& name : bookmarks->getElementNames()) {
    if (name.startsWith(citation::zotero::bookmark_stem)) add(FieldKind::bookmark, false, name);
  }
  for (const OUString& name : sections->getElementNames()) add(FieldKind::mark, true, name);
  earlier_.clear();
  return fields;
}

// --- Changing

Range erase_field(const Field& field) {
  const Range anchor = extent_of(field);
  const Text text = anchor->getText();
  const Reference<css::text::XTextCursor> place = text->createTextCursorByRange(anchor->getStart());
  if (field.kind == FieldKind::mark) {
    field.content->dispose();  // takes the text along
  } else {
    const Reference<css::text::XTextCursor> old = text->createTextCursorByRange(anchor);
    field.content->dispose();
    old->setString(OUString());
  }
  return Range(place, UNO_QUERY);
}

void name_list(const Content& section, const citation::zotero::Json& data) {
  const std::string name = citation::zotero::bibliography_name(data, citation::zotero::random_suffix());
  Reference<css::container::XNamed>(section, UNO_QUERY_THROW)->setName(to_office(std::string_view(name)));
}

void attach_field(const Reference<css::text::XTextDocument>& document, const Range& range, FieldKind kind, bool list,
                  const OUString& name) {
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const OUString service = kind == FieldKind::bookmark ? OUString("com.sun.star.text.Bookmark")
                           : list                      ? OUString("com.sun.star.text.TextSection")
                                                       : OUString("com.sun.star.text.ReferenceMark");
  const Content content(factory->createInstance(service), UNO_QUERY_THROW);
  const Reference<css::container::XNamed> named(content, UNO_QUERY_THROW);
  named->setName(name);
  range->getText()->insertTextContent(range, content, true);
}

}  // namespace soat::writer
