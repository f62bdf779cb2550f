#pragma once

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citation/session/document_model.h"
#include "citation/zotero/codec.h"
#include "writer/citation/document_citations.h"

namespace soat::writer {

using Range = css::uno::Reference<css::text::XTextRange>;
using Text = css::uno::Reference<css::text::XText>;

using citation::session::FieldCode;

// Where something stands: in the body text, its tables and its notes (which have an order), or elsewhere.
struct Place {
  Range range;    // itself
  Text text;      // that it stands in
  Range in_body;  // its note's number, or itself
  css::uno::Reference<css::uno::XInterface> note;
  NoteKind note_kind = NoteKind::none;
  int note_number = 0;  // from 1; 0 in no note
  bool ordered = false;
};

struct Field {
  FieldKind kind = FieldKind::mark;
  bool section = false;    // a list in a text section
  OUString name;           // of the mark, bookmark or section
  std::string properties;  // stem of the properties that hold a bookmark's data
  std::shared_ptr<const FieldCode> code;
  css::uno::Reference<css::text::XTextContent> content;
  Place place;

  // The same as the session takes it.
  citation::session::StoredField stored() const;

  bool is_citation() const { return code->kind == citation::zotero::CodeKind::item; }
  bool is_list() const { return code->kind == citation::zotero::CodeKind::bibliography; }
};

// What of the text is the field's own: of a bookmark its place, of others what they stand on now.
Range extent_of(const Field& field);

// The text that was put in as a citation (plainCitation); empty where its data does not tell.
std::u16string plain_of(const Field& field);

// The fields of one document as they stand in it. Only reading; main thread.
class FieldReader {
 public:
  explicit FieldReader(const css::uno::Reference<css::text::XTextDocument>& document) : document_(document) {}

  // Citations and lists, whole and damaged, in document order.
  std::vector<Field> read();
  // The same in no order, which takes half the time.
  std::vector<Field> read_unordered();

  // The names of all fields, in an order that stays while nothing changes; cheap.
  std::vector<OUString> names() const;

  // The names of all that may hold a list: text sections, the user's own too, and bookmarks like ours.
  std::set<OUString> list_places() const;

  // The citation with this one of the names. Throws NoSuchElementException when there is none.
  css::uno::Reference<css::text::XTextContent> content(const OUString& name) const;

  // Whether there is any reference mark of a citation.
  bool has_marks() const;

  // The field with this name, if it is still there.
  std::optional<Field> find(FieldKind kind, bool section, const OUString& name);

  // Numbers the notes as they are now. It goes through all of them: once for many places.
  void number_notes();

  // Where a range stands; a note has the number that it had when they were last numbered.
  Place place_of(const Range& range);

  // Where a citation or list stands, as far as `before` needs it.
  Place place_in_order(const css::uno::Reference<css::text::XTextContent>& content);

  // Whether a stands before b. Both must be places of this document.
  bool before(const Place& a, const Place& b) const;

 private:
  std::optional<Field> make(FieldKind kind, bool section, const OUString& name,
                            const css::uno::Reference<css::container::XNameAccess>& all);
  std::shared_ptr<const FieldCode> parse(const OUString& code);
  void locate(Place& place, const Range& range);

  css::uno::Reference<css::text::XTextDocument> document_;
  // By the code's text, which is the name of a mark: reading 500 times some kilobytes of JSON takes too long to be done
  // for each insertion. What is not seen in a reading is forgotten.
  struct Hash {
    std::size_t operator()(const OUString& text) const { return static_cast<std::size_t>(text.hashCode()); }
  };
  using Codes = std::unordered_map<OUString, std::shared_ptr<const FieldCode>, Hash>;
  Codes parsed_;
  Codes earlier_;  // of the reading before
  // By address, which an object has only while it is held.
  std::unordered_map<const void*, int> note_numbers_;
  std::vector<css::uno::Reference<css::uno::XInterface>> notes_;
};

// --- Changing the document; within an undo context of the caller

// Removes a field together with its text; gives the place where it stood.
Range erase_field(const Field& field);

// Has a text section be a list with this data.
void name_list(const css::uno::Reference<css::text::XTextContent>& section, const citation::zotero::Json& data);

// Lays a new field with this name over a range: a mark, a bookmark or (a list that is no bookmark) a section.
void attach_field(const css::uno::Reference<css::text::XTextDocument>& document, const Range& range, FieldKind kind,
                  bool list, const OUString& name);

}  // namespace soat::writer
