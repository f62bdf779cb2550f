#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <vector>

#include "writer/border/properties.h"
#include "writer/text/document.h"

namespace soat::writer {

// The comments that Soát writes into the margin for the author of a draft. They are told by their author.

bool is_own_comment(const Properties& field);

std::vector<css::uno::Reference<css::text::XTextContent>> own_comments(
    const css::uno::Reference<css::frame::XModel>& document);

// Whether the format in which a document is kept has no comments in footnotes and endnotes: Word's have none, and the
// office drops them when it saves.
bool loses_comments_in_notes(const css::uno::Reference<css::frame::XModel>& document);

// The place behind the anchor of the note that a range stands in; null where it stands in none.
Range behind_anchor_of_note(const Range& range);

// On a range of the document, as of now. Throws what UNO throws.
void add_own_comment(const css::uno::Reference<css::frame::XModel>& document, const Range& range,
                     const OUString& content);

}  // namespace soat::writer
