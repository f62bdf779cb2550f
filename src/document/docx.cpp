#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "document/formats.h"
#include "document/markup.h"
#include "document/paragraph_collector.h"

namespace soat::document {
namespace {

constexpr std::string_view word_uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict_word_uri = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view alternate_uri = "http://schemas.openxmlformats.org/markup-compatibility/2006";
constexpr std::string_view math_uri = "http://schemas.openxmlformats.org/officeDocument/2006/math";

// Runs that were deleted or moved away, ruby above the line, and properties, whose elements share names with those of
// text.
constexpr std::array<std::string_view, 5> left_out_names = {"del", "moveFrom", "rt", "pPr", "rPr"};
constexpr std::array<std::string_view, 6> anchor_names = {"drawing",          "pict", "object", "footnoteReference",
                                                          "endnoteReference", "sym"};

class DocxHandler final : public MarkupHandler {
 public:
  explicit DocxHandler(const std::string& name) : paragraphs_(WhiteSpace::keep, name) {}

  void start_element(std::string_view uri, std::string_view name, const Attributes& attributes) override {
    Kind kind = Kind::other;
    if (!stack_.empty() && stack_.back() == Kind::left_out) {
      kind = Kind::left_out;
    } else if (uri == word_uri || uri == strict_word_uri) {
      kind = start_word(name, uri, attributes);
    } else if (uri == alternate_uri && name == "Fallback") {
      kind = Kind::left_out;  // the same text box once more, for old programs
    } else if (uri == math_uri && name == "oMath") {
      add_placeholder();
      kind = Kind::left_out;
    }
    stack_.push_back(kind);
  }

  void end_element() override {
    const Kind kind = stack_.back();
    stack_.pop_back();
    if (kind == Kind::paragraph) paragraphs_.close();
    if (kind == Kind::simple_field && !fields_.empty()) fields_.pop_back();
  }

  void characters(std::string_view utf8) override {
    if (stack_.empty()) return;
    if (stack_.back() == Kind::text && !in_field_result()) paragraphs_.add(utf8);
    if (stack_.back() == Kind::instruction && !fields_.empty() && !fields_.back().shows_result)
      fields_.back().instruction += utf8;
  }

  Document finish() { return paragraphs_.finish(); }

 private:
  enum class Kind { other, paragraph, text, instruction, simple_field, left_out };
  struct Field {
    std::string instruction;
    bool shows_result = false;  // past its separator
    bool is_text = false;       // the result is the author's text
  };

  Kind start_word(std::string_view name, std::string_view uri, const Attributes& attributes) {
    if (name == "p") {
      paragraphs_.open();
      return Kind::paragraph;
    }
    if (name == "t") return Kind::text;
    if (name == "instrText") return Kind::instruction;
    if (name == "tab") add_exactly(u'\t');
    if (name == "br" || name == "cr") add_exactly(u'\n');
    if (name == "noBreakHyphen") add_exactly(u'\u2011');
    if (name == "softHyphen") add_exactly(u'\u00AD');
    if (name == "bookmarkStart")
      paragraphs_.start_range(NamedRange::Kind::bookmark, attributes.get(uri, "id"), attributes.get(uri, "name"));
    if (name == "bookmarkEnd") paragraphs_.end_range(NamedRange::Kind::bookmark, attributes.get(uri, "id"));
    if (name == "fldChar") field_character(attributes.get(uri, "fldCharType"));
    if (name == "fldSimple") {
      fields_.push_back({attributes.get(uri, "instr"), false, false});
      show_result();
      return Kind::simple_field;
    }
    if (std::find(left_out_names.begin(), left_out_names.end(), name) != left_out_names.end()) return Kind::left_out;
    if (std::find(anchor_names.begin(), anchor_names.end(), name) != anchor_names.end()) add_placeholder();
    return Kind::other;
  }

  void field_character(const std::string& type) {
    if (type == "begin") fields_.push_back({});
    if (fields_.empty()) return;
    if (type == "separate") show_result();
    if (type == "end") fields_.pop_back();
  }

  void show_result() {
    Field& field = fields_.back();
    const std::size_t start = field.instruction.find_first_not_of(' ');
    const bool is_text =
        start != std::string::npos && std::string_view(field.instruction).substr(start).starts_with("HYPERLINK");
    if (!is_text) {
      paragraphs_.start_range(NamedRange::Kind::field, {}, field.instruction);
      add_placeholder();
      paragraphs_.end_range(NamedRange::Kind::field, {});
    }
    field.shows_result = true;
    field.is_text = is_text;
  }

  bool in_field_result() const {
    return std::any_of(fields_.begin(), fields_.end(), [](const Field& field) { return !field.is_text; });
  }

  void add_exactly(char16_t unit) {
    if (!in_field_result()) paragraphs_.add_exactly(unit);
  }

  void add_placeholder() {
    const bool inside_another =
        std::any_of(fields_.begin(), fields_.end(), [](const Field& f) { return f.shows_result && !f.is_text; });
    if (!inside_another) paragraphs_.add_placeholder();
  }

  std::vector<Kind> stack_;
  std::vector<Field> fields_;  // open fields, innermost last; they may reach over several paragraphs
  ParagraphCollector paragraphs_;
};

}  // namespace

Document read_docx(const Archive& archive, const std::string& name) {
  DocxHandler handler(name);
  parse_part(archive, "word/document.xml", name, handler);
  for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
    if (archive.has(notes)) parse_part(archive, notes, name, handler);
  }
  return handler.finish();
}

}  // namespace soat::document
