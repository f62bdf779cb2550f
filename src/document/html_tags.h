#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace soat::document {

// A tag or comment in HTML; start and end are bytes, half open.
struct HtmlTag {
  enum class Kind { start, end, comment };
  Kind kind = Kind::start;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string name;         // lower case; none for a comment
  std::size_t surplus = 0;  // where attributes begin that no page has so many of; 0 when there are none
};

// Finds the tags and comments of a page one by one, delimited as the HTML standard says (13.2.5). The text of scripts
// and the like holds none.
class HtmlTagReader {
 public:
  explicit HtmlTagReader(std::string_view html) : html_(html) {}

  // False when there is no more.
  bool next(HtmlTag& tag);

  // Whether the text behind the last tag holds no tags until the end tag of that element.
  bool is_raw() const { return !raw_.empty(); }

 private:
  std::string_view html_;
  std::size_t at_ = 0;
  std::string raw_;  // the element in whose text the place is
};

// Takes out of a page what slows libxml2 or misleads it: comments, some of which it takes for longer than they are; the
// attributes behind the first 512 of a tag, as it compares each with all before it; and end tags of elements that are
// not open, for which it searches all that are.
void simplify_html(std::string& html);

}  // namespace soat::document
