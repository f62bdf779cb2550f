#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "texts/category.h"

namespace soat::check {

// The kinds of findings, each with its colour; in the order in which people are told of them.
enum class Category : std::uint8_t {
  spelling,
  garble,
  residue,
  encoding,
  capitalisation,
  punctuation,
  style,
  consistency,
  citation
};

struct CategoryInfo {
  Category category;
  std::string_view name;  // in reports and options
  text::MessageId<0> title;
  // RGB, of the wave under the text: told apart also by people who do not tell red from green (the pairs that meet most
  // often differ in lightness). Red stays the spell checker's.
  std::uint32_t colour;
};

// One entry a category, in their order.
inline constexpr auto categories = std::to_array<CategoryInfo>({
    {Category::spelling, "spelling", texts::category_spelling, 0xE65100},
    {Category::garble, "garble", texts::category_garble, 0x8E24AA},
    {Category::residue, "residue", texts::category_residue, 0x6D4C41},
    {Category::encoding, "encoding", texts::category_encoding, 0x00838F},
    {Category::capitalisation, "capitalisation", texts::category_capitalisation, 0x1565C0},
    {Category::punctuation, "punctuation", texts::category_punctuation, 0x1565C0},
    {Category::style, "style", texts::category_style, 0x43A047},
    {Category::consistency, "consistency", texts::category_consistency, 0x827717},
    {Category::citation, "citation", texts::category_citation, 0x546E7A},
});

// A colour (RGB) for each category, in their order.
using CategoryColours = std::array<std::uint32_t, categories.size()>;

inline constexpr CategoryColours usual_colours = [] {
  CategoryColours colours{};
  for (const CategoryInfo& category : categories)
    colours[static_cast<std::size_t>(category.category)] = category.colour;
  return colours;
}();

constexpr const CategoryInfo& info_of(Category category) {
  return categories[static_cast<std::size_t>(category)];
}

// "spelling", "garble", …: the name used in reports and options.
constexpr std::string_view name(Category category) {
  return info_of(category).name;
}

// Gives false for an unknown name.
bool category_from_name(std::string_view text, Category& out);

}  // namespace soat::check
