#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace soat::document {

// libxml2 compares each attribute of a tag with all before it, so that a tag of a hundred thousand would take minutes;
// no document that people write comes near this.
inline constexpr std::size_t most_xml_attributes = 4096;

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
