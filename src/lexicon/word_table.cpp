#include "lexicon/word_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include "text/hash.h"
#include "text/letter_case.h"

namespace soat::lexicon {
namespace {

constexpr std::size_t longest_word = 64;

enum Writing : std::uint8_t { lower = 1, capitalised = 2, upper = 4, mixed = 8 };

// A word in lower case in a buffer of its own, and how it was written.
struct Folded {
  std::array<char16_t, longest_word> units;
  std::size_t size = 0;
  Writing writing = lower;

  std::u16string_view view() const { return {units.data(), size}; }
};

bool fold(std::u16string_view word, Folded& out) {
  if (word.empty() || word.size() > longest_word) return false;
  std::size_t changed = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    out.units[i] = text::to_lower(word[i]);
    changed += out.units[i] != word[i];
  }
  out.size = word.size();
  // Hyphens and apostrophes have no case: what counts is whether a letter stayed small.
  std::size_t small = 0;
  for (std::size_t i = 0; i < word.size(); ++i) small += out.units[i] == word[i] && text::to_upper(word[i]) != word[i];
  if (changed == 0) {
    out.writing = lower;
  } else if (small == 0) {
    out.writing = changed == 1 && word.size() == 1 ? capitalised : upper;
  } else {
    out.writing = changed == 1 && out.units[0] != word[0] ? capitalised : mixed;
  }
  return true;
}

// The writings in which a word listed in this writing is right.
std::uint8_t allowed(Writing listed) {
  switch (listed) {
    case lower:
      return lower | capitalised | upper;
    case capitalised:
      return capitalised | upper;
    case upper:
      return upper;
    case mixed:
      return mixed | upper;
  }
  return 0;
}

}  // namespace

void WordTable::reserve(std::size_t words, std::size_t units) {
  entries_.reserve(words);
  text_.reserve(units);
  grow(std::bit_ceil(std::max<std::size_t>(16, words * 2)));
}

std::size_t WordTable::slot_of(std::u16string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(text::Fnv1a().add_all(word).folded()) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (std::u16string_view(text_).substr(entry.start, entry.length) == word) break;
  }
  return slot;
}

void WordTable::grow(std::size_t slots) {
  if (slots <= slots_.size()) return;
  slots_.assign(slots, 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    slots_[slot_of(std::u16string_view(text_).substr(entries_[i].start, entries_[i].length))] =
        static_cast<std::uint32_t>(i + 1);
  }
}

void WordTable::add(std::u16string_view word, WordInfo info) {
  Folded folded;
  if (!fold(word, folded)) return;
  if ((entries_.size() + 1) * 2 > slots_.size()) grow(std::max<std::size_t>(16, slots_.size() * 2));
  const std::size_t slot = slot_of(folded.view());
  if (slots_[slot] == 0) {
    Entry entry;
    entry.start = static_cast<std::uint32_t>(text_.size());
    entry.length = static_cast<std::uint8_t>(folded.size);
    text_.append(folded.view());
    entries_.push_back(entry);
    slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  }
  Entry& entry = entries_[slots_[slot] - 1];
  entry.writings = static_cast<std::uint8_t>(entry.writings | allowed(folded.writing));
  entry.info.kind = std::max(entry.info.kind, info.kind);
  entry.info.frequency = std::max(entry.info.frequency, info.frequency);
}

WordInfo WordTable::find(std::u16string_view word) const {
  Folded folded;
  if (slots_.empty() || !fold(word, folded)) return {};
  const std::uint32_t number = slots_[slot_of(folded.view())];
  if (number == 0 || (entries_[number - 1].writings & folded.writing) == 0) return {};
  return entries_[number - 1].info;
}

}  // namespace soat::lexicon
