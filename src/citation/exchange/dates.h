#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace soat::citation {

// "2020-03-05", "05/3/2020", "2020/03", "2020", "5 March 2020", "Mar 2020", "3 tháng 5, 2012": a CSL date; null when
// there is no year.
nlohmann::json read_date(std::string_view text);

// A date as BibLaTeX writes it (EDTF, ISO 8601-2), which may be a range: "2020-03/2020-05", uncertain: "1999?", before
// our era: "-0044", a season: "2001-21".
nlohmann::json read_date_or_range(std::string_view text);

// The month that a word or number means, 1..12: "3", "03", "mar", "March", "Sept."; 0 for anything else.
int read_month(std::string_view text);

// The beginning of the date (day, month, year, each a number) with which the text a reader sees dates a page, as
// "2021-06-25": "Thứ Sáu, 25/06/2021, 11:15 [GMT+7]", "Chủ nhật, ngày 5 tháng 3 năm 2020", "25/06/2021 11:15", "Ngày
// đăng: 25-6-2021". Empty when there is none. Linear in the text.
std::string visible_date(std::string_view text);

}  // namespace soat::citation
