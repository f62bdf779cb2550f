#include "document/xml_outline.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

std::size_t size_in_utf8(std::uint32_t code_point) {
  return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

class Outliner {
 public:
  Outliner(std::string_view bytes, const std::string& where) : bytes_(bytes), where_(where) {}

  XmlOutline read() {
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    require_utf8();
    while (at_ < bytes_.size()) bytes_[at_] == '<' ? markup() : text(std::min(bytes_.find('<', at_), bytes_.size()));
    if (open_ != XmlElement::none) fail();
    return std::move(outline_);
  }

 private:
  [[noreturn]] void fail() const { throw Error(texts::error_fix_part, where_); }

  bool at(std::string_view what) const { return bytes_.substr(at_).starts_with(what); }

  // The place behind what ends a piece of markup.
  std::size_t behind(std::string_view end, std::size_t from) const {
    const std::size_t found = bytes_.find(end, from);
    if (found == std::string_view::npos) fail();
    return found + end.size();
  }

  void require_utf8() const {
    if (!at("<?xml")) return;
    std::string declaration(bytes_.substr(at_, behind("?>", at_) - at_));
    std::ranges::transform(declaration, declaration.begin(),
                           [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
    const bool named = declaration.find("ENCODING") != std::string::npos;
    if (named && declaration.find("UTF-8") == std::string::npos && declaration.find("US-ASCII") == std::string::npos)
      throw Error(texts::error_fix_encoding, where_);
  }

  void text(std::size_t end) {
    if (open_ != XmlElement::none && end > at_) add_text({at_, end}, false);
    at_ = end;
  }

  void add_text(Span raw, bool is_cdata) {
    const XmlText one{raw, position_, open_, is_cdata};
    if (is_cdata) {
      // Line ends are one character, as they are elsewhere.
      const std::string_view inside = bytes_.substr(raw.start, raw.end - raw.start);
      position_ += inside.size();
      for (std::size_t i = inside.find("\r\n"); i != std::string_view::npos; i = inside.find("\r\n", i + 2))
        --position_;
    } else {
      XmlCharacters characters(bytes_, one);
      while (!characters.done()) characters.next();
      position_ = characters.position();
    }
    outline_.texts.push_back(one);
  }

  void markup() {
    if (at("<!--")) {
      at_ = behind("-->", at_ + 4);
    } else if (at("<![CDATA[")) {
      const std::size_t end = behind("]]>", at_ + 9);
      add_text({at_ + 9, end - 3}, true);
      at_ = end;
    } else if (at("<?")) {
      at_ = behind("?>", at_);
    } else if (at("<!")) {
      fail();
    } else if (at("</")) {
      if (open_ == XmlElement::none) fail();
      at_ = behind(">", at_);
      outline_.elements[open_].end = at_;
      open_ = outline_.elements[open_].parent;
    } else {
      start_tag();
    }
  }

  void start_tag() {
    std::size_t end = at_ + 1;
    for (char quote = 0; end < bytes_.size() && (quote != 0 || bytes_[end] != '>'); ++end) {
      if (quote != 0 ? bytes_[end] == quote : bytes_[end] == '"' || bytes_[end] == '\'')
        quote = quote != 0 ? '\0' : bytes_[end];
    }
    if (end >= bytes_.size()) fail();
    ++end;
    const std::string_view tag = bytes_.substr(at_, end - at_);
    XmlElement element;
    element.name = tag.substr(1, std::min(tag.find_first_of(" \t\r\n/>", 1), tag.size()) - 1);
    element.tag = {at_, end};
    element.parent = open_;
    at_ = end;
    const bool is_empty = tag.ends_with("/>");
    if (is_empty) element.end = end;
    outline_.elements.push_back(element);
    if (!is_empty) open_ = outline_.elements.size() - 1;
  }

  std::string_view bytes_;
  const std::string& where_;
  std::size_t at_ = 0;
  std::size_t position_ = 0;
  std::size_t open_ = XmlElement::none;
  XmlOutline outline_;
};

// The size in UTF-8 of the character that a reference ("&amp;", "&#7841;") stands for.
std::size_t size_of_reference(std::string_view reference) {
  if (!reference.starts_with("&#")) return 1;  // the five that need no declaration stand for ASCII
  const bool is_hexadecimal = reference.starts_with("&#x");
  const std::string_view digits = reference.substr(is_hexadecimal ? 3 : 2);
  std::uint32_t code_point = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code_point, is_hexadecimal ? 16 : 10);
  return size_in_utf8(code_point);
}

}  // namespace

std::string_view local_part(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

std::string_view prefix_part(std::string_view name) {
  return name.substr(0, name.find(':') + 1);
}

XmlOutline outline(std::string_view bytes, const std::string& where) {
  return Outliner(bytes, where).read();
}

void XmlCharacters::next() {
  at_ += raw_size_;
  position_ += size_;
  measure();
}

void XmlCharacters::measure() {
  if (done()) return;
  const auto first = static_cast<unsigned char>(bytes_[at_]);
  raw_size_ = size_ = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (first == '\r' && bytes_.substr(at_, 2) == "\r\n") raw_size_ = 2;
  if (first == '&') {
    const std::size_t end = std::min(bytes_.find(';', at_), end_ - 1) + 1;
    raw_size_ = end - at_;
    size_ = size_of_reference(bytes_.substr(at_, raw_size_ - 1));
  }
  raw_size_ = std::min(raw_size_, end_ - at_);
}

std::string escaped_xml(std::u16string_view text) {
  std::string out;
  for (const char c : text::to_utf8(text)) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace soat::document
