#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "check/finding.h"
#include "text/analysis.h"

namespace soat::lexicon {
class Lexicon;
}

namespace soat::check {

class CapitalTable;

// What of a document may be written in several ways.
enum class VariantKind : std::uint8_t {
  name,         // Đắk Lắk, Đắc Lắc
  body,         // Phó Chủ tịch, Phó chủ tịch: capitals of bodies, offices and titles
  full_form,    // one abbreviation is explained in two ways
  short_form,   // one full form has two abbreviations
  late,         // an abbreviation stands before the place where it is explained
  unexplained,  // an abbreviation that is explained nowhere; with its full form where the document has that too
  number,       // 1.000.000, 1,000,000
  decimal,      // 3,5 %, 3.5 %
  percent,      // 5%, 5 %
  date,         // 2/9/2024, 02/09/2024, ngày 2 tháng 9 năm 2024
  month         // tháng 9/2024, tháng 9 năm 2024
};

// One place. Offsets are UTF-16 units in the paragraph as it was handed in.
struct VariantPlace {
  Place place;
  // What would stand there if it were written as each of the group's variants, in their order; what stands there now
  // for the place's own.
  std::vector<std::u16string> as;
};

// One way to write it.
struct Variant {
  std::u16string form;  // as the user is shown it: the wording, or the first place's as an example of its format
  std::vector<VariantPlace> places;  // in document order
  bool can_be_chosen = true;         // whether all may be written so
};

// What is written in several ways, the most frequent first (of as frequent ones that which comes first in the text).
// There is but one variant of an abbreviation that is explained nowhere.
struct VariantGroup {
  VariantKind kind = VariantKind::name;
  std::vector<Variant> variants;
};

// What there is of all this in a document, by kind and then in document order. varying: names of bodies and offices
// whose capitals vary (capitals-varying.txt); null: none are known. Takes time in proportion to the text.
std::vector<VariantGroup> find_variants(std::span<const text::Analysis> paragraphs, const lexicon::Lexicon& lexicon,
                                        const CapitalTable* varying);

}  // namespace soat::check
