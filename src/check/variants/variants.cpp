#include "check/variants/variants.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "check/variants/parts.h"

namespace soat::check {

namespace variants {

Place handed_in(std::span<const text::Analysis> paragraphs, const Spot& spot) {
  const auto [start, end] = paragraphs[spot.paragraph].original_span(spot.start, spot.end);
  return {spot.paragraph, start, end};
}

VariantGroup make_group(VariantKind kind, std::span<const text::Analysis> paragraphs,
                        const std::vector<std::vector<Spot>>& spots,
                        const std::function<std::u16string(std::size_t, const Spot&, std::size_t)>& as) {
  std::vector<std::size_t> ways;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (!spots[i].empty()) ways.push_back(i);
  }
  std::ranges::sort(ways, [&](std::size_t a, std::size_t b) {
    if (spots[a].size() != spots[b].size()) return spots[a].size() > spots[b].size();
    return spots[a].front() < spots[b].front();
  });
  VariantGroup group{kind, {}};
  for (const std::size_t way : ways) {
    Variant variant;
    for (const Spot& spot : spots[way]) {
      VariantPlace place{handed_in(paragraphs, spot), {}};
      for (const std::size_t other : ways) place.as.push_back(as(way, spot, other));
      variant.places.push_back(std::move(place));
    }
    const Spot& first = spots[way].front();
    variant.form = paragraphs[first.paragraph].text.substr(first.start, first.end - first.start);
    group.variants.push_back(std::move(variant));
  }
  return group;
}

namespace {

Place first_of(const VariantGroup& group) {
  Place first = group.variants.front().places.front().place;
  for (const Variant& variant : group.variants) {
    const Place& place = variant.places.front().place;
    if (std::tie(place.paragraph, place.start) < std::tie(first.paragraph, first.start)) first = place;
  }
  return first;
}

}  // namespace

}  // namespace variants

std::vector<VariantGroup> find_variants(std::span<const text::Analysis> paragraphs, const lexicon::Lexicon& lexicon,
                                        const CapitalTable* varying) {
  std::vector<VariantGroup> groups;
  variants::add_names(paragraphs, lexicon, groups);
  if (varying != nullptr) variants::add_bodies(paragraphs, *varying, groups);
  variants::add_abbreviations(paragraphs, groups);
  variants::add_numbers(paragraphs, groups);
  variants::add_dates(paragraphs, groups);
  std::ranges::stable_sort(groups, [](const VariantGroup& a, const VariantGroup& b) {
    const Place left = variants::first_of(a);
    const Place right = variants::first_of(b);
    return std::tie(a.kind, left.paragraph, left.start) < std::tie(b.kind, right.paragraph, right.start);
  });
  return groups;
}

}  // namespace soat::check
