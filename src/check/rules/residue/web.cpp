#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/residue/links.h"
#include "check/rules/residue/page.h"
#include "check/rules/residue/phrases.h"
#include "check/rules/table.h"
#include "text/error.h"
#include "text/letter_case.h"
#include "texts/rules/residue.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_line = 14;     // tokens of a menu word or button
constexpr std::size_t longest_any = 45;      // tokens of a line that a telling phrase may stand in
constexpr std::size_t longest_start = 60;    // tokens of a link to another article
constexpr std::size_t longest_head = 8;      // words before the colon of such a link
constexpr std::size_t longest_bar = 60;      // tokens of a navigation bar
constexpr std::size_t longest_item = 5;      // words of one of its items
constexpr int telling_words = 3;             // of a button that hardly stands in a text
constexpr std::size_t longest_welcome = 30;  // tokens of a line that begins as a page's own lines do
constexpr std::size_t longest_foot = 14;     // tokens of a source or a credit behind the text
constexpr std::uint32_t nearest_foot = 6;    // paragraphs between the last prose and its source
constexpr std::size_t longest_name = 7;      // tokens of a credit without a colon
constexpr std::uint32_t head = 4;            // paragraphs that a page begins with
constexpr std::uint32_t company = 3;         // paragraphs within which a weak line needs a strong one
constexpr std::size_t menu = 3;              // weak lines in a row that are a menu
constexpr std::size_t longest_call = 24;     // tokens of an invitation to follow the page elsewhere
constexpr std::size_t shortest_which = 3;    // words of a heading that names no thing
constexpr std::size_t longest_heading = 7;   // words of the heading of a list of other pages

enum class Verdict : std::uint8_t { text, weak, foot, listed, strong };

// Paragraphs that are no text but the menus, buttons, link lists and comment forms of a web page. Decided for a short
// paragraph as a whole; a sentence that merely has such words is left alone. Gives none without
// dictionaries/vi/web-residue.txt.
class Web final : public Rule {
 public:
  explicit Web(ResiduePhrases phrases) : phrases_(std::move(phrases)) {}

  const RuleInfo& info() const override { return rule_info<"residue.web">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    const std::uint32_t count = static_cast<std::uint32_t>(view.paragraphs.size());
    std::vector<std::pair<std::uint32_t, Verdict>> found;
    const std::uint32_t foot = foot_of(view);
    std::uint32_t listed = 0;
    for (std::uint32_t p = 0; p < count; ++p) {
      Verdict verdict = judge(view.paragraphs[p]);
      if (verdict == Verdict::text && is_credit(view, p) &&
          (follows_prose(view, p) || (p >= foot && is_near_foot(view, foot, p))))
        verdict = Verdict::foot;
      if (verdict == Verdict::weak && (p < head || p >= foot) && begins_with(view.paragraphs[p], ResidueKind::head))
        verdict = Verdict::strong;
      if (p >= foot && p >= listed && is_heading_of_links(view.paragraphs[p])) {
        listed = end_of_links(view, p);
        if (listed > p) verdict = Verdict::strong;
      } else if (p < listed && verdict != Verdict::strong && !view.paragraphs[p].tokens.empty()) {
        verdict = Verdict::listed;
      }
      if (verdict != Verdict::text) found.emplace_back(p, verdict);
    }
    for (std::uint32_t p = 0; p < count; ++p) find_last_button(view.paragraphs[p], p, sink);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto [paragraph, verdict] = found[i];
      if (verdict == Verdict::weak && !in_company(found, i) && !in_menu(view, found, i)) continue;
      const std::vector<Token>& tokens = view.paragraphs[paragraph].tokens;
      const Place place{paragraph, tokens.front().start, tokens.back().end};
      if (verdict == Verdict::foot) {
        report(sink, info(), place, 0.65F, texts::finding_residue_web_credit, {u""});
        continue;
      }
      if (verdict == Verdict::listed) {
        report(sink, info(), place, 0.65F, texts::finding_residue_web_listed, {u""});
        continue;
      }
      report(sink, info(), place, verdict == Verdict::strong ? 0.85F : 0.75F, texts::finding_residue_web, {u""});
    }
  }

 private:
  Verdict judge(const Analysis& analysis) const {
    const std::vector<Token>& tokens = analysis.tokens;
    if (tokens.empty() || tokens.size() > longest_start) return Verdict::text;
    const std::u16string_view text = std::u16string_view(analysis.text).substr(tokens.front().start);
    if (tokens.size() <= longest_line) {
      const PhraseKey key = key_of(text);
      if (phrases_.has(key, ResidueKind::line)) return Verdict::strong;
      if (phrases_.has(key, ResidueKind::count) && is_counter(analysis)) return Verdict::strong;
      if (phrases_.has(key, ResidueKind::weak) || is_heading_of_links(analysis)) return Verdict::weak;
    }
    if (is_arrowed(analysis)) return Verdict::strong;
    if (is_link(tokens, analysis, text)) return Verdict::strong;
    if (tokens.size() <= longest_welcome && begins_with(analysis, ResidueKind::head)) return Verdict::weak;
    if (tokens.size() <= longest_any && has_telling_phrase(analysis)) return Verdict::strong;
    if (tokens.size() <= longest_bar && is_navigation_bar(analysis)) return Verdict::strong;
    if (tokens.size() <= longest_welcome && is_row_of_buttons(analysis)) return Verdict::strong;
    // “Theo dõi chúng tôi qua Facebook hay RSS”
    if (tokens.size() <= longest_call && has_phrase(analysis, ResidueKind::call) &&
        has_phrase(analysis, ResidueKind::site))
      return Verdict::weak;
    return Verdict::text;
  }

  // “>> Vải thiều vào vụ”: a link between paragraphs. Behind the prompt of a program no title stands.
  static bool is_arrowed(const Analysis& analysis) {
    const std::vector<Token>& tokens = analysis.tokens;
    std::size_t arrows = 0;
    std::size_t i = 0;
    for (; i < tokens.size() && (analysis.view(tokens[i]) == u"»" || analysis.view(tokens[i]).starts_with(u">")); ++i)
      arrows += analysis.view(tokens[i]) == u"»" ? 2 : tokens[i].length();
    if (arrows < 2 || i + 1 >= tokens.size() || ends_as_sentence(analysis)) return false;
    return tokens[i].kind == TokenKind::word && tokens[i].syllable &&
           tokens[i].letter_case != text::LetterCase::lower && tokens[i + 1].kind == TokenKind::word &&
           tokens[i + 1].syllable;
  }

  // “Lượt xem: 83”, “12 bình luận”. A small number behind the words is that of a part of the text: Ý kiến 1.
  static bool is_counter(const Analysis& analysis) {
    const std::vector<Token>& tokens = analysis.tokens;
    const auto is_number = [](const Token& token) {
      return token.kind == TokenKind::number || token.kind == TokenKind::amount;
    };
    const auto number = std::ranges::find_if(tokens, is_number);
    if (std::ranges::count_if(tokens, is_number) != 1) return false;
    return number == tokens.begin() || number->length() > 1 || analysis.text[(number - 1)->start] == u':';
  }

  // “Các tin khác”, “Tour gợi ý”: a thing that pages list, and which of them.
  bool is_heading_of_links(const Analysis& analysis) const {
    std::vector<Token> words;
    for (const Token& token : analysis.tokens) {
      if (token.kind == TokenKind::word) {
        words.push_back(token);
      } else if (token.kind != TokenKind::punctuation || &token != &analysis.tokens.back()) {
        return false;
      }
      if (words.size() > longest_heading) return false;
    }
    const std::u16string_view text = analysis.text;
    const auto part = [&](std::size_t first, std::size_t end) {
      return key_of(text.substr(words[first].start, words[end - 1].end - words[first].start));
    };
    // “Có thể bạn quan tâm”; one word is the heading of anything.
    if (words.size() >= shortest_which && phrases_.has(part(0, words.size()), ResidueKind::which)) return true;
    for (std::size_t first = 0; first + 1 < words.size() && first < 2; ++first) {
      for (std::size_t middle = first + 1; middle < words.size(); ++middle) {
        if (phrases_.has(part(first, middle), ResidueKind::thing) &&
            phrases_.has(part(middle, words.size()), ResidueKind::which))
          return true;
      }
      if (!phrases_.has(part(0, 1), ResidueKind::which)) break;  // các tin khác: past “các”
    }
    return false;
  }

  // “Xem thêm: …”, “>> Đọc thêm: …”
  bool is_link(const std::vector<Token>& tokens, const Analysis& analysis, std::u16string_view text) const {
    const std::size_t last = std::min(tokens.size(), longest_head + 1);
    for (std::size_t i = 1; i < last; ++i) {
      if (analysis.text[tokens[i].start] != u':') continue;
      return phrases_.has(key_of(text.substr(0, tokens[i].start - tokens.front().start)), ResidueKind::start);
    }
    return false;
  }

  bool has_telling_phrase(const Analysis& analysis) const { return has_phrase(analysis, ResidueKind::any); }

  // Whether a phrase of a kind that is looked for inside lines stands in this one.
  bool has_phrase(const Analysis& analysis, ResidueKind kind) const {
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind != TokenKind::word) continue;
      PhraseKey key = key_of(analysis.view(tokens[i]));
      if (!phrases_.may_begin(key)) continue;
      for (std::size_t k = i;;) {
        if (phrases_.has(key, kind)) return true;
        if (++k >= tokens.size() || key.words() >= phrases_.longest()) break;
        key.add(u' ');
        for (const char16_t unit : analysis.view(tokens[k])) key.add(unit);
      }
    }
    return false;
  }

  // Articles put together on one page have their sources between them.
  static bool follows_prose(const DocumentView& view, std::uint32_t paragraph) {
    return paragraph > 0 && is_prose(view.paragraphs[paragraph - 1]);
  }

  // “Theo Báo Nhân Dân”, “(Tổng hợp)”: a name behind “theo”, or a word that stands alone.
  bool is_name_of_source(const Analysis& analysis) const {
    if (analysis.tokens.size() > longest_name) return false;
    if (phrases_.has(key_of(analysis.text), ResidueKind::foot)) return true;
    const auto word = [](const Token& token) { return token.kind == TokenKind::word; };
    const auto first = std::ranges::find_if(analysis.tokens, word);
    if (first == analysis.tokens.end() || text::to_lower(analysis.view(*first)) != u"theo") return false;
    const auto second = std::find_if(first + 1, analysis.tokens.end(), word);
    return second != analysis.tokens.end() && second->letter_case != text::LetterCase::lower;
  }

  // Whether the line begins with a phrase of the kind.
  bool begins_with(const Analysis& analysis, ResidueKind kind) const {
    const std::vector<Token>& tokens = analysis.tokens;
    std::size_t i = 0;
    while (i < tokens.size() && tokens[i].kind != TokenKind::word) ++i;
    if (i == tokens.size()) return false;
    PhraseKey key = key_of(analysis.view(tokens[i]));
    if (!phrases_.may_begin(key)) return false;
    for (;;) {
      if (phrases_.has(key, kind)) return true;
      if (++i >= tokens.size() || key.words() >= phrases_.longest()) return false;
      key.add(u' ');
      for (const char16_t unit : analysis.view(tokens[i])) key.add(unit);
    }
  }

  // “… cả năm. Xem thêm”: a button glued to the paragraph that it stood under.
  void find_last_button(const Analysis& analysis, std::uint32_t paragraph, FindingSink& sink) const {
    if (analysis.sentences.size() < 2) return;
    const text::Sentence& last = analysis.sentences.back();
    if (last.end_token - last.first_token > longest_item) return;
    const std::u16string_view text = std::u16string_view(analysis.text).substr(last.start, last.end - last.start);
    if (!phrases_.has(key_of(text), ResidueKind::line)) return;
    report(sink, info(), {paragraph, last.start, last.end}, 0.8F, texts::finding_residue_web_button, {u""});
  }

  // “Nguồn: …”, “Theo Báo …” behind the text.
  bool is_credit(const DocumentView& view, std::uint32_t paragraph) const {
    const Analysis& analysis = view.paragraphs[paragraph];
    if (analysis.tokens.size() < 2 || analysis.tokens.size() > longest_foot) return false;
    if (!begins_with(analysis, ResidueKind::foot) || ends_as_sentence(analysis)) return false;
    if (analysis.text[analysis.tokens.back().start] == u':') return false;
    if (analysis.text.find(u':') == std::u16string::npos && !is_name_of_source(analysis)) return false;
    return true;
  }

  // Whether a line follows the last paragraph of prose closely. What comes later is an appendix, a table, a list of
  // works.
  static bool is_near_foot(const DocumentView& view, std::uint32_t foot, std::uint32_t paragraph) {
    if (paragraph - foot > nearest_foot) return false;
    const auto first = view.paragraphs.begin() + foot;
    return std::none_of(first, view.paragraphs.begin() + paragraph, is_caption);
  }

  // Trang chủ » Tin tức » Xã hội; Giới thiệu | Liên hệ / Sơ đồ trang: short items and nothing else.
  bool is_navigation_bar(const Analysis& analysis) const {
    std::size_t bars = 0;
    std::size_t arrows = 0;
    std::size_t words = 0;
    bool menu_word = false;
    std::size_t item_start = analysis.tokens.front().start;
    const auto end_item = [&](std::size_t end) {
      const PhraseKey key = key_of(std::u16string_view(analysis.text).substr(item_start, end - item_start));
      menu_word = menu_word || phrases_.has(key, ResidueKind::weak) || phrases_.has(key, ResidueKind::line);
      words = 0;
    };
    for (const Token& token : analysis.tokens) {
      const char16_t unit = analysis.text[token.start];
      const bool bar = unit == u'|' || (unit == u'/' && token.space_before);
      const bool arrow = unit == u'»' || unit == u'›' || unit == u'>' || unit == u'→';
      if (bar || arrow) {
        end_item(token.start);
        item_start = token.end;
        ++(bar ? bars : arrows);
      } else if (token.kind == TokenKind::punctuation &&
                 (unit == u'.' || unit == u',' || unit == u';' || unit == u'“')) {
        return false;
      } else if (++words > longest_item) {
        return false;
      }
    }
    end_item(analysis.tokens.back().end);
    return menu_word && (bars >= 2 || arrows >= 1);
  }

  // “Chia sẻ Facebook Zalo Copy link”, “Lượt xem: 327 In trang Gửi email”: buttons and counters beside each other, each
  // with a capital and the rest of it in small letters, and nothing else but numbers and marks.
  bool is_row_of_buttons(const Analysis& analysis) const {
    const std::vector<Token>& tokens = analysis.tokens;
    int buttons = 0;
    bool is_telling = false;
    for (std::size_t i = 0; i < tokens.size();) {
      if (tokens[i].kind != TokenKind::word) {
        if (tokens[i].kind == TokenKind::punctuation && analysis.text[tokens[i].start] == u'.') return false;
        ++i;
        continue;
      }
      const auto [end, tells] = button_at(analysis, i);
      if (end == i) return false;
      ++buttons;
      is_telling = is_telling || tells;
      i = end;
    }
    return buttons >= (is_telling ? 2 : 3);
  }

  struct Button {
    std::size_t end = 0;      // token; where it begins when there is none
    bool is_telling = false;  // hardly stands in a text
  };

  // The longest button or counter that begins with a word.
  Button button_at(const Analysis& analysis, std::size_t first) const {
    const std::vector<Token>& tokens = analysis.tokens;
    Button longest{first, false};
    const bool is_counted = first > 0 && tokens[first - 1].kind != TokenKind::word;
    if (tokens[first].letter_case == text::LetterCase::lower && !is_counted) return longest;
    PhraseKey key;
    for (std::size_t k = first; k < tokens.size() && k < first + longest_item; ++k) {
      if (tokens[k].kind != TokenKind::word || (k > first && tokens[k].letter_case != text::LetterCase::lower)) break;
      key.add(u' ');
      for (const char16_t unit : analysis.view(tokens[k])) key.add(unit);
      const bool tells = phrases_.has(key, ResidueKind::line) || phrases_.has(key, ResidueKind::count) ||
                         phrases_.has(key, ResidueKind::site);
      if (tells || phrases_.has(key, ResidueKind::weak)) longest = {k + 1, tells || key.words() >= telling_words};
    }
    return longest;
  }

  // Whether the line is one of several in a row that may be residue.
  static bool in_menu(const DocumentView& view, const std::vector<std::pair<std::uint32_t, Verdict>>& found,
                      std::size_t i) {
    const auto touches = [&view](std::uint32_t above, std::uint32_t below) {
      while (++above < below && view.paragraphs[above].tokens.empty()) {
      }
      return above == below;
    };
    std::size_t first = i;
    std::size_t last = i;
    while (last - first + 1 < menu && first > 0 && touches(found[first - 1].first, found[first].first)) --first;
    while (last - first + 1 < menu && last + 1 < found.size() && touches(found[last].first, found[last + 1].first))
      ++last;
    return last - first + 1 >= menu;
  }

  static bool is_sure(Verdict verdict) { return verdict == Verdict::strong || verdict == Verdict::listed; }

  // Whether a line that is residue beyond doubt stands near.
  static bool in_company(const std::vector<std::pair<std::uint32_t, Verdict>>& found, std::size_t i) {
    const std::uint32_t here = found[i].first;
    for (std::size_t k = i; k-- > 0 && here - found[k].first <= company;) {
      if (is_sure(found[k].second)) return true;
    }
    for (std::size_t k = i + 1; k < found.size() && found[k].first - here <= company; ++k) {
      if (is_sure(found[k].second)) return true;
    }
    return false;
  }

  ResiduePhrases phrases_;
};

}  // namespace

std::unique_ptr<Rule> make_residue_web(const RuleData& data) {
  return make_or_tell(data,
                      [&] { return std::make_unique<Web>(ResiduePhrases::load(data.folder / "web-residue.txt")); });
}

}  // namespace soat::check
