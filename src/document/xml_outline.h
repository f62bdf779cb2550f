#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Where elements and character data stand in the bytes of an XML part, for changing some bytes of it and leaving the
// rest. Within src/document.
namespace soat::document {

// [start, end) of the bytes.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;
};

struct XmlElement {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::string_view name;      // as it is written, with its prefix
  Span tag;                   // the tag that starts it
  std::size_t end = none;     // behind the tag that ends it
  std::size_t parent = none;  // among the elements
};

// A piece of character data without markup in it.
struct XmlText {
  Span raw;
  std::size_t position = 0;  // bytes of character data (UTF-8, references resolved) in the part before it
  std::size_t element = XmlElement::none;
  bool is_cdata = false;
};

struct XmlOutline {
  std::vector<XmlElement> elements;  // in the order of their starts
  std::vector<XmlText> texts;
};

// "w:t" -> "t".
std::string_view local_part(std::string_view name);
// "w:t" -> "w:", "t" -> "".
std::string_view prefix_part(std::string_view name);

// The outline of a part that a parser has found to be well-formed (markup.h), with all positions as the parser counts
// them; it holds views of the bytes. Throws soat::Error "where: …" for a part that is not UTF-8, or is not well-formed
// after all.
XmlOutline outline(std::string_view bytes, const std::string& where);

// Goes through the characters of a text from its start.
class XmlCharacters {
 public:
  XmlCharacters(std::string_view bytes, const XmlText& text)
      : bytes_(bytes), end_(text.raw.end), at_(text.raw.start), position_(text.position) {
    measure();
  }

  bool done() const { return at_ >= end_; }
  // The character as it is written, a reference as a whole, and its place in the character data.
  Span raw() const { return {at_, at_ + raw_size_}; }
  std::size_t position() const { return position_; }
  void next();

 private:
  void measure();

  std::string_view bytes_;
  std::size_t end_;
  std::size_t at_;
  std::size_t position_;
  std::size_t raw_size_ = 0;  // of the character at hand
  std::size_t size_ = 0;      // in UTF-8
};

// Text as character data, UTF-8.
std::string escaped_xml(std::u16string_view text);

}  // namespace soat::document
