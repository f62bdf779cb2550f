#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextSection.hpp>

#include "writer/citation/field_reader.h"

// The title above the list of sources: a paragraph of the text before the list, which the list's own paragraphs do not
// touch. Main thread, within an undo context of the caller.
namespace soat::writer {

// Puts a title above the empty paragraph in which a list is to stand; the cursor stays in that paragraph. Nothing where
// a heading of a list of sources stands there already.
void put_title(const css::uno::Reference<css::text::XTextCursor>& place, const OUString& title);

// The same above a list that is there.
void put_title_above(const css::uno::Reference<css::text::XTextDocument>& document, const Field& list,
                     const OUString& title);

// Takes away what one of these has put above a list, if it still reads as it did, in whichever language.
void remove_title_above(const Field& list);

// A new paragraph before a section, and a cursor in it.
css::uno::Reference<css::text::XTextCursor> paragraph_before(
    const css::uno::Reference<css::text::XTextDocument>& document,
    const css::uno::Reference<css::text::XTextSection>& section);

}  // namespace soat::writer
