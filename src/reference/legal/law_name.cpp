#include "reference/legal/law_name.h"

#include "reference/legal/authority.h"
#include "reference/legal/date.h"
#include "reference/legal/locator.h"
#include "reference/legal/number.h"
#include "reference/legal/word_lists.h"

namespace soat::reference::legal {
// The end of a law's name that begins at i; i when there is none. `sure` tells that the name ends where a number, a
// date or a body begins.
std::size_t name_end(const Line& line, std::size_t i, bool& sure) {
  sure = false;
  std::size_t comma = 0;
  std::size_t j = i;
  // The name of a law that amends others holds their names.
  const bool amends = line.is(i, u"sửa"_w) && line.is(i + 1, u"đổi"_w);
  for (; j < line.size() && j < i + (amends ? 120 : 48); ++j) {
    if (line.mark(j, u';') || line.mark(j, u':') || line.mark(j, u'(') || line.mark(j, u')') || line.mark(j, u'[') ||
        line.mark(j, u'|') || line.mark(j, u'"') || line.mark(j, u'-') || line.ends_sentence(j) || line.mark(j, u'?') ||
        line.mark(j, u'!')) {
      sure = line.mark(j, u'(') &&
             (year_at(line, j + 1) || date_at(line, j + 1) || (line.is(j + 1, u"số"_w) && line.digits(j + 2)));
      break;
    }
    if ((line.is(j, u"số"_w) && line.digits(j + 1)) || (line.is(j, u"số"_w) && line.mark(j + 1, u':')) ||
        starts_date(line, j) || year_at(line, j)) {
      sure = true;
      break;
    }
    if (line.digits(j)) {
      const auto symbol = number_at(line, j);
      if (symbol && symbol->letters) {
        sure = true;
        break;
      }
    }
    if (line.is(j, u"của"_w) && line.fits(law_bodies(), j + 1) > 0) {
      const std::size_t after = j + 1 + line.fits(law_bodies(), j + 1);
      if (after >= line.size() || !line.letters(after) || starts_date(line, after) || line.is(after, u"số"_w) ||
          line.is(after, u"khóa"_w)) {
        sure = true;
        break;
      }
    }
    if (line.mark(j, u',')) {
      if (starts_date(line, j + 1) || line.is(j + 1, u"số"_w) || line.fits(behind_law_comma(), j + 1) > 0 ||
          (!amends && line.capital(j + 1) && line.fits(genres(), j + 1) > 0)) {
        sure = starts_date(line, j + 1) || line.is(j + 1, u"số"_w);
        break;
      }
      if (comma == 0) comma = j;
      continue;
    }
    if (j > i && line.is(j, u"và"_w) &&
        ((!amends && line.fits(genres(), j + 1) > 0 && (line.capital(j + 1) || line.is(j + 1, u"nghị"_w))) ||
         locator_end(line, j + 1) > j + 1)) {
      break;
    }
    if (j > i && line.is(j, u"về"_w) && !line.is(i, u"về"_w) && line.lower(j)) break;
    if (j > i && line.lower(j) && !line[j].capital && line.fits(law_goes_on(), j) > 0) {
      const bool part =
          (line.is(j, u"có"_w) && line.is(j - 1, u"người"_w)) || (line.is(j, u"phải"_w) && line.is(j - 1, u"mắc"_w));
      if (part) continue;
      // What follows the comma is the sentence, not the name.
      if (comma > 0) j = comma;
      break;
    }
  }
  // "Luật Biên giới quốc gia và quy chế quản lý biên giới trên biển": only a short tail belongs to the name.
  if (!sure && !amends) {
    for (std::size_t k = i + 1; k < j; ++k) {
      if (line.is(k, u"và"_w) && j - k > 5) j = k;
    }
  }
  if (!sure && !amends && comma > 0 && comma < j) {
    // Nothing but knowledge tells "Luật Phòng, chống tham nhũng" from "Theo Luật Đất đai, người sử dụng …".
    for (std::size_t k = comma; k < j; ++k) {
      if (line.mark(k, u',') && (k == i || line.fits(name_commas(), k - 1) == 0)) j = k;
    }
  }
  while (j > i && line[j - 1].kind == LineWord::Kind::mark) --j;
  return j;
}

}  // namespace soat::reference::legal
