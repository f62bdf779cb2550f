#pragma once

#include <optional>
#include <string_view>

namespace soat::citation {

// The number of an edition that is written in words or with more than the number, in English or Vietnamese: "2nd",
// "3rd ed.", "Second edition", "Tái bản lần thứ 3", "xuất bản lần thứ hai". Nothing where it says more ("2nd rev. ed.",
// "tái bản lần 3, có sửa chữa"), tells an impression ("in lần thứ 5"), or is a mere number. UTF-8.
std::optional<int> edition_number(std::string_view edition);

}  // namespace soat::citation
