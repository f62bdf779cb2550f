#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "lexicon/lexicon.h"
#include "text/syllable.h"
#include "texts/rules/punctuation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

// Wider gaps, or more double blanks than this in a paragraph, lay text out (letter heads, forms).
constexpr std::uint32_t widest_slip = 3;
constexpr std::size_t most_double_blanks = 6;
constexpr std::size_t furthest_bracket = 40;  // tokens
constexpr std::size_t near_dash = 8;          // tokens
constexpr std::size_t shortest_sentence = 7;  // tokens
constexpr std::size_t shortest_glued = 3;     // units of a word behind a number

constexpr std::u16string_view marks = u",.;:!?";
constexpr std::u16string_view openers = u"([{“«";
constexpr std::u16string_view closers = u")]}”»";
constexpr std::u16string_view dashes = u"-–‐";

bool is_in(char16_t unit, std::u16string_view set) {
  return set.find(unit) != std::u16string_view::npos;
}

bool is_mark(const Token& token) {
  return token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol;
}

bool is_wordlike(const Token& token) {
  return !is_mark(token) && token.kind != TokenKind::placeholder;
}

// Blanks where Vietnamese sets none (before , . ; : ! ?, inside brackets and quotation marks, two in a row) and none
// where it sets one (after these marks, round a dash between words).
class Space final : public Rule {
 public:
  explicit Space(const RuleData& data) : lexicon_(data.lexicon) {}

  const RuleInfo& info() const override { return rule_info<"punctuation.space">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    check_thousands(analysis, paragraph, sink);
    std::vector<Place> doubles;
    std::size_t quotes = 0;  // straight ones before the right token
    const bool paired = std::ranges::count(analysis.text, u'"') % 2 == 0;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const Token& left = tokens[i - 1];
      if (analysis.text[left.start] == u'"') ++quotes;
      const Token& right = tokens[i];
      const std::uint32_t gap = right.start - left.end;
      const bool marked = is_mark(left) || is_mark(right);
      check_glued_number(analysis, paragraph, i, sink);
      if (gap == 1 && !marked) continue;
      if (gap == 0) {
        if (marked) check_missing(analysis, paragraph, i, quotes % 2 == 0, sink);
        continue;
      }
      if (!is_blank_gap(analysis, left.end, right.start)) continue;
      if (marked && (check_surplus(analysis, paragraph, i, sink) ||
                     check_quotation(analysis, paragraph, i, paired && quotes % 2 != 0, sink)))
        continue;
      if (gap >= 2 && gap <= widest_slip && may_be_double(analysis, left, right)) {
        doubles.push_back({paragraph, left.end, right.start});
      }
    }
    if (doubles.size() > most_double_blanks) return;
    for (const Place& place : doubles) {
      report(sink, info(), place, Severity::info, 0.85F, texts::finding_punctuation_space_double, {u" "});
    }
  }

  // “-Giặt tay” as the item of a list, where most items have the blank. Where none has, it is the writer's way.
  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::size_t apart = 0;
    std::vector<std::uint32_t> glued;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      if (analysis.tokens.size() < 2 || !is_dash(analysis, analysis.tokens[0]) || analysis.tokens[0].length() != 1)
        continue;
      if (analysis.tokens[1].space_before) {
        ++apart;
      } else if (is_vietnamese(analysis.tokens[1])) {
        glued.push_back(p);
      }
    }
    if (glued.size() > apart) return;
    for (const std::uint32_t p : glued) {
      const Analysis& analysis = view.paragraphs[p];
      const Token& word = analysis.tokens[1];
      report(sink, info(), {p, analysis.tokens[0].start, word.end}, 0.75F, texts::finding_punctuation_space_item,
             {analysis.text[analysis.tokens[0].start] + std::u16string(u" ") + std::u16string(analysis.view(word))});
    }
  }

 private:
  static bool is_blank_gap(const Analysis& analysis, std::uint32_t start, std::uint32_t end) {
    return std::all_of(analysis.text.begin() + start, analysis.text.begin() + end, is_blank);
  }

  static bool may_be_double(const Analysis& analysis, const Token& left, const Token& right) {
    // Behind a colon or dots stands what is filled in; before and behind other signs text is laid out.
    if (left.kind == TokenKind::punctuation)
      return is_in(analysis.text[left.end - 1], u",.;!?)”") && is_wordlike(right);
    return is_wordlike(left) && (is_wordlike(right) || is_in(analysis.text[right.start], u"(“"));
  }

  // A blank too many between tokens i-1 and i, which at least one mark touches.
  bool check_surplus(const Analysis& analysis, std::uint32_t paragraph, std::size_t i, FindingSink& sink) const {
    const Token& left = analysis.tokens[i - 1];
    const Token& right = analysis.tokens[i];
    const char16_t first = analysis.text[right.start];
    const char16_t last = analysis.text[left.end - 1];
    const char16_t after = right.start + 1 < analysis.text.size() ? analysis.text[right.start + 1] : u' ';
    if (is_mark(right) && right.length() == 1 && is_in(first, marks) && (is_wordlike(left) || is_in(last, closers))) {
      // .NET, an ellipsis, an emoticon
      const bool emoticon = (first == u':' || first == u';') && after == u')';
      if (emoticon) return false;
      if (is_in(first, u",;") && i + 1 < analysis.tokens.size() && is_plain_word(analysis.tokens[i + 1]) &&
          analysis.tokens[i + 1].start == right.end) {
        report(sink, info(), {paragraph, left.end, right.end}, 0.85F, texts::finding_punctuation_space_after_not_before,
               {first + std::u16string(u" ")});
        return true;
      }
      const bool blanks_to_fill = first == u':' && (after == u'.' || after == u'…' || after == u'_');
      if (!is_blank(after) && !is_in(after, closers) && after != u'"' && !blanks_to_fill) return false;
      // A colon set off is a formula's or a heading's (French) habit more than a slip.
      const float confidence = first == u':' || first == u'!' || first == u'?' ? 0.7F : 0.9F;
      report(sink, info(), {paragraph, left.end, right.start + 1}, confidence,
             texts::finding_punctuation_space_before_mark, {std::u16string(1, first)});
      return true;
    }
    if (i + 1 == analysis.tokens.size() && ends_sentence_in_dots(analysis)) {
      report(sink, info(), {paragraph, left.end, right.end}, Severity::info, 0.62F,
             texts::finding_punctuation_space_before_dots, {std::u16string(analysis.view(right))});
      return true;
    }
    if (is_mark(right) && is_in(first, closers) && is_wordlike(left)) {
      report(sink, info(), {paragraph, left.start, right.start + 1}, 0.85F,
             texts::finding_punctuation_space_before_closing, {std::u16string(analysis.view(left)) + first});
      return true;
    }
    if (is_mark(left) && is_in(last, openers) && is_wordlike(right)) {
      report(sink, info(), {paragraph, left.end - 1, right.end}, 0.85F, texts::finding_punctuation_space_after_opening,
             {last + std::u16string(analysis.view(right))});
      return true;
    }
    if (is_dash(analysis, left) && left.length() == 1 && i >= 2) {
      // “Hằng- đơn vị”: the dash clings to the word before it.
      const Token& word = analysis.tokens[i - 2];
      if (word.end != left.start) return false;
      if (is_number(word) && is_number(right)) {
        report_range(analysis, paragraph, word, last, right, sink);
        return true;
      }
      const bool listed = is_wordlike(word) && is_wordlike(right) && has_dash_apart(analysis, i);
      if (!listed && (!is_plain_word(word) || !is_plain_word(right))) return false;
      report(sink, info(), {paragraph, word.start, right.end}, 0.75F, texts::finding_punctuation_space_dash,
             {std::u16string(analysis.view(word)) + u" " + last + u" " + std::u16string(analysis.view(right)),
              std::u16string(analysis.view(word)) + last + std::u16string(analysis.view(right))});
      return true;
    }
    if (is_dash(analysis, right) && right.length() == 1 && i + 1 < analysis.tokens.size()) {
      const Token& word = analysis.tokens[i + 1];
      // A minus sign stands so too: only numbers that may be the ends of a range.
      if (word.start == right.end && is_number(left) && is_number(word) && left.length() == word.length() &&
          left.length() > 1) {
        report_range(analysis, paragraph, left, first, word, sink);
        return true;
      }
      if (word.start != right.end || !is_plain_word(word) || !is_plain_word(left)) return false;
      report(sink, info(), {paragraph, left.start, word.end}, 0.65F, texts::finding_punctuation_space_dash,
             {std::u16string(analysis.view(left)) + u" " + first + u" " + std::u16string(analysis.view(word))});
      return true;
    }
    return false;
  }

  // “2015- 2020”: a blank on one side of the dash between the ends of a range.
  void report_range(const Analysis& analysis, std::uint32_t paragraph, const Token& from, char16_t dash,
                    const Token& to, FindingSink& sink) const {
    report(sink, info(), {paragraph, from.start, to.end}, 0.75F, texts::finding_punctuation_space_range,
           {std::u16string(analysis.view(from)) + dash + std::u16string(analysis.view(to))});
  }

  // A blank inside straight quotation marks: nói: " Vâng". open: a quotation is open between tokens i-1 and i, and
  // all marks have partners (inches and quotations of several paragraphs tell nothing).
  bool check_quotation(const Analysis& analysis, std::uint32_t paragraph, std::size_t i, bool open,
                       FindingSink& sink) const {
    const Token& left = analysis.tokens[i - 1];
    const Token& right = analysis.tokens[i];
    if (!open || right.start != left.end + 1) return false;
    const bool begins = analysis.view(left) == u"\"" && is_wordlike(right);
    const bool ends = analysis.view(right) == u"\"" && (is_wordlike(left) || is_in(analysis.text[left.start], marks));
    if (begins == ends) return false;
    report(sink, info(), {paragraph, left.start, right.end}, 0.8F,
           begins ? texts::finding_punctuation_space_after_opening : texts::finding_punctuation_space_before_closing,
           {std::u16string(analysis.view(left)) + std::u16string(analysis.view(right))});
    return true;
  }

  // “5. 000 đồng”: a blank inside a number, which no number begins with 000 behind.
  void check_thousands(const Analysis& analysis, std::uint32_t paragraph, FindingSink& sink) const {
    constexpr std::size_t most_digits = 3;
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 2; i < tokens.size(); ++i) {
      const Token& first = tokens[i - 2];
      const Token& mark = tokens[i - 1];
      const Token& rest = tokens[i];
      if (!is_number(first) || rest.kind != TokenKind::number || !analysis.view(rest).starts_with(u"000") ||
          first.length() > most_digits || analysis.view(mark) != u"." || first.end != mark.start ||
          rest.start != mark.end + 1)
        continue;
      report(sink, info(), {paragraph, first.start, rest.end}, 0.85F, texts::finding_punctuation_space_in_number,
             {std::u16string(analysis.view(first)) + u"." + std::u16string(analysis.view(rest))});
    }
  }

  // “20triệu”, “5năm”: a word behind its number without a blank. Of letters without marks it may be a unit or a code.
  void check_glued_number(const Analysis& analysis, std::uint32_t paragraph, std::size_t i, FindingSink& sink) const {
    const Token& number = analysis.tokens[i - 1];
    const Token& right = analysis.tokens[i];
    if (number.kind != TokenKind::number && number.kind != TokenKind::amount) return;
    const bool two_tokens = number.end == right.start && right.kind == TokenKind::word;
    const std::uint32_t end = two_tokens ? right.end : number.end;
    std::uint32_t word = number.start;
    while (word < end && !is_latin_letter(analysis.text[word])) ++word;
    if (word == number.start || !is_digit(analysis.text[word - 1])) return;
    const std::u16string_view letters = std::u16string_view(analysis.text).substr(word, end - word);
    if (letters.size() < shortest_glued || std::ranges::all_of(letters, is_ascii_letter)) return;
    const text::Syllable syllable = text::parse(letters);
    if (!syllable || !lexicon_.attested(syllable)) return;
    const std::u16string_view digits = std::u16string_view(analysis.text).substr(number.start, word - number.start);
    report(sink, info(), {paragraph, number.start, end}, 0.8F, texts::finding_punctuation_space_number,
           {std::u16string(digits) + u" " + std::u16string(letters)});
  }

  // A blank missing between tokens i-1 and i, of which at least one is a mark. opens: a straight quotation mark there
  // would open a quotation.
  void check_missing(const Analysis& analysis, std::uint32_t paragraph, std::size_t i, bool opens,
                     FindingSink& sink) const {
    const Token& left = analysis.tokens[i - 1];
    const Token& right = analysis.tokens[i];
    if (i >= 2 && is_mark(left) && clings(analysis, i - 1) &&
        (lacks_blank_after_dots(analysis, i) || lacks_blank_before_number(analysis, i) ||
         lacks_blank_before_quotation(analysis, i, opens))) {
      report(sink, info(), {paragraph, left.start, right.end}, 0.8F, texts::finding_punctuation_space_missing_after,
             {std::u16string(analysis.view(left)) + u" " + std::u16string(analysis.view(right))});
      return;
    }
    if (is_mark(left) && left.length() == 1 && is_plain_word(right) && i >= 2) {
      const Token& before = analysis.tokens[i - 2];
      const char16_t mark = analysis.text[left.start];
      if (!clings(analysis, i - 1) || !lacks_blank_after(analysis, before, mark, right, i)) return;
      report(sink, info(), {paragraph, left.start, right.end}, mark == u'.' ? 0.8F : 0.85F,
             texts::finding_punctuation_space_missing_after,
             {mark + std::u16string(u" ") + std::u16string(analysis.view(right))});
      return;
    }
    // “tỉnh(UBND”: the bracket clings to the word before it; f(x) and người(s) do too, and are no Vietnamese words.
    if (is_mark(right) && is_in(analysis.text[right.start], u"(“") && is_vietnamese(left) &&
        i + 1 < analysis.tokens.size() && is_plain_word(analysis.tokens[i + 1]) &&
        analysis.tokens[i + 1].start == right.end) {
      report(sink, info(), {paragraph, left.start, right.end}, 0.75F, texts::finding_punctuation_space_missing_before,
             {std::u16string(analysis.view(left)) + u" " + std::u16string(analysis.view(right))});
    }
  }

  static bool is_dots(const Analysis& analysis, const Token& token) {
    return analysis.view(token) == u"…" || analysis.view(token).starts_with(u"..");
  }

  // Whether a sentence of prose ends in dots; where there are more of them, they are blanks to be filled in.
  static bool ends_sentence_in_dots(const Analysis& analysis) {
    const std::vector<Token>& tokens = analysis.tokens;
    if (tokens.size() < shortest_sentence || !is_plain_word(tokens[tokens.size() - 2]) ||
        tokens[tokens.size() - 2].letter_case != LetterCase::lower)
      return false;
    const std::u16string_view dots = analysis.view(tokens.back());
    return (dots == u"…" || dots == u"...") &&
           std::ranges::count_if(tokens, [&](const Token& token) { return is_dots(analysis, token); }) == 1;
  }

  // “khéo…nhưng”, not who stammers: tôi…tôi
  bool lacks_blank_after_dots(const Analysis& analysis, std::size_t i) const {
    const std::u16string_view dots = analysis.view(analysis.tokens[i - 1]);
    const Token& before = analysis.tokens[i - 2];
    const Token& right = analysis.tokens[i];
    return (dots == u"…" || dots == u"...") && is_vietnamese(before) && is_vietnamese(right) &&
           before.syllable != right.syllable;
  }

  // “xong.15 hộ”, not the number of a note (xong.1 Sau đó) and not the name of a file or a version.
  bool lacks_blank_before_number(const Analysis& analysis, std::size_t i) const {
    if (i + 1 >= analysis.tokens.size() || analysis.view(analysis.tokens[i - 1]) != u".") return false;
    const Token& before = analysis.tokens[i - 2];
    const Token& behind = analysis.tokens[i + 1];
    return analysis.tokens[i].kind == TokenKind::number && before.letter_case == LetterCase::lower &&
           is_vietnamese(before) && before.space_before && behind.space_before && is_vietnamese(behind) &&
           behind.letter_case == LetterCase::lower;
  }

  // nói:“Vâng”
  static bool lacks_blank_before_quotation(const Analysis& analysis, std::size_t i, bool opens) {
    const Token& right = analysis.tokens[i];
    const char16_t quote = analysis.text[right.start];
    if (!is_in(analysis.text[analysis.tokens[i - 1].start], marks) || analysis.tokens[i - 1].length() != 1)
      return false;
    if (quote != u'“' && (quote != u'"' || !opens)) return false;
    return is_plain_word(analysis.tokens[i - 2]) && i + 1 < analysis.tokens.size() &&
           is_plain_word(analysis.tokens[i + 1]) && analysis.tokens[i + 1].start == right.end;
  }

  bool lacks_blank_after(const Analysis& analysis, const Token& before, char16_t mark, const Token& right,
                         std::size_t i) const {
    switch (mark) {
      case u',':
      case u';':
        return is_wordlike(before) && before.length() > 1 && before.kind != TokenKind::url;
      case u':':
        return before.kind == TokenKind::word && before.length() > 1 && is_vietnamese(right) && lexicon_knows(before);
      case u'.':
        // More marks of abbreviation and names of files have this shape than slips: both sides must be plain words.
        return before.letter_case == LetterCase::lower && is_vietnamese(before) && is_vietnamese(right) &&
               right.letter_case == LetterCase::capitalised;
      case u'!':
      case u'?':
        return before.kind == TokenKind::word && right.letter_case == LetterCase::capitalised;
      case u')':
      case u'”':
        return is_vietnamese(right) && right.letter_case == LetterCase::lower && opened_apart(analysis, i - 1, mark);
      default:
        return false;
    }
  }

  // Whether a blank stands before the bracket or quotation mark that token `close` closes: “một (hai)ba”, not
  // “giá(s)hàng”.
  static bool opened_apart(const Analysis& analysis, std::size_t close, char16_t mark) {
    const char16_t open = mark == u')' ? u'(' : u'“';
    const std::size_t last = close > furthest_bracket ? close - furthest_bracket : 0;
    for (std::size_t k = close; k-- > last;) {
      if (analysis.text[analysis.tokens[k].start] == open) return analysis.tokens[k].space_before;
    }
    return false;
  }

  static bool clings(const Analysis& analysis, std::size_t i) {
    return i > 0 && analysis.tokens[i - 1].end == analysis.tokens[i].start;
  }

  // Whether a dash with blanks on both sides stands a few tokens from token i: S - M - L- XL.
  static bool has_dash_apart(const Analysis& analysis, std::size_t i) {
    const std::size_t first = i > near_dash ? i - near_dash : 1;
    const std::size_t end = std::min(analysis.tokens.size() - 1, i + near_dash);
    for (std::size_t k = first; k < end; ++k) {
      if (is_dash(analysis, analysis.tokens[k]) && analysis.tokens[k].space_before &&
          analysis.tokens[k + 1].space_before)
        return true;
    }
    return false;
  }

  static bool is_dash(const Analysis& analysis, const Token& token) {
    return is_mark(token) && is_in(analysis.text[token.start], dashes);
  }

  // Of digits alone.
  static bool is_number(const Token& token) { return token.kind == TokenKind::number; }

  static bool is_plain_word(const Token& token) { return token.kind == TokenKind::word && token.length() > 1; }

  bool is_vietnamese(const Token& token) const {
    return is_plain_word(token) && token.syllable && lexicon_.attested(token.syllable);
  }

  bool lexicon_knows(const Token& token) const { return token.syllable && lexicon_.attested(token.syllable); }

  const lexicon::Lexicon& lexicon_;
};

}  // namespace

std::unique_ptr<Rule> make_punctuation_space(const RuleData& data) {
  return std::make_unique<Space>(data);
}

}  // namespace soat::check
