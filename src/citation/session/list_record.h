#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "citation/session/list.h"

// What a document remembers of its list of sources as it was last written (the property SOAT_LIST), and with that
// which words in the list's place are the user's own.
namespace soat::citation::session {

// The lines' lengths and sums, ASCII: enough to know them again, and short in a document with hundreds of sources.
std::string list_record(const std::vector<ListLine>& lines);

// Where in each paragraph what the user has written begins, in UTF-16 units: 0 where all of it is theirs, its length
// where nothing is. `lines` are those that the list is to have, `record` is what list_record gave of those before;
// where that is empty all is taken for the list's. Words that the list says anyway count as its own.
std::vector<std::size_t> users_text(const std::vector<ListLine>& lines, std::string_view record,
                                    const std::vector<std::u16string>& paragraphs);

}  // namespace soat::citation::session
