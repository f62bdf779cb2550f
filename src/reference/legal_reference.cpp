#include "reference/legal_reference.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "reference/legal/authority.h"
#include "reference/legal/line.h"
#include "reference/legal/locator.h"
#include "reference/legal/reading.h"
#include "reference/legal/word_lists.h"

namespace soat::reference {

using legal::operator""_w;

std::vector<LegalReference> find_legal_references(std::u16string_view text) {
  const legal::Line line(text);
  std::vector<LegalReference> found;
  std::size_t from = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    for (auto one = legal::reference_at(line, i, from); one; one = legal::same_kind_at(line, from, found.back())) {
      found.push_back(std::move(one->reference));
      from = one->end;
      i = from - 1;
    }
  }
  return found;
}

namespace {

std::u16string cleaned_line(std::u16string_view line) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString cleaned;
  for (const char16_t unit : line.substr(0, 20000)) {
    // Invisible marks inside words; Ð (eth) for Đ.
    if (unit == 0xAD || (unit >= 0x200B && unit <= 0x200D) || unit == 0x2060 || unit == 0xFEFF) continue;
    cleaned.append(static_cast<char16_t>(unit == 0xD0 ? 0x110 : unit));
  }
  icu::UnicodeString composed;
  if (U_SUCCESS(status)) composed = nfc->normalize(cleaned, status);
  if (U_FAILURE(status)) composed = cleaned;
  return {composed.getBuffer(), static_cast<std::size_t>(composed.length())};
}

}  // namespace

std::optional<LegalReference> parse_legal_reference(std::u16string_view line) {
  std::vector<LegalReference> all = parse_legal_references(line);
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

std::vector<LegalReference> parse_legal_references(std::u16string_view line) {
  return find_legal_references(cleaned_line(line));
}

namespace {

// Whether the last words of a line ask for more: "… Nghị định số", "… ngày 14", "… của Bộ Văn hóa,", "… theo khoản 2".
bool ends_open(const legal::Line& line, const std::vector<LegalReference>& found) {
  const std::size_t end = line.size();
  if (end == 0) return false;
  const std::size_t last = end - 1;
  if (line.mark(last, u',') || line.mark(last, u'-') || line.mark(last, u'/')) return true;
  if (line.fits(legal::hanging(), last) > 0) return true;
  if (line.digits(last) && last > 0 && line.fits(legal::hanging_dates(), last - 1) > 0) return true;
  for (std::size_t i = end > 5 ? end - 5 : 0; i < end; ++i) {
    if (i + legal::genre_at(line, i).length == end && line[i].capital) return true;
    // That of a reference before it asks for none.
    const bool taken = !found.empty() && found.back().locator.ends_with(line.slice(i, end));
    if (legal::locator_end(line, i) == end && !taken) return true;
  }
  return false;
}

constexpr std::size_t kNarrowest = 50;  // units of a line that was broken to a width, at least

// Whether a line goes on with the reference that ended the line before: its date, issuer or subject; behind a long line
// any words in small letters.
bool may_go_on(const legal::Line& line, bool behind_long) {
  if (legal::starts_date(line, 0) && line.letters(0)) return true;
  if (line.is(0, u"của"_w) || legal::starts_subject(line, 0)) return true;
  return behind_long && line.letters(0) && !line[0].capital;
}

// Whether the text of a line runs on in the next.
bool runs_on(const legal::Line& line, const std::vector<LegalReference>& found, const legal::Line& next) {
  if (line.size() == 0 || next.size() == 0) return false;
  const std::size_t end = line[line.size() - 1].end;
  const bool closed = !found.empty() && found.back().end == end;
  return closed ? may_go_on(next, end >= kNarrowest) : ends_open(line, found);
}

constexpr std::size_t kMostLinesOfASentence = 12;

}  // namespace

std::vector<std::vector<LegalReference>> parse_legal_references(std::span<const std::u16string> lines) {
  std::vector<std::vector<LegalReference>> all(lines.size());
  std::vector<std::u16string> cleaned;
  cleaned.reserve(lines.size());
  for (const std::u16string& line : lines) cleaned.push_back(cleaned_line(line));
  for (std::size_t first = 0; first < lines.size();) {
    std::vector<std::size_t> starts = {0};
    std::u16string text = cleaned[first];
    std::size_t end = first + 1;
    all[first] = find_legal_references(text);
    std::vector<LegalReference> last = all[first];
    for (; end < lines.size() && end < first + kMostLinesOfASentence; ++end) {
      if (!runs_on(legal::Line(cleaned[end - 1]), last, legal::Line(cleaned[end]))) break;
      last = find_legal_references(cleaned[end]);
      text += u' ';
      starts.push_back(text.size());
      text += cleaned[end];
    }
    if (end > first + 1) {
      all[first].clear();
      for (LegalReference& one : find_legal_references(text)) {
        const auto line = std::ranges::upper_bound(starts, one.start) - starts.begin() - 1;
        all[first + static_cast<std::size_t>(line)].push_back(std::move(one));
      }
    }
    first = end;
  }
  return all;
}

LeadingGenre leading_genre(std::u16string_view title) {
  const legal::Line line(title);
  if (line.size() == 0 || line[0].start != 0) return {};
  const legal::Genre genre = legal::genre_with_marks(line, 0);
  if (genre.length == 0) return {};
  return {line[genre.length - 1].end, legal::has_name(genre.kind)};
}

const std::vector<std::u16string>& kinds_of_documents() {
  return legal::genre_names();
}

}  // namespace soat::reference
