#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/error.h"

namespace soat::check {

// What an office wants written or not: a text file in UTF-8 that its people share, one entry a line, cells with tabs
// between them:
//
//   # a comment; empty lines are passed over
//   prefer<tab>WRITE<tab>INSTEAD OF|OR OF<tab>reason
//   avoid<tab>PHRASE<tab>better|or<tab>reason            the last two may be empty
//   never<tab>PHRASE<tab><tab>reason                     nothing is said of it
//
// The first cell may be in Vietnamese: nên viết, tránh, không báo. A phrase that is written without capitals is found
// in any case, another one as it is written; blanks in it are any blanks. A row that cannot be used is told with its
// line and passed over.
class HouseList {
 public:
  enum class Kind : std::uint8_t { prefer, avoid, never };

  struct Entry {
    Kind kind = Kind::avoid;
    std::u16string phrase;                    // composed; what is looked for
    std::vector<std::u16string> suggestions;  // of "prefer" what is to be written
    std::u16string reason;                    // may be empty
    std::size_t line = 0;
  };

  // [start, end) of the text, UTF-16 units.
  struct Match {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    const Entry* entry = nullptr;
  };

  using Range = std::pair<std::uint32_t, std::uint32_t>;  // [first, second) of the text, UTF-16 units

  // Adds to problems an Error for each row that cannot be used. Throws soat::Error when the file cannot be read, or is
  // in UTF-16.
  static HouseList read(const std::filesystem::path& path, std::vector<Error>& problems);
  // name: what errors call it.
  static HouseList parse(std::string_view bytes, const std::filesystem::path& name, std::vector<Error>& problems);

  const std::vector<Entry>& entries() const { return entries_; }

  // Where the entries' phrases stand as whole words in a composed text, by their starts; not where they are part of
  // what an entry wants written. Takes time in proportion to the text. wanted: gets the ranges of what entries want
  // written and what stands there as they want it, by their starts.
  std::vector<Match> find(std::u16string_view text, std::vector<Range>* wanted = nullptr) const;

  // Whether an entry says of this word, composed, and of the whole of it that nothing is said of it. An entry of
  // several words says nothing of each.
  bool is_never_flagged(std::u16string_view word) const;

 private:
  // A phrase of an entry, or what an entry wants written.
  struct Phrase {
    std::u16string text;
    std::size_t entry = 0;
    bool any_case = false;
    bool is_right = false;
  };

  void add(Entry entry);
  void index(std::u16string text, std::size_t entry, bool any_case, bool is_right);

  std::vector<Entry> entries_;
  std::vector<Phrase> phrases_;
  std::unordered_map<std::u16string, std::vector<std::size_t>> by_first_word_;  // in lower case
};

}  // namespace soat::check
