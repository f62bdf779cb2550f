#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "reference/phrases.h"

namespace soat::reference {

// Lists of words and phrases that are compiled in, rows "LIST<tab>PHRASE|PHRASE…"; those of one list are put together
// in the order of the rows. Immutable.
class WordLists {
 public:
  // rows: the text of the table; name is what errors call it.
  WordLists(std::string_view name, std::string_view rows);

  // A list by its name. Throws std::out_of_range when there is none.
  const Phrases& operator[](std::string_view list) const;

  // The keys of a list of single words, as LineWord::key has them.
  std::set<std::u16string> keys(std::string_view list) const { return (*this)[list].keys(); }

  // The lists of data/source-list.txt.
  static const WordLists& source_list();

 private:
  std::map<std::string, Phrases, std::less<>> lists_;
};

// First words of the names of bodies, by what they tell; see data/bodies.txt.
enum class BodyUse : std::uint8_t { issuer, author, name };
const Phrases& first_words_of_bodies(BodyUse use);

// Family names of Vietnam's peoples; see data/family-names.txt. Sets hold keys as LineWord::key has them.
struct FamilyNames {
  std::unordered_set<std::u16string> all;
  std::vector<std::u16string> common;           // of more than nine Vietnamese in ten, as written in small letters
  std::unordered_set<std::u16string> only;      // hardly ever given names
  std::unordered_set<std::u16string> unmarked;  // as LineWord::plain: known without their marks
  Phrases several_words;
  Phrases pen_names;         // whole names that have no family name, though some begin like one
  Phrases religious_titles;  // what stands before the names of the religious, who have no family name

  static const FamilyNames& get();
};

}  // namespace soat::reference
