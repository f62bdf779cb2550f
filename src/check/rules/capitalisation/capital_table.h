#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/analysis.h"
#include "text/syllable.h"

namespace soat::check {

// How surely other capitals than those of the table are wrong; see dictionaries/vi/capitals.txt.
enum class CapitalKind : std::uint8_t { sure, law, head, body, varies, place, word };

// A name of the table. Bit k of the masks is its token k.
struct CapitalName {
  CapitalKind kind = CapitalKind::sure;
  std::uint8_t length = 0;   // tokens
  std::uint16_t line = 0;    // of its file: names of one line belong together
  std::uint32_t upper = 0;   // begins with a capital
  std::uint32_t cased = 0;   // either is right or wrong; other tokens may be written either way
  std::uint32_t anchor = 0;  // nothing is said unless the text has a capital there
};

// How a name stands in a text. Bits are tokens, as in CapitalName.
struct WrittenCapitals {
  std::uint32_t upper = 0;    // begins with a capital
  std::uint32_t letters = 0;  // is a word in letters with two cases
  std::uint32_t whole = 0;    // is a word of two letters and more, all capitals
  std::uint32_t single = 0;   // is one letter
};

// Names and where their capitals stand, found in a text whatever capitals it has. Immutable.
class CapitalTable {
 public:
  // Throws soat::Error with the file and the line when the file cannot be read or is no such table.
  static CapitalTable load(const std::filesystem::path& file);

  // The longest name whose words are the tokens from `first` on, tone marks and i/y in either style; null when there
  // is none. Takes time in proportion to the name's length; no allocation.
  const CapitalName* find(const text::Analysis& analysis, std::size_t first) const;

 private:
  bool add(std::string_view phrase, CapitalKind kind, std::uint16_t line);  // false: can be no name

  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  static std::size_t slot_of(std::uint32_t key);
  std::uint32_t child(std::uint32_t node, std::uint32_t key) const;

  // By key of what names begin with; says so of some others too, so that most words are passed over quickly.
  std::bitset<text::code_limit + 4096> starts_;
  std::unordered_map<std::uint64_t, std::uint32_t> branch_;  // node and key of a token → node; node 0 is the root
  std::vector<std::uint32_t> name_of_;                       // by node: index in names_, or none
  std::vector<CapitalName> names_;
};

// How `length` tokens from `first` on are written.
WrittenCapitals written_capitals(const text::Analysis& analysis, std::size_t first, std::size_t length);

// The text of the tokens with the capitals of the name and small letters elsewhere, but for tokens that may be written
// either way.
std::u16string with_capitals(const text::Analysis& analysis, std::size_t first, const CapitalName& name);

}  // namespace soat::check
