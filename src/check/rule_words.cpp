#include "check/rule_words.h"

#include <algorithm>
#include <bitset>
#include <utility>

#include "text/letter_case.h"
#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::check {
namespace {

// By RuleWords::List.
constexpr std::array<std::string_view, static_cast<std::size_t>(RuleWords::List::count)> names = {
    "stamp",      "stamp-label",    "stamp-verb",
    "stamp-day",  "stamp-weekday",  "caption-credit",
    "open-end",   "talk",           "small",
    "unit",       "saying",         "body",
    "place",      "before-weekday", "lunar",
    "generic",    "unit-of-place",  "street",
    "direction",  "no-office",      "cardinal",
    "ordinal",    "counted",        "part",
    "part-roman", "dated",          "counted-by-number",
    "announcing", "opener",         "titled",
    "product",    "either-capital", "bearer",
    "lettered"};

}  // namespace

bool WordList::has(std::u16string_view word) const {
  return index_of(word) != size();
}

std::size_t WordList::index_of(std::u16string_view word) const {
  return static_cast<std::size_t>(std::ranges::find(words_, word) - words_.begin());
}

bool WordList::has_in_lower(std::u16string_view word) const {
  return std::ranges::any_of(words_, [&](std::u16string_view one) { return text::equals_in_lower(word, one); });
}

RuleWords RuleWords::load(const std::filesystem::path& file) {
  RuleWords words;
  std::bitset<names.size()> read;
  text::TableReader table(file, "rule-words");
  while (table.next(2, 2)) {
    const auto at = static_cast<std::size_t>(std::ranges::find(names, table[0]) - names.begin());
    if (at == names.size()) table.fail(texts::error_row_class_unknown);
    if (read[at]) table.fail(texts::error_row_twice);
    read.set(at);
    std::vector<std::u16string> list;
    for (const std::string_view word : text::split(table[1], '|')) {
      if (word.empty()) table.fail(texts::error_row_no_word);
      list.push_back(text::to_utf16(word));
    }
    words.lists_[at] = WordList(std::move(list));
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!read[i]) table.fail({texts::error_row_nothing_of, names[i]});
  }
  return words;
}

}  // namespace soat::check
