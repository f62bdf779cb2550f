#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_words.h"
#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/char_class.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_number = 4;

// The digit that a letter looks like; 0 for none.
char16_t digit_of(char16_t unit) {
  switch (unit) {
    case u'l':
    case u'L':
    case u'I':
      return u'1';
    case u'O':
    case u'o':
      return u'0';
    default:
      return is_digit(unit) ? unit : u'\0';
  }
}

// Letters that a scanner read for digits: in the number of a part of a law or a book (Điều l, khoản lO, Điều 1O), in a
// date (năm 2O23, ngày O2/9) and before what is counted (l5 giờ, 3O người). Points of law are letters (điểm l) and left
// alone.
class OcrDigit final : public Rule {
 public:
  explicit OcrDigit(std::shared_ptr<const RuleWords> words) : words_(std::move(words)) {}

  const RuleInfo& info() const override { return rule_info<"garble.ocr-digit">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    for (std::size_t i = 1; i < analysis.tokens.size(); ++i) {
      const Token& before = analysis.tokens[i - 1];
      const Token& token = analysis.tokens[i];
      if (before.kind != TokenKind::word || token.start != before.end + 1) continue;
      if (token.kind == TokenKind::placeholder || token.kind == TokenKind::punctuation) continue;
      // Most of what follows a word is no such number: its first letter tells.
      if (digit_of(analysis.text[token.start]) == 0) continue;
      // Of parts that are usually numbered in Roman a lone letter is an I.
      const bool roman = (*words_)[RuleWords::List::part_roman].has_in_lower(analysis.view(before));
      if (roman || (*words_)[RuleWords::List::part].has_in_lower(analysis.view(before)))
        judge(analysis, paragraph, token.start, roman, sink);
      else
        judge_count(analysis, paragraph, i, sink);
    }
  }

 private:
  // Digits with letters among them, behind a word of dates or before one of what is counted. Elsewhere they are codes.
  void judge_count(const Analysis& analysis, std::uint32_t paragraph, std::size_t at, FindingSink& sink) const {
    const std::u16string_view text = analysis.text;
    const std::uint32_t start = analysis.tokens[at].start;
    std::uint32_t end = start;
    bool digits = false;
    bool letters = false;
    for (; end < text.size() && digit_of(text[end]) != 0 && text[end] != u'L'; ++end)
      (is_digit(text[end]) ? digits : letters) = true;
    if (!digits || !letters || end - start > longest_number) return;
    const bool dated = (*words_)[RuleWords::List::dated].has_in_lower(analysis.view(analysis.tokens[at - 1]));
    if (dated) {
      if (end < text.size() && text[end] != u'/' && text::CharTable::get().is_word_unit(text[end])) return;
    } else {
      // 5l is litres, 30o degrees, O2 a gas.
      if (text[end - 1] == u'l' || text[end - 1] == u'o' || text[start] == u'O' || text[start] == u'o') return;
      const auto next = std::find_if(analysis.tokens.begin() + static_cast<std::ptrdiff_t>(at), analysis.tokens.end(),
                                     [&](const Token& token) { return token.start >= end; });
      if (next == analysis.tokens.end() || next->start != end + 1 || text[end] != u' ' ||
          !(*words_)[RuleWords::List::counted_by_number].has(analysis.view(*next)))
        return;
    }
    std::u16string number;
    std::transform(text.begin() + start, text.begin() + end, std::back_inserter(number), digit_of);
    const text::Message message(texts::finding_garble_ocr_digit, text.substr(start, end - start), number);
    report(sink, info(), {paragraph, start, end}, 0.93F, message, {number});
  }

  void judge(const Analysis& analysis, std::uint32_t paragraph, std::uint32_t start, bool roman,
             FindingSink& sink) const {
    const std::u16string_view text = analysis.text;
    std::uint32_t end = start;
    while (end < text.size() && digit_of(text[end]) != 0) ++end;
    const std::u16string_view written = text.substr(start, end - start);
    if (written.size() > longest_number || (end < text.size() && text::CharTable::get().is_word_unit(text[end])))
      return;
    // A decimal or a hyphen goes on: Điều 1.O, khoản l-a.
    if (end < text.size() && (text[end] == u'-' || text[end] == u'/' || text[end] == u'\'')) return;
    const bool digits = std::any_of(written.begin(), written.end(), is_digit);
    const bool letters = !std::all_of(written.begin(), written.end(), is_digit);
    if (!letters || written[0] == u'O' || written[0] == u'o') return;
    const bool zero = written.find(u'O') != std::u16string_view::npos;
    if (!digits) {
      // Words (lo), Roman numerals (II), and an L of which nothing says that it is a 1.
      if (written.find_first_of(u"oI") != std::u16string_view::npos) return;
      if (roman && written.find(u'L') != std::u16string_view::npos) return;
    }
    std::u16string number;
    std::transform(written.begin(), written.end(), std::back_inserter(number), digit_of);
    std::vector<std::u16string> suggestions = {number};
    if (!digits && !zero && roman) suggestions.insert(suggestions.begin(), std::u16string(written.size(), u'I'));
    const std::u16string shown(written);
    const text::Message message(texts::finding_garble_ocr_digit, shown, suggestions.front());
    report(sink, info(), {paragraph, start, end}, 0.93F, message, std::move(suggestions));
  }

  std::shared_ptr<const RuleWords> words_;
};

}  // namespace

std::unique_ptr<Rule> make_garble_ocr_digit(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<OcrDigit>(data.words);
}

}  // namespace soat::check
