#include <cstdlib>

#include "document/font_conversion_parts.h"
#include "text/utf.h"

// WordprocessingML (ECMA-376, part 1): fonts of a run (17.3.2.26), of styles (17.7), of the theme (20.1.4.1.16).
namespace soat::document {
namespace {

constexpr std::string_view word_uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict_word_uri = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view drawing_uri = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr std::string_view strict_drawing_uri = "http://purl.oclc.org/ooxml/drawingml/main";

constexpr char16_t soft_hyphen = u'\u00AD';

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

struct Style {
  std::string font;
  std::string parent;
};

class Styles {
 public:
  void read(xmlDoc* tree) {
    walk(xmlDocGetRootElement(tree), [&](xmlNode* node) {
      if (is_drawing(node, "majorFont")) major_ = theme_font(node);
      if (is_drawing(node, "minorFont")) minor_ = theme_font(node);
      return node->type == XML_ELEMENT_NODE;
    });
  }

  void read_styles(xmlDoc* tree) {
    walk(xmlDocGetRootElement(tree), [&](xmlNode* node) {
      if (is_word(node, "rPrDefault")) default_ = font_of(child_of(node, "rPr"));
      if (!is_word(node, "style")) return node->type == XML_ELEMENT_NODE;
      Style style;
      style.font = font_of(child_of(node, "rPr"));
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

  // The font that the properties of a run give by themselves or through its style; empty when they give none.
  std::string of_run(xmlNode* properties) const {
    std::string font = font_of(properties);
    if (font.empty() && properties) {
      if (xmlNode* style = child_of(properties, "rStyle")) font = of_style(value_of(style, "val"));
    }
    return font;
  }

  std::string of_paragraph(xmlNode* properties) const {
    xmlNode* const style = child_of(properties, "pStyle");
    const std::string font = of_style(style ? value_of(style, "val") : normal_);
    return font.empty() ? default_ : font;
  }

 private:
  std::string of_style(std::string id) const {
    for (int depth = 0; depth < 64; ++depth) {  // styles of a damaged file may build on each other in a ring
      const auto at = styles_.find(id);
      if (at == styles_.end()) return {};
      if (!at->second.font.empty()) return at->second.font;
      id = at->second.parent;
    }
    return {};
  }

  // Letters beyond ASCII are shown in the font for "high ANSI".
  std::string font_of(xmlNode* properties) const {
    xmlNode* const fonts = child_of(properties, "rFonts");
    if (!fonts) return {};
    for (const char* theme : {"hAnsiTheme", "asciiTheme"}) {
      const std::string name = value_of(fonts, theme);
      if (!name.empty()) return name.starts_with("major") ? major_ : minor_;
    }
    const std::string high = value_of(fonts, "hAnsi");
    const std::string ascii = value_of(fonts, "ascii");
    return high.empty() || (text::legacy_font(ascii) && !text::legacy_font(high)) ? ascii : high;
  }

  static std::string theme_font(xmlNode* node) {
    for (xmlNode* child = node->children; child; child = child->next) {
      if (is_drawing(child, "latin")) return attribute(child, {}, "typeface");
    }
    return {};
  }

  std::map<std::string, Style> styles_;
  std::string normal_;
  std::string default_;
  std::string major_;
  std::string minor_;
};

class Reader {
 public:
  Reader(const Styles& styles, std::vector<Runs>& out) : styles_(styles), out_(out) {}

  void read(xmlNode* node) {
    if (is_word(node, "p")) {
      Runs runs;
      std::vector<xmlNode*> nested;
      const std::string font = styles_.of_paragraph(child_of(node, "pPr"));
      add_runs(node, font, runs, nested);
      out_.push_back(std::move(runs));
      for (xmlNode* inner : nested) read(inner);
      return;
    }
    for (xmlNode* child = node->children; child; child = child->next) {
      if (child->type == XML_ELEMENT_NODE) read(child);
    }
  }

 private:
  void add_runs(xmlNode* element, const std::string& font, Runs& runs, std::vector<xmlNode*>& nested) {
    for (xmlNode* child = element->children; child; child = child->next) {
      if (child->type != XML_ELEMENT_NODE) continue;
      if (is_word(child, "r")) {
        const std::string own = styles_.of_run(child_of(child, "rPr"));
        add_run(child, text::legacy_font(own.empty() ? font : own), runs, nested);
      } else if (is_word(child, "p")) {
        nested.push_back(child);
      } else if (!is_word(child, "pPr")) {
        add_runs(child, font, runs, nested);
      }
    }
  }

  void add_run(xmlNode* run, const std::optional<text::LegacyFont>& font, Runs& runs, std::vector<xmlNode*>& nested) {
    for (xmlNode* child = run->children; child;) {
      xmlNode* const next = child->next;
      if (is_word(child, "t") || is_word(child, "delText")) {
        for (xmlNode* text = child->children; text; text = text->next) {
          if (text->type == XML_TEXT_NODE || text->type == XML_CDATA_SECTION_NODE)
            runs.push_back({text, text::to_utf16(reinterpret_cast<const char*>(text->content)), font});
        }
      } else if (is_word(child, "softHyphen") && font && font->encoding == text::LegacyEncoding::tcvn3) {
        add_letter(child, soft_hyphen, font, runs);  // the letter ư, which programs take for what it is elsewhere
      } else if (const char16_t letter = symbol_letter(child); letter != 0) {
        add_letter(child, letter, text::legacy_font(value_of(child, "font")), runs);
      } else if (child->type == XML_ELEMENT_NODE && !is_word(child, "rPr")) {
        runs.push_back({});
        nested.push_back(child);
      }
      child = next;
    }
  }

  // A letter that is an element becomes text.
  static void add_letter(xmlNode* element, char16_t letter, const std::optional<text::LegacyFont>& font, Runs& runs) {
    xmlNodeSetName(element, reinterpret_cast<const xmlChar*>("t"));
    while (element->properties) xmlRemoveProp(element->properties);
    xmlNode* const node = xmlNewDocText(
        element->doc, reinterpret_cast<const xmlChar*>(text::to_utf8(std::u16string_view(&letter, 1)).c_str()));
    xmlAddChild(element, node);
    runs.push_back({node, std::u16string(1, letter), font});
  }

  // w:sym gives a character of a symbol font at U+F000 and above.
  static char16_t symbol_letter(xmlNode* node) {
    if (!is_word(node, "sym") || !text::legacy_font(value_of(node, "font"))) return 0;
    const unsigned long code = std::strtoul(value_of(node, "char").c_str(), nullptr, 16);
    return (code >= 0xF020 && code <= 0xF0FF) || (code >= 0x20 && code <= 0xFF) ? static_cast<char16_t>(code & 0xFF)
                                                                                : 0;
  }

  const Styles& styles_;
  std::vector<Runs>& out_;
};

}  // namespace

bool is_docx_part(std::string_view name) {
  return name.ends_with(".xml") && name != "[Content_Types].xml" && !name.starts_with("docProps/") &&
         !name.starts_with("customXml/");
}

std::vector<Runs> docx_paragraphs(const Parts& parts) {
  Styles styles;
  for (const auto& [name, tree] : parts) {
    if (is_drawing(xmlDocGetRootElement(tree.get()), "theme")) styles.read(tree.get());
  }
  for (const auto& [name, tree] : parts) {
    if (is_word(xmlDocGetRootElement(tree.get()), "styles")) styles.read_styles(tree.get());
  }
  std::vector<Runs> out;
  for (const auto& [name, tree] : parts) {
    xmlNode* const root = xmlDocGetRootElement(tree.get());
    if (is_word(root)) Reader(styles, out).read(root);
  }
  return out;
}

void replace_docx_fonts(const Parts& parts, std::optional<text::LegacyEncoding> only) {
  for (const auto& [part, tree] : parts) {
    xmlNode* const root = xmlDocGetRootElement(tree.get());
    if (is_word(root, "fonts")) {
      // What it says of a font that is not there any more only misleads.
      walk(root, [&](xmlNode* node) {
        if (is_word(node, "font") && wanted_font(value_of(node, "name"), only)) {
          remove(node);
          return false;
        }
        return node == root;
      });
    } else if (is_word(root)) {
      walk(root, [&](xmlNode* node) {
        if (is_word(node, "rFonts")) {
          for (const char* of : {"ascii", "hAnsi", "cs", "eastAsia"}) {
            if (const auto font = wanted_font(value_of(node, of), only)) {
              xmlSetNsProp(node, node->ns, reinterpret_cast<const xmlChar*>(of),
                           reinterpret_cast<const xmlChar*>(std::string(font->replacement).c_str()));
            }
          }
        }
        return node->type == XML_ELEMENT_NODE;
      });
    } else if (is_drawing(root, "theme")) {
      change_attributes(tree.get(), [&](std::string_view, std::string_view name, std::string value) {
        if (name == "typeface") {
          if (const auto font = wanted_font(value, only)) return std::string(font->replacement);
        }
        return value;
      });
    }
  }
}

}  // namespace soat::document
