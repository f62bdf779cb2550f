#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/checking.h"
#include "document/reader.h"
#include "document/revision.h"

namespace soat::cli {

// One place that was put right, in what was read of the document.
struct Fixed {
  std::size_t paragraph = 0;
  std::size_t column = 0;  // code points before it
  std::string_view rule;
  std::u16string before;
  std::u16string after;
};

// What became of a document.
struct FixedDocument {
  std::string bytes;         // the whole file
  std::vector<Fixed> fixed;  // in the order of fixing
  std::size_t left = 0;      // sure ones that could not be changed where they stand
  bool is_plain_text = false;
  std::string original;                // of plain text: the whole file as it was
  std::vector<std::u16string> before;  // paragraphs as they stand in the file
  std::vector<std::u16string> after;
  std::vector<text::Message> warnings;  // of the reader
};

// Puts right what is found with at least this confidence and has a suggestion, and then what is found because of that,
// until nothing more is. file: by whose settings; name: for messages. Comments change nothing, so they are made once.
// Throws soat::Error as document::parse and document::revise do.
FixedDocument fix(std::string bytes, const std::string& name, const std::string& file,
                  std::optional<document::Format> format, const Checking& checking, double sure,
                  const document::RevisionOptions& options, text::Language language);

}  // namespace soat::cli
