#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "check/slips/slip.h"
#include "text/hash.h"

namespace soat::check::context {

// The words that a writer may have meant by what stands there: those one slip away. Immutable after construction.
class Confusables {
 public:
  // words: what can be meant, referred to by index; entries that take_apart() refuses are never found.
  explicit Confusables(std::span<const std::u16string_view> words);

  // Calls visit(index, slip) for every word that one slip turns into `written`, each word once, by its first
  // description in the order of all_operations(); words with the form of `written` itself are left out. Allocates
  // little; meant for preparing sets of candidates and for words that have none prepared.
  void visit(const Form& written, const std::function<void(std::uint32_t, const Slip&)>& visit) const;

 private:
  struct Entry {
    std::uint32_t word;
    Form form;
  };
  struct NumberedOperation {
    Operation operation;
    std::uint8_t number;
  };

  std::uint8_t number(Operation::Kind kind, std::string_view place) const;

  // Bare letters packed, five bits each, the first lowest: edits are shifts, and most of their results are ruled out by
  // a bit.
  using Packed = std::uint64_t;
  static Packed pack(std::string_view bare);
  static std::size_t slot(Packed key) { return text::spread(key) >> 48; }
  // The words with these bare letters.
  std::span<const Entry> family(Packed key) const;
  bool may_hold(Packed key) const { return (known_[slot(key) / 64] >> (slot(key) % 64) & 1) != 0; }

  std::size_t word_count_;
  struct Family {
    Packed key = 0;  // 0: free
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  std::vector<Entry> entries_;        // family by family
  std::vector<Family> families_;      // a hash table with linear probing; a power of two
  std::vector<std::uint64_t> known_;  // a bit for each slot of a key of families_
  std::vector<NumberedOperation> onsets_, codas_, rimes_, places_;
};

// The consonants before the first vowel of bare letters, "gi" before a vowel and "q" before u included; and the
// consonants, or the glide, after the last vowel.
std::string_view bare_onset(std::string_view bare);
std::string_view bare_coda(std::string_view bare);

}  // namespace soat::check::context
