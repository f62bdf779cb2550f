#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/analysis.h"

namespace soat::lexicon {
class Lexicon;
}

namespace soat::check {

// Two neighbouring words of a name: the token of the first one.
struct NamePlace {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
};

// The spellings of one name in a document (Đắk Lắk and Đắc Lắc, Hoa Kỳ and Hoa Kì), the most frequent first, of as
// frequent ones that which comes first in the text; the places of each in document order.
using NameSpellings = std::vector<std::vector<NamePlace>>;

// The names that are spelt in several ways. Where the tone mark stands (Thuỵ, Thụy) is no other spelling, and names
// that differ in marks that Vietnamese tells words apart by (Hùng, Hưng) are two.
std::vector<NameSpellings> find_name_spellings(std::span<const text::Analysis> paragraphs,
                                               const lexicon::Lexicon& lexicon);

// A name (two words from a place on) as one place spells it, with the capitals of another.
std::u16string spelt_as(const text::Analysis& model, std::uint32_t model_token, const text::Analysis& there,
                        std::uint32_t token);

}  // namespace soat::check
