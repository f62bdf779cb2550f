#include <algorithm>
#include <array>
#include <set>

#include "document/font_conversion_parts.h"
#include "text/utf.h"

// OpenDocument (ODF 1.3, part 3): fonts are declared with a name (19.3.7) that styles refer to (20.x, style:font-name).
namespace soat::document {
namespace {

constexpr std::string_view text_uri = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
constexpr std::string_view draw_uri = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
constexpr std::string_view style_uri = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
constexpr std::string_view format_uri = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
constexpr std::string_view svg_uri = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

constexpr std::string_view styles_part = "styles.xml";
constexpr std::string_view content_part = "content.xml";

struct Style {
  std::string font;  // family name; empty: that of the parent
  std::string parent;
};

// The styles that hold in a part, by "family/name"; the default style of a family has no name.
class Styles {
 public:
  void read(xmlDoc* tree) {
    std::map<std::string, std::string> faces;
    walk(xmlDocGetRootElement(tree), [&](xmlNode* node) {
      if (is_element(node, style_uri, "font-face"))
        faces[attribute(node, style_uri, "name")] = attribute(node, svg_uri, "font-family");
      return node->type == XML_ELEMENT_NODE;
    });
    walk(xmlDocGetRootElement(tree), [&](xmlNode* node) {
      const bool with_name = is_element(node, style_uri, "style");
      if (with_name || is_element(node, style_uri, "default-style")) add(node, with_name, faces);
      return node->type == XML_ELEMENT_NODE;
    });
  }

  // The font that a style or one that it builds on gives; empty when none does.
  std::string font(const std::string& family, const std::string& name) const {
    std::string key = family + '/' + name;
    for (int depth = 0; depth < 64; ++depth) {  // styles of a damaged file may build on each other in a ring
      const auto at = styles_.find(key);
      if (at == styles_.end()) return {};
      if (!at->second.font.empty() || at->second.parent.empty()) return at->second.font;
      key = at->second.parent;
    }
    return {};
  }

 private:
  void add(xmlNode* node, bool with_name, const std::map<std::string, std::string>& faces) {
    const std::string family = attribute(node, style_uri, "family");
    const std::string parent = attribute(node, style_uri, "parent-style-name");
    Style style;
    if (!parent.empty()) style.parent = family + '/' + parent;
    for (xmlNode* child = node->children; child; child = child->next) {
      if (!is_element(child, style_uri, "text-properties")) continue;
      const std::string face = attribute(child, style_uri, "font-name");
      const auto declared = faces.find(face);
      style.font = declared != faces.end() && !declared->second.empty() ? declared->second : face;
      if (style.font.empty()) style.font = attribute(child, format_uri, "font-family");
    }
    styles_[family + '/' + (with_name ? attribute(node, style_uri, "name") : std::string())] = std::move(style);
  }

  std::map<std::string, Style> styles_;
};

class Reader {
 public:
  Reader(const Styles& styles, std::vector<Runs>& out) : styles_(styles), out_(out) {}

  void read(xmlNode* node) {
    const std::string outer = shape_style_;
    if (const std::string name = attribute(node, draw_uri, "style-name"); !name.empty()) shape_style_ = name;
    if (is_paragraph(node)) {
      read_paragraph(node);
    } else {
      for (xmlNode* child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) read(child);
      }
    }
    shape_style_ = outer;
  }

 private:
  static bool is_paragraph(const xmlNode* node) {
    return is_element(node, text_uri, "p") || is_element(node, text_uri, "h");
  }

  // The paragraphs that stand in one (notes, frames) come after it.
  void read_paragraph(xmlNode* paragraph) {
    const std::string style = attribute(paragraph, text_uri, "style-name");
    std::string font = styles_.font("paragraph", style);
    if (font.empty()) font = styles_.font("graphic", shape_style_);
    if (font.empty()) font = styles_.font("paragraph", {});
    Runs runs;
    std::vector<xmlNode*> nested;
    add_runs(paragraph, font, runs, nested);
    out_.push_back(std::move(runs));
    for (xmlNode* inner : nested) read(inner);
  }

  void add_runs(xmlNode* element, const std::string& font, Runs& runs, std::vector<xmlNode*>& nested) {
    for (xmlNode* child = element->children; child; child = child->next) {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
        runs.push_back({child, text::to_utf16(reinterpret_cast<const char*>(child->content)), text::legacy_font(font)});
      } else if (child->type != XML_ELEMENT_NODE) {
        continue;
      } else if (namespace_of(child) == text_uri && !is_element(child, text_uri, "note")) {
        const std::string own = styles_.font("text", attribute(child, text_uri, "style-name"));
        if (!child->children && is_text(child)) runs.push_back({});
        add_runs(child, own.empty() ? font : own, runs, nested);
      } else {
        runs.push_back({});
        nested.push_back(child);
      }
    }
  }

  // An empty element that parts words; others mark a place, also inside a word.
  static bool is_text(const xmlNode* node) {
    static constexpr std::array<std::string_view, 3> texts = {"s", "tab", "line-break"};
    return std::find(texts.begin(), texts.end(), local_name(node)) != texts.end();
  }

  const Styles& styles_;
  std::vector<Runs>& out_;
  std::string shape_style_;
};

// Declared fonts get the name and the family of what takes their place; one that is declared already is enough.
// Gives the new names of what was declared.
std::map<std::string, std::string> rename_faces(xmlDoc* tree, std::optional<text::LegacyEncoding> only) {
  std::set<std::string> declared;
  std::vector<xmlNode*> faces;
  walk(xmlDocGetRootElement(tree), [&](xmlNode* node) {
    if (!is_element(node, style_uri, "font-face")) return node->type == XML_ELEMENT_NODE;
    faces.push_back(node);
    declared.insert(attribute(node, style_uri, "name"));
    return false;
  });
  std::map<std::string, std::string> names;
  for (xmlNode* face : faces) {
    const auto font = wanted_font(attribute(face, svg_uri, "font-family"), only);
    if (!font) continue;
    const std::string name(font->replacement);
    names[attribute(face, style_uri, "name")] = name;
    if (!declared.insert(name).second) {
      remove(face);
      continue;
    }
    for (xmlAttr* at = face->properties; at;) {
      xmlAttr* const next = at->next;
      const std::string_view of = reinterpret_cast<const char*>(at->name);
      // What describes the font that was.
      if (of != "name" && of != "font-family" && of != "font-family-generic" && of != "font-pitch") xmlRemoveProp(at);
      at = next;
    }
    while (face->children) remove(face->children);
    const auto set = [&](std::string_view uri, const char* attribute_name, const std::string& value) {
      xmlNs* const ns = xmlSearchNsByHref(tree, face, reinterpret_cast<const xmlChar*>(std::string(uri).c_str()));
      xmlSetNsProp(face, ns, reinterpret_cast<const xmlChar*>(attribute_name),
                   reinterpret_cast<const xmlChar*>(value.c_str()));
    };
    set(style_uri, "name", name);
    set(svg_uri, "font-family", name.find(' ') == std::string::npos ? name : '\'' + name + '\'');
  }
  return names;
}

}  // namespace

bool is_odt_part(std::string_view name) {
  return name == content_part || name == styles_part;
}

std::vector<Runs> odt_paragraphs(const Parts& parts) {
  std::vector<Runs> out;
  for (const std::string_view part : {content_part, styles_part}) {
    const auto at = parts.find(std::string(part));
    if (at == parts.end()) continue;
    // The automatic styles of each part hold in it alone, the others everywhere.
    Styles styles;
    if (const auto common = parts.find(std::string(styles_part)); common != parts.end())
      styles.read(common->second.get());
    if (part == content_part) styles.read(at->second.get());
    Reader(styles, out).read(xmlDocGetRootElement(at->second.get()));
  }
  return out;
}

void replace_odt_fonts(const Parts& parts, std::optional<text::LegacyEncoding> only) {
  for (const auto& [part, tree] : parts) {
    const std::map<std::string, std::string> names = rename_faces(tree.get(), only);
    change_attributes(tree.get(), [&](std::string_view uri, std::string_view name, std::string value) {
      if (uri == style_uri && name.starts_with("font-name")) {
        if (const auto renamed = names.find(value); renamed != names.end()) return renamed->second;
        if (const auto font = wanted_font(value, only)) return std::string(font->replacement);
      }
      if ((uri == format_uri || uri == style_uri) && name.starts_with("font-family") && !name.ends_with("generic")) {
        if (const auto font = wanted_font(value, only)) return '\'' + std::string(font->replacement) + '\'';
      }
      return value;
    });
  }
}

}  // namespace soat::document
