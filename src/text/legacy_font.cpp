#include "text/legacy_font.h"

#include <algorithm>

namespace soat::text {
namespace {

struct Family {
  std::string_view start;  // of the name, small letters
  LegacyEncoding encoding;
  std::string_view replacement;
};

// The ABC fonts of 1993 (.Vn…) and those of VNI; the first whose start fits counts. Where no common font looks alike,
// the last line of each encoding holds.
constexpr Family families[] = {
    {".vnarial narrow", LegacyEncoding::tcvn3, "Arial Narrow"},
    {".vnarial", LegacyEncoding::tcvn3, "Arial"},
    {".vnhelvet", LegacyEncoding::tcvn3, "Arial"},
    {".vnavant", LegacyEncoding::tcvn3, "Arial"},
    {".vnuniverse", LegacyEncoding::tcvn3, "Arial"},
    {".vnswitzerland", LegacyEncoding::tcvn3, "Arial"},
    {".vngothic", LegacyEncoding::tcvn3, "Arial"},
    {".vnteknical", LegacyEncoding::tcvn3, "Arial"},
    {".vntahoma", LegacyEncoding::tcvn3, "Tahoma"},
    {".vnverdana", LegacyEncoding::tcvn3, "Verdana"},
    {".vncourier", LegacyEncoding::tcvn3, "Courier New"},
    {".vn", LegacyEncoding::tcvn3, "Times New Roman"},
    {"vni-helve", LegacyEncoding::vni, "Arial"},
    {"vni-avo", LegacyEncoding::vni, "Arial"},
    {"vni-swiss", LegacyEncoding::vni, "Arial"},
    {"vni-univer", LegacyEncoding::vni, "Arial"},
    {"vni-franko", LegacyEncoding::vni, "Arial"},
    {"vni-couri", LegacyEncoding::vni, "Courier New"},
    {"vni-", LegacyEncoding::vni, "Times New Roman"},
    {"vni ", LegacyEncoding::vni, "Times New Roman"},
};

}  // namespace

std::optional<LegacyFont> legacy_font(std::string_view family) {
  family = family.substr(0, family.find_first_of(",;"));
  const auto strip = [](char c) { return c == ' ' || c == '"' || c == '\''; };
  while (!family.empty() && strip(family.front())) family.remove_prefix(1);
  while (!family.empty() && strip(family.back())) family.remove_suffix(1);
  std::string name(family);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  // Programs that take a leading dot for a hidden name leave it out.
  if (name.starts_with("vntime") || name.starts_with("vnarial")) name.insert(0, 1, '.');
  for (const Family& known : families) {
    if (!name.starts_with(known.start)) continue;
    const bool capitals = known.encoding == LegacyEncoding::tcvn3 && family.ends_with('H');
    return LegacyFont{known.encoding, known.replacement, capitals};
  }
  return std::nullopt;
}

}  // namespace soat::text
