#pragma once

#include <bitset>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <unordered_map>

#include "text/hash.h"

namespace soat::check {

// What a phrase of web pages says about the paragraph it stands in; see dictionaries/vi/web-residue.txt.
enum class ResidueKind : std::uint16_t {
  none = 0,
  line = 1,
  weak = 2,
  start = 4,
  any = 8,
  head = 16,
  foot = 32,
  count = 64,
  thing = 128,
  which = 256,
  call = 512,
  site = 1024
};

// Words as they are compared: letters only, in lower case, one blank between words; built up unit by unit without
// allocation.
class PhraseKey {
 public:
  // Takes the next UTF-16 unit of a text.
  void add(char16_t unit);
  std::uint64_t value() const { return hash_.value(); }
  bool empty() const { return words_ == 0; }
  int words() const { return words_; }

 private:
  text::Fnv1a hash_;
  int words_ = 0;
  bool in_word_ = false;
};

PhraseKey key_of(std::u16string_view text);

// The phrases of the list. Immutable.
class ResiduePhrases {
 public:
  // Throws soat::Error when the file cannot be read or is no such list.
  static ResiduePhrases load(const std::filesystem::path& file);

  bool has(const PhraseKey& key, ResidueKind kind) const {
    const auto found = kinds_.find(key.value());
    return found != kinds_.end() && (found->second & static_cast<std::uint16_t>(kind)) != 0;
  }
  // Whether a phrase that is looked for inside a line may begin with this word; often says so wrongly, never fails to.
  bool may_begin(const PhraseKey& word) const { return first_words_.test(word.value() % first_words_.size()); }
  // Words in the longest phrase that is looked for inside a line.
  int longest() const { return longest_; }

 private:
  std::unordered_map<std::uint64_t, std::uint16_t> kinds_;  // by value of PhraseKey: ResidueKind, several or-ed
  std::bitset<1021> first_words_;
  int longest_ = 0;
};

}  // namespace soat::check
