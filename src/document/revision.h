#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/reader.h"

namespace soat::document {

// A place of a document as it was read, and what is to stand there.
struct Change {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;  // UTF-16 units of Document::paragraphs(), half open
  std::uint32_t end = 0;
  std::u16string text;
  std::u16string reason;  // what a comment says
};

enum class RevisionKind {
  change,   // the text is another; each letter keeps its formatting
  tracked,  // as changes that the reader may accept or reject; .odt and .docx
  comment   // the text stays, and comments say what is to be changed; .odt and .docx
};

struct RevisionOptions {
  RevisionKind kind = RevisionKind::change;
  std::string author = "Soát";  // of tracked changes and comments
  std::string date;             // of these, as XML Schema's dateTime
};

struct Revision {
  std::string bytes;          // the whole file
  std::vector<bool> is_made;  // for each change; where text is no text of the file (a field, a tab) none is
  std::size_t count = 0;      // of those that were made
};

// Makes changes in a file that was read from these bytes, and in nothing else of it: of plain text all other bytes stay
// (but the encoding is written without faults), of .odt and .docx all parts and in the parts all markup. changes must
// not overlap and be in order. What comes out is read again, and must hold the text wanted. Throws soat::Error when the
// format cannot be changed in that way, for a document that is signed, and when what comes out is not what was wanted.
Revision revise(std::string_view bytes, const std::string& name, std::optional<Format> format, const Document& document,
                std::span<const Change> changes, const RevisionOptions& options);

}  // namespace soat::document
