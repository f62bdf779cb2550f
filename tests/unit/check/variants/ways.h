#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "check/variants/variants.h"
#include "text/utf.h"
#include "unit/check/rule_probe.h"

// What is written in several ways, for tests.
namespace soat::check {

inline std::vector<VariantGroup> groups_of(std::u16string_view text, VariantKind kind) {
  std::vector<VariantGroup> groups = shipped_checker().variants(lines_of(text));
  std::erase_if(groups, [&](const VariantGroup& group) { return group.kind != kind; });
  return groups;
}

// "Đắk Lắk 2, Đắc Lắc 1; …": the ways of each group with the number of their places.
inline std::string ways(std::u16string_view text, VariantKind kind) {
  std::string out;
  for (const VariantGroup& group : groups_of(text, kind)) {
    if (!out.empty()) out += "; ";
    for (std::size_t i = 0; i < group.variants.size(); ++i) {
      const Variant& variant = group.variants[i];
      out += (i > 0 ? ", " : "") + text::to_utf8(variant.form) + " " + std::to_string(variant.places.size());
    }
  }
  return out;
}

// The text with every place of the first group of a kind written in one of its ways.
inline std::string unified(std::u16string_view text, VariantKind kind, std::size_t way) {
  const std::vector<VariantGroup> groups = groups_of(text, kind);
  if (groups.empty()) return "";
  std::vector<std::u16string> lines;
  for (const std::u16string_view line : lines_of(text)) lines.emplace_back(line);
  std::vector<VariantPlace> places;
  for (const Variant& variant : groups.front().variants)
    places.insert(places.end(), variant.places.begin(), variant.places.end());
  std::ranges::sort(places, [](const VariantPlace& a, const VariantPlace& b) { return a.place.start > b.place.start; });
  for (const VariantPlace& place : places)
    lines[place.place.paragraph].replace(place.place.start, place.place.end - place.place.start, place.as[way]);
  std::string out;
  for (const std::u16string& line : lines) out += (out.empty() ? "" : "\n") + text::to_utf8(line);
  return out;
}

}  // namespace soat::check
