#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace soat::citation {

// Whether a name is that of an office, a school, a company or a paper and not a person's: by its first words ("Bộ Công
// Thương", "Công ty …"), by words that no person's name has ("Ministry", "University"), or because a Vietnamese name
// goes on in small letters ("Ngân hàng Thế giới", "Sở Du lịch").
bool names_a_body(std::string_view name);

// A name as files of sources have it, as a CSL name. "Smith, John", "von Hicks, III, Ann", "Smith, John, Jr.": family
// name first. Without comma: a body or a single word is kept whole (literal); so are names in religion and pen names
// ("Thích Nhất Hạnh", "Tố Hữu"), which have no family name. Vietnamese names have the family name first, of two
// syllables where it is one of those ("Âu Dương Lân"); all others last, with the particle before it ("Ludwig van
// Beethoven").
nlohmann::json read_name(std::string_view text);

}  // namespace soat::citation
