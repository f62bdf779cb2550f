#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace soat::citation::zotero {

// A citation or list of sources as it lies in a document.
struct Field {
  std::string code;        // name of the mark or section, value behind the bookmark, or code of a Word field
  std::string text;        // what stands in the document
  bool text_known = true;  // false where a reader does not show it
};

struct FieldProblem {
  enum class Kind {
    damaged,     // the data cannot be read
    no_data,     // a source with nothing but a name
    edited,      // the text is not what was put in, and the user has not said to keep it
    not_listed,  // the document's list of sources does not have a source that is cited here
    no_list,     // the document has citations and no list; told once
    repeated,    // another item in the document is the same work; told once a work
  };
  std::size_t field = 0;
  Kind kind = Kind::damaged;
  std::string about;  // title of the source; may be empty
};

struct FieldReview {
  std::vector<FieldProblem> problems;
  // Lines of lists (field, line) that no source of the document answers for.
  std::vector<std::pair<std::size_t, std::size_t>> unlisted_lines;
};

// Looks over the fields of one document, in document order. Fields of other programs are passed over.
FieldReview review_fields(const std::vector<Field>& fields);

}  // namespace soat::citation::zotero
