#pragma once

#include <string>
#include <string_view>

namespace soat::citation {

// What a style says of itself.
struct StyleInfo {
  std::string id;  // its URI, Zotero's name for it
  std::string title;
  bool notes = false;  // citations go into footnotes
  bool has_bibliography = false;
  std::string default_locale;  // empty: the user's
};

struct CheckedStyle {
  StyleInfo info;
  std::string xml;  // well-formed, without declaration, document type, comments and processing instructions
};

// Takes the text of a .csl file and makes sure that citeproc-js, which hardly validates, can be given it: well-formed,
// no entity declarations, root element style of CSL 1.0, a citation with a layout, at most 4 MB. Throws soat::Error
// that says what is wrong and where. `name` is the file's name, for the message.
CheckedStyle check_style(std::string_view xml, const std::string& name);

}  // namespace soat::citation
