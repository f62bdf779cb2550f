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
#include "text/letter_case.h"
#include "texts/rules/punctuation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr auto none = std::u16string_view::npos;
constexpr std::size_t shortest_name = 3;  // units of a name that is no abbreviation

constexpr bool is_mark(char16_t unit) {
  return unit == u'.' || unit == u',' || unit == u';' || unit == u':' || unit == u'!' || unit == u'?' || unit == u'…';
}

// The Vietnamese mark for an East Asian one; 0 for anything else.
constexpr char16_t plain_mark(char16_t unit) {
  switch (unit) {
    case u'。':
      return u'.';
    case u'，':
    case u'、':
      return u',';
    case u'；':
      return u';';
    case u'：':
      return u':';
    case u'！':
      return u'!';
    case u'？':
      return u'?';
    default:
      return 0;
  }
}

constexpr bool is_east_asian(char16_t unit) {
  return unit >= u'\u2E80' && plain_mark(unit) == 0 && unit < u'\uF900';
}

bool only(std::u16string_view text, std::u16string_view set) {
  return text.find_first_not_of(set) == none;
}

bool is_ellipsis(std::u16string_view run) {
  return !run.empty() && only(run, u".…") && (run.size() >= 3 || run.find(u'…') != none);
}

// Whether marks that stand together are in use so.
bool is_usual(std::u16string_view run) {
  if (only(run, u"!?") || is_ellipsis(run)) return true;
  if (only(run, u":")) return true;  // code: std::string
  // What? … Wait …! a, b,… and so on: an ellipsis before or behind another mark
  const std::size_t dots = run.find_first_of(u".…");
  if (dots == none) return false;
  const std::size_t rest = run.find_first_not_of(u".…", dots);
  const std::u16string_view head = run.substr(0, dots);
  const std::u16string_view middle = run.substr(dots, rest == none ? none : rest - dots);
  const std::u16string_view tail = rest == none ? std::u16string_view() : run.substr(rest);
  if (!is_ellipsis(middle)) return false;
  return (head.size() <= 1 || only(head, u"!?")) && (tail.empty() || only(tail, u"!?") || tail.size() == 1);
}

// What may have been meant, best first; goes_on: a small letter follows.
std::vector<std::u16string> repairs(std::u16string_view run, bool goes_on) {
  if (run == u"..")
    return goes_on ? std::vector<std::u16string>{u"...", u"."} : std::vector<std::u16string>{u".", u"..."};
  if (only(run, u".,") && run.size() >= 3) return {u"...", u",..."};
  std::vector<std::u16string> out;
  for (const char16_t unit : run) {
    if (is_blank(unit)) continue;
    std::u16string one(1, unit);
    if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
  }
  // Of two marks the one that ends more is usually meant: “,.” is a full stop.
  std::stable_sort(out.begin(), out.end(), [](const std::u16string& a, const std::u16string& b) {
    constexpr std::u16string_view order = u"?!.…:;,";
    return order.find(a[0]) < order.find(b[0]);
  });
  return out;
}

// Marks that do not follow one another (,, ,. .. ?. . .) and East Asian marks in Vietnamese text. An ellipsis, also
// behind a comma, repeated ! and ?, and dots to be filled in are fine.
class Sequence final : public Rule {
 public:
  explicit Sequence(const RuleData& data) : lexicon_(data.lexicon) {}

  const RuleInfo& info() const override { return rule_info<"punctuation.sequence">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::u16string_view text = analysis.text;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_mark(text[at])) {
        if (text[at] >= u'\u3000') check_east_asian(analysis, paragraph, at, sink);
        continue;
      }
      std::size_t end = at + 1;
      while (end < text.size() && is_mark(text[end])) ++end;
      if (is_stray_slash(text, at, end)) {
        report(sink, info(), place(paragraph, at, end + 1), 0.8F, texts::finding_punctuation_sequence_slash,
               {std::u16string(text.substr(at, end - at))});
      } else if (end - at > 1) {
        if (!is_usual(text.substr(at, end - at)) && !is_abbreviation(analysis, at, end)) {
          tell(analysis, paragraph, at, end, confidence_of(text.substr(at, end - at)), sink);
        }
      } else if (end + 1 < text.size() && is_blank(text[end]) && is_mark(text[end + 1])) {
        end = check_set_apart(analysis, paragraph, at, sink);
      }
      at = end - 1;
    }
  }

 private:
  // Titles and quotations that end in ! or ? may be followed by a comma or a colon.
  static float confidence_of(std::u16string_view run) {
    const bool title = run.size() == 2 && only(run.substr(0, 1), u"!?") && only(run.substr(1), u",:;");
    return title ? 0.5F : 0.85F;
  }

  // “…/” at the end of a paragraph. “./” begins the sign with which official documents end.
  static bool is_stray_slash(std::u16string_view text, std::size_t at, std::size_t end) {
    if (end >= text.size() || text[end] != u'/' || text.substr(at, end - at) == u".") return false;
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(end) + 1, text.end(), is_blank);
  }

  // “. .”, “, .”: two single marks with one blank between them. Gives the end of what was looked at.
  std::size_t check_set_apart(const Analysis& analysis, std::uint32_t paragraph, std::size_t at,
                              FindingSink& sink) const {
    const std::u16string_view text = analysis.text;
    const std::size_t end = at + 3;
    const bool single = end >= text.size() || !is_mark(text[end]);
    // “. . .” is an ellipsis or a line to be filled in.
    const bool goes_on = end + 1 < text.size() && is_blank(text[end]) && is_mark(text[end + 1]);
    const bool clings = at > 0 && is_latin_letter(text[at - 1]);  // the first mark ends a word
    const bool free = end >= text.size() || is_blank(text[end]) || !(is_latin_letter(text[end]) || is_digit(text[end]));
    constexpr std::u16string_view set = u".,;";
    if (single && !goes_on && clings && free && set.find(text[at]) != none && set.find(text[end - 1]) != none &&
        !is_abbreviation(analysis, at, end)) {
      tell(analysis, paragraph, at, end, 0.85F, sink);
      return end;
    }
    return at + 1;
  }

  void check_east_asian(const Analysis& analysis, std::uint32_t paragraph, std::size_t at, FindingSink& sink) const {
    const std::u16string_view text = analysis.text;
    const char16_t meant = plain_mark(text[at]);
    if (meant == 0) return;
    // Beside Chinese or Japanese words it is in its place.
    if (at == 0 || is_east_asian(text[at - 1]) || (at + 1 < text.size() && is_east_asian(text[at + 1]))) return;
    report(sink, info(), place(paragraph, at, at + 1), 0.9F, texts::finding_punctuation_sequence_east_asian,
           {std::u16string(1, meant)});
  }

  // Whether the stop that begins the run belongs to an abbreviation (v.v., tr.; TP.,) or the run to an address.
  bool is_abbreviation(const Analysis& analysis, std::size_t at, std::size_t end) const {
    const std::vector<Token>& tokens = analysis.tokens;
    auto token = std::lower_bound(tokens.begin(), tokens.end(), at,
                                  [](const Token& t, std::size_t offset) { return t.end < offset; });
    if (token == tokens.end()) return false;
    const bool mark = token->kind == TokenKind::punctuation;
    if (!mark && token->start < at && token->end >= end) return true;
    if (analysis.text[at] != u'.') return false;
    if (mark) {
      if (token == tokens.begin()) return false;
      --token;
    }
    // Names end sentences too, and what is shortened does not shout: Trình.!
    const bool ends_sentence = end - at == 2 && (analysis.text[at + 1] == u'!' || analysis.text[at + 1] == u'?');
    if (token->kind == TokenKind::word && ends_sentence && token->length() >= shortest_name && token->syllable)
      return !lexicon_.attested(token->syllable);
    if (token->kind != TokenKind::word || token->letter_case != text::LetterCase::lower) return true;
    return token->length() < 2 || !token->syllable || !lexicon_.attested(token->syllable);
  }

  static bool goes_on(const Analysis& analysis, std::size_t end) {
    while (end < analysis.text.size() && is_blank(analysis.text[end])) ++end;
    if (end >= analysis.text.size() || !is_latin_letter(analysis.text[end])) return false;
    return text::to_upper(analysis.text[end]) != analysis.text[end];
  }

  static Place place(std::uint32_t paragraph, std::size_t start, std::size_t end) {
    return {paragraph, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
  }

  void tell(const Analysis& analysis, std::uint32_t paragraph, std::size_t start, std::size_t end, float confidence,
            FindingSink& sink) const {
    const std::u16string_view run = std::u16string_view(analysis.text).substr(start, end - start);
    report(sink, info(), place(paragraph, start, end), confidence, texts::finding_punctuation_sequence,
           repairs(run, goes_on(analysis, end)));
  }

  const lexicon::Lexicon& lexicon_;
};

}  // namespace

std::unique_ptr<Rule> make_punctuation_sequence(const RuleData& data) {
  return std::make_unique<Sequence>(data);
}

}  // namespace soat::check
