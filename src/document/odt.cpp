#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "document/formats.h"
#include "document/markup.h"
#include "document/odt_fields.h"
#include "document/paragraph_collector.h"
#include "text/legacy_font.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

constexpr std::string_view text_uri = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
constexpr std::string_view style_uri = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
constexpr std::string_view format_uri = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
constexpr std::string_view office_uri = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
constexpr std::string_view draw_uri = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
constexpr std::string_view table_uri = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
constexpr std::string_view svg_uri = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

template <std::size_t size>
bool any_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements of running text whose text belongs to the paragraph around them.
constexpr std::array<std::string_view, 5> inline_names = {"span", "a", "ruby", "ruby-base", "meta"};
// Elements that mark a place in a paragraph and are no text; a label is a choice that a drop-down offers.
constexpr std::array<std::string_view, 20> mark_names = {"soft-page-break",
                                                         "label",
                                                         "bookmark",
                                                         "bookmark-start",
                                                         "bookmark-end",
                                                         "reference-mark",
                                                         "reference-mark-start",
                                                         "reference-mark-end",
                                                         "change",
                                                         "change-start",
                                                         "change-end",
                                                         "toc-mark",
                                                         "toc-mark-start",
                                                         "toc-mark-end",
                                                         "alphabetical-index-mark",
                                                         "alphabetical-index-mark-start",
                                                         "alphabetical-index-mark-end",
                                                         "user-index-mark-start",
                                                         "user-index-mark-end",
                                                         "user-index-mark"};
// Elements whose content is not the author's running text.
constexpr std::array<std::string_view, 5> left_out_names = {"tracked-changes", "index-body", "note-citation",
                                                            "ruby-text", "number"};

// What a bibliography mark may say of its source (ODF 1.3, part 3, 7.1.4).
constexpr std::array<std::string_view, 31> bibliography_fields = {"identifier",    "bibliography-type",
                                                                  "address",       "annote",
                                                                  "author",        "booktitle",
                                                                  "chapter",       "edition",
                                                                  "editor",        "howpublished",
                                                                  "institution",   "isbn",
                                                                  "journal",       "month",
                                                                  "note",          "number",
                                                                  "organizations", "pages",
                                                                  "publisher",     "report-type",
                                                                  "school",        "series",
                                                                  "title",         "url",
                                                                  "volume",        "year",
                                                                  "custom1",       "custom2",
                                                                  "custom3",       "custom4",
                                                                  "custom5"};

// A number of repetitions: at least 1, which it also is when none is given, and the greatest number for a larger one.
std::size_t count_of(const std::string& digits) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error == std::errc::result_out_of_range) return std::numeric_limits<std::size_t>::max();
  return std::max<std::size_t>(count, 1);
}

// The language and the font of the styles, each with the style it builds on. The default style of a family has no name.
class Styles {
 public:
  void add(const std::string& family, const std::string& name, const std::string& parent) {
    styles_[family + '/' + name] = {{}, {}, parent.empty() ? std::string() : family + '/' + parent};
  }
  void set_language(const std::string& family, const std::string& name, const std::string& language) {
    styles_[family + '/' + name].language = language;
  }
  void set_font(const std::string& family, const std::string& name, const std::string& font) {
    styles_[family + '/' + name].font = font;
  }
  // The language or the font that a style or one it builds on gives; empty when none does.
  std::string language(const std::string& family, const std::string& name) const {
    return find(&Style::language, family, name);
  }
  std::string font(const std::string& family, const std::string& name) const {
    return find(&Style::font, family, name);
  }

 private:
  struct Style {
    std::string language;
    std::string font;
    std::string parent;
  };

  std::string find(std::string Style::*what, const std::string& family, const std::string& name) const {
    std::string key = family + '/' + name;
    for (int depth = 0; depth < 64; ++depth) {  // styles of a damaged file may build on each other in a ring
      const auto at = styles_.find(key);
      if (at == styles_.end()) return {};
      if (!(at->second.*what).empty()) return at->second.*what;
      key = at->second.parent;
    }
    return {};
  }

  std::unordered_map<std::string, Style> styles_;
};

// Reads styles.xml and content.xml, in this order.
class OdtHandler final : public MarkupHandler {
 public:
  explicit OdtHandler(const std::string& name, bool has_languages = true)
      : has_languages_(has_languages), paragraphs_(WhiteSpace::collapse, name) {}

  void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) override {
    Element element;
    if (!stack_.empty()) {
      element = stack_.back();
      element.kind = Kind::other;
      element.is_note = false;
      element.awaits_paragraph = false;
    }
    if (uri == draw_uri) element.shape = attributes.get(draw_uri, "style-name");
    if (!stack_.empty() && stack_.back().kind == Kind::left_out) {
      element.kind = Kind::left_out;
      if (uri == text_uri) note_deletion(name, attributes);
    } else if (uri == style_uri) {
      start_style(name, attributes, element);
    } else if (uri == text_uri) {
      start_text(name, attributes, element);
    } else if (uri == table_uri && !in_text()) {
      start_table(name, attributes, element);
    } else if ((uri == office_uri && name.starts_with("annotation")) ||
               (uri == svg_uri && (name == "title" || name == "desc"))) {
      element.kind = Kind::left_out;
    } else if (name == "content-control" && in_text()) {
      element.kind = Kind::in_line;  // what stands in a form's control, in the namespace of LibreOffice
    } else if (in_text() && is_deleted()) {
      element.kind = Kind::left_out;
    } else if (in_text()) {
      paragraphs_.add_placeholder();  // a picture, a frame; paragraphs inside it come on their own
    }
    stack_.push_back(element);
  }

  void end_element() override {
    if (stack_.back().awaits_paragraph) paragraphs_.close();
    if (stack_.back().kind == Kind::paragraph) end_paragraph();
    if (stack_.back().kind == Kind::style) in_style_ = false;
    if (stack_.back().kind == Kind::table) paragraphs_.places().end_table();
    if (stack_.back().is_note) paragraphs_.places().end_note();
    if (stack_.back().kind == Kind::section) {
      paragraphs_.end_range(NamedRange::Kind::section, sections_.back());
      sections_.pop_back();
    }
    stack_.pop_back();
  }

  void characters(std::string_view utf8) override {
    if (in_text() && !is_deleted()) take(utf8);
    paragraphs_.pass(utf8);
  }

  void start_part(std::string part) { paragraphs_.start_part(std::move(part)); }

  Document finish() { return paragraphs_.finish(); }

 private:
  enum class Kind { other, paragraph, in_line, left_out, style, section, table };

  void take(std::string_view utf8) {
    // What is in a Vietnamese font is Vietnamese, whatever language it is marked with.
    if (stack_.back().foreign && !stack_.back().font) {
      paragraphs_.add_hidden(utf8);
    } else {
      paragraphs_.add(utf8, stack_.back().font);
    }
  }

  struct Element {
    Kind kind = Kind::other;
    bool foreign = false;                  // of another language
    std::optional<text::LegacyFont> font;  // one of an encoding from before Unicode
    bool is_note = false;
    bool awaits_paragraph = false;  // the end of the last paragraph in it was deleted
    std::string shape;              // the style of the shape around it, which may give a font
  };

  bool is_deleted() const { return !open_deletions_.empty(); }

  // Deleted text may be kept where it stood, between marks that name a region of the tracked changes (ODF 1.3, part 3,
  // 5.5).
  void note_deletion(std::string_view name, const Attributes& attributes) {
    if (name == "changed-region") region_ = attributes.get(text_uri, "id");
    if (name == "deletion" && !region_.empty()) deletions_.insert(region_);
  }

  void start_paragraph() {
    // Behind a paragraph whose end was deleted the next one goes on in it.
    if (!stack_.empty() && std::exchange(stack_.back().awaits_paragraph, false)) {
      if (is_deleted()) return;
      paragraphs_.close();  // the deletion ended elsewhere, in a list or a table
    }
    paragraphs_.open();
  }

  // The stack's top is the paragraph.
  void end_paragraph() {
    if (is_deleted() && stack_.size() > 1) {
      stack_[stack_.size() - 2].awaits_paragraph = true;
    } else {
      paragraphs_.close();
    }
  }

  bool in_text() const {
    return !stack_.empty() && (stack_.back().kind == Kind::paragraph || stack_.back().kind == Kind::in_line);
  }

  void start_style(std::string_view name, const Attributes& attributes, Element& element) {
    if (name == "style" || name == "default-style") {
      element.kind = Kind::style;
      in_style_ = true;
      family_ = attributes.get(style_uri, "family");
      style_ = attributes.get(style_uri, "name");
      styles_.add(family_, style_, attributes.get(style_uri, "parent-style-name"));
    } else if (name == "font-face") {
      faces_[attributes.get(style_uri, "name")] = attributes.get(svg_uri, "font-family");
    } else if (name == "text-properties" && in_style_) {
      // The default language is that of the program that wrote the file, whatever the text is in.
      const std::string language = attributes.get(format_uri, "language");
      if (has_languages_ && !language.empty() && !style_.empty()) styles_.set_language(family_, style_, language);
      const std::string face = attributes.get(style_uri, "font-name");
      const auto declared = faces_.find(face);
      const std::string font = declared != faces_.end() && !declared->second.empty() ? declared->second : face;
      styles_.set_font(family_, style_, font.empty() ? attributes.get(format_uri, "font-family") : font);
    }
  }

  void start_table(std::string_view name, const Attributes& attributes, Element& element) {
    PlaceCounter& places = paragraphs_.places();
    if (name == "table") {
      element.kind = Kind::table;
      places.start_table();
    } else if (name == "table-row") {
      places.start_row(count_of(attributes.get(table_uri, "number-rows-repeated")));
    } else if (name == "table-cell" || name == "covered-table-cell") {
      places.start_cell(count_of(attributes.get(table_uri, "number-columns-repeated")));
    }
  }

  void start_text(std::string_view name, const Attributes& attributes, Element& element) {
    const auto foreign_by_style = [&](const char* family) {
      const std::string language = styles_.language(family, attributes.get(text_uri, "style-name"));
      if (!language.empty()) element.foreign = language != "vi";
    };
    if (name == "p" || name == "h") {
      element.kind = Kind::paragraph;
      element.foreign = false;
      foreign_by_style("paragraph");
      std::string font = styles_.font("paragraph", attributes.get(text_uri, "style-name"));
      if (font.empty()) font = styles_.font("graphic", element.shape);
      element.font = text::legacy_font(font.empty() ? styles_.font("paragraph", {}) : font);
      start_paragraph();
    } else if (any_of(left_out_names, name)) {
      element.kind = Kind::left_out;
    } else if (name == "bibliography") {
      paragraphs_.add_index(attributes.get(text_uri, "name"));  // what it shows is in an index-body
    } else if (name == "section") {
      element.kind = Kind::section;
      sections_.push_back(attributes.get(text_uri, "name"));
      paragraphs_.start_range(NamedRange::Kind::section, sections_.back(), sections_.back());
    } else if (!in_text()) {
      return;
    } else if (name == "change-start") {
      if (std::string region = attributes.get(text_uri, "change-id"); deletions_.contains(region))
        open_deletions_.insert(std::move(region));
    } else if (name == "change-end") {
      open_deletions_.erase(attributes.get(text_uri, "change-id"));
    } else if (name == "reference-mark-start" || name == "bookmark-start") {
      const std::string key = attributes.get(text_uri, "name");
      paragraphs_.start_range(range_kind(name), key, key);
    } else if (name == "reference-mark-end" || name == "bookmark-end") {
      paragraphs_.end_range(range_kind(name), attributes.get(text_uri, "name"));
    } else if (any_of(inline_names, name)) {
      element.kind = Kind::in_line;
      foreign_by_style("text");
      if (const std::string font = styles_.font("text", attributes.get(text_uri, "style-name")); !font.empty())
        element.font = text::legacy_font(font);
    } else if (is_deleted()) {
      element.kind = Kind::left_out;
    } else if (any_of(odt_text_fields, name)) {
      element.kind = Kind::in_line;
    } else if (name == "s") {
      paragraphs_.add_blanks(count_of(attributes.get(text_uri, "c")));
    } else if (name == "tab") {
      paragraphs_.add_exactly(u'\t');
    } else if (name == "line-break") {
      paragraphs_.add_exactly(u'\n');
    } else if (name == "note") {
      paragraphs_.add_placeholder();
      element.is_note = true;
      if (attributes.get(text_uri, "note-class") == "endnote") {
        paragraphs_.places().start_endnote();
      } else {
        paragraphs_.places().start_footnote();
      }
    } else if (name == "bibliography-mark") {
      add_bibliography_mark(attributes);
      element.kind = Kind::left_out;
    } else if (!any_of(mark_names, name)) {
      paragraphs_.add_placeholder();  // a field: its text is not the author's
      element.kind = Kind::left_out;
    }
  }

  void add_bibliography_mark(const Attributes& attributes) {
    std::map<std::string, std::string> values;
    for (const std::string_view field : bibliography_fields) {
      if (std::string value = attributes.get(text_uri, field); !value.empty()) values.emplace(field, std::move(value));
    }
    paragraphs_.add_named_placeholder(NamedRange::Kind::bibliography_mark, attributes.get(text_uri, "identifier"),
                                      std::move(values));
  }

  static NamedRange::Kind range_kind(std::string_view name) {
    return name.starts_with("bookmark") ? NamedRange::Kind::bookmark : NamedRange::Kind::reference_mark;
  }

  bool has_languages_;
  Styles styles_;
  std::unordered_map<std::string, std::string> faces_;  // families by the names of the declared fonts
  bool in_style_ = false;                               // then of this family and name:
  std::string family_;
  std::string style_;
  std::vector<Element> stack_;
  std::string region_;  // the tracked change that is being read
  std::unordered_set<std::string> deletions_;
  std::unordered_set<std::string> open_deletions_;
  std::vector<std::string> sections_;  // names of the open ones
  ParagraphCollector paragraphs_;
};

// Outside the body of a document there are headers, footers and the like too, of which only styles and fonts are read.
class StylesOutsideBody final : public MarkupHandler {
 public:
  explicit StylesOutsideBody(MarkupHandler& to) : to_(to) {}
  void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) override {
    if (body_ > 0 || (uri == office_uri && name == "body")) ++body_;
    told_.push_back(body_ > 0 || uri == style_uri);
    if (told_.back()) to_.start_element(uri, name, attributes);
  }
  void end_element() override {
    if (told_.back()) to_.end_element();
    told_.pop_back();
    if (body_ > 0) --body_;
  }
  void characters(std::string_view utf8) override { to_.characters(utf8); }

 private:
  MarkupHandler& to_;
  std::size_t body_ = 0;  // how deep in it
  std::vector<bool> told_;
};

}  // namespace

Document read_odt(const Archive& archive, const std::string& name, bool has_languages) {
  OdtHandler handler(name, has_languages);
  if (archive.has("styles.xml")) {
    StylesOutsideBody styles(handler);
    handler.start_part("styles.xml");
    parse_part(archive, "styles.xml", name, styles);
  }
  handler.start_part("content.xml");
  parse_part(archive, "content.xml", name, handler);
  return handler.finish();
}

bool is_flat_odt(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!bytes.starts_with("<?xml")) return false;
  const std::size_t root = bytes.find('<', 1);
  return root != std::string_view::npos && bytes.substr(root).starts_with("<office:document ");
}

Document read_flat_odt(std::string_view bytes, const std::string& name) {
  if (bytes.size() > most_part_bytes) throw Error(texts::error_file_too_large, name);
  OdtHandler handler(name);
  handler.start_part({});
  StylesOutsideBody whole(handler);
  XmlParser parser(whole, name);
  parser.feed(bytes);
  parser.finish();
  return handler.finish();
}

}  // namespace soat::document
