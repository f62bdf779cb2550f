#include "reference/legal/locator.h"

#include "reference/legal/word_lists.h"

namespace soat::reference::legal {

namespace {

bool locator_value(const Line& line, std::size_t i, std::size_t& end) {
  if (line.digits(i)) {
    end = i + 1;
    if (line.letters(end) && !line[end].space_before && line[end].end - line[end].start == 1) ++end;  // 2a
    if (line.mark(end, u'.') && line.digits(end + 1) && !line[end + 1].space_before) end += 2;        // 1.2
    return true;
  }
  if (!line.letters(i)) return false;
  const LineWord& one = line[i];
  if (one.end - one.start == 1) {  // điểm a
    end = i + 1;
    if (line.digits(end) && !line[end].space_before) ++end;
    return true;
  }
  const bool roman = one.all_capitals && one.plain.find_first_not_of(u"ivxlc") == std::u16string::npos;
  if (roman) end = i + 1;
  return roman;
}

}  // namespace

// "khoản 2 Điều 5", "các điều 5, 6 và 7"; its end, or i when there is none at i.
std::size_t locator_end(const Line& line, std::size_t i) {
  const Phrases& units = locator_units();
  std::size_t end = i;
  std::size_t j = i;
  for (;;) {
    std::size_t k = j;
    if (line.is(k, u"các"_w) || line.is(k, u"tại"_w) || line.is(k, u"từ"_w)) ++k;
    const std::size_t unit = line.fits(units, k);
    if (unit == 0) break;
    k += unit;
    if (line.is(k, u"số"_w) || line.is(k, u"từ"_w)) ++k;
    if (line.mark(k, u'"')) ++k;
    std::size_t value_end = 0;
    if (!locator_value(line, k, value_end)) break;
    for (;;) {
      k = value_end;
      if (line.mark(k, u'"')) value_end = ++k;
      // "điểm a)", "khoản 1) Điều 5"; another bracket is that round the whole.
      if (line.mark(k, u')') && (line.letters(k - 1) || line.fits(units, k + 1) > 0)) value_end = ++k;
      std::size_t next = k;
      if (line.mark(next, u',') || line.is(next, u"và"_w) || line.mark(next, u'-') || line.is(next, u"đến"_w) ||
          line.is(next, u"hoặc"_w))
        ++next;
      if (next == k || !locator_value(line, next, value_end)) break;
    }
    end = j = k;
    // Between units.
    if (line.mark(j, u',') || line.is(j, u"và"_w) || line.is(j, u"đến"_w) || line.is(j, u"hoặc"_w)) ++j;
    if (line.is(j, u"của"_w) || line.is(j, u"thuộc"_w)) ++j;
  }
  return end;
}

// The locator that ends right before the reference at `place`, not before word `from`.
std::optional<Span> locator_before(const Line& line, std::size_t place, std::size_t from) {
  for (std::size_t k = place > from + 40 ? place - 40 : from; k < place; ++k) {
    if (line.is(k, u"tại"_w) || line.is(k, u"các"_w)) continue;
    std::size_t end = locator_end(line, k);
    if (end == k) continue;
    std::size_t j = end;
    while (j < place &&
           (line.is(j, u"của"_w) || line.is(j, u"tại"_w) || line.is(j, u"trong"_w) || line.is(j, u"theo"_w) ||
            line.is(j, u"thuộc"_w) || line.is(j, u"kèm"_w) || line.is(j, u"ban"_w) || line.is(j, u"hành"_w) ||
            line.mark(j, u',') || line.mark(j, u'-') || (line.mark(j, u')') && k > 0 && line.mark(k - 1, u'(')))) {
      ++j;
    }
    if (j == place) return Span{k > from && line.is(k - 1, u"các"_w) ? k - 1 : k, end};
  }
  return std::nullopt;
}

}  // namespace soat::reference::legal
