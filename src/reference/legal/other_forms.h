#pragma once

#include <optional>
#include <string_view>

#include "reference/legal/date.h"
#include "reference/legal/line.h"
#include "reference/legal/word_lists.h"
#include "reference/legal_reference.h"

// References without "kind, number, date".
namespace soat::reference::legal {

// A reference and the word behind it.
struct Found {
  LegalReference reference;
  std::size_t end = 0;
};

// An abbreviation at word i, with what must follow it, or null: a code needs a year, a number or an article before it,
// which code_at() sees to; a kind needs its number.
const Abbreviation* abbreviation_at(const Line& line, std::size_t i);

// "Điều 12 BLHS", "BLDS 2015", "BLDS năm 2015". from: here and below, the word behind the last reference.
std::optional<Found> code_at(const Line& line, std::size_t i, std::size_t from, const Abbreviation& code);

// The genre of a standard whose series stands at i; empty when there is none.
std::u16string_view standard_name(const Line& line, std::size_t i);

// "TCVN 8819:2011 Mặt đường bê tông nhựa nóng", "TCVN ISO 9001:2015", "QCVN 06:2022/BXD".
std::optional<Found> standard_at(const Line& line, std::size_t i, std::size_t from);

// "Công ước Liên hợp quốc về Luật Biển năm 1982", "Hiệp định CPTPP ký ngày 08/3/2018".
std::optional<Found> treaty_at(const Line& line, std::size_t i, std::size_t from);

// Documents of the Party known by the meeting, "Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Hội nghị lần thứ tám Ban
// Chấp hành Trung ương khóa XI", "Văn kiện Đại hội đại biểu toàn quốc lần thứ XIII", or by a name of their own, "Điều
// lệ Đảng Cộng sản Việt Nam năm 2011".
std::optional<Found> party_document_at(const Line& line, std::size_t i, std::size_t from);

// Says in a reference when the document was issued; first: the first word of the date.
void set_date(const Line& line, std::size_t first, const Date& date, LegalReference& reference);

}  // namespace soat::reference::legal
