#pragma once

#include <string_view>

#include "document/document.h"

namespace soat::document {

// The paragraphs of text that was taken out of pages: lines end with LF, an empty line parts paragraphs, FF ends a page
// (as pdftotext writes it). The lines of a paragraph are joined, also over the end of a page where the sentence goes
// on; a hyphen at the end of a line that parts a word goes. Lines with the number of the page alone are left out. Each
// paragraph knows the page on which it begins.
Document document_of_pages(std::u16string_view text);

}  // namespace soat::document
