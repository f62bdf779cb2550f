#include "reference/legal/subject.h"

#include "reference/issuer.h"
#include "reference/legal/authority.h"
#include "reference/legal/date.h"
#include "reference/legal/word_lists.h"

namespace soat::reference::legal {

// Whether the line ends with the place of publication at i, as entries of lists do.
bool ends_with_place(const Line& line, std::size_t i) {
  std::size_t end = i + line.fits(places(), i);
  if (end == i || !line.capital(i)) return false;
  const auto skip_marks = [&] {
    while (line.mark(end, u'.') || line.mark(end, u';') || line.mark(end, u',')) ++end;
  };
  skip_marks();
  if (year_at(line, end)) ++end;
  skip_marks();
  return end >= line.size();
}

namespace {

// Whether the line ends with the body at i, and the symbol says that this body issued it: "35-NQ/TW về … của Bộ Chính
// trị".
bool issued_by(const Line& line, std::size_t i, const LegalReference& reference) {
  if (!line.letters(i) || line.fits(bodies(), i) == 0) return false;
  const std::size_t end = authority_end(line, i);
  if (end < line.size() && !line.mark(end, u'.') && !line.mark(end, u';') && !line.mark(end, u',')) return false;
  const Phrases* issuers = issuer_words_of_symbol(word_plain(reference.number));
  return issuers != nullptr && line.fits(*issuers, i) > 0;
}

// Whether the verb at i is that of the sentence, not of a subject: "Nghị định … quy định mức phạt như sau: …", "… cho
// phép …" of a document that makes law, "… quy định bến phải có phao" right behind the number.
bool goes_on_with_sentence(const Line& line, std::size_t i, const LegalReference& reference) {
  const std::vector<LineWord> genre = words_of(reference.genre);
  const bool makes_law = !genre.empty() && law_makers().at(genre, 0, true).length == genre.size();
  if (makes_law && line.fits(no_subjects(), i) > 0) return true;
  const bool bare = reference.authority.empty() && reference.issued.year == 0;
  for (std::size_t j = i; j < line.size() && !line.mark(j, u';') && !line.ends_sentence(j); ++j) {
    if (line.is(j, u"như"_w) && line.is(j + 1, u"sau"_w)) return true;
    if (makes_law && bare && !line.plain() && line.is(j, u"phải"_w)) return true;
  }
  return false;
}

}  // namespace

std::optional<Span> subject(const Line& line, std::size_t i, bool has_date, const LegalReference& reference) {
  std::size_t j = i;
  bool quoted = false;
  if (line.mark(j, u'"')) {
    quoted = true;
    ++j;
  }
  if (line.is(j, u"về"_w)) {
    ++j;
    if (line.is(j, u"việc"_w)) ++j;
  } else if (line.is(j, u"v"_w) && line.mark(j + 1, u'/') && line.is(j + 2, u"v"_w)) {
    j += 3;
  } else if (quoted ? false : line.fits(subject_verbs(), j) == 0) {
    return std::nullopt;
  }
  if (line.mark(j, u':')) ++j;
  // "… quy định như sau", "… quy định tại": the sentence, not the subject.
  if (line.is(j, u"quy"_w) && line.is(j + 1, u"định"_w) &&
      (line.fits(not_rules_on(), j + 2) > 0 || line.mark(j + 2, u':')))
    return std::nullopt;
  const bool said_about = j > i && !quoted;
  if (!said_about && !quoted && goes_on_with_sentence(line, j, reference)) return std::nullopt;
  Span result{j, j};
  const bool about_documents = line.fits(on_documents(), j) > 0;
  int depth = 0;
  bool inner = false;
  for (; j < line.size(); ++j) {
    if (line.mark(j, u'"')) {
      if (quoted) break;
      inner = !inner;
      continue;
    }
    if (inner) continue;
    if (line.mark(j, u'(')) {
      if (line.fits(asides_of_subject(), j + 1) > 0 ||
          (line.is(j + 1, u"sửa"_w) && line.is(j + 2, u"đổi"_w) &&
           (line.mark(j + 3, u',') || line.mark(j + 3, u')'))) ||
          date_at(line, j + 1) || year_at(line, j + 1) || line.fits(genres(), j + 1) > 0) {
        break;
      }
      ++depth;
    }
    if (line.mark(j, u')')) {
      if (depth == 0) break;
      --depth;
    }
    if (line.mark(j, u';') || line.mark(j, u'|') || line.mark(j, u'_') || line.ends_sentence(j)) break;
    if (line.mark(j, u'[') && line.digits(j + 1)) break;
    if (line.mark(j, u',') &&
        (starts_date(line, j + 1) || line.fits(subject_ends(), j + 1) > 0 ||
         line.fits(behind_subject_comma(), j + 1) > 0 ||
         (line.capital(j + 1) && !line.shouting() && !line.plain() && line.fits(genres(), j + 1) > 0) ||
         (line.is(j + 1, u"của"_w) && line.fits(bodies(), j + 2) > 0 && reference.authority.empty()))) {
      break;
    }
    if (line.lower(j) && !line.shouting() && line.fits(subject_ends(), j) > 0) break;
    if (!line.plain() && !line.shouting() && line.is(j, u"thì"_w)) break;
    if (line.mark(j, u',') && ends_with_place(line, j + 1)) break;
    // "… và Nghị định số 38/2023/NĐ-CP" is another document, unless the subject is about documents.
    if (!about_documents && line.is(j, u"và"_w) && line.fits(genres(), j + 1) > 0 &&
        line.is(j + 1 + line.fits(genres(), j + 1), u"số"_w))
      break;
    // "về công tác văn thư ngày 05/3/2020 của Chính phủ"
    if (!has_date && line.is(j, u"ngày"_w) && date_at(line, j)) {
      const std::size_t after = date_at(line, j)->end;
      if (after >= line.size() || line.is(after, u"của"_w) || line.mark(after, u',') || line.mark(after, u';') ||
          line.mark(after, u'.') || line.mark(after, u')'))
        break;
    }
    if (reference.authority.empty() && line.is(j, u"của"_w) && issued_by(line, j + 1, reference)) break;
  }
  while (j > result.first &&
         (line.mark(j - 1, u',') || line.mark(j - 1, u'.') || line.mark(j - 1, u':') || line.mark(j - 1, u'-') ||
          line.mark(j - 1, u'/') || line.mark(j - 1, u'!') || line.mark(j - 1, u'*'))) {
    --j;
  }
  // A closing mark whose opening one stands before the reference.
  std::size_t quotes = 0;
  for (std::size_t k = result.first; k < j; ++k) quotes += line.mark(k, u'"') ? 1 : 0;
  if (quotes % 2 == 1 && line.mark(j - 1, u'"')) --j;
  result.end = j;
  // Nothing but a quotation: the marks go too.
  if (result.end > result.first + 2 && line.mark(result.first, u'"') && line.mark(result.end - 1, u'"')) {
    bool whole = true;
    for (std::size_t k = result.first + 1; k + 1 < result.end; ++k) whole = whole && !line.mark(k, u'"');
    if (whole) {
      ++result.first;
      --result.end;
    }
  }
  if (result.first == result.end) return std::nullopt;
  return result;
}

}  // namespace soat::reference::legal
