#include "citation/exchange/reference_at.h"

#include <algorithm>
#include <vector>

#include "citation/exchange/csl_item.h"
#include "citation/exchange/web_page.h"
#include "reference/legal_reference.h"
#include "text/ascii.h"
#include "text/utf.h"

namespace soat::citation {
namespace {

bool is_letter_or_digit(char16_t unit) {
  return text::is_ascii_alphanumeric(unit) || unit >= 0xC0;
}

// Web addresses: from their scheme or "www." to white space, less the punctuation of the sentence.
void add_addresses(std::u16string_view text, std::vector<ReferenceAt>& found) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t start = std::u16string_view::npos;
    for (const std::u16string_view mark :
         {std::u16string_view(u"http://"), std::u16string_view(u"https://"), std::u16string_view(u"www.")})
      start = std::min(start, text.find(mark, at));
    if (start == std::u16string_view::npos) return;
    std::size_t end = std::min(text.find_first_of(u" \t\n\u00A0<>\"“”", start), text.size());
    at = end;
    if (start > 0 && is_letter_or_digit(text[start - 1])) continue;
    while (end > start && std::u16string_view(u".,;:!?)]}’'").find(text[end - 1]) != std::u16string_view::npos) --end;
    if (const auto address = web_address(text::to_utf8(text.substr(start, end - start))))
      found.push_back({{{"type", "webpage"}, {"URL", *address}}, start, end, false});
  }
}

std::vector<ReferenceAt> all_references(std::u16string_view text) {
  std::vector<ReferenceAt> found;
  add_addresses(text, found);
  for (const reference::LegalReference& legal : reference::find_legal_references(text))
    found.push_back({to_csl_item(legal), legal.start, legal.end, true});
  return found;
}

}  // namespace

std::optional<ReferenceAt> reference_at(std::u16string_view paragraph, std::size_t start, std::size_t end) {
  start = std::min(start, paragraph.size());
  end = std::clamp(end, start, paragraph.size());
  if (start < end) {
    std::vector<ReferenceAt> found = all_references(paragraph.substr(start, end - start));
    if (found.size() != 1) return std::nullopt;
    ReferenceAt one = std::move(found.front());
    // Of what was selected round an address ("Nguồn: …") nothing is left.
    one.start = one.in_words ? one.start + start : start;
    one.end = one.in_words ? one.end + start : end;
    return one;
  }
  std::vector<ReferenceAt> found = all_references(paragraph);
  for (ReferenceAt& one : found) {
    if (one.start <= start && start <= one.end) return std::move(one);
  }
  if (found.size() == 1) return std::move(found.front());
  return std::nullopt;
}

}  // namespace soat::citation
