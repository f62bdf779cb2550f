#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/dictionary_file.h"

namespace soat::lexicon {

// What is known of a listed word.
struct WordInfo {
  WordKind kind = WordKind::none;
  std::uint8_t frequency = 0;

  explicit operator bool() const { return kind != WordKind::none; }
};

// A set of words with open addressing over one block of text, made once and then only read. A word listed in lower case
// is also found capitalised and in capitals; one listed capitalised (Napoléon) also in capitals; any other writing
// (UBND, iPhone) as listed and in capitals.
class WordTable {
 public:
  // Makes room for about that many words.
  void reserve(std::size_t words, std::size_t units);

  // Adds a word (composed). One that is listed already keeps the greater kind and frequency and every writing.
  void add(std::u16string_view word, WordInfo info);

  // What is known of a word in the letter case given; nothing (kind none) when it is not listed or not in this writing.
  // No allocation for words of up to 64 units; longer ones are never listed.
  WordInfo find(std::u16string_view word) const;

  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::uint32_t start = 0;
    std::uint8_t length = 0;
    std::uint8_t writings = 0;
    WordInfo info;
  };

  std::size_t slot_of(std::u16string_view lower) const;
  void grow(std::size_t slots);

  std::u16string text_;  // the words in lower case, one after the other
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // entry number + 1, or 0; the size is a power of two
};

}  // namespace soat::lexicon
