#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soat::check {

// Words in small letters, or beginnings of words, that a rule looks for.
class WordList {
 public:
  WordList() = default;
  explicit WordList(std::vector<std::u16string> words) : words_(std::move(words)) {}

  // Whether the word is one of the list as it is written.
  bool has(std::u16string_view word) const;
  // The same for a word in capitals.
  bool has_in_lower(std::u16string_view word) const;

  std::size_t size() const { return words_.size(); }
  // The place of a word as it is written; size() when it is none of the list.
  std::size_t index_of(std::u16string_view word) const;

  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }

 private:
  std::vector<std::u16string> words_;
};

// The lists of words that rules need: dictionaries/vi/rule-words.txt, whose head says what each is for. Immutable.
class RuleWords {
 public:
  enum class List : std::uint8_t {
    stamp,
    stamp_label,
    stamp_verb,
    stamp_day,
    stamp_weekday,
    caption_credit,
    open_end,
    talk,
    small,
    unit,
    saying,
    body,
    place,
    before_weekday,
    lunar,
    generic,
    unit_of_place,
    street,
    direction,
    no_office,
    cardinal,
    ordinal,
    counted,
    part,
    part_roman,
    dated,
    counted_by_number,
    announcing,
    opener,
    titled,
    product,
    either_capital,
    bearer,
    lettered,
    count
  };

  // Throws soat::Error when the file cannot be used, or a list is missing, unknown or there twice.
  static RuleWords load(const std::filesystem::path& file);

  const WordList& operator[](List list) const { return lists_[static_cast<std::size_t>(list)]; }

 private:
  std::array<WordList, static_cast<std::size_t>(List::count)> lists_;
};

}  // namespace soat::check
