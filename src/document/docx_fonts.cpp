#include "document/docx_fonts.h"

#include <utility>

#include "document/xml_tree.h"
#include "text/legacy_font.h"

namespace soat::document {
namespace {

constexpr std::string_view word_uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict_word_uri = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view drawing_uri = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr std::string_view strict_drawing_uri = "http://purl.oclc.org/ooxml/drawingml/main";

std::string theme_font(xmlNode* node) {
  for (xmlNode* child = node->children; child; child = child->next) {
    if (is_drawing(child, "latin")) return attribute(child, {}, "typeface");
  }
  return {};
}

}  // namespace

bool is_word(const xmlNode* node) {
  const std::string_view uri = namespace_of(node);
  return uri == word_uri || uri == strict_word_uri;
}

bool is_word(const xmlNode* node, std::string_view name) {
  return is_word(node) && local_name(node) == name;
}

bool is_drawing(const xmlNode* node, std::string_view name) {
  const std::string_view uri = namespace_of(node);
  return (uri == drawing_uri || uri == strict_drawing_uri) && local_name(node) == name;
}

std::string value_of(xmlNode* element, std::string_view name) {
  return attribute(element, namespace_of(element), name);
}

xmlNode* child_of(xmlNode* element, std::string_view name) {
  for (xmlNode* child = element ? element->children : nullptr; child; child = child->next) {
    if (is_word(child, name)) return child;
  }
  return nullptr;
}

void DocxFonts::read_theme(xmlDoc* tree) {
  walk(xmlDocGetRootElement(tree), [&](xmlNode* node) {
    if (is_drawing(node, "majorFont")) major_ = theme_font(node);
    if (is_drawing(node, "minorFont")) minor_ = theme_font(node);
    return node->type == XML_ELEMENT_NODE;
  });
}

void DocxFonts::read_styles(xmlDoc* tree) {
  walk(xmlDocGetRootElement(tree), [&](xmlNode* node) {
    if (is_word(node, "rPrDefault")) default_ = family_of(child_of(child_of(node, "rPr"), "rFonts"));
    if (!is_word(node, "style")) return node->type == XML_ELEMENT_NODE;
    Style style;
    style.font = family_of(child_of(child_of(node, "rPr"), "rFonts"));
    if (xmlNode* parent = child_of(node, "basedOn")) style.parent = value_of(parent, "val");
    const std::string id = value_of(node, "styleId");
    if (value_of(node, "type") == "paragraph" && !value_of(node, "default").empty() &&
        value_of(node, "default") != "0" && value_of(node, "default") != "false") {
      normal_ = id;
    }
    styles_[id] = std::move(style);
    return false;
  });
}

std::string DocxFonts::family(const RunFonts& fonts) const {
  for (const std::string& theme : {fonts.h_ansi_theme, fonts.ascii_theme}) {
    if (!theme.empty()) return theme.starts_with("major") ? major_ : minor_;
  }
  const bool ascii = fonts.h_ansi.empty() || (text::legacy_font(fonts.ascii) && !text::legacy_font(fonts.h_ansi));
  return ascii ? fonts.ascii : fonts.h_ansi;
}

std::string DocxFonts::family_of(xmlNode* fonts) const {
  if (!fonts) return {};
  return family({value_of(fonts, "hAnsiTheme"), value_of(fonts, "asciiTheme"), value_of(fonts, "hAnsi"),
                 value_of(fonts, "ascii")});
}

std::string DocxFonts::of_style(std::string id) const {
  for (int depth = 0; depth < 64; ++depth) {  // styles of a damaged file may build on each other in a ring
    const auto at = styles_.find(id);
    if (at == styles_.end()) return {};
    if (!at->second.font.empty()) return at->second.font;
    id = at->second.parent;
  }
  return {};
}

std::string DocxFonts::of_paragraph_style(const std::string& id) const {
  const std::string font = of_style(id.empty() ? normal_ : id);
  return font.empty() ? default_ : font;
}

}  // namespace soat::document
