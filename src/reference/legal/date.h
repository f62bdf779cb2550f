#pragma once

#include <optional>

#include "reference/legal/line.h"
#include "reference/legal_reference.h"

namespace soat::reference::legal {

struct Date {
  PartialDate value;
  std::size_t end = 0;  // the word behind it
};

// "ngày 05 tháng 3 năm 2020", "05/3/2020", "tháng 3/2020", "năm 2020", a blank form with its year.
std::optional<Date> date_at(const Line& line, std::size_t i);

// Four digits that may be a year of the last or of this century.
bool year_at(const Line& line, std::size_t i);

}  // namespace soat::reference::legal
