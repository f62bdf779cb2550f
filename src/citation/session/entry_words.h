#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citation/session/formatter.h"

// Entries of a list of sources that no record knows: another program has written them, or an older version of ours, in
// whatever style. They are known by the words of the works.
namespace soat::citation::session {

// How often each word stands somewhere, in lower case.
using WordCounts = std::unordered_map<std::u16string, int>;

class EntryWords {
 public:
  explicit EntryWords(const std::vector<ItemData>& works);

  // Up to where a text is an entry of one of the works, in UTF-16 units: its length where nothing follows that the work
  // does not say, 0 where it is no entry.
  std::size_t entry_at_start(std::u16string_view text) const;

 private:
  struct Work {
    WordCounts words;       // of all that is known of it
    WordCounts names;       // of its authors, or of whoever takes their place
    std::size_t title = 0;  // how many different words its title has
  };

  std::vector<Work> works_;
  std::unordered_map<std::u16string, std::vector<std::uint32_t>> by_title_;  // works with the word in their title
};

}  // namespace soat::citation::session
