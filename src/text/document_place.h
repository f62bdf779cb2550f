#pragma once

#include <cstdint>
#include <optional>

#include "text/message.h"

namespace soat::text {

// Where a paragraph stands in its document, by what the document itself counts, from 1; 0: it stands in none.
struct DocumentPlace {
  std::uint32_t paragraph = 0;  // from 0
  std::uint32_t page = 0;       // of a file that consists of pages (.pdf)
  std::uint32_t chapter = 0;    // of a book: its files in the order of reading (.epub)
  std::uint32_t table = 0;      // in the order of their beginnings
  std::uint32_t row = 0;        // of that table
  std::uint32_t column = 0;
  std::uint32_t footnote = 0;
  std::uint32_t endnote = 0;

  bool is_known() const { return page > 0 || chapter > 0 || table > 0 || footnote > 0 || endnote > 0; }
};

// "table 2, row 3, column 1". Nothing for a place that is not known.
std::optional<Message> told(const DocumentPlace& place);

}  // namespace soat::text
