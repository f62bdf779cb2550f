#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/zotero/codec.h"
#include "citation/zotero/foreign_field.h"
#include "text/message.h"

namespace soat::citation::zotero {

// A citation or list of sources as it lies in a document.
struct Field {
  std::string code;        // name of the mark or section, value behind the bookmark, or code of a Word field
  std::string text;        // what stands in the document
  bool text_known = true;  // false where a reader does not show it
  std::optional<ForeignField> other = std::nullopt;  // what another program keeps there; code says nothing then
};

// What is to be said of one citation by itself.
struct CitationState {
  bool damaged = false;  // there are no cites
  bool no_data = false;  // a source with nothing but a name
  bool kept = false;     // the user keeps a text of his own (dontUpdate, custom)
  bool edited = false;   // the text is not what was put in, and is not kept. What was typed beside it is no edit.
};

// `citation` is in today's form (modern_citation), or null where it could not be read. `text` is what stands in the
// document; nothing where that is not known.
CitationState state_of(const Json& citation, const std::optional<std::string>& text);

struct FieldProblem {
  enum class Kind {
    damaged,     // the data cannot be read
    no_data,     // a source with nothing but a name
    edited,      // the text is not what was put in, and the user has not said to keep it
    not_listed,  // the document's list of sources does not have a source that is cited here
    no_list,     // the document has citations and no list; told once
    repeated,    // another item in the document is the same work; told once a work
    foreign,     // the document's citations are those of a program for Word; told once a program, `about` names it
  };
  std::size_t field = 0;
  Kind kind = Kind::damaged;
  std::string about;  // title of the source; may be empty
};

// What the user is told of a problem.
text::MessageId<0> message_of(FieldProblem::Kind kind);

struct FieldReview {
  std::vector<FieldProblem> problems;
  // Lines of lists (field, line) that no source of the document answers for.
  std::vector<std::pair<std::size_t, std::size_t>> unlisted_lines;
};

// Looks over the fields of one document, in document order.
FieldReview review_fields(const std::vector<Field>& fields);

}  // namespace soat::citation::zotero
