#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/residue/phrases.h"
#include "check/rules/table.h"
#include "text/error.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_line = 14;   // tokens of a menu word or button
constexpr std::size_t longest_any = 45;    // tokens of a line that a telling phrase may stand in
constexpr std::size_t longest_start = 60;  // tokens of a link to another article
constexpr std::size_t longest_head = 8;    // words before the colon of such a link
constexpr std::size_t longest_bar = 60;    // tokens of a navigation bar
constexpr std::size_t longest_item = 5;    // words of one of its items
constexpr std::uint32_t company = 3;       // paragraphs within which a weak line needs a strong one

enum class Verdict : std::uint8_t { text, weak, strong };

// Paragraphs that are no text but the menus, buttons, link lists and comment forms of a web page. Decided for a short
// paragraph as a whole; a sentence that merely has such words is left alone. Gives none without
// dictionaries/vi/web-residue.txt.
class Web final : public Rule {
 public:
  explicit Web(ResiduePhrases phrases) : phrases_(std::move(phrases)) {}

  const RuleInfo& info() const override { return rule_info("residue.web"); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    const std::uint32_t count = static_cast<std::uint32_t>(view.paragraphs.size());
    std::vector<std::pair<std::uint32_t, Verdict>> found;
    for (std::uint32_t p = 0; p < count; ++p) {
      const Verdict verdict = judge(view.paragraphs[p]);
      if (verdict != Verdict::text) found.emplace_back(p, verdict);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto [paragraph, verdict] = found[i];
      if (verdict == Verdict::weak && !in_company(found, i)) continue;
      const std::vector<Token>& tokens = view.paragraphs[paragraph].tokens;
      report(sink, info(), {paragraph, tokens.front().start, tokens.back().end},
             verdict == Verdict::strong ? 0.85F : 0.75F,
             {u"Dòng này có vẻ là phần còn sót của trang web (menu, nút bấm, liên kết).",
              u"This line looks like a left-over of a web page (menu, button, link)."});
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
      if (phrases_.has(key, ResidueKind::weak)) return Verdict::weak;
    }
    if (is_link(tokens, analysis, text)) return Verdict::strong;
    if (tokens.size() <= longest_any && has_telling_phrase(analysis)) return Verdict::strong;
    if (tokens.size() <= longest_bar && is_navigation_bar(analysis)) return Verdict::strong;
    return Verdict::text;
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

  bool has_telling_phrase(const Analysis& analysis) const {
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind != TokenKind::word) continue;
      PhraseKey key = key_of(analysis.view(tokens[i]));
      if (!phrases_.may_begin(key)) continue;
      for (std::size_t k = i;;) {
        if (phrases_.has(key, ResidueKind::any)) return true;
        if (++k >= tokens.size() || key.words() >= phrases_.longest()) break;
        key.add(u' ');
        for (const char16_t unit : analysis.view(tokens[k])) key.add(unit);
      }
    }
    return false;
  }

  // Trang chủ » Tin tức » Xã hội; Giới thiệu | Liên hệ | Sơ đồ trang: short items and nothing else.
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
      const bool bar = unit == u'|';
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

  // Whether a line that is residue beyond doubt stands near.
  static bool in_company(const std::vector<std::pair<std::uint32_t, Verdict>>& found, std::size_t i) {
    const std::uint32_t here = found[i].first;
    for (std::size_t k = i; k-- > 0 && here - found[k].first <= company;) {
      if (found[k].second == Verdict::strong) return true;
    }
    for (std::size_t k = i + 1; k < found.size() && found[k].first - here <= company; ++k) {
      if (found[k].second == Verdict::strong) return true;
    }
    return false;
  }

  ResiduePhrases phrases_;
};

}  // namespace

std::unique_ptr<Rule> make_residue_web(const RuleData& data) {
  try {
    return std::make_unique<Web>(ResiduePhrases::load(data.folder / "web-residue.txt"));
  } catch (const Error& error) {
    data.problems.emplace_back(error.what());
    return nullptr;
  }
}

}  // namespace soat::check
