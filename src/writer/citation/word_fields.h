#pragma once

#include <string>
#include <vector>

#include "citation/zotero/foreign_field.h"
#include "writer/border/configuration.h"
#include "writer/citation/field_reader.h"

namespace soat::writer {

// A citation or list of sources of a program for Word, as the office keeps it: a field mark with the field's code. Only
// read, never changed.
struct WordField {
  citation::zotero::ForeignField field;
  std::string text;  // what stands in the document
  Place place;       // without a range where only the file tells of it
};

// Those that stand in the document as field marks, in its order.
std::vector<WordField> read_word_fields(const css::uno::Reference<css::text::XTextDocument>& document,
                                        FieldReader& fields);

// Those that the .docx file from which the document was opened keeps in content controls, whose tags LibreOffice 7.4
// does not show. Reads the file; none where it cannot be read.
std::vector<WordField> read_content_controls(const Context& context,
                                             const css::uno::Reference<css::text::XTextDocument>& document);

// Whether a document was opened from, or last saved in, a format of Word's, which keeps no reference marks.
bool is_word_document(const css::uno::Reference<css::text::XTextDocument>& document);

}  // namespace soat::writer
