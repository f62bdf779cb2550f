#pragma once

#include <libxml/tree.h>

#include <map>
#include <string>
#include <string_view>

// WordprocessingML (ECMA-376, part 1): fonts of a run (17.3.2.26), of styles (17.7), of the theme (20.1.4.1.16).
namespace soat::document {

// Elements of WordprocessingML and of DrawingML, of either of their namespaces.
bool is_word(const xmlNode* node);
bool is_word(const xmlNode* node, std::string_view name);
bool is_drawing(const xmlNode* node, std::string_view name);

// An attribute in the element's own namespace, as all of WordprocessingML are; empty when it is not there.
std::string value_of(xmlNode* element, std::string_view name);

// The first child of that name in WordprocessingML; element may be null.
xmlNode* child_of(xmlNode* element, std::string_view name);

// What w:rFonts says, as its attributes are named.
struct RunFonts {
  std::string h_ansi_theme;
  std::string ascii_theme;
  std::string h_ansi;
  std::string ascii;
};

// The fonts that a document's theme and styles give: families by their names, empty where nothing gives one.
class DocxFonts {
 public:
  void read_theme(xmlDoc* tree);
  void read_styles(xmlDoc* tree);

  // The font that letters beyond ASCII are shown in ("high ANSI").
  std::string family(const RunFonts& fonts) const;
  std::string family_of(xmlNode* fonts) const;  // of an element w:rFonts, or of null

  // The font that a style or one that it builds on gives.
  std::string of_style(std::string id) const;
  // The font of a paragraph in a style (none: in the default style).
  std::string of_paragraph_style(const std::string& id) const;

 private:
  struct Style {
    std::string font;
    std::string parent;
  };

  std::map<std::string, Style> styles_;
  std::string normal_;
  std::string default_;
  std::string major_;
  std::string minor_;
};

}  // namespace soat::document
