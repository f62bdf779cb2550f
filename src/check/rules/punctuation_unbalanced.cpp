#include "check/rules/punctuation_unbalanced.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
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

// A quotation or bracket that runs over more paragraphs than this is a mark forgotten.
constexpr std::uint32_t longest_quotation = 30;
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
    std::vector<Lone> pending;  // opening marks that a later paragraph may close
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      lone.clear();
      find_lone(view.paragraphs[p], p, open, lone);
      give_up(view, pending, p, sink);
      close(pending, lone);
      for (const Lone& mark : lone) {
        if (mark.unit == straight || (opens(mark.unit) && !closes_by_place(view.paragraphs[p], mark.token))) {
          pending.push_back(mark);
        } else if (view.paragraphs.size() > 1 || !may_run_on(view.paragraphs[0], mark)) {
          tell(view.paragraphs[p], mark, sink);
        }
      }
    }
    give_up(view, pending, std::numeric_limits<std::uint32_t>::max(), sink);
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
      const auto last_open = [&](char16_t wanted) {
        return std::find_if(open.rbegin(), open.rend(), [&](const Lone& l) { return l.unit == wanted; });
      };
      auto match = last_open(other);
      if (unit == u'“' && closes_by_place(analysis, t)) {
        // Typed for a closing mark: it takes its partner with it and is told by itself.
        if (const auto meant = last_open(unit); meant != open.rend()) open.erase(std::next(meant).base());
        lone.push_back({paragraph, t, unit});
        continue;
      }
      // Straight and curly marks are mixed by careless typists; one closes the other.
      if (match == open.rend() && unit == straight && !token.space_before) match = last_open(u'“');
      if (match == open.rend() && unit == u'”') match = last_open(straight);
      if (opens(unit) || (unit == straight && match == open.rend())) {
        open.push_back({paragraph, t, unit});
        continue;
      }
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

  // An opening mark that clings to the word before it and not to what follows.
  static bool closes_by_place(const Analysis& analysis, std::uint32_t t) {
    const Token& token = analysis.tokens[t];
    const bool last = t + 1 == analysis.tokens.size();
    return analysis.text[token.start] == u'“' && t > 0 && !token.space_before &&
           (last || analysis.tokens[t + 1].space_before || analysis.tokens[t + 1].kind == TokenKind::punctuation);
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

  // Tells of the pending marks that paragraph `now` is too far from to close.
  void give_up(const DocumentView& view, std::vector<Lone>& pending, std::uint32_t now, FindingSink& sink) const {
    const auto first_kept = std::find_if(pending.begin(), pending.end(),
                                         [&](const Lone& mark) { return now - mark.paragraph <= longest_quotation; });
    for (auto mark = pending.begin(); mark != first_kept; ++mark) {
      const Analysis& analysis = view.paragraphs[mark->paragraph];
      const bool alone = view.paragraphs.size() == 1;
      if (opens_again(view, *mark) || announces_list(analysis, *mark) || (alone && may_run_on(analysis, *mark)))
        continue;
      tell(view.paragraphs[mark->paragraph], *mark, sink);
    }
    pending.erase(pending.begin(), first_kept);
  }

  // Takes out the mark of a paragraph that closes a quotation from an earlier one: of several the last, since such
  // quotations end where paragraphs do. All opening marks that led up to it are closed with it.
  static void close(std::vector<Lone>& pending, std::vector<Lone>& lone) {
    for (std::size_t k = lone.size(); k-- > 0;) {
      const char16_t unit = lone[k].unit;
      if (opens(unit)) continue;
      const auto is_partner = [&](const Lone& mark) { return mark.unit == partner(unit); };
      if (std::none_of(pending.begin(), pending.end(), is_partner)) continue;
      std::erase_if(pending, is_partner);
      lone.erase(lone.begin() + static_cast<std::ptrdiff_t>(k));
    }
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
    if (quotes(mark.unit)) return opens(mark.unit) ? mark.token == 0 : last;
    return announces_list(analysis, mark);
  }

  // “(bao gồm:”, whose bracket is closed, or not, behind the list that follows.
  static bool announces_list(const Analysis& analysis, const Lone& mark) {
    return mark.unit == u'(' && analysis.text[analysis.tokens.back().start] == u':';
  }

  // What is said of a mark without its partner; of a straight quotation mark it cannot be known whether it opens.
  static Message lacking(char16_t unit) {
    const std::u16string sign = quotes(unit) ? std::u16string(1, unit) : u"“" + std::u16string(1, unit) + u"”";
    const std::u16string vi = quotes(unit) ? u"dấu nháy" : u"dấu ngoặc";
    if (unit == straight)
      return {u"Thiếu một " + vi + u" đi với " + sign + u".", u"The quotation mark " + sign + u" has no partner."};
    return opens(unit) ? Message{u"Thiếu " + vi + u" đóng cho " + sign + u".", sign + u" is never closed."}
                       : Message{u"Thiếu " + vi + u" mở cho " + sign + u".", sign + u" was never opened."};
  }

  void tell(const Analysis& analysis, const Lone& mark, FindingSink& sink) const {
    const Token& token = analysis.tokens[mark.token];
    const std::u16string sign(1, mark.unit);
    Place place{mark.paragraph, token.start, token.end};
    std::vector<std::u16string> suggestions;
    // The mark alone is too thin to be seen underlined: the word it clings to goes with it.
    if (closes_by_place(analysis, mark.token)) {
      suggestions = {std::u16string(1, partner(mark.unit))};
    } else if (mark.unit == straight ? token.space_before : opens(mark.unit)) {
      if (mark.token + 1 < analysis.tokens.size() && analysis.tokens[mark.token + 1].start == token.end) {
        const Token& word = analysis.tokens[mark.token + 1];
        const std::u16string written(analysis.view(word));
        place.end = word.end;
        suggestions = {written};
        if (word.kind != TokenKind::punctuation) suggestions.push_back(sign + written + partner(mark.unit));
      }
    } else {
      std::size_t first = mark.token;
      bool marks = false;
      while (first > 0 && analysis.tokens[first - 1].end == analysis.tokens[first].start &&
             place.start == token.start) {
        --first;
        if (analysis.tokens[first].kind == TokenKind::punctuation) {
          marks = true;
        } else {
          place.start = analysis.tokens[first].start;
        }
      }
      const std::u16string written = analysis.text.substr(place.start, token.start - place.start);
      // Behind a full stop a whole sentence is quoted, and where it began cannot be known.
      if (!marks && !written.empty()) suggestions.push_back(partner(mark.unit) + written + mark.unit);
      if (!written.empty()) suggestions.push_back(written);
    }
    report(sink, *this, place, Severity::warning, quotes(mark.unit) ? 0.8F : 0.85F, lacking(mark.unit),
           std::move(suggestions));
  }
};

}  // namespace

std::unique_ptr<Rule> make_punctuation_unbalanced(const RuleData&) {
  return std::make_unique<Unbalanced>();
}

}  // namespace soat::check
