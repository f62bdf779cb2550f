#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/docx_fonts.h"
#include "document/formats.h"
#include "document/markup.h"
#include "document/paragraph_collector.h"
#include "document/relationships.h"
#include "document/xml_tree.h"
#include "text/error.h"
#include "text/legacy_font.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

constexpr std::string_view word_uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict_word_uri = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view alternate_uri = "http://schemas.openxmlformats.org/markup-compatibility/2006";
constexpr std::string_view math_uri = "http://schemas.openxmlformats.org/officeDocument/2006/math";

// Runs that were deleted or moved away, ruby above the line, and properties, whose elements share names with those of
// text.
constexpr std::array<std::string_view, 3> left_out_names = {"del", "moveFrom", "rt"};
constexpr std::array<std::string_view, 6> anchor_names = {"drawing",          "pict", "object", "footnoteReference",
                                                          "endnoteReference", "sym"};
// Elements around paragraphs or runs that do not part them from those outside.
constexpr std::array<std::string_view, 6> transparent_names = {"sdt",       "sdtContent", "ins",
                                                               "customXml", "smartTag",   "moveTo"};
// Fields whose result the author wrote.
constexpr std::array<std::string_view, 9> text_fields = {"HYPERLINK", "FORMTEXT", "FILLIN",   "DOCVARIABLE", "IF ",
                                                         "TITLE",     "SUBJECT",  "KEYWORDS", "COMMENTS"};

template <std::size_t size>
bool any_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class DocxHandler final : public MarkupHandler {
 public:
  // passed_over: fields, counted from 0 in the order of their beginnings, that are to be taken for no fields.
  DocxHandler(const std::string& name, const DocxFonts& fonts, std::set<std::size_t> passed_over)
      : fonts_of_(fonts), passed_over_(std::move(passed_over)), paragraphs_(WhiteSpace::keep, name) {}

  void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) override {
    const bool is_word = uri == word_uri || uri == strict_word_uri;
    const Kind outer = stack_.empty() ? Kind::other : stack_.back().kind;
    Kind kind = Kind::other;
    if (stack_.empty() && root_.empty()) root_ = is_word ? name : "?";
    if (outer == Kind::left_out) {
      kind = Kind::left_out;
    } else if (is_word && is_properties(outer)) {
      kind = start_property(outer, name, uri, attributes);
    } else if (is_word) {
      kind = start_word(name, uri, attributes);
    } else if (uri == alternate_uri) {
      kind = start_alternative(name);
    } else if (uri == math_uri && name == "oMath") {
      add_placeholder();
      kind = Kind::left_out;
    }
    Element element;
    element.kind = kind;
    if (is_word && kind != Kind::left_out) element.counted = count(name, uri, attributes);
    if (is_word && name == "sdtContent" && kind != Kind::left_out) element.control = start_control();
    if (kind == Kind::paragraph) {
      element.font = text::legacy_font(fonts_of_.of_paragraph_style({}));
    } else if (!stack_.empty()) {
      element.font = stack_.back().font;
    }
    stack_.push_back(element);
  }

  void end_element() override {
    const Element element = stack_.back();
    stack_.pop_back();
    if (element.counted == Counted::table) paragraphs_.places().end_table();
    if (element.counted == Counted::note) paragraphs_.places().end_note();
    if (element.awaits_paragraph) paragraphs_.close();
    if (element.kind == Kind::simple_field) end_simple_field();
    if (element.control) paragraphs_.end_range(*element.control, control_key(stack_.size()));
    if (element.kind != Kind::paragraph) return;
    Element* const around = container();
    if (element.is_joined && around != nullptr) {
      around->awaits_paragraph = true;  // the next paragraph goes on in this one
    } else {
      paragraphs_.close();
    }
  }

  void characters(std::string_view utf8) override {
    if (!stack_.empty()) take(utf8);
    paragraphs_.pass(utf8);
  }

  void start_part(std::string part) { paragraphs_.start_part(std::move(part)); }

  // To be called between two parts.
  void end_part() {
    for (const Field& field : fields_) unclosed_.insert(field.number);
    fields_.clear();
  }

  // The name of the first part's outermost element; "?" when it is not of a Word document.
  const std::string& root() const { return root_; }

  // Fields that began and did not end.
  const std::set<std::size_t>& unclosed() const { return unclosed_; }

  Document finish() { return paragraphs_.finish(); }

 private:
  void take(std::string_view utf8) {
    if (stack_.back().kind == Kind::text && !in_field_result()) paragraphs_.add(utf8, stack_.back().font);
    if (stack_.back().kind == Kind::instruction && !fields_.empty() && !fields_.back().shows_result)
      fields_.back().instruction += utf8;
  }

  enum class Kind {
    other,
    transparent,
    paragraph,
    paragraph_properties,
    run_properties,
    mark_properties,  // of the paragraph's end
    cell_properties,  // of a table's row or cell
    text,
    instruction,
    simple_field,
    alternatives,
    left_out
  };
  enum class Counted { nothing, table, note };
  struct Element {
    Kind kind = Kind::other;
    Counted counted = Counted::nothing;
    bool awaits_paragraph = false;            // the last paragraph in it has lost its end and is still open
    bool is_joined = false;                   // a paragraph whose end was deleted
    bool has_choice = false;                  // alternatives of which one was taken
    std::optional<text::LegacyFont> font;     // one of an encoding from before Unicode
    std::optional<NamedRange::Kind> control;  // the content of a control with a tag
  };
  struct Field {
    std::size_t number = 0;
    std::string instruction;
    bool is_simple = false;
    bool shows_result = false;  // past its separator
    bool is_text = false;       // the result is the author's text
  };

  static bool is_properties(Kind kind) {
    return kind == Kind::paragraph_properties || kind == Kind::run_properties || kind == Kind::mark_properties ||
           kind == Kind::cell_properties;
  }

  // An element inside properties. Of these only those count that say that something was deleted (17.13.5) or give a
  // font (17.3.2.26).
  Kind start_property(Kind outer, std::string_view name, std::string_view uri, const Attributes& attributes) {
    if (stack_.size() > 1) give_font(stack_[stack_.size() - 2], outer, name, uri, attributes);
    if (outer == Kind::paragraph_properties && name == "rPr") return Kind::mark_properties;
    if (outer == Kind::mark_properties && (name == "del" || name == "moveFrom")) {
      const auto paragraph =
          std::find_if(stack_.rbegin(), stack_.rend(), [](const Element& one) { return one.kind == Kind::paragraph; });
      if (paragraph != stack_.rend()) paragraph->is_joined = true;
    }
    if (outer == Kind::cell_properties && (name == "del" || name == "cellDel") && stack_.size() > 1)
      stack_[stack_.size() - 2].kind = Kind::left_out;
    return Kind::left_out;
  }

  // A style is named before the fonts that go before it.
  void give_font(Element& to, Kind outer, std::string_view name, std::string_view uri, const Attributes& attributes) {
    std::string font;
    if (outer == Kind::paragraph_properties && name == "pStyle") {
      font = fonts_of_.of_paragraph_style(attributes.get(uri, "val"));
    } else if (outer == Kind::run_properties && name == "rStyle") {
      font = fonts_of_.of_style(attributes.get(uri, "val"));
    } else if (outer == Kind::run_properties && name == "rFonts") {
      font = fonts_of_.family({attributes.get(uri, "hAnsiTheme"), attributes.get(uri, "asciiTheme"),
                               attributes.get(uri, "hAnsi"), attributes.get(uri, "ascii")});
    }
    if (!font.empty()) to.font = text::legacy_font(font);
  }

  // Of a text box that is there once more for old programs only one is read.
  Kind start_alternative(std::string_view name) {
    if (name == "AlternateContent") return Kind::alternatives;
    if (stack_.empty() || stack_.back().kind != Kind::alternatives) return Kind::other;
    if (stack_.back().has_choice) return Kind::left_out;
    stack_.back().has_choice = true;
    return Kind::other;
  }

  Kind start_word(std::string_view name, std::string_view uri, const Attributes& attributes) {
    if (name == "p") {
      Element* const around = container();
      if (around != nullptr && around->awaits_paragraph) {
        around->awaits_paragraph = false;
      } else {
        paragraphs_.open();
      }
      return Kind::paragraph;
    }
    if (name == "t") return Kind::text;
    if (name == "instrText") return Kind::instruction;
    if (name == "pPr") return Kind::paragraph_properties;
    if (name == "rPr") return Kind::run_properties;
    if (name == "trPr" || name == "tcPr") return Kind::cell_properties;
    if (any_of(transparent_names, name)) return Kind::transparent;
    if (name == "tbl") end_waiting();  // no paragraph goes on behind a table
    if (name == "tab" || name == "ptab") add_exactly(u'\t');
    if (name == "br" || name == "cr") add_exactly(u'\n');
    if (name == "noBreakHyphen") add_exactly(u'\u2011');
    if (name == "softHyphen") add_exactly(u'\u00AD');  // a letter (ư) in text of TCVN3
    if (name == "bookmarkStart")
      paragraphs_.start_range(NamedRange::Kind::bookmark, attributes.get(uri, "id"), attributes.get(uri, "name"));
    if (name == "bookmarkEnd") paragraphs_.end_range(NamedRange::Kind::bookmark, attributes.get(uri, "id"));
    if (name == "sdt") control_tag_.clear();
    if (name == "tag") control_tag_ = attributes.get(uri, "val");
    if (name == "fldChar") field_character(attributes.get(uri, "fldCharType"));
    if (name == "fldSimple") {
      fields_.push_back({field_count_++, attributes.get(uri, "instr"), true, false, false});
      show_result();
      return Kind::simple_field;
    }
    if (any_of(left_out_names, name)) return Kind::left_out;
    if (any_of(anchor_names, name)) add_placeholder();
    return Kind::other;
  }

  Counted count(std::string_view name, std::string_view uri, const Attributes& attributes) {
    PlaceCounter& places = paragraphs_.places();
    if (name == "tbl") {
      places.start_table();
      return Counted::table;
    }
    if (name == "tr") places.start_row();
    if (name == "tc") places.start_cell();
    // Those with a type are lines that part notes from the text (17.11.10).
    if ((name != "footnote" && name != "endnote") || !attributes.get(uri, "type").empty()) return Counted::nothing;
    name == "footnote" ? places.start_footnote() : places.start_endnote();
    return Counted::note;
  }

  static std::string control_key(std::size_t depth) { return "control " + std::to_string(depth); }

  // Marks what stands in a content control with a tag (17.5.2.42).
  std::optional<NamedRange::Kind> start_control() {
    const std::string tag = std::exchange(control_tag_, {});
    if (tag.empty()) return std::nullopt;
    const auto kind = paragraphs_.in_paragraph() ? NamedRange::Kind::control : NamedRange::Kind::section;
    paragraphs_.start_range(kind, control_key(stack_.size()), tag);
    return kind;
  }

  // What holds the paragraph that starts or has ended here.
  Element* container() {
    const auto at = std::find_if(stack_.rbegin(), stack_.rend(),
                                 [](const Element& element) { return element.kind != Kind::transparent; });
    return at == stack_.rend() ? nullptr : &*at;
  }

  void end_waiting() {
    Element* const around = container();
    if (around == nullptr || !around->awaits_paragraph) return;
    around->awaits_paragraph = false;
    paragraphs_.close();
  }

  void field_character(const std::string& type) {
    if (type == "begin") {
      const std::size_t number = field_count_++;
      if (passed_over_.contains(number)) {
        add_placeholder();  // the sentence goes on around it, as around any other field
      } else {
        fields_.push_back({number, {}, false, false, false});
      }
      return;
    }
    if (fields_.empty() || fields_.back().is_simple) return;
    if (type == "separate" || (type == "end" && !fields_.back().shows_result)) show_result();
    if (type == "end") fields_.pop_back();
  }

  void end_simple_field() {
    while (!fields_.back().is_simple) {
      unclosed_.insert(fields_.back().number);
      fields_.pop_back();
    }
    fields_.pop_back();
  }

  void show_result() {
    Field& field = fields_.back();
    const std::size_t start = std::min(field.instruction.find_first_not_of(' '), field.instruction.size());
    const std::string_view code = std::string_view(field.instruction).substr(start);
    field.is_text = std::any_of(text_fields.begin(), text_fields.end(),
                                [&](std::string_view name) { return code.starts_with(name); });
    field.shows_result = true;
    const bool in_other =
        std::any_of(fields_.begin(), fields_.end() - 1, [](const Field& outer) { return !outer.is_text; });
    if (field.is_text || in_other) return;
    paragraphs_.add_named_placeholder(NamedRange::Kind::field, field.instruction);
  }

  bool in_field_result() const {
    return std::any_of(fields_.begin(), fields_.end(), [](const Field& field) { return !field.is_text; });
  }

  void add_exactly(char16_t unit) {
    if (!in_field_result()) paragraphs_.add_exactly(unit, stack_.empty() ? std::nullopt : stack_.back().font);
  }

  void add_placeholder() {
    if (!in_field_result()) paragraphs_.add_placeholder();
  }

  const DocxFonts& fonts_of_;
  std::set<std::size_t> passed_over_;
  std::string root_;
  std::vector<Element> stack_;
  std::vector<Field> fields_;  // open fields, innermost last; they may reach over several paragraphs
  std::size_t field_count_ = 0;
  std::set<std::size_t> unclosed_;
  std::string control_tag_;  // of the content control that is about to begin
  ParagraphCollector paragraphs_;
};

// The parts to read, in order.
struct Parts {
  std::vector<std::string> names;
  std::string styles, theme;      // empty: there is none
  std::vector<std::string> data;  // XML of programs' own
  std::vector<text::Message> warnings;
};

std::vector<Relationship> relationships_or_warning(const Archive& archive, const std::string& part,
                                                   const std::string& name, Parts& parts) {
  try {
    return read_relationships(archive, part, name);
  } catch (const Error& error) {
    parts.warnings.push_back({texts::warning_usual_names, error.message()});
    return {};
  }
}

Parts find_parts(const Archive& archive, const std::string& name) {
  constexpr const char* usual_main = "word/document.xml";
  Parts parts;
  std::string main = usual_main;
  for (const Relationship& one : relationships_or_warning(archive, {}, name, parts)) {
    if (one.type != "officeDocument") continue;
    if (archive.has(one.target)) {
      main = one.target;
      break;
    }
    if (!archive.has(usual_main)) throw Error(texts::error_docx_text_missing, name, one.target);
    parts.warnings.push_back({texts::warning_usual_main, name, one.target, usual_main});
  }
  parts.names.push_back(main);
  const std::vector<Relationship> related = relationships_or_warning(archive, main, name, parts);
  for (const Relationship& one : related) {
    if (one.type == "styles" && archive.has(one.target)) parts.styles = one.target;
    if (one.type == "customXml" && archive.has(one.target)) parts.data.push_back(one.target);
    if (one.type == "theme" && archive.has(one.target)) parts.theme = one.target;
  }
  const std::string folder = main.substr(0, main.rfind('/') + 1);
  for (const char* kind : {"footnotes", "endnotes"}) {
    if (related.empty() && archive.has(folder + kind + ".xml")) parts.names.push_back(folder + kind + ".xml");
    for (const Relationship& one : related) {
      if (one.type != kind) continue;
      if (archive.has(one.target)) {
        parts.names.push_back(one.target);
      } else {
        parts.warnings.push_back({texts::warning_notes_missing, name, one.target});
      }
    }
  }
  return parts;
}

// The fonts of styles; without those of a part that cannot be read, which the warnings tell.
DocxFonts read_fonts(const Archive& archive, const std::string& name, Parts& parts) {
  constexpr std::size_t most_bytes = std::size_t{16} << 20;
  DocxFonts fonts;
  for (const std::string& part : {parts.theme, parts.styles}) {
    if (part.empty()) continue;
    try {
      std::string content;
      archive.read(part, most_bytes, [&](std::string_view piece) { content += piece; });
      const Tree tree = parse_tree(content, part);
      part == parts.theme ? fonts.read_theme(tree.get()) : fonts.read_styles(tree.get());
    } catch (const Error& error) {
      parts.warnings.push_back({texts::error_named, name, error.message()});
    }
  }
  return fonts;
}

// Word's own sources (ECMA-376, part 1, 22.6), which lie in one of the parts with data; empty where none holds them.
// What cannot be unpacked is told.
std::string word_sources(const Archive& archive, const std::string& name, Parts& parts) {
  constexpr std::size_t most_bytes = std::size_t{16} << 20;
  constexpr std::size_t head = 4096;
  for (const std::string& part : parts.data) {
    try {
      std::string content;
      archive.read(part, most_bytes, [&](std::string_view piece) { content += piece; });
      const std::string_view start = std::string_view(content).substr(0, head);
      if (start.find("/officeDocument/2006/bibliography") != std::string_view::npos ||
          start.find("/ooxml/officeDocument/bibliography") != std::string_view::npos)
        return content;
    } catch (const Error& error) {
      parts.warnings.push_back({texts::error_named, name, error.message()});
    }
  }
  return {};
}

DocxHandler read_parts(const Archive& archive, const std::string& name, const Parts& parts, const DocxFonts& fonts,
                       std::set<std::size_t> passed_over) {
  DocxHandler handler(name, fonts, std::move(passed_over));
  for (const std::string& part : parts.names) {
    handler.start_part(part);
    parse_part(archive, part, name, handler);
    handler.end_part();
  }
  if (handler.root() != "document") throw Error(texts::error_docx_not_text, name, parts.names.front());
  return handler;
}

}  // namespace

Document read_docx(const Archive& archive, const std::string& name) {
  Parts parts = find_parts(archive, name);
  const DocxFonts fonts = read_fonts(archive, name, parts);
  std::string sources = word_sources(archive, name, parts);
  std::set<std::size_t> unclosed;
  const auto read = [&] {
    DocxHandler handler = read_parts(archive, name, parts, fonts, unclosed);
    unclosed = handler.unclosed();
    return handler.finish();
  };
  Document document = read();
  const std::size_t open = unclosed.size();
  if (open > 0) document = read();
  document.set_word_sources(std::move(sources));
  for (const text::Message& warning : parts.warnings) document.warn(warning);
  if (open > 0) document.warn({texts::warning_open_fields, name, open});
  return document;
}

}  // namespace soat::document
