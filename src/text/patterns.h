#pragma once

#include <cstddef>
#include <string_view>

#include "text/ascii.h"

// Shapes that the tokeniser recognises where a token begins. Each takes the text and the offset where the shape would
// begin and gives the offset past its end, or 0 when it is not there. All look ahead over a bounded number of units,
// but match_url and match_path, which consume what they read.
namespace soat::text {

// name@host.tld
std::size_t match_email(std::u16string_view text, std::size_t at);
// scheme://…, www.…, a bare host of a well-known top-level domain, a file name of a well-known kind in ASCII. Closing
// punctuation at the end is left out.
std::size_t match_url(std::u16string_view text, std::size_t at);
// A file name of a well-known kind with letters of any script (báo-cáo_2024.docx), or a path in a file system: C:\\…,
// \\\\host\\…, ~/…, ./…, ../…, /two/segments, and relative ones of ASCII with two slashes or a file name at their end.
std::size_t match_path(std::u16string_view text, std::size_t at);
// Whether a word, as a spell checker is handed it, is an address, a path, or a piece that was cut out of one: bai-viet,
// bao-cao-tong-ket, index.php, Tiếng_Việt.
bool is_part_of_address(std::u16string_view word);
// Symbols of Vietnamese documents: 30/2020/NĐ-CP, 01/2019/TTLT-BTP-BCA, 45/2019/QH14 (Decree 30/2020/NĐ-CP, article 8
// and appendix III), and those of the Party: 35-NQ/TW (Regulation 66-QĐ/TW).
std::size_t match_document_symbol(std::u16string_view text, std::size_t at);
// 22/10/2018, 22-10-2018, 22.10.2018, 2018-10-22, 10/2018, 2/9. day_is_near says that a word such as "ngày" stands
// before: it decides what could be a fraction (1/5).
std::size_t match_date(std::u16string_view text, std::size_t at, bool day_is_near);
// 1.234,5  12%  3/4
std::size_t match_number(std::u16string_view text, std::size_t at);
// A unit of measure or currency glued to a number that ends at `at` (km, m², đ, USD, °C), not followed by a further
// letter.
std::size_t match_unit(std::u16string_view text, std::size_t at);

// An abbreviation that is written with a full stop: TP, GS, PGS, ThS, tr. Takes the letters without the stop.
bool takes_full_stop(std::u16string_view word);
// Whether the word (any case) introduces a date: ngày, sáng, mùng; an ordinal in Roman numerals: khóa, chương, thế kỷ;
// a person: ông, bà.
bool introduces_date(std::u16string_view word);
bool introduces_roman(std::u16string_view word);
bool introduces_person(std::u16string_view word);
// A Roman numeral above 0 and below 4000 in its usual form, in capitals.
bool is_roman_numeral(std::u16string_view word);

}  // namespace soat::text
