#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_words.h"
#include "check/rules/characters.h"
#include "check/rules/report_finding.h"
#include "check/rules/residue/page.h"
#include "check/rules/table.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/rules/residue.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr auto none = std::u16string_view::npos;
constexpr std::size_t longest_buttons = 32;  // units
constexpr std::size_t longest_stamp = 24;    // tokens
constexpr std::size_t longest_byline = 4;    // words of a name before the date
constexpr std::uint32_t head = 8;            // paragraphs in which a page says when it was written
constexpr std::size_t shortest_caption = 2;  // words
constexpr std::size_t most_bare_words = 6;   // of a badge without marks
constexpr std::size_t shortest_slug = 2;     // hyphens
constexpr std::size_t shortest_user_name = 5;
constexpr std::size_t longest_caption = 30;  // tokens
constexpr std::size_t longest_credit = 8;    // tokens behind a caption: Ảnh: Nguyễn An
constexpr std::uint32_t prose_within = 6;    // paragraphs on either side of a caption
constexpr std::size_t long_line = 10;        // tokens of a line of running text
constexpr std::size_t most_digits = 6;       // of a count
constexpr std::size_t most_initials = 5;     // tokens

// Code that other pages and programs put into what is copied from them, up to the mark that ends it; the mark 0 is the
// end of the word.
struct Code {
  std::u16string_view begin;
  char16_t end;
};
constexpr auto codes = std::to_array<Code>(
    {{u"[sửa | sửa mã nguồn]", u']'}, {u"[sửa]", u']'}, {u"lOMoARcPSD", 0}, {u":contentReference[oaicite:", u'}'}});

template <std::size_t N>
bool is_one_of(std::u16string_view word, const std::array<std::u16string_view, N>& words) {
  return std::ranges::any_of(words, [&](std::u16string_view one) { return text::equals_in_lower(word, one); });
}

// 10:35, 10h35
bool has_clock(std::u16string_view text) {
  for (std::size_t i = 1; i + 2 < text.size(); ++i) {
    if ((text[i] == u':' || text[i] == u'h') && is_digit(text[i - 1]) && is_digit(text[i + 1]) && is_digit(text[i + 2]))
      return true;
  }
  return false;
}

// 25/6/2021, 2021-06-25, 25.6.2021
bool has_date(std::u16string_view text) {
  for (std::size_t i = 1; i + 3 < text.size(); ++i) {
    const char16_t mark = text[i];
    if ((mark != u'/' && mark != u'-' && mark != u'.') || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) continue;
    const std::size_t next = is_digit(text[i + 2]) ? i + 3 : i + 2;
    if (next + 1 < text.size() && text[next] == mark && is_digit(text[next + 1])) return true;
  }
  return false;
}

struct Stamp {
  bool clock = false;
  bool date = false;
  bool zone = false;
  bool weekday = false;
  bool label = false;
  std::size_t names = 0;  // other words, all with capitals
};

// Lines of a web page that are known by their shape, not by their words: time stamps, buttons for the size of letters,
// a caption twice, the initials of a writer behind the text.
class Line final : public Rule {
 public:
  explicit Line(const RuleData& data) : lexicon_(data.lexicon), words_(data.words) {}

  const RuleInfo& info() const override { return rule_info<"residue.line">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    const std::uint32_t count = static_cast<std::uint32_t>(view.paragraphs.size());
    const std::uint32_t foot = foot_of(view);
    const std::vector<std::uint32_t> counts = lone_counts(view);
    const bool marked = std::ranges::any_of(view.paragraphs, is_prose);
    for (std::uint32_t p = 0; p < count; ++p) {
      const Analysis& analysis = view.paragraphs[p];
      find_codes(analysis, p, sink);
      if (analysis.tokens.empty()) continue;
      if (is_letter_buttons(analysis)) {
        tell(analysis, p, 0.85F, texts::finding_residue_line_zoom, sink);
      } else if (const float stamp = confidence_of_stamp(analysis, p < head || p >= foot); stamp > 0) {
        tell(analysis, p, stamp, texts::finding_residue_line_stamp, sink);
      } else if (is_hashtags(analysis)) {
        tell(analysis, p, 0.75F, texts::finding_residue_line_hashtags, sink);
      } else if (is_date_badge(view, p)) {
        tell(analysis, p, 0.75F, texts::finding_residue_line_badge, sink);
      } else if (std::ranges::binary_search(counts, p) || is_lone_word(view, p)) {
        tell(analysis, p, 0.62F, texts::finding_residue_line_alone, sink);
      } else if (p >= foot && (p == foot || is_last_line(view, p)) && is_initials(analysis)) {
        tell(analysis, p, 0.65F, texts::finding_residue_line_initials, sink);
      } else if (const float bare = marked ? confidence_of_bare(analysis) : 0; bare > 0) {
        tell(analysis, p, bare, texts::finding_residue_line_bare, sink);
      } else if (const std::size_t half = half_of_doubled(analysis); half > 0) {
        report(sink, info(), {p, analysis.tokens[half].start, analysis.tokens.back().end}, 0.75F,
               texts::finding_residue_line_twice, {u""});
      } else if (is_caption_again(view, p)) {
        tell(analysis, p, 0.75F, texts::finding_residue_line_caption, sink);
      }
    }
  }

 private:
  void tell(const Analysis& analysis, std::uint32_t paragraph, float confidence, text::MessageId<0> message,
            FindingSink& sink) const {
    report(sink, info(), {paragraph, analysis.tokens.front().start, analysis.tokens.back().end}, confidence, message,
           {u""});
  }

  void find_codes(const Analysis& analysis, std::uint32_t paragraph, FindingSink& sink) const {
    const std::u16string_view text = analysis.text;
    for (const Code& code : codes) {
      for (std::size_t at = text.find(code.begin); at != none;) {
        std::size_t end = at + code.begin.size();
        while (end < text.size() && (code.end == 0 ? !is_blank(text[end]) : text[end - 1] != code.end)) ++end;
        report(sink, info(), {paragraph, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, 0.9F,
               texts::finding_residue_line_code, {u""});
        at = text.find(code.begin, end);
      }
    }
  }

  // #dulich #sapa
  static bool is_hashtags(const Analysis& analysis) {
    return analysis.tokens.size() > 1 && std::ranges::all_of(analysis.tokens, [&](const Token& token) {
             return token.kind == TokenKind::hashtag && analysis.text[token.start] == u'#';
           });
  }

  // 26 and Th6 on lines of their own, in either order: the badges that WordPress puts before articles.
  static bool is_date_badge(const DocumentView& view, std::uint32_t paragraph) {
    const Analysis& analysis = view.paragraphs[paragraph];
    const bool day = is_day(analysis);
    if (!day && !is_month(analysis)) return false;
    for (const int step : {-1, 1}) {
      const Analysis* beside = neighbour(view, paragraph, step);
      if (beside != nullptr && (day ? is_month(*beside) : is_day(*beside))) return true;
    }
    return false;
  }

  static bool is_day(const Analysis& analysis) {
    return analysis.tokens.size() == 1 && analysis.tokens.front().kind == TokenKind::number &&
           analysis.tokens.front().length() <= 2;
  }

  // Th6, Th12, Jun, Tháng 6
  static bool is_month(const Analysis& analysis) {
    constexpr auto months = std::to_array<std::u16string_view>(
        {u"jan", u"feb", u"mar", u"apr", u"may", u"jun", u"jul", u"aug", u"sep", u"oct", u"nov", u"dec"});
    if (analysis.tokens.empty() || analysis.tokens.size() > 2) return false;
    const std::u16string_view text =
        std::u16string_view(analysis.text)
            .substr(analysis.tokens.front().start, analysis.tokens.back().end - analysis.tokens.front().start);
    for (const std::u16string_view start : {std::u16string_view(u"Th"), std::u16string_view(u"Thg "),
                                            std::u16string_view(u"thg "), std::u16string_view(u"Tháng ")}) {
      if (text.starts_with(start) && text.size() > start.size() && text.size() <= start.size() + 2)
        return std::ranges::all_of(text.substr(start.size()), is_digit);
    }
    return is_one_of(text, months);
  }

  // Whether a line of one token stands directly between lines of running text.
  static bool is_between_long_lines(const DocumentView& view, std::uint32_t paragraph) {
    const Analysis* above = neighbour(view, paragraph, -1);
    const Analysis* below = neighbour(view, paragraph, 1);
    return view.paragraphs[paragraph].tokens.size() == 1 && above != nullptr && below != nullptr &&
           above->tokens.size() >= long_line && below->tokens.size() >= long_line;
  }

  // A number by itself; one, years, and those that count up number chapters or pages.
  static std::vector<std::uint32_t> lone_counts(const DocumentView& view) {
    std::vector<std::pair<std::uint32_t, unsigned>> numbers;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      if (analysis.tokens.size() != 1 || analysis.tokens.front().kind != TokenKind::number ||
          analysis.tokens.front().length() > most_digits || !is_between_long_lines(view, p))
        continue;
      unsigned value = 0;
      for (const char16_t unit : analysis.view(analysis.tokens.front())) {
        if (is_digit(unit)) value = 10 * value + (unit - u'0');
      }
      numbers.emplace_back(p, value);
    }
    std::vector<std::uint32_t> counts;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const unsigned value = numbers[i].second;
      const bool counts_up = (i > 0 && numbers[i - 1].second + 1 == value) ||
                             (i + 1 < numbers.size() && numbers[i + 1].second == value + 1);
      const bool is_year =
          value >= 1000 && value < 2100 && view.paragraphs[numbers[i].first].tokens.front().length() == 4;
      if (value != 1 && !counts_up && !is_year) counts.push_back(numbers[i].first);
    }
    return counts;
  }

  // A single syllable between lines of running text is too short for a heading: Xem, Ảnh, Gửi.
  static bool is_lone_word(const DocumentView& view, std::uint32_t paragraph) {
    const Analysis& analysis = view.paragraphs[paragraph];
    return analysis.tokens.size() == 1 && analysis.tokens.front().kind == TokenKind::word &&
           analysis.tokens.front().syllable && analysis.tokens.front().length() > 1 &&
           analysis.tokens.front().letter_case != LetterCase::upper && is_between_long_lines(view, paragraph) &&
           ends_as_sentence(*neighbour(view, paragraph, -1));
  }

  // A- A A+
  static bool is_letter_buttons(const Analysis& analysis) {
    if (analysis.text.size() > longest_buttons) return false;
    std::size_t letters = 0;
    std::size_t signs = 0;
    for (const char16_t unit : analysis.text) {
      if (unit == u'A' || unit == u'a') {
        ++letters;
      } else if (unit == u'+' || unit == u'-' || unit == u'–' || unit == u'−') {
        ++signs;
      } else if (!is_blank(unit) && std::u16string_view(u"|/[]()").find(unit) == none) {
        return false;
      }
    }
    return letters >= 2 && letters <= 4 && signs >= 1 && signs <= letters;
  }

  // How sure a line is the time stamp of a page; 0 when it is none. Invitations and letters have dates too, but no line
  // with a date, a clock and nothing else.
  float confidence_of_stamp(const Analysis& analysis, bool at_an_end) const {
    if (analysis.tokens.size() > longest_stamp) return 0;
    const std::u16string_view text = analysis.text;
    Stamp stamp;
    stamp.clock = has_clock(text);
    stamp.date = has_date(text);
    if (!stamp.clock && !stamp.date) return 0;
    bool first = true;
    bool behind_day = false;
    for (const Token& token : analysis.tokens) {
      if (token.kind == TokenKind::url || token.kind == TokenKind::email || token.kind == TokenKind::hashtag) return 0;
      if (!is_latin_letter(text[token.start])) continue;
      const std::u16string_view word = analysis.view(token);
      if (is(List::stamp, word) || word.starts_with(u"GMT") || word.starts_with(u"UTC")) {
        stamp.zone = stamp.zone || word.starts_with(u"GMT") || word.starts_with(u"UTC");
        stamp.weekday = stamp.weekday || is(List::stamp_weekday, word);
        stamp.label =
            stamp.label || (first && is(List::stamp_label, word)) || (behind_day && is(List::stamp_verb, word));
      } else if (token.letter_case == LetterCase::capitalised || token.letter_case == LetterCase::upper) {
        ++stamp.names;
      } else {
        return 0;
      }
      behind_day = first && is(List::stamp_day, word);
      first = false;
    }
    if (stamp.names > longest_byline) return 0;
    if (stamp.zone && stamp.clock) return 0.85F;
    if (stamp.names > 0) return stamp.clock && stamp.date && at_an_end ? 0.7F : 0;
    if (stamp.clock && stamp.date) return stamp.weekday || stamp.label || at_an_end ? 0.85F : 0;
    return stamp.label && stamp.date ? 0.75F : 0;
  }

  static bool is_last_line(const DocumentView& view, std::uint32_t paragraph) {
    return std::all_of(view.paragraphs.begin() + paragraph + 1, view.paragraphs.end(),
                       [](const Analysis& other) { return other.tokens.empty(); });
  }

  // PV, (TTXVN), N.V.A: letters that are no word.
  static bool is_initials(const Analysis& analysis) {
    if (analysis.tokens.size() > most_initials) return false;
    bool letters = false;
    for (const Token& token : analysis.tokens) {
      if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol) {
        if (std::u16string_view(u"()-–./").find(analysis.text[token.start]) == none) return false;
        continue;
      }
      const bool initials =
          token.kind == TokenKind::abbreviation || token.kind == TokenKind::initial ||
          (token.kind == TokenKind::word && token.letter_case == LetterCase::upper && !token.syllable);
      if (!initials || token.length() > longest_credit) return false;
      letters = true;
    }
    return letters;
  }

  // “khuyen mai”, “du-lich-sa-pa”: what pages use inside and should not show. Words without marks may be a
  // name abroad or English, so one at least must be no syllable as it stands, and all must be one with marks.
  float confidence_of_bare(const Analysis& analysis) const {
    const std::vector<Token>& tokens = analysis.tokens;
    if (tokens.size() > most_bare_words) return 0;
    if (tokens.size() == 1) {
      if (is_slug(analysis, tokens.front())) return 0.7F;
      return is_user_name(analysis, tokens.front()) ? 0.65F : 0;
    }
    bool unmarked = false;
    bool capitals = true;
    for (const Token& token : tokens) {
      if (token.kind != TokenKind::word || token.length() < 2) return 0;
      const std::u16string_view word = analysis.view(token);
      if (!std::ranges::all_of(word, is_ascii_letter)) return 0;
      const std::uint64_t family = text::family_key(word);
      if (family == 0 ||
          std::ranges::none_of(text::family_members(family), [this](text::Syllable s) { return lexicon_.attested(s); }))
        return 0;
      unmarked = unmarked || !token.syllable || !lexicon_.attested(token.syllable);
      capitals = capitals && token.letter_case == LetterCase::capitalised;
      if (lexicon_.find(word)) return 0;
    }
    if (!unmarked) return 0;
    return capitals ? 0.45F : 0.65F;
  }

  // thanhnt, hoangnam88: what the writer is called within the page.
  bool is_user_name(const Analysis& analysis, const Token& token) const {
    const std::u16string_view word = analysis.view(token);
    return word.size() >= shortest_user_name && token.kind == TokenKind::word && !token.syllable &&
           std::ranges::all_of(word, [](char16_t u) { return (u >= u'a' && u <= u'z') || is_digit(u); }) &&
           !lexicon_.find(word) && !lexicon_.is_foreign(word);
  }

  static bool is_slug(const Analysis& analysis, const Token& token) {
    const std::u16string_view word = analysis.view(token);
    return token.kind == TokenKind::hyphenated &&
           static_cast<std::size_t>(std::ranges::count(word, u'-')) >= shortest_slug &&
           std::ranges::all_of(word, [](char16_t u) { return (u >= u'a' && u <= u'z') || is_digit(u) || u == u'-'; });
  }

  // The first token of the second half of a line that says the same twice: “Cầu Rồng Đà Nẵng Cầu Rồng Đà Nẵng”; 0 when
  // it does not.
  static std::size_t half_of_doubled(const Analysis& analysis) {
    const std::vector<Token>& tokens = analysis.tokens;
    const std::size_t half = tokens.size() / 2;
    if (tokens.size() % 2 != 0 || half < shortest_caption || tokens.size() > longest_caption) return 0;
    for (std::size_t i = 0; i < half; ++i) {
      if (analysis.view(tokens[i]) != analysis.view(tokens[half + i])) return 0;
      // What is said twice with a stop is speech.
      if (tokens[i].kind == TokenKind::punctuation && analysis.text[tokens[i].start] != u'-') return 0;
    }
    const bool words = tokens.front().kind == TokenKind::word && tokens[1].kind == TokenKind::word;
    return words && tokens.front().letter_case != LetterCase::lower ? half : 0;
  }

  static bool is_listed(const Analysis& analysis) {
    const Token& first = analysis.tokens.front();
    return first.kind != TokenKind::word || analysis.text[analysis.tokens.back().end - 1] == u':' ||
           first.letter_case == LetterCase::lower;
  }

  // A short line that says the same as the one beside it, in a text and not in a table or a song.
  bool is_caption_again(const DocumentView& view, std::uint32_t paragraph) const {
    const Analysis& analysis = view.paragraphs[paragraph];
    if (analysis.tokens.size() < shortest_caption || analysis.tokens.size() > longest_caption || is_listed(analysis))
      return false;
    const Analysis* above = neighbour(view, paragraph, -1);
    const Analysis* below = neighbour(view, paragraph, 1);
    const bool again =
        (above != nullptr && above->text == analysis.text) || (below != nullptr && has_credit_more(analysis, *below));
    return again && near_prose(view, paragraph);
  }

  static const Analysis* neighbour(const DocumentView& view, std::uint32_t paragraph, int step) {
    const std::int64_t count = static_cast<std::int64_t>(view.paragraphs.size());
    std::int64_t p = static_cast<std::int64_t>(paragraph) + step;
    // One empty line may stand between.
    if (p >= 0 && p < count && view.paragraphs[static_cast<std::size_t>(p)].tokens.empty()) p += step;
    return p >= 0 && p < count && !view.paragraphs[static_cast<std::size_t>(p)].tokens.empty()
               ? &view.paragraphs[static_cast<std::size_t>(p)]
               : nullptr;
  }

  // Whether `longer` is the same line with the photographer behind it.
  bool has_credit_more(const Analysis& line, const Analysis& longer) const {
    if (!std::u16string_view(longer.text).starts_with(line.text) || longer.tokens.size() <= line.tokens.size() ||
        longer.tokens.size() > line.tokens.size() + longest_credit)
      return false;
    for (std::size_t i = line.tokens.size(); i < longer.tokens.size(); ++i) {
      if (longer.tokens[i].kind == TokenKind::word) return is(List::caption_credit, longer.view(longer.tokens[i]));
    }
    return false;
  }

  static bool near_prose(const DocumentView& view, std::uint32_t paragraph) {
    const std::uint32_t first = paragraph > prose_within ? paragraph - prose_within : 0;
    const std::uint32_t end =
        std::min(paragraph + prose_within + 1, static_cast<std::uint32_t>(view.paragraphs.size()));
    return std::any_of(view.paragraphs.begin() + first, view.paragraphs.begin() + end, is_prose);
  }

  using List = RuleWords::List;
  bool is(List list, std::u16string_view word) const { return (*words_)[list].has_in_lower(word); }

  const lexicon::Lexicon& lexicon_;
  std::shared_ptr<const RuleWords> words_;
};

}  // namespace

std::unique_ptr<Rule> make_residue_line(const RuleData& data) {
  if (data.words == nullptr) return nullptr;
  return std::make_unique<Line>(data);
}

}  // namespace soat::check
