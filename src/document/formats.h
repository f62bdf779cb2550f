#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "document/archive.h"
#include "document/document.h"
#include "document/markup.h"

// One reader a format; reader.h is the way in.
namespace soat::document {

// No part of an office document that people write comes near it.
inline constexpr std::size_t most_part_bytes = std::size_t{256} << 20;

// Unpacks and parses one XML part. name: that of the document, for messages.
void parse_part(const Archive& archive, const std::string& part, const std::string& name, MarkupHandler& handler);

// OpenDocument text (ODF 1.3, part 3): headings, paragraphs, tables, lists, notes and text boxes of content.xml in
// document order. Left out: tracked deletions, comments, generated indexes. Fields, notes' anchors and pictures are
// placeholders, and so is text marked as of another language than Vietnamese by its own or its paragraph's style. The
// document's default language is no such mark: it is that of the program that wrote it, whatever the text is in.
//
// has_languages: false where a program has made the document of one of another format, whose marks of language mean
// little.
Document read_odt(const Archive& archive, const std::string& name, bool has_languages = true);

// The same in one XML file (ODF 1.3, part 3, 3.1.2; .fodt), which is told by its root element.
bool is_flat_odt(std::string_view bytes);
Document read_flat_odt(std::string_view bytes, const std::string& name);

// Office Open XML text (ECMA-376, part 1, 17): the paragraphs of the main part in document order, then foot- and
// endnotes; the parts are those that the relationships name (part 2, 8.3), wherever they lie. Left out: tracked
// deletions (a deleted paragraph mark joins two paragraphs), field codes, all but the first choice of alternate
// content, headers, footers and comments. Results of fields other than hyperlinks and typed-in forms, notes' anchors
// and pictures are placeholders. A field that never ends is no field: what stands behind it is read, and a warning
// tells.
Document read_docx(const Archive& archive, const std::string& name);

// Markdown (CommonMark 0.31): a paragraph for each line. Left out: code blocks and front matter, whole lines of which
// nothing is read, and in the other lines code spans, the targets of links and pictures, and HTML tags.
Document read_markdown(std::u16string text, const std::string& name);

// LaTeX: a paragraph for each line. Left out: the preamble, comments, commands and those of their arguments that are no
// text (labels, names of files and sources, lengths), formulas, drawings, code. Notes to checkers are comments.
Document read_latex(std::u16string text);

// A book (EPUB 3.3, and 2): the pages that its package document names in its spine, in that order, each read as a web
// page. A page that is missing is told of by a warning.
Document read_epub(const Archive& archive, const std::string& name);

// Documents that an installed LibreOffice turns into OpenDocument text: .doc, .rtf. ending: of the format. Throws
// soat::Error that says what to install when there is none.
Document read_with_office(std::string_view bytes, const std::string& name, const std::string& ending);

// The text of a PDF file as an installed pdftotext takes it out, put together by document_of_pages. Throws soat::Error
// that says what to install when there is none. A file without text (a scan) is told of by a warning.
Document read_pdf(std::string_view bytes, const std::string& name);

// Whether a file begins as a web page does (WHATWG MIME Sniffing, 7.1, and an XML declaration before <html>).
bool looks_like_html(std::string_view bytes);

// A web page: the text of its body, a paragraph for each block element. Left out: scripts, styles, navigation, forms'
// controls. Code and text marked as of another language than Vietnamese are placeholders. For the encoding see
// page_to_utf8.
Document read_html(std::string_view bytes, const std::string& name);

}  // namespace soat::document
