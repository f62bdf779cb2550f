#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/session/entry_links.h"

// Links from the citations in a text to the entries of their sources in the list: an entry has a name of its own in the
// document (a bookmark's), and the words that cite a source lead there.
namespace soat::citation::session {

// The name of the entry of a source (the engine's id) in the list of a part (empty: in that of all), ASCII, short
// enough for Word.
std::string entry_name(std::string_view source, std::string_view part);

// Whether something has the name of an entry in the list of that part.
bool is_entry_name(std::string_view name, std::string_view part);

// The text of a citation as it is put into a document.
struct CitationText {
  std::string rtf;
  std::vector<TextLink> links;  // in their order; none overlaps another

  bool operator==(const CitationText&) const = default;
};

// A text of the engine's, which tells which words are of which source, for the document: words of a source lead to its
// entry, whose name `name_of` gives (empty: it has none). A citation of one source leads there as a whole.
CitationText link_cites(const std::string& marked,
                        const std::function<std::string(const std::string& source)>& name_of);

// Links as a document remembers them, ASCII; empty for none.
std::string links_record(const std::vector<TextLink>& links);

}  // namespace soat::citation::session
