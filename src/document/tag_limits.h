#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What libxml2 is not to be given. It compares each attribute of a tag with all before it, so that a tag of a hundred
// thousand would take minutes, and it takes some comments for longer than they are.
namespace soat::document {

// No document that people write comes near these.
inline constexpr std::size_t most_html_attributes = 512;
inline constexpr std::size_t most_xml_attributes = 4096;

// Takes out of HTML all comments, as the HTML standard delimits them (13.2.5.43 and following), and all attributes of a
// tag behind the first most_html_attributes. The text of scripts and the like, which has neither, is left alone.
void simplify_html(std::string& html);

// Counts the attributes of XML tags as the bytes come in.
class AttributeCounter {
 public:
  // Takes the next bytes; gives the greatest number of attributes that a tag so far has begun.
  std::size_t count(std::string_view bytes);

 private:
  enum class State { text, opened, tag, quoted, apostrophe, comment, section, instruction };
  State state_ = State::text;
  std::string markup_;  // what follows "<!", or the last bytes inside a comment or the like
  std::size_t in_tag_ = 0;
  std::size_t most_ = 0;
};

}  // namespace soat::document
