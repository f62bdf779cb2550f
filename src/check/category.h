#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

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

// One line of text for people, UTF-8, in both languages of the interface.
struct Bilingual {
  std::string_view vi;
  std::string_view en;
};

struct CategoryInfo {
  Category category;
  std::string_view name;  // in reports and options
  Bilingual title;
  // RGB, of the wave under the text: told apart also by people who do not tell red from green (the pairs that meet most
  // often differ in lightness). Red stays the spell checker's.
  std::uint32_t colour;
};

// One entry a category, in their order.
inline constexpr auto categories = std::to_array<CategoryInfo>({
    {Category::spelling, "spelling", {"Chính tả", "Spelling"}, 0xE65100},
    {Category::garble, "garble", {"Câu chữ bất thường", "Garbled text"}, 0x8E24AA},
    {Category::residue, "residue", {"Rác từ trang web hay công cụ", "Left-over of a web page or tool"}, 0x6D4C41},
    {Category::encoding, "encoding", {"Bảng mã, phông chữ", "Encoding"}, 0x00838F},
    {Category::capitalisation, "capitalisation", {"Viết hoa", "Capitalisation"}, 0x1565C0},
    {Category::punctuation, "punctuation", {"Dấu câu", "Punctuation"}, 0x1565C0},
    {Category::style, "style", {"Thống nhất cách viết", "Style"}, 0x43A047},
    {Category::consistency, "consistency", {"Điều không khớp nhau", "Facts that do not agree"}, 0x827717},
    {Category::citation, "citation", {"Trích dẫn", "Citation"}, 0x546E7A},
});

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
