#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "check/variants/variants.h"

// What the files of this folder share. Each adds its kinds of groups to out; the order is put right at the end.
namespace soat::check::variants {

void add_names(std::span<const text::Analysis> paragraphs, const lexicon::Lexicon& lexicon,
               std::vector<VariantGroup>& out);
void add_bodies(std::span<const text::Analysis> paragraphs, const CapitalTable& varying,
                std::vector<VariantGroup>& out);
void add_abbreviations(std::span<const text::Analysis> paragraphs, std::vector<VariantGroup>& out);
void add_numbers(std::span<const text::Analysis> paragraphs, std::vector<VariantGroup>& out);
void add_dates(std::span<const text::Analysis> paragraphs, std::vector<VariantGroup>& out);

// A place by its offsets in the composed text.
struct Spot {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Spot&) const = default;
};

Place handed_in(std::span<const text::Analysis> paragraphs, const Spot& spot);

// A group of ways each of which stands at spots. spots[i]: of way i, in document order; as(i, spot, j): what stands at
// a spot of way i if it is written in way j. Ways without a spot are left out; the most frequent comes first.
VariantGroup make_group(VariantKind kind, std::span<const text::Analysis> paragraphs,
                        const std::vector<std::vector<Spot>>& spots,
                        const std::function<std::u16string(std::size_t, const Spot&, std::size_t)>& as);

}  // namespace soat::check::variants
