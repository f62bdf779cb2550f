#include <cstdlib>

#include "document/docx_fonts.h"
#include "document/font_conversion_parts.h"
#include "text/utf.h"

// WordprocessingML (ECMA-376, part 1, 17): which text is in which font, see docx_fonts.h.
namespace soat::document {
namespace {

constexpr char16_t soft_hyphen = u'\u00AD';

class Reader {
 public:
  Reader(const DocxFonts& styles, std::vector<Runs>& out) : styles_(styles), out_(out) {}

  void read(xmlNode* node) {
    if (is_word(node, "p")) {
      Runs runs;
      std::vector<xmlNode*> nested;
      const std::string font = of_paragraph(child_of(node, "pPr"));
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
  // The font that the properties of a run give by themselves or through its style; empty when they give none.
  std::string of_run(xmlNode* properties) const {
    const std::string font = styles_.family_of(child_of(properties, "rFonts"));
    xmlNode* const style = child_of(properties, "rStyle");
    return font.empty() && style ? styles_.of_style(value_of(style, "val")) : font;
  }

  std::string of_paragraph(xmlNode* properties) const {
    xmlNode* const style = child_of(properties, "pStyle");
    return styles_.of_paragraph_style(style ? value_of(style, "val") : std::string());
  }

  void add_runs(xmlNode* element, const std::string& font, Runs& runs, std::vector<xmlNode*>& nested) {
    for (xmlNode* child = element->children; child; child = child->next) {
      if (child->type != XML_ELEMENT_NODE) continue;
      if (is_word(child, "r")) {
        const std::string own = of_run(child_of(child, "rPr"));
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

  const DocxFonts& styles_;
  std::vector<Runs>& out_;
};

}  // namespace

bool is_docx_part(std::string_view name) {
  return name.ends_with(".xml") && name != "[Content_Types].xml" && !name.starts_with("docProps/") &&
         !name.starts_with("customXml/");
}

std::vector<Runs> docx_paragraphs(const Parts& parts) {
  DocxFonts styles;
  for (const auto& [name, tree] : parts) {
    if (is_drawing(xmlDocGetRootElement(tree.get()), "theme")) styles.read_theme(tree.get());
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
