#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/rules/capitalisation/title_case.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

// The kinds of documents of offices (Decree 30/2020/NĐ-CP, Article 7) and of law that bear a number.
constexpr auto kinds = std::to_array<std::array<std::u16string_view, 2>>({{u"nghị", u"quyết"},
                                                                          {u"nghị", u"định"},
                                                                          {u"quyết", u"định"},
                                                                          {u"thông", u"tư"},
                                                                          {u"chỉ", u"thị"},
                                                                          {u"công", u"văn"},
                                                                          {u"kết", u"luận"},
                                                                          {u"quy", u"định"},
                                                                          {u"hướng", u"dẫn"},
                                                                          {u"kế", u"hoạch"},
                                                                          {u"pháp", u"lệnh"}});
constexpr std::size_t longest_symbol = 16;  // units behind the number

// Several documents, or any: các nghị định số …
constexpr auto generic_before = std::to_array<std::u16string_view>({u"các", u"những", u"hai", u"ba", u"nhiều"});

// The kind of a document in small letters before its number (nghị định số 30/2020/NĐ-CP); Decree 30/2020/NĐ-CP,
// Appendix II, V.6.
class DocumentKind final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info("capitalisation.document-kind"); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 2; i < tokens.size(); ++i) {
      if (tokens[i].kind != TokenKind::document_symbol && !begins_symbol(analysis, i)) continue;
      const bool numbered = equals_in_lower(analysis.view(tokens[i - 1]), u"số");
      if (numbered && i < 3) continue;
      const std::size_t first = i - (numbered ? 3 : 2);
      if (!is_small_kind(analysis, first)) continue;
      if (first > 0 && is_generic(analysis.view(tokens[first - 1]))) continue;
      std::u16string right = analysis.text.substr(tokens[first].start, tokens[first + 1].end - tokens[first].start);
      right[0] = text::to_upper(right[0]);
      report(sink, info(), {paragraph, tokens[first].start, tokens[first + 1].end}, 0.65F,
             {u"Loại văn bản đứng trước số hiệu phải viết hoa: “" + right + u"” (Nghị định 30/2020/NĐ-CP, Phụ lục II).",
              u"The kind of a document before its number has a capital: “" + right +
                  u"” (Decree 30/2020/NĐ-CP, Appendix II)."},
             {right});
    }
  }

 private:
  // “số 21- NQ/TW”: a symbol with blanks within.
  static bool begins_symbol(const Analysis& analysis, std::size_t number) {
    const std::vector<Token>& tokens = analysis.tokens;
    if (tokens[number].kind != TokenKind::number || number + 2 >= tokens.size()) return false;
    const std::u16string_view dash = analysis.view(tokens[number + 1]);
    const std::u16string_view rest =
        std::u16string_view(analysis.text).substr(tokens[number + 2].start, longest_symbol);
    const auto is_capital = [](char16_t unit) { return (unit >= u'A' && unit <= u'Z') || unit == u'Đ'; };
    return (dash == u"-" || dash == u"–") && rest.size() > 1 && is_capital(rest[0]) && is_capital(rest[1]) &&
           rest.substr(0, rest.find(u' ')).find(u'/') != rest.npos;
  }

  static bool is_small_kind(const Analysis& analysis, std::size_t first) {
    const Token& one = analysis.tokens[first];
    const Token& two = analysis.tokens[first + 1];
    if (one.letter_case != LetterCase::lower || two.letter_case != LetterCase::lower) return false;
    return std::ranges::any_of(
        kinds, [&](const auto& kind) { return analysis.view(one) == kind[0] && analysis.view(two) == kind[1]; });
  }

  static bool is_generic(std::u16string_view word) {
    return std::ranges::find(generic_before, word) != generic_before.end();
  }
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_document_kind(const RuleData&) {
  return std::make_unique<DocumentKind>();
}

}  // namespace soat::check
