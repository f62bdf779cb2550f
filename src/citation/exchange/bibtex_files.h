#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace soat::citation {

// The field `file` of BibTeX: a path, or "description:path:type" several times with semicolons between them, in which
// a backslash makes the next letter stand for itself (JabRef; also Zotero, Mendeley). Empty descriptions are usual.
std::vector<std::string> files_in_bibtex(std::string_view field);
std::string files_for_bibtex(const std::vector<std::string>& files);

}  // namespace soat::citation
