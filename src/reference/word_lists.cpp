#include "reference/word_lists.h"

#include <array>
#include <stdexcept>

#include "text/table_reader.h"
#include "text/utf.h"
#include "texts/error.h"

namespace soat::reference {

namespace data {
extern const std::string_view bodies;
extern const std::string_view family_names;
extern const std::string_view source_list;
}  // namespace data

namespace {

std::array<Phrases, 3> read_bodies() {
  std::array<Phrases, 3> uses;
  constexpr std::array<std::string_view, 3> names = {"issuer", "author", "name"};
  text::TableReader table = text::TableReader::compiled_in("bodies.txt", data::bodies);
  while (table.next(2, 2)) {
    for (const std::string_view use : text::split(table[1], ' ')) {
      std::size_t known = 0;
      while (known < names.size() && names[known] != use) ++known;
      if (known == names.size()) table.fail(texts::error_row_class_unknown);
      uses[known].add(text::to_utf16(table[0]));
    }
  }
  return uses;
}

FamilyNames read_family_names() {
  FamilyNames names;
  text::TableReader table = text::TableReader::compiled_in("family-names.txt", data::family_names);
  while (table.next(1, 2)) {
    const std::u16string name = text::to_utf16(table[0]);
    const std::u16string key = word_key(name);
    Phrases* phrases = nullptr;
    if (!table[1].empty()) {
      for (const std::string_view one : text::split(table[1], ' ')) {
        if (one == "common") {
          names.common.push_back(name);
        } else if (one == "only") {
          names.only.insert(key);
        } else if (one == "unmarked") {
          names.unmarked.insert(word_plain(name));
        } else if (one == "double") {
          phrases = &names.several_words;
        } else if (one == "pen") {
          phrases = &names.pen_names;
        } else if (one == "title") {
          phrases = &names.religious_titles;
        } else {
          table.fail(texts::error_row_class_unknown);
        }
      }
    }
    if (phrases != nullptr) {
      phrases->add(name);
    } else {
      names.all.insert(key);
    }
  }
  return names;
}

}  // namespace

WordLists::WordLists(std::string_view name, std::string_view rows) {
  text::TableReader table = text::TableReader::compiled_in(name, rows);
  while (table.next(2, 2)) {
    Phrases& list = lists_[std::string(table[0])];
    for (const std::string_view phrase : text::split(table[1], '|')) list.add(text::to_utf16(phrase));
  }
}

const Phrases& WordLists::operator[](std::string_view list) const {
  const auto found = lists_.find(list);
  if (found == lists_.end()) throw std::out_of_range("no list of words " + std::string(list));
  return found->second;
}

const WordLists& WordLists::source_list() {
  static const WordLists lists("source-list.txt", data::source_list);
  return lists;
}

const Phrases& first_words_of_bodies(BodyUse use) {
  static const std::array<Phrases, 3> uses = read_bodies();
  return uses[static_cast<std::size_t>(use)];
}

const FamilyNames& FamilyNames::get() {
  static const FamilyNames names = read_family_names();
  return names;
}

}  // namespace soat::reference
