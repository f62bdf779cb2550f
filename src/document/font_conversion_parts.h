#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/xml_tree.h"
#include "text/legacy_font.h"

// How each format holds text and fonts, for font_conversion.cpp.
namespace soat::document {

// The parts of a document that hold text, styles or fonts, by their names.
using Parts = std::map<std::string, Tree>;

// A piece of a paragraph: the text of a node, or what stands between such pieces.
struct Run {
  xmlNode* node = nullptr;  // a text node; null: what is no text
  std::u16string text;
  std::optional<text::LegacyFont> font;  // what its font says
};
using Runs = std::vector<Run>;  // of a paragraph

// .odt: content.xml and styles.xml.
bool is_odt_part(std::string_view name);
std::vector<Runs> odt_paragraphs(const Parts& parts);
void replace_odt_fonts(const Parts& parts, std::optional<text::LegacyEncoding> only);

// .docx: whatever part is WordprocessingML, and the theme.
bool is_docx_part(std::string_view name);
std::vector<Runs> docx_paragraphs(const Parts& parts);
void replace_docx_fonts(const Parts& parts, std::optional<text::LegacyEncoding> only);

// What is known of a font; nothing when its encoding is not the only one wanted.
std::optional<text::LegacyFont> wanted_font(std::string_view family, std::optional<text::LegacyEncoding> only);

}  // namespace soat::document
