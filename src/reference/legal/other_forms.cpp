#include "reference/legal/other_forms.h"

#include <utility>

#include "reference/legal/authority.h"
#include "reference/legal/locator.h"
#include "reference/legal/number.h"
#include "reference/legal/subject.h"

namespace soat::reference::legal {
namespace {

// Puts the locator beside a reference [i, end) and says where it stands.
Found placed(const Line& line, LegalReference reference, std::size_t i, std::size_t end, std::size_t from) {
  reference.start = line[i].start;
  reference.end = line[end - 1].end;
  if (const auto before = locator_before(line, i, from)) {
    reference.locator = line.slice(before->first, before->end);
  } else {
    const std::size_t k = line.mark(end, u',') ? end + 1 : end;
    if (const std::size_t last = locator_end(line, k); last > k) reference.locator = line.slice(k, last);
  }
  if (reference.authority.empty()) issuer_before(line, i, from, reference);
  return {std::move(reference), end};
}

}  // namespace

const Abbreviation* abbreviation_at(const Line& line, std::size_t i) {
  if (!line[i].all_capitals || line[i].end - line[i].start < 2) return nullptr;
  if (i > 0 && !line[i].space_before && (line.mark(i - 1, u'/') || line.mark(i - 1, u'-') || line.mark(i - 1, u'&')))
    return nullptr;
  const Abbreviation* known = abbreviation_of(line.written(i));
  if (!known || known->code) return known;
  // "VBHN Luật Đất đai 21/VBHN-VPQH"
  if (known->kind == GenreClass::consolidated && line.fits(genres(), i + 1) > 0 && line.capital(i + 1)) return known;
  std::size_t k = i + 1;
  if (line.is(k, u"số"_w)) ++k;
  if (line.mark(k, u':')) ++k;
  const auto found = number_at(line, k);
  return found && (found->letters || found->year) && line[k].space_before ? known : nullptr;
}

void set_date(const Line& line, std::size_t first, const Date& date, LegalReference& reference) {
  reference.issued = date.value;
  reference.date_start = line[first].start;
  reference.date_end = line[date.end - 1].end;
}

std::optional<Found> code_at(const Line& line, std::size_t i, std::size_t from, const Abbreviation& code) {
  LegalReference reference;
  reference.genre = code.full;
  reference.title = code.full;
  reference.named = true;
  std::size_t end = i + 1;
  std::optional<Date> year = date_at(line, end);
  if (!year && year_at(line, end)) year = Date{{line.value(end), 0, 0}, end + 1};
  if (year) {
    set_date(line, end, *year, reference);
    end = year->end;
  } else if (!locator_before(line, i, from)) {
    return std::nullopt;
  }
  return placed(line, std::move(reference), i, end, from);
}

std::u16string_view standard_name(const Line& line, std::size_t i) {
  return line.letters(i) && line[i].all_capitals ? standards_of(line.written(i)) : std::u16string_view();
}

std::optional<Found> standard_at(const Line& line, std::size_t i, std::size_t from) {
  const std::u16string_view genre = standard_name(line, i);
  if (genre.empty()) return std::nullopt;
  std::size_t k = i + 1;
  if (line.is(k, u"số"_w)) ++k;
  const std::size_t first = k;
  while (line.letters(k) && line[k].all_capitals && k < first + 3 &&
         (line.digits(k + 1) || line.letters(k + 1) || line.mark(k + 1, u'/') || line.mark(k + 1, u'-'))) {
    k += line.mark(k + 1, u'/') || line.mark(k + 1, u'-') ? 2 : 1;
  }
  if (!line.digits(k)) return std::nullopt;
  std::size_t end = k + 1;
  while ((line.mark(end, u'-') || line.mark(end, u'.')) && !line[end].space_before && line.digits(end + 1) &&
         !line[end + 1].space_before)
    end += 2;
  // "QCVN 08-MT:2015"
  if (line.mark(end, u'-') && line.letters(end + 1) && line[end + 1].all_capitals && line.mark(end + 2, u':') &&
      year_at(line, end + 3))
    end += 2;
  if (line.mark(end, u':') && year_at(line, end + 1)) {
    end += 2;
    // "/BXD", "/BTNMT"
    if (line.mark(end, u'/') && line.letters(end + 1) && line[end + 1].all_capitals) end += 2;
  }
  LegalReference reference;
  reference.genre = genre;
  // "22TCN 211-06"
  const bool of_branch = i > from && line.digits(i - 1) && !line[i].space_before;
  reference.number =
      (of_branch ? std::u16string(line.written(i - 1)) : std::u16string()) + std::u16string(line.written(i)) + u" ";
  for (std::size_t j = first; j < end; ++j) {
    // Blanks between the words of the series, none round its signs.
    if (j > first && line[j].space_before && line[j].kind != LineWord::Kind::mark &&
        line[j - 1].kind != LineWord::Kind::mark)
      reference.number += u' ';
    reference.number += line[j].kind == LineWord::Kind::letters ? std::u16string(line.written(j)) : line[j].key;
  }
  // Its name begins with a capital, behind a sign or "về".
  std::size_t title = end;
  while (line.mark(title, u',') || line.mark(title, u'-') || line.mark(title, u':') || line.mark(title, u'"')) ++title;
  const bool about = line.is(title, u"về"_w);
  if (about) ++title;
  if (line.letters(title) && (about || (line[title].capital && !line[title].all_capitals)) &&
      line.fits(genres(), title) == 0 && line.fits(bodies(), title) == 0) {
    std::size_t last = title;
    while (last < line.size() && last < title + 40 && !line.mark(last, u';') && !line.mark(last, u'(') &&
           !line.mark(last, u')') && !line.mark(last, u'"') && !line.ends_sentence(last) &&
           !(line.mark(last, u',') && (starts_date(line, last + 1) || ends_with_place(line, last + 1))) &&
           !(last > title && line.lower(last) && line.fits(subject_ends(), last) > 0))
      ++last;
    while (last > title && line[last - 1].kind == LineWord::Kind::mark) --last;
    reference.title = line.slice(title, last);
    end = last;
  }
  return placed(line, std::move(reference), i, end, from);
}

std::optional<Found> treaty_at(const Line& line, std::size_t i, std::size_t from) {
  const std::size_t kind = line.fits(treaties(), i);
  if (kind == 0 || !line[i].capital || line.shouting()) return std::nullopt;
  std::size_t end = i + kind;
  std::size_t capitals = 0;
  bool initials = false;
  std::optional<Date> found;
  std::size_t first = 0;
  for (; end < line.size() && end < i + 40; ++end) {
    std::size_t k = end;
    if (line.mark(k, u',') || line.mark(k, u'(')) ++k;
    if (line.is(k, u"được"_w) && line.is(k + 1, u"ký"_w)) ++k;
    if (line.is(k, u"ký"_w) && (line.is(k + 1, u"kết"_w) || line.is(k + 1, u"tại"_w))) ++k;
    if (line.is(k, u"ký"_w)) ++k;
    found = date_at(line, k);
    if (!found && year_at(line, k)) found = Date{{line.value(k), 0, 0}, k + 1};
    first = k;
    if (found) break;
    if (line[end].kind == LineWord::Kind::mark && !line.mark(end, u'-')) break;
    if (line.lower(end) && (line.is(end, u"ký"_w) || (line.fits(law_goes_on(), end) > 0 && !line.is(end, u"về"_w))))
      break;
    if (line.letters(end) && line[end].capital) ++capitals;
    initials = initials || (line.letters(end) && line[end].all_capitals && line[end].end - line[end].start > 2);
  }
  while (end > i + kind && line[end - 1].kind == LineWord::Kind::mark) --end;
  // The bare kind is a common word; so is a name of small letters.
  // "Công ước Bern về …"
  const bool of_place =
      line.letters(i + kind) && line[i + kind].capital && line.is(i + kind + 1, u"về"_w) && end > i + kind + 3;
  const bool of_body = line.is(i + kind, u"của"_w) && line.fits(bodies(), i + kind + 1) > 0 && capitals > 0;
  // "Nghị định thư Nagoya", "Công ước Bern"; "Công ước 182 về …", "Công ước số 138 của ILO".
  const bool of_one_place = capitals == 1 && end == i + kind + 1 && !line[i + kind].toned;
  const std::size_t number = i + kind + (line.is(i + kind, u"số"_w) ? 1 : 0);
  const bool numbered = line.digits(number) && (line.is(number + 1, u"về"_w) || line.is(number + 1, u"của"_w));
  const bool known = found || of_body || of_one_place || numbered || initials || capitals > 2 || of_place ||
                     locator_before(line, i, from);
  // "Công ước về quyền trẻ em năm 1989"
  const bool about = found && line.is(i + kind, u"về"_w) && end > i + kind + 1;
  if (end == i + kind || (capitals == 0 && !about && !numbered) || !known) return std::nullopt;
  LegalReference reference;
  reference.genre = line.slice(i, i + kind);
  reference.title = line.slice(i, end);
  reference.named = true;
  if (found) {
    set_date(line, first, *found, reference);
    end = found->end;
    // "Công ước Vienna năm 1969 về Luật Điều ước quốc tế"
    const auto more = line.is(end, u"về"_w) ? subject(line, end, true, reference) : std::nullopt;
    if (more) {
      reference.title += u" " + line.slice(end, more->end);
      end = more->end;
    }
  }
  return placed(line, std::move(reference), i, end, from);
}

namespace {

// "Đại hội (Đảng) (đại biểu toàn quốc) (lần thứ) XII (của Đảng)": the word behind it; i when there is none.
std::size_t congress_end(const Line& line, std::size_t i) {
  if (!line.is(i, u"đại"_w) || !line.is(i + 1, u"hội"_w)) return i;
  std::size_t k = i + 2;
  if (line.is(k, u"đảng"_w)) ++k;
  if (line.is(k, u"đại"_w) && line.is(k + 1, u"biểu"_w)) k += 2;
  if (line.is(k, u"toàn"_w) && line.is(k + 1, u"quốc"_w)) k += 2;
  if (line.is(k, u"đảng"_w)) ++k;
  if (line.is(k, u"lần"_w) && line.is(k + 1, u"thứ"_w)) k += 2;
  if (!line.roman(k)) return i;
  ++k;
  if (line.is(k, u"của"_w) && line.is(k + 1, u"đảng"_w)) k += 2;
  return k;
}

// "(Hội nghị) Trung ương 5 khóa X", "Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa IX" likewise.
std::size_t meeting_end(const Line& line, std::size_t i) {
  std::size_t k = i;
  if (line.is(k, u"hội"_w) && line.is(k + 1, u"nghị"_w)) k += 2;
  if (line.is(k, u"lần"_w) && line.is(k + 1, u"thứ"_w) && line.letters(k + 2)) {
    k += 3;
    if (line.is(k, u"mười"_w) || line.is(k, u"ba"_w) || line.is(k, u"hai"_w)) ++k;
    if (line.is(k, u"ban"_w) && line.is(k + 1, u"chấp"_w) && line.is(k + 2, u"hành"_w)) k += 3;
    if (line.is(k, u"trung"_w) && line.is(k + 1, u"ương"_w)) k += 2;
    if (line.is(k, u"đảng"_w)) ++k;
  } else if (line.is(k, u"trung"_w) && line.is(k + 1, u"ương"_w) && line.digits(k + 2)) {
    k += 3;
  } else if (line.is(k, u"tw"_w) && line.digits(k + 1)) {
    k += 2;
  } else {
    return i;
  }
  const bool closed = line.mark(k, u'(');
  if (closed || line.mark(k, u',')) ++k;
  if (!(line.is(k, u"khóa"_w) || line.is(k, u"khoá"_w)) || !line.roman(k + 1)) return i;
  k += 2;
  if (closed && line.mark(k, u')')) ++k;
  return k;
}

// Takes the date behind word `end`, also "(bổ sung, phát triển năm 2011)"; the word behind it.
std::size_t take_date_behind(const Line& line, std::size_t end, LegalReference& reference) {
  std::size_t k = end;
  const bool closed = line.mark(k, u'(');
  if (closed) {
    const std::size_t most = k + 8;
    ++k;
    while (k < line.size() && k < most && !date_at(line, k) && !line.mark(k, u')')) ++k;
  }
  const auto date = date_at(line, k);
  if (!date || (closed && !line.mark(date->end, u')'))) return end;
  set_date(line, k, *date, reference);
  return date->end + (closed ? 1 : 0);
}

}  // namespace

std::optional<Found> party_document_at(const Line& line, std::size_t i, std::size_t from) {
  if (!line[i].capital) return std::nullopt;
  LegalReference reference;
  reference.named = true;
  if (const std::size_t name = line.fits(party_names(), i); name > 0) {
    reference.genre = line.slice(i, i + 2);  // "Cương lĩnh", "Điều lệ"
    reference.title = line.slice(i, i + name);
    const std::size_t end = take_date_behind(line, i + name, reference);
    // "Điều lệ Đảng" is told from other words by what stands beside it.
    if (reference.issued.year == 0 && name < 4 && !locator_before(line, i, from)) return std::nullopt;
    return placed(line, std::move(reference), i, end, from);
  }
  const std::size_t kind = line.fits(party_kinds(), i);
  if (kind == 0) return std::nullopt;
  std::size_t of = i + kind + (line.is(i + kind, u"của"_w) ? 1 : 0);
  // "Báo cáo chính trị của Ban Chấp hành Trung ương Đảng khóa XII tại Đại hội …"
  if (kind > 1 && of > i + kind && line.fits(bodies(), of) > 0) {
    std::size_t at = of;
    while (at < line.size() && at < of + 16 && !line.is(at, u"tại"_w)) ++at;
    if (congress_end(line, at + 1) > at + 1) {
      reference.authority = line.slice(of, at);
      of = at;
    }
  }
  if (line.is(of, u"tại"_w)) ++of;
  const std::size_t congress = congress_end(line, of);
  const bool resolution = line.is(i, u"nghị"_w) || line.is(i, u"kết"_w);
  const std::size_t end = congress > of ? congress : resolution ? meeting_end(line, of) : of;
  if (end == of) return std::nullopt;
  reference.genre = line.slice(i, i + kind);
  reference.title = line.slice(i, end);
  std::size_t behind = take_date_behind(line, end, reference);
  if (congress == of) {
    if (const auto found = subject(line, end, false, reference)) {
      reference.title = line.slice(i, found->end);
      behind = found->end;
    }
  }
  return placed(line, std::move(reference), i, behind, from);
}

}  // namespace soat::reference::legal
