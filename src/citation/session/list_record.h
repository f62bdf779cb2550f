#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "citation/session/formatter.h"
#include "citation/session/list.h"

// What a document remembers of its list of sources as it was last written (the property SOAT_LIST), and with that
// which words in the list's place are the user's own.
namespace soat::citation::session {

// The lines' lengths and sums, ASCII: enough to know them again, and short in a document with hundreds of sources.
std::string list_record(const std::vector<ListLine>& lines);

// By what lines are known that were in a list before. The record is not all: another program may have written the list
// since, or all of it.
struct ListMemory {
  std::string record;                 // what list_record gave of the lines before; empty where nothing is recorded
  std::vector<ItemData> works;        // whose entries may stand there
  std::vector<std::u16string> texts;  // lines that are no entries: headings, what an empty list says
};

// Where in each paragraph what the user has written begins, in UTF-16 units: 0 where all of it is theirs, its length
// where nothing is. `lines` are those that the list is to have. Words that the list says anyway count as its own.
std::vector<std::size_t> users_text(const std::vector<ListLine>& lines, const ListMemory& memory,
                                    const std::vector<std::u16string>& paragraphs);

}  // namespace soat::citation::session
