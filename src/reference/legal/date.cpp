#include "reference/legal/date.h"

namespace soat::reference::legal {

bool year_at(const Line& line, std::size_t i) {
  return line.digits(i) && line[i].key.size() == 4 && line.value(i) >= 1900 && line.value(i) < 2100;
}

namespace {

bool in_range(const Line& line, std::size_t i, int low, int high) {
  return line.digits(i) && line[i].key.size() <= 2 && line.value(i) >= low && line.value(i) <= high;
}
bool date_mark(const Line& line, std::size_t i) {
  return line.mark(i, u'/') || line.mark(i, u'-') || line.mark(i, u'.');
}

// The end of a month's year: "năm 2020", "/2020", "-2020", ", 2020", " 2020"; the index of the year or 0.
std::size_t year_after(const Line& line, std::size_t i) {
  std::size_t j = i;
  if (date_mark(line, j) || line.mark(j, u',')) ++j;
  if (line.is(j, u"năm"_w)) ++j;
  if (year_at(line, j)) return j;
  return 0;
}

}  // namespace

std::optional<Date> date_at(const Line& line, std::size_t i) {
  std::size_t j = i;
  if (line.is(j, u"ngày"_w)) ++j;
  // Blank forms: "ngày … tháng … năm 2020".
  if (j > i && !in_range(line, j, 1, 31)) {
    std::size_t k = j;
    while (k < line.size() && k < j + 24 &&
           (line.mark(k, u'.') || line.mark(k, u'_') || line.mark(k, u'…') || line.is(k, u"tháng"_w)))
      ++k;
    if (line.is(k, u"năm"_w) && year_at(line, k + 1)) return Date{{line.value(k + 1), 0, 0}, k + 2};
    if (k == j || !in_range(line, k, 1, 12) || !line.is(k - 1, u"tháng"_w)) return std::nullopt;
    if (const std::size_t y = year_after(line, k + 1)) return Date{{line.value(y), line.value(k), 0}, y + 1};
    return std::nullopt;
  }
  if (in_range(line, j, 1, 31)) {
    const int day = line.value(j);
    std::size_t m = j + 1;
    if (line.mark(m, u',') && line.is(m + 1, u"tháng"_w)) ++m;
    if (date_mark(line, m) || line.is(m, u"tháng"_w)) {
      ++m;
      if (in_range(line, m, 1, 12)) {
        if (const std::size_t y = year_after(line, m + 1)) return Date{{line.value(y), line.value(m), day}, y + 1};
        // 22/10/18
        if (date_mark(line, m + 1) && line.digits(m + 2) && line[m + 2].key.size() == 2 && j > i) {
          const int year = line.value(m + 2);
          return Date{{year < 45 ? 2000 + year : 1900 + year, line.value(m), day}, m + 3};
        }
      }
    }
  }
  if (j > i) return std::nullopt;
  if (line.is(j, u"tháng"_w) && in_range(line, j + 1, 1, 12)) {
    if (const std::size_t y = year_after(line, j + 2)) return Date{{line.value(y), line.value(j + 1), 0}, y + 1};
  }
  if (line.is(j, u"năm"_w) && year_at(line, j + 1)) return Date{{line.value(j + 1), 0, 0}, j + 2};
  return std::nullopt;
}

}  // namespace soat::reference::legal
