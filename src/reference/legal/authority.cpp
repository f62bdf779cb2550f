#include "reference/legal/authority.h"

#include "reference/legal/date.h"
#include "reference/legal/number.h"
#include "reference/legal/word_lists.h"

namespace soat::reference::legal {

bool starts_subject(const Line& line, std::size_t i) {
  if (!line.lower(i) && !line.mark(i, u'"')) return false;
  std::size_t j = line.mark(i, u'"') ? i + 1 : i;
  if (line.is(j, u"về"_w) || (line.is(j, u"v"_w) && line.mark(j + 1, u'/'))) return true;
  return line.fits(subject_verbs(), j) > 0 && j == i;
}

bool starts_date(const Line& line, std::size_t i) {
  return (line.is(i, u"ngày"_w) && (date_at(line, i) || !line.digits(i + 1))) ||
         (line.is(i, u"năm"_w) && year_at(line, i + 1)) || (line.is(i, u"tháng"_w) && line.digits(i + 1)) ||
         (date_at(line, i) && line.digits(i));
}

// From the first word of a body to its end.
std::size_t authority_end(const Line& line, std::size_t i) {
  std::size_t j = i;
  for (; j < line.size() && j < i + 60; ++j) {
    if (line.mark(j, u';') || line.mark(j, u':') || line.mark(j, u'"') || line.mark(j, u'[') || line.ends_sentence(j))
      break;
    if (line.mark(j, u'(')) {  // "(khóa XII)" belongs to the name
      if (line.is(j + 1, u"khóa"_w) || line.is(j + 1, u"khoá"_w)) {
        while (j < line.size() && !line.mark(j, u')')) ++j;
        if (j < line.size()) continue;
      }
      break;
    }
    if (line.mark(j, u')')) break;
    if (line.mark(j, u',')) {
      // "Bộ Tư pháp, Bộ Tài chính"; "Bộ Văn hóa, Thể thao và Du lịch"
      const std::size_t k = j + 1;
      const bool more = line.letters(k) && line.capital(k) && !starts_subject(line, k) && !starts_date(line, k) &&
                        line.fits(genres(), k) == 0 &&
                        ((!line.shouting() && !line.plain()) || line.fits(bodies(), k) > 0);
      if (!more) break;
      continue;
    }
    if (j == i) continue;
    // "Lao động - Thương binh": a dash before anything else ends the name
    if (line.mark(j, u'-')) {
      const bool ministry =
          line.is(i, u"bộ"_w) || line.is(i, u"sở"_w) || line.is(i, u"phòng"_w) || line.is(i, u"liên"_w);
      if (line.letters(j + 1) && (line[j + 1].capital || ministry) && !line.is(j + 1, u"về"_w) &&
          line.fits(subject_verbs(), j + 1) == 0)
        continue;
      break;
    }
    if (starts_date(line, j) || (line.is(j, u"số"_w) && line.lower(j) && line.digits(j + 1))) break;
    if (const auto symbol = number_at(line, j); symbol && symbol->letters) break;
    if (line.lower(j) && starts_subject(line, j)) {
      // In capitals "TỔ CHỨC" and "GIAO" may be parts of names: "BAN TỔ CHỨC TRUNG ƯƠNG", "BỘ GIAO THÔNG VẬN TẢI"
      const bool part = (line.shouting() || line.plain()) && (line.is(j, u"tổ"_w) || line.is(j, u"giao"_w) ||
                                                              line.is(j, u"quản"_w) || line.is(j, u"thực"_w));
      if (!part) break;
    }
    if (line.lower(j) && !line.shouting() && !line.plain() && line.fits(goes_on(), j) > 0) break;
    if ((line.shouting() || line.plain()) && (line.is(j, u"đã"_w) || line.is(j, u"được"_w))) break;
    if (line.is(j, u"và"_w) && ((line.fits(genres(), j + 1) > 0 && line.capital(j + 1)) || line.digits(j + 1))) break;
    // A subject that begins with a capital: "của Bộ Tài chính Hướng dẫn …"; these words are in no body's name.
    if (line.fits(headings(), j) > 0) break;
  }
  return j;
}

void issuer_before(const Line& line, std::size_t i, std::size_t from, LegalReference& reference) {
  std::size_t k = i;
  if (!(k > from && (line.mark(k - 1, u',') || line.mark(k - 1, u':') || line.mark(k - 1, u'.')))) return;
  --k;
  PartialDate year;
  if (k >= from + 3 && line.mark(k - 1, u')') && year_at(line, k - 2) && line.mark(k - 3, u'(')) {
    year.year = line.value(k - 2);
    k -= 3;
  }
  // The body alone at the beginning of the line, behind a number of the list at most.
  std::size_t first = from;
  while (first < k && !line.letters(first)) ++first;
  if (first == k || line.fits(bodies(), first) == 0 || !line.capital(first)) return;
  if (authority_end(line, first) < k) return;
  reference.authority = line.slice(first, k);
  if (reference.issued.year == 0) reference.issued = year;
}

}  // namespace soat::reference::legal
