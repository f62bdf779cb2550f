#include "reference/legal_reference.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <utility>

#include "reference/legal/line.h"
#include "reference/legal/reading.h"
#include "reference/legal/word_lists.h"

namespace soat::reference {

std::vector<LegalReference> find_legal_references(std::u16string_view text) {
  const legal::Line line(text);
  std::vector<LegalReference> found;
  std::size_t from = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (auto one = legal::reference_at(line, i, from)) {
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
