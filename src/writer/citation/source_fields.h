#pragma once

#include <com/sun/star/text/XTextDocument.hpp>
#include <vector>

#include "writer/citation/word_fields.h"

// Citations that only name their sources (src/citation/zotero/source_cites.h), as they stand in a document. Only
// reading; main thread.
namespace soat::writer {

// Those of Word itself, with the sources that came with the .docx file, and LibreOffice's own, with what their fields
// say; and the list of sources, which is that of Word where both are there. In no order.
std::vector<WordField> read_office_fields(const Context& context,
                                          const css::uno::Reference<css::text::XTextDocument>& document,
                                          FieldReader& fields);

// JabRef's citations and list, without their sources: these lie in a file of the user's. In no order.
std::vector<WordField> read_jabref_fields(const css::uno::Reference<css::text::XTextDocument>& document,
                                          FieldReader& fields);

}  // namespace soat::writer
