#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "citation/exchange/remark_list.h"

namespace soat::citation {

// An entry of BibTeX or BibLaTeX with its values as written: braces and commands in them, macros put in.
struct BibEntry {
  std::string type;  // lower case
  std::string key;
  std::map<std::string, std::string> fields;  // by name, lower case
  std::size_t line = 0;

  const std::string& raw(const std::string& field) const;
};

// The entries of a file, as btparse and biber read it: entries, string macros, values in braces, quotes or digits
// joined by '#'; then what entries have from others (crossref, xdata) is put into them. An entry that is damaged is
// left out and remarked on; where it ends is seen by the next line that begins an entry. Time and memory are bounded by
// the length of the text: macros and inherited fields may add 16 MB.
std::vector<BibEntry> read_bib_entries(std::string_view text, RemarkList& remarks);

}  // namespace soat::citation
