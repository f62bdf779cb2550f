#include "check/rules/residue/page.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "text/letter_case.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::size_t shortest_prose = 18;  // tokens
constexpr std::uint32_t least_prose = 2;    // paragraphs of a text that has a foot

constexpr auto caption_words =
    std::to_array<std::u16string_view>({u"bảng", u"hình", u"biểu", u"sơ", u"đồ", u"ảnh", u"table", u"figure"});

}  // namespace

bool ends_as_sentence(const Analysis& analysis) {
  // Past closing quotes and brackets.
  for (std::size_t i = analysis.tokens.size(); i-- > 0;) {
    const Token& token = analysis.tokens[i];
    const char16_t unit = analysis.text[token.end - 1];
    if (unit == u'.' || unit == u'!' || unit == u'?' || unit == u'…') return true;
    if (std::u16string_view(u"\"”’»)]").find(unit) == std::u16string_view::npos) return false;
  }
  return false;
}

bool is_prose(const Analysis& analysis) {
  return analysis.tokens.size() >= shortest_prose && ends_as_sentence(analysis);
}

std::uint32_t foot_of(const DocumentView& view) {
  const std::uint32_t count = static_cast<std::uint32_t>(view.paragraphs.size());
  std::uint32_t prose = 0;
  std::uint32_t foot = count;
  for (std::uint32_t p = 0; p < count; ++p) {
    if (!is_prose(view.paragraphs[p])) continue;
    ++prose;
    foot = p + 1;
  }
  return prose < least_prose ? count : foot;
}

bool is_caption(const Analysis& analysis) {
  if (analysis.tokens.size() < 2 || analysis.tokens[1].kind != TokenKind::number) return false;
  const std::u16string_view word = analysis.view(analysis.tokens[0]);
  return std::ranges::any_of(caption_words,
                             [&](std::u16string_view caption) { return text::equals_in_lower(word, caption); });
}

}  // namespace soat::check
