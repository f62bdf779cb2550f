#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

constexpr std::size_t longest_option = 80;  // units: a clause at the most; what is longer is no choice of words
constexpr std::size_t longest_choice = 600;
constexpr int deepest = 8;
constexpr std::size_t most_suggestions = 10;
constexpr auto none = std::u16string_view::npos;

// What may stand in an option: words, not the signs of formulas, code and wiki templates (x | x > 0, a=b, \frac).
bool is_option_unit(char16_t unit) {
  return is_latin_letter(unit) || is_digit(unit) || is_blank(unit) ||
         std::u16string_view(u",.'’-–“”\"%/()!?").find(unit) != none;
}

// The first option of a choice, nested choices resolved likewise.
std::u16string resolve(std::u16string_view option) {
  std::u16string out;
  int depth = 0;
  bool first = true;
  for (const char16_t unit : option) {
    if (unit == u'{') {
      ++depth;
      first = true;
    } else if (unit == u'}') {
      depth = std::max(0, depth - 1);
      first = true;
    } else if (unit == u'|' && depth > 0) {
      first = false;
    } else if (first) {
      out.push_back(unit);
    }
  }
  const auto blank = [](char16_t unit) { return is_blank(unit); };
  out.erase(out.begin(), std::find_if_not(out.begin(), out.end(), blank));
  out.erase(std::find_if_not(out.rbegin(), out.rend(), blank).base(), out.end());
  return out;
}

// A choice read from text.
struct Choice {
  std::size_t end = 0;                  // behind its last unit
  std::vector<std::u16string> options;  // at least two
};

// A choice of words as rewriting machines write it and forget it ({một|vài|nhiều}, also nested, also with a brace
// lost).
class Spintax final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"garble.spintax">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const std::u16string_view text = view.paragraphs[paragraph].text;
    if (text.find(u'|') == none) return;
    std::size_t at = text.find_first_of(u"{}");
    while (at != none) {
      Choice choice;
      std::size_t start = at;
      if (text[at] == u'{') {
        choice = read(text, at);
      } else {
        start = start_of_unopened(text, at);
        if (start != at) choice = {at + 1, split(text.substr(start, at - start))};
      }
      if (choice.options.size() < 2) {
        at = text.find_first_of(u"{}", at + 1);
        continue;
      }
      const std::size_t end = choice.end;
      tell(paragraph, start, std::move(choice), sink);
      at = text.find_first_of(u"{}", end);
    }
  }

 private:
  // Reads the choice whose brace opens at `open`. Without a closing brace it ends with the word after the last bar.
  static Choice read(std::u16string_view text, std::size_t open) {
    int depth = 0;
    std::size_t last_bar = none;
    const std::size_t limit = std::min(text.size(), open + longest_choice);
    std::size_t at = open;
    for (; at < limit; ++at) {
      const char16_t unit = text[at];
      if (unit == u'{') {
        if (++depth > deepest) return {};
      } else if (unit == u'}') {
        if (--depth == 0) return {at + 1, split(text.substr(open + 1, at - open - 1))};
      } else if (unit == u'|') {
        last_bar = at;
      } else if (!is_option_unit(unit)) {
        break;
      }
    }
    // A formula has blanks round its bar and a brace that closes behind signs no option has.
    if (last_bar == none || text.substr(0, limit).find(u'}', at) != none || !is_latin_letter(text[last_bar - 1]))
      return {};
    std::size_t end = last_bar + 1;
    while (end < text.size() && is_latin_letter(text[end])) ++end;
    return {end, split(text.substr(open + 1, end - open - 1))};
  }

  // Where the choice begins whose brace closes at `close` but was never opened: at the word before its first bar.
  static std::size_t start_of_unopened(std::u16string_view text, std::size_t close) {
    std::size_t first_bar = none;
    std::size_t at = close;
    while (at > 0 && close - at < longest_choice && (text[at - 1] == u'|' || is_option_unit(text[at - 1]))) {
      --at;
      if (text[at] == u'|') first_bar = at;
    }
    if (first_bar == none) return close;
    at = first_bar;
    while (at > 0 && is_latin_letter(text[at - 1])) --at;
    return at;
  }

  // The options between the bars of the outermost level; none unless they look like words.
  static std::vector<std::u16string> split(std::u16string_view body) {
    std::vector<std::u16string> options;
    int depth = 0;
    std::size_t from = 0;
    bool words = false;
    for (std::size_t at = 0; at <= body.size(); ++at) {
      if (at == body.size() || (body[at] == u'|' && depth == 0)) {
        if (at - from > longest_option && depth == 0) return {};
        std::u16string option = resolve(body.substr(from, at - from));
        words = words || std::count_if(option.begin(), option.end(), is_latin_letter) > 1;
        options.push_back(std::move(option));
        from = at + 1;
      } else if (body[at] == u'{') {
        ++depth;
      } else if (body[at] == u'}') {
        --depth;
      }
    }
    if (!words) return {};
    return options;
  }

  void tell(std::uint32_t paragraph, std::size_t start, Choice&& choice, FindingSink& sink) const {
    std::vector<std::u16string> suggestions;
    for (std::u16string& option : choice.options) {
      if (suggestions.size() < most_suggestions && !option.empty()) suggestions.push_back(std::move(option));
    }
    report(sink, info(), {paragraph, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(choice.end)}, 0.97F,
           texts::finding_garble_spintax, std::move(suggestions));
  }
};

}  // namespace

std::unique_ptr<Rule> make_garble_spintax(const RuleData&) {
  return std::make_unique<Spintax>();
}

}  // namespace soat::check
