#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/category.h"

namespace soat::review {

// The lines that Writer draws under what a proofreader has found; a bold wave looks as a wave.
enum class MarkLine : std::uint8_t { wave, dotted, solid };

struct MarkStyle {
  std::uint32_t colour = 0;  // RGB
  MarkLine line = MarkLine::wave;

  bool operator==(const MarkStyle&) const = default;
};

// How each category is underlined.
struct MarkStyles {
  std::array<MarkStyle, check::categories.size()> by_category;
  // Entries of a newer version, or damaged ones: they change nothing, and are kept as they are.
  std::vector<std::u16string> not_understood;

  const MarkStyle& of(check::Category category) const { return by_category[static_cast<std::size_t>(category)]; }
  MarkStyle& of(check::Category category) { return by_category[static_cast<std::size_t>(category)]; }
  bool operator==(const MarkStyles&) const = default;
};

// The category's own colour, and a wave.
MarkStyle usual_mark(check::Category category);
MarkStyles usual_marks();

// What is kept of them, one entry for each category that is not as usual ("spelling=E65100 wave"), and back. Of two
// entries for one category the last counts.
MarkStyles read_marks(const std::vector<std::u16string>& entries);
std::vector<std::u16string> entries_of(const MarkStyles& marks);

// Leaves out what was not understood of categories that this version has: damaged entries, for the user has set them.
void forget_damaged(MarkStyles& marks);

// "E65100", with or without a number sign before it, in small letters or capitals. Gives false for anything else.
bool read_colour(std::u16string_view text, std::uint32_t& rgb);
std::u16string colour_digits(std::uint32_t rgb);

// A picture of a line under nothing, as Writer draws it: width times height pixels (RGB) from the top on, on white.
std::vector<std::uint32_t> mark_sample(const MarkStyle& mark, std::uint32_t width, std::uint32_t height);

}  // namespace soat::review
