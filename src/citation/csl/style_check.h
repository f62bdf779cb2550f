#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/error.h"

namespace soat::citation {

// What a style says of itself.
struct StyleInfo {
  std::string id;  // its URI, Zotero's name for it
  std::string title;
  bool notes = false;  // citations go into footnotes
  bool has_bibliography = false;
  std::string default_locale;  // empty: the user's
  std::string parent;          // id of the style whose rules it uses; empty where it has its own
};

// A style that has a name, but for the rest refers to another one, as those of most journals do.
class DependentStyle : public Error {
 public:
  DependentStyle(const text::Message& message, StyleInfo info) : Error(message), info_(std::move(info)) {}

  const StyleInfo& info() const { return info_; }

 private:
  StyleInfo info_;
};

struct CheckedStyle {
  StyleInfo info;
  std::string xml;  // well-formed, without declaration, document type, comments and processing instructions
  std::vector<std::filesystem::path> files;  // that it was read from: its own, and that of the style it refers to
};

// Takes the text of a .csl file and makes sure that citeproc-js, which hardly validates, can be given it: well-formed,
// no entity declarations, root element style of CSL 1.0, a citation with a layout, at most 4 MB and
// 20,000 elements. Throws soat::Error that says what is wrong and where, DependentStyle where the rules are another
// style's. `name` is the file's name, for the message.
CheckedStyle check_style(std::string_view xml, const std::string& name);

}  // namespace soat::citation
