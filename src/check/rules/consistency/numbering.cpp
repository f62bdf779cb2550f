#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_words.h"
#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "text/utf.h"
#include "texts/rules/consistency.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;

using List = RuleWords::List;

constexpr float confidence = 0.65F;
constexpr std::size_t least_before = 2;  // of the series, so that a number by itself is none

// One number of a series: the second of “Một là …; hai là …”, of figures, of chapters.
struct Member {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::size_t number = 0;
  bool behind_comma = false;  // it may be no point but a part of a sentence
};

// The number that a word says; more than there are of such words when it says none.
std::size_t number_of(std::u16string_view word, const WordList& words) {
  return words.index_of(text::to_lower(word)) + 1;
}

// Numbers that skip one: “Một là … Ba là”, “Thứ nhất … Thứ ba”, Hình 1, Hình 2, Hình 4. The series must begin at its
// beginning, go up by ones at least once before figures and headings skip, and go on after the place; what is missing
// stands nowhere else.
class Numbering final : public Rule {
 public:
  explicit Numbering(std::shared_ptr<const RuleWords> words) : words_(std::move(words)) {}

  const RuleInfo& info() const override { return rule_info<"consistency.numbering">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<Member> points;
    std::vector<Member> places;
    const WordList& counted = (*words_)[List::counted];
    std::vector<std::vector<Member>> headings(counted.size());
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      for (std::size_t i = 0; i + 1 < analysis.tokens.size(); ++i) {
        if (const auto point = point_at(analysis, p, i)) points.push_back(*point);
        if (const auto place = place_at(analysis, p, i)) places.push_back(*place);
      }
      if (const auto heading = heading_of(analysis, p)) headings[heading->first].push_back(heading->second);
    }
    tell(view, points, 1, sink);
    tell(view, places, 1, sink);
    for (const std::vector<Member>& members : headings) tell(view, members, least_before, sink);
  }

 private:
  // “hai là” as the beginning of a sentence or a clause.
  std::optional<Member> point_at(const Analysis& analysis, std::uint32_t paragraph, std::size_t i) const {
    const WordList& cardinals = (*words_)[List::cardinal];
    const Token& token = analysis.tokens[i];
    if (!begins_clause(analysis, i) || analysis.view(analysis.tokens[i + 1]) != u"là") return std::nullopt;
    const std::size_t number = number_of(analysis.view(token), cardinals);
    if (number > cardinals.size()) return std::nullopt;
    return Member{paragraph, token.start, analysis.tokens[i + 1].end, number, is_behind_comma(analysis, i)};
  }

  // “thứ hai,” as the beginning of a sentence or a clause; no day of the week.
  std::optional<Member> place_at(const Analysis& analysis, std::uint32_t paragraph, std::size_t i) const {
    const WordList& ordinals = (*words_)[List::ordinal];
    const std::vector<Token>& tokens = analysis.tokens;
    if (i + 2 >= tokens.size() || text::to_lower(analysis.view(tokens[i])) != u"thứ" || !begins_clause(analysis, i))
      return std::nullopt;
    const std::size_t number = number_of(analysis.view(tokens[i + 1]), ordinals);
    const std::u16string_view next = analysis.view(tokens[i + 2]);
    if (number > ordinals.size() || (next != u"," && next != u"là" && next != u":")) return std::nullopt;
    if (i + 3 < tokens.size() &&
        (analysis.view(tokens[i + 3]) == u"ngày" || is_digit(analysis.text[tokens[i + 3].start])))
      return std::nullopt;
    return Member{paragraph, tokens[i].start, tokens[i + 1].end, number, is_behind_comma(analysis, i)};
  }

  static bool begins_clause(const Analysis& analysis, std::size_t i) {
    if (analysis.tokens[i].sentence_start) return true;
    const std::u16string_view before = analysis.view(analysis.tokens[i - 1]);
    return before == u";" || before == u":" || before == u"." || before == u",";
  }

  static bool is_behind_comma(const Analysis& analysis, std::size_t i) {
    return !analysis.tokens[i].sentence_start && analysis.view(analysis.tokens[i - 1]) == u",";
  }

  // “Hình 2: …”, “Chương 2” and no “Hình 2 cho thấy …”, which speaks of one; with the place of its kind in the list.
  std::optional<std::pair<std::size_t, Member>> heading_of(const Analysis& analysis, std::uint32_t paragraph) const {
    const std::vector<Token>& tokens = analysis.tokens;
    if (tokens.size() < 2 || tokens[1].kind != text::TokenKind::number) return std::nullopt;
    const WordList& counted = (*words_)[List::counted];
    const std::u16string_view written = analysis.view(tokens[0]);
    const std::size_t kind = counted.index_of(text::to_lower(written));
    if (kind == counted.size() || counted.has(written)) return std::nullopt;
    const std::u16string_view digits = analysis.view(tokens[1]);
    if (digits.size() > 2 || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
    const char16_t next = tokens[1].end < analysis.text.size() ? analysis.text[tokens[1].end] : u'.';
    if (next != u'.' && next != u':') return std::nullopt;
    std::size_t number = 0;
    for (const char16_t digit : digits) number = 10 * number + static_cast<std::size_t>(digit - u'0');
    return std::pair{kind, Member{paragraph, tokens[0].start, tokens[1].end, number, false}};
  }

  // Tells where a series skips one number. before: how many members must stand before the place.
  void tell(const DocumentView& view, const std::vector<Member>& members, std::size_t before, FindingSink& sink) const {
    std::size_t first = 0;  // of the series
    for (std::size_t i = 0; i < members.size(); ++i) {
      const Member& member = members[i];
      if (member.number == 1) {
        first = i;
        continue;
      }
      if (i - first < before || members[first].number != 1 || member.number != members[i - 1].number + 2) continue;
      if (member.behind_comma || !goes_up(members, first, i)) continue;
      const std::size_t missing = member.number - 1;
      if (std::ranges::any_of(members, [&](const Member& other) { return other.number == missing; })) continue;
      const std::u16string written(
          view.paragraphs[member.paragraph].text.substr(member.start, member.end - member.start));
      const std::u16string number = text::to_utf16(std::to_string(missing));
      report(sink, info(), {member.paragraph, member.start, member.end}, confidence,
             {texts::finding_consistency_numbering, written, number});
    }
  }

  static bool goes_up(const std::vector<Member>& members, std::size_t first, std::size_t end) {
    for (std::size_t i = first + 1; i < end; ++i) {
      if (members[i].number != members[i - 1].number + 1) return false;
    }
    return true;
  }

  std::shared_ptr<const RuleWords> words_;
};

}  // namespace

std::unique_ptr<Rule> make_consistency_numbering(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<Numbering>(data.words);
}

}  // namespace soat::check
