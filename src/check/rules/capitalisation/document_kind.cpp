#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "check/rule_words.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "reference/legal_reference.h"
#include "text/letter_case.h"
#include "texts/rules/capitalisation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_symbol = 16;  // units behind the number

// The kind of a document in small letters before its number (nghị định số 30/2020/NĐ-CP); Decree 30/2020/NĐ-CP,
// Appendix II, V.6.
class DocumentKind final : public Rule {
 public:
  explicit DocumentKind(const WordList& generic) : generic_(generic) {
    for (const std::u16string& kind : reference::kinds_of_documents()) {
      if (kind.find(u' ') != kind.npos) kinds_.push_back(kind);
    }
    std::ranges::stable_sort(kinds_, std::greater(), &std::u16string::size);
  }

  const RuleInfo& info() const override { return rule_info<"capitalisation.document-kind">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 2; i < tokens.size(); ++i) {
      if (tokens[i].kind != TokenKind::document_symbol && !begins_symbol(analysis, i)) continue;
      const std::size_t end = text::equals_in_lower(analysis.view(tokens[i - 1]), u"số") ? i - 1 : i;
      const std::size_t length = small_kind_before(analysis, end);
      if (length == 0) continue;
      const std::size_t first = end - length;
      // Several documents, or any: các nghị định số …
      if (first > 0 && generic_.has(analysis.view(tokens[first - 1]))) continue;
      std::u16string right = analysis.text.substr(tokens[first].start, tokens[end - 1].end - tokens[first].start);
      right[0] = text::to_upper(right[0]);
      report(sink, info(), {paragraph, tokens[first].start, tokens[end - 1].end}, 0.65F,
             {texts::finding_capitalisation_document_kind, right}, {right});
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

  // How many words before token `end` are the name of a kind, the longest that is; 0 when they are none, or not all in
  // small letters.
  std::size_t small_kind_before(const Analysis& analysis, std::size_t end) const {
    const std::u16string_view text = analysis.text;
    const std::uint32_t stop = analysis.tokens[end - 1].end;
    for (const std::u16string& kind : kinds_) {
      if (!text.substr(0, stop).ends_with(kind)) continue;
      const auto length = static_cast<std::size_t>(std::ranges::count(kind, u' ')) + 1;
      if (length <= end && analysis.tokens[end - length].start == stop - kind.size()) return length;
    }
    return 0;
  }

  WordList generic_;
  std::vector<std::u16string> kinds_;  // of several words, longest first
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_document_kind(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<DocumentKind>((*data.words)[RuleWords::List::generic]);
}

}  // namespace soat::check
