#pragma once

#include <span>
#include <string_view>

namespace soat::citation {

// A text of the interface in both its languages, UTF-16.
struct Bilingual {
  std::u16string_view vi;
  std::u16string_view en;
  std::u16string_view in(bool vietnamese) const { return vietnamese ? vi : en; }
};

enum class FieldEntry : unsigned char {
  text,    // a string
  people,  // names of persons, and of bodies that are known as such, separated by semicolons
  bodies,  // names of bodies among those of the same role
  date,    // 05/3/2020, 3/2020, 2020
};

struct ItemField {
  const char* key;  // the CSL variable
  FieldEntry entry;
  Bilingual label;
};

struct ItemType {
  const char* type;  // the CSL type
  Bilingual label;
  std::span<const ItemField> fields;  // in the order of the form; at most most_fields
};

inline constexpr std::size_t most_fields = 18;

// Every type of CSL 1.0.2 with the fields that its form shows; those used most come first. They are those of forms.txt.
std::span<const ItemType> item_types();

// The form of a type; that of "document" for one that is not known.
const ItemType& item_type(std::string_view type);

}  // namespace soat::citation
