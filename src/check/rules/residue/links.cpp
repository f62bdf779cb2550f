#include "check/rules/residue/links.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "check/rules/residue/page.h"
#include "text/letter_case.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_link = 32;   // tokens of a title
constexpr std::uint32_t least_links = 2;   // lines of a list
constexpr std::uint32_t enough_links = 3;  // of one that text follows

// A title, a price, a date: no sentence, no item of a list of the text's own.
bool is_link(const Analysis& analysis) {
  if (analysis.tokens.size() > longest_link || is_caption(analysis)) return false;
  const char16_t last = analysis.text[analysis.tokens.back().end - 1];
  if (last == u'.' && (analysis.tokens.back().length() == 1)) return false;
  if (last == u':' || last == u';' || last == u',') return false;
  const Token& first = analysis.tokens.front();
  if (first.kind == TokenKind::word) return first.letter_case != LetterCase::lower;
  if (first.kind != TokenKind::punctuation && first.kind != TokenKind::symbol) return true;
  return std::u16string_view(u"[“\"»›>").find(analysis.text[first.start]) != std::u16string_view::npos;
}

}  // namespace

std::uint32_t end_of_links(const DocumentView& view, std::uint32_t heading) {
  const std::uint32_t count = static_cast<std::uint32_t>(view.paragraphs.size());
  std::uint32_t links = 0;
  std::uint32_t end = heading;
  std::uint32_t p = heading + 1;
  for (; p < count; ++p) {
    if (view.paragraphs[p].tokens.empty()) continue;
    if (!is_link(view.paragraphs[p])) break;
    ++links;
    end = p + 1;
  }
  return links >= (p == count ? least_links : enough_links) ? end : heading;
}

}  // namespace soat::check
