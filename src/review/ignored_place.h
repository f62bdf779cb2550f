#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"

namespace soat::review {

// A finding's rule together with what stands there: "spelling.joined:đềuđặn". Long wordings are named by a hash.
std::u16string rule_for_wording(const check::Finding& finding, std::u16string_view paragraph);

// The wording in such a name; empty in the name of a whole rule or where it is a hash.
std::u16string_view wording_of_rule(std::u16string_view rule);

// The three words before and the three behind a place, the nearest first, as hashes of their letters in lower case: a
// document's list of places must not keep text that was deleted from it. Beyond the paragraph's start or end: edge.
struct Neighbours {
  static constexpr std::size_t count = 3;
  static constexpr std::uint32_t edge = 0;
  std::array<std::uint32_t, count> before = {};
  std::array<std::uint32_t, count> behind = {};

  auto operator<=>(const Neighbours&) const = default;
};

Neighbours neighbours_of(std::u16string_view paragraph, std::size_t start, std::size_t end);

// Whether they are those of one place, before and after an edit beside it: all are the same, or the nearest on both
// sides and four of the six, or all three on one side.
bool are_of_one_place(const Neighbours& a, const Neighbours& b);

// What is ignored in one document: whole rules, wordings wherever they stand, and single places. A place is known by
// its rule, its wording and its neighbours, so it is found again wherever it has moved to, and after an edit on one
// side of it.
class IgnoredInDocument {
 public:
  // From what text() gave. What cannot be understood, as of a later version, is kept, but ignores nothing.
  static IgnoredInDocument read(std::string_view text);
  // One line, without blanks: file formats change these. UTF-8.
  std::string text() const;

  bool empty() const { return rules_.empty() && places_.empty(); }
  bool contains(const check::Finding& finding, std::u16string_view paragraph) const;

  // False if it is there already.
  bool add_place(const check::Finding& finding, std::u16string_view paragraph);
  // rule: also what rule_for_wording gives; UTF-8.
  bool add_rule(std::string_view rule);

  // The rules ("style.tone") and the wordings, of places too ("spelling.joined:đềuđặn"), in order; a wording once for
  // all its places.
  std::vector<std::u16string> names() const;
  // Takes out what has this name. False if nothing has.
  bool remove(std::u16string_view name);

 private:
  std::map<std::u16string, std::vector<Neighbours>, std::less<>> places_;  // by rule_for_wording
  std::set<std::u16string, std::less<>> rules_;                            // and rules for one wording
  std::vector<std::string> strange_;                                       // entries that were not understood
};

}  // namespace soat::review
