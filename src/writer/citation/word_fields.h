#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <string>
#include <vector>

#include "citation/zotero/foreign_field.h"
#include "writer/border/configuration.h"
#include "writer/citation/field_reader.h"

namespace soat::writer {

// A citation or list of sources of another program, as the office keeps it. Only read, unless the user has said that it
// is to become Soát's own.
struct WordField {
  enum class Form {
    mark,       // a field mark, or a field of the office's own
    control,    // a content control
    lines,      // whole paragraphs
    index,      // an index of the office's own
    reference,  // a reference mark
    section,    // a section
  };
  citation::zotero::ForeignField field;
  Form form = Form::mark;
  std::string text;                                      // what stands in the document
  Place place;                                           // without a range where only the file tells of it
  css::uno::Reference<css::text::XTextContent> content;  // of an index, a reference mark, a section
  OUString name;                                         // of a field mark
  OUString code;                                         // of a field mark
};

// Those that stand in the document as field marks.
std::vector<WordField> read_word_fields(const css::uno::Reference<css::text::XTextDocument>& document,
                                        FieldReader& fields);

// Those that the .docx file from which the document was opened keeps in content controls, whose tags LibreOffice 7.4
// does not show. Reads the file; none where it cannot be read.
std::vector<WordField> read_content_controls(const Context& context,
                                             const css::uno::Reference<css::text::XTextDocument>& document);

// The address of that file; empty where the document comes from none that has content controls.
OUString file_with_controls(const css::uno::Reference<css::text::XTextDocument>& document);

// What such a file keeps in them. Touches no document, for any thread.
std::vector<citation::zotero::ForeignField> read_content_controls(const Context& context, const OUString& file);

// Finds those that the file keeps in content controls (read_content_controls) in the document as it is now; what is not
// found stays without a range.
std::vector<WordField> placed_controls(std::vector<WordField> controls,
                                       const css::uno::Reference<css::text::XTextDocument>& document,
                                       FieldReader& fields);

// To be called before any of them is erased, within an undo context of the caller with this title: the office's own
// undo brings field marks back without their codes, and this gives the codes back.
void keep_codes(const css::uno::Reference<css::text::XTextDocument>& document, const OUString& title,
                const std::vector<WordField>& fields);

// Whether one that has a range stands where the document is protected.
bool stands_protected(const WordField& other);

// Takes one that has a range out of the document, with its text; gives the empty place where it stood. A section stays,
// empty.
css::uno::Reference<css::text::XTextCursor> erase_other(const css::uno::Reference<css::text::XTextDocument>& document,
                                                        const WordField& other);

// Whether a document was opened from, or last saved in, a format of Word's, which keeps no reference marks.
bool is_word_document(const css::uno::Reference<css::text::XTextDocument>& document);

}  // namespace soat::writer
