#pragma once

#include <array>
#include <cstdint>

#include "model/word_id.h"

// The file of a language model. Little endian. A header, a table of sections, the sections; each section starts at a
// multiple of 8 and is followed by at least 8 zero bytes, so that packed numbers can be read with one 64-bit load.
namespace soat::model {

inline constexpr std::array<char, 8> kMagic{'S', 'o', 'a', 't', ' ', 'L', 'M', '\n'};
inline constexpr std::uint32_t kFormatVersion = 1;

enum class SectionKind : std::uint32_t {
  vocabulary = 1,  // WordRecord for each word number, then the words' spellings in UTF-8
  words = 2,       // order 1: for each word number its log-probability and log-backoff as two floats
  records = 3,     // order k >= 2: packed [word | probability code | backoff code], sorted by context, then word
  children = 4,    // order k < highest: for each node a one bit, then a zero bit for each continuation; a last one bit
  samples = 5,     // order k < highest: 32-bit position of every kSelectStep-th one bit of children
  codebook = 6,    // order k >= 2: floats: log-probabilities, then log-backoffs (none in the highest order)
};

inline constexpr std::uint32_t kSelectStep = 32;

struct FileHeader {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t order;
  std::uint32_t vocabulary;  // number of word numbers, classes included
  std::uint32_t section_count;
  std::uint64_t file_size;
  std::uint64_t table_checksum;   // of the section table
  std::uint64_t header_checksum;  // of all fields before this one
};
static_assert(sizeof(FileHeader) == 48);

struct SectionEntry {
  SectionKind kind;
  std::uint32_t order;
  std::uint64_t offset;
  std::uint64_t size;  // bytes, without the zero bytes that follow
  std::uint64_t checksum;
  std::uint64_t count;     // nodes, words or bits, by kind
  std::uint8_t word_bits;  // for records
  std::uint8_t probability_bits;
  std::uint8_t backoff_bits;
  std::array<std::uint8_t, 5> reserved;
};
static_assert(sizeof(SectionEntry) == 48);

struct WordRecord {
  std::uint32_t spelling;  // offset of the spelling, from the end of the records; it ends where the next one starts
  std::uint32_t lower;     // how often it was seen in small letters, or capitalised only because it starts a sentence
  std::uint32_t capitalised;  // capitalised inside a sentence
  std::uint32_t upper;        // in capitals throughout
  std::uint32_t
      family;  // first word number of its accent family; the highest bit marks a separate entry for a capitalised form
};
static_assert(sizeof(WordRecord) == 20);

}  // namespace soat::model
