#include "check/rules/punctuation_unbalanced.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/report_finding.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

// A quotation that runs over more paragraphs than this is a mark forgotten.
constexpr std::uint32_t longest_quotation = 12;
constexpr std::size_t longest_list_head = 5;  // units: viii)

constexpr char16_t straight = u'"';

constexpr char16_t partner(char16_t unit) {
  switch (unit) {
    case u'(':
      return u')';
    case u')':
      return u'(';
    case u'[':
      return u']';
    case u']':
      return u'[';
    case u'“':
      return u'”';
    case u'”':
      return u'“';
    case u'«':
      return u'»';
    case u'»':
      return u'«';
    case straight:
      return straight;
    default:
      return 0;
  }
}

constexpr bool opens(char16_t unit) {
  return unit == u'(' || unit == u'[' || unit == u'“' || unit == u'«';
}

constexpr bool quotes(char16_t unit) {
  return unit == u'“' || unit == u'”' || unit == u'«' || unit == u'»' || unit == straight;
}

// A mark that has no partner in its paragraph.
struct Lone {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
  char16_t unit = 0;
};

class Unbalanced final : public Rule {
 public:
  std::string_view id() const override { return "punctuation.unbalanced"; }
  Category category() const override { return Category::punctuation; }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<Lone> lone;
    std::vector<Lone> open;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) find_lone(view.paragraphs[p], p, open, lone);
    const bool alone = view.paragraphs.size() == 1;
    for (std::size_t i = 0; i < lone.size(); ++i) {
      if (quotes(lone[i].unit) && (continues(lone, i) || opens_again(view, lone[i]))) continue;
      // In a single paragraph nothing tells whether a quotation goes on in the next or came from the one before.
      if (alone && quotes(lone[i].unit) && may_run_on(view.paragraphs[0], lone[i])) continue;
      tell(view.paragraphs[lone[i].paragraph], lone[i], sink);
    }
  }

 private:
  static void find_lone(const Analysis& analysis, std::uint32_t paragraph, std::vector<Lone>& open,
                        std::vector<Lone>& lone) {
    open.clear();
    const std::size_t before = lone.size();
    for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
      const Token& token = analysis.tokens[t];
      if (token.kind != TokenKind::punctuation && token.kind != TokenKind::symbol) continue;
      const char16_t unit = analysis.text[token.start];
      const char16_t other = partner(unit);
      if (other == 0) continue;
      if (unit == straight && measures(analysis, t)) continue;
      const bool straight_closes =
          unit == straight && std::any_of(open.begin(), open.end(), [](const Lone& l) { return l.unit == straight; });
      if (opens(unit) || (unit == straight && !straight_closes)) {
        open.push_back({paragraph, t, unit});
        continue;
      }
      const auto match = std::find_if(open.rbegin(), open.rend(), [&](const Lone& l) { return l.unit == other; });
      if (match != open.rend()) {
        // What stands open inside stays without a partner.
        const std::ptrdiff_t at = open.rend() - match - 1;
        lone.insert(lone.end(), open.begin() + at + 1, open.end());
        open.erase(open.begin() + at, open.end());
      } else if (!is_list_head(analysis, t) && !is_emoticon(analysis, token)) {
        lone.push_back({paragraph, t, unit});
      }
    }
    lone.insert(lone.end(), open.begin(), open.end());
    std::sort(lone.begin() + static_cast<std::ptrdiff_t>(before), lone.end(),
              [](const Lone& a, const Lone& b) { return a.token < b.token; });
  }

  // Inches and seconds: 24", 10°5'12".
  static bool measures(const Analysis& analysis, std::uint32_t t) {
    const std::uint32_t start = analysis.tokens[t].start;
    if (start == 0) return false;
    const char16_t unit = analysis.text[start - 1];
    return unit == u'\'' || unit == u'’' || unit == u'"' || (is_digit(unit) && !is_quoted(analysis, t));
  }

  // Whether a quotation is open before the mark, so that it may close one that ends with a number.
  static bool is_quoted(const Analysis& analysis, std::uint32_t t) {
    const auto end = analysis.text.begin() + analysis.tokens[t].start;
    return std::count(analysis.text.begin(), end, straight) % 2 == 1;
  }

  // “a)”, “12)”, “iv)”, also inside a line: gồm: a) …; b) …
  static bool is_list_head(const Analysis& analysis, std::uint32_t t) {
    const Token& token = analysis.tokens[t];
    if (analysis.text[token.start] != u')' || t == 0) return false;
    const Token& head = analysis.tokens[t - 1];
    if (head.end != token.start || head.length() > longest_list_head) return false;
    const std::u16string_view view = analysis.view(head);
    const bool numeral = view.find_first_not_of(u"ivxIVX") == std::u16string_view::npos;
    const bool number =
        std::all_of(view.begin(), view.end(), [](char16_t unit) { return is_digit(unit) || unit == u'.'; });
    return view.size() <= 2 || numeral || number;
  }

  static bool is_emoticon(const Analysis& analysis, const Token& token) {
    if (analysis.text[token.start] != u')' || token.start == 0) return false;
    constexpr std::u16string_view eyes_and_noses = u":;=-^)*";
    return eyes_and_noses.find(analysis.text[token.start - 1]) != std::u16string_view::npos;
  }

  // Whether the quotation mark has its partner in a paragraph near by: an opening one is closed later, a closing one
  // was opened earlier, a straight one does either. Opening marks of paragraphs between are the custom of long
  // quotations.
  static bool continues(const std::vector<Lone>& lone, std::size_t i) {
    const Lone& mark = lone[i];
    const char16_t other = partner(mark.unit);
    const auto near = [&](const Lone& l) {
      const std::uint32_t apart =
          l.paragraph > mark.paragraph ? l.paragraph - mark.paragraph : mark.paragraph - l.paragraph;
      return apart > 0 && apart <= longest_quotation;
    };
    if (mark.unit == straight || opens(mark.unit)) {
      for (std::size_t k = i + 1; k < lone.size() && lone[k].paragraph - mark.paragraph <= longest_quotation; ++k) {
        if (lone[k].unit == other && near(lone[k])) return true;
      }
    }
    if (mark.unit == straight || !opens(mark.unit)) {
      for (std::size_t k = i; k-- > 0 && mark.paragraph - lone[k].paragraph <= longest_quotation;) {
        if (lone[k].unit == other && near(lone[k])) return true;
      }
    }
    return false;
  }

  // Whether the next paragraph begins with the same opening mark, as long quotations have it.
  static bool opens_again(const DocumentView& view, const Lone& mark) {
    if (mark.unit != straight && !opens(mark.unit)) return false;
    for (std::uint32_t p = mark.paragraph + 1; p < view.paragraphs.size(); ++p) {
      const Analysis& next = view.paragraphs[p];
      if (!next.tokens.empty()) return next.text[next.tokens.front().start] == mark.unit;
    }
    return false;
  }

  static bool may_run_on(const Analysis& analysis, const Lone& mark) {
    if (mark.unit == straight) return true;
    const bool last = mark.token + 2 >= analysis.tokens.size();
    return opens(mark.unit) ? mark.token == 0 : last;
  }

  void tell(const Analysis& analysis, const Lone& mark, FindingSink& sink) const {
    const Token& token = analysis.tokens[mark.token];
    const bool opening = mark.unit == straight ? token.space_before : opens(mark.unit);
    Place place{mark.paragraph, token.start, token.end};
    std::vector<std::u16string> suggestions;
    // The mark alone is too thin to be seen underlined: the word it clings to goes with it.
    const std::size_t beside = opening ? mark.token + 1 : mark.token - 1;
    if (beside < analysis.tokens.size()) {
      const Token& word = analysis.tokens[beside];
      const std::u16string written(analysis.view(word));
      if (opening && word.start == token.end) {
        place.end = word.end;
        suggestions = {written, mark.unit + written + partner(mark.unit)};
      } else if (!opening && word.end == token.start) {
        place.start = word.start;
        suggestions = {partner(mark.unit) + written + mark.unit, written};
      }
    }
    const std::u16string sign(1, mark.unit);
    const bool quotation = quotes(mark.unit);
    report(sink, *this, place, Severity::warning, quotation ? 0.8F : 0.85F,
           {u"Dấu " + sign + u" không có dấu đi cặp với nó.", u"The mark " + sign + u" has no partner."},
           std::move(suggestions));
  }
};

}  // namespace

std::unique_ptr<Rule> make_punctuation_unbalanced(const RuleData&) {
  return std::make_unique<Unbalanced>();
}

}  // namespace soat::check
