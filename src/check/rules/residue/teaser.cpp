#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_words.h"
#include "check/rules/report_finding.h"
#include "check/rules/residue/page.h"
#include "check/rules/table.h"
#include "text/letter_case.h"
#include "texts/rules/residue.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;
using text::TokenKind;

constexpr std::size_t shortest = 10;       // tokens of a teaser
constexpr std::size_t last_words = 10;     // tokens in which an enumeration shows
constexpr float list_confidence = 0.5F;    // texts end in dots for other reasons too
constexpr std::uint32_t list_within = 3;   // paragraphs from one teaser of a list to the next
constexpr std::size_t longest_title = 16;  // tokens
constexpr std::size_t longest = 80;        // tokens
constexpr std::size_t most_trailing = 3;   // paragraphs of a story or a talk that end in dots as if cut off

// The beginning of an article, cut off with "..." as lists of articles do.
class Teaser final : public Rule {
 public:
  explicit Teaser(const RuleData& data) : words_(data.words) {}

  const RuleInfo& info() const override { return rule_info<"residue.teaser">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    const std::uint32_t foot = foot_of_full_sentences(view);
    std::vector<Found> found;
    std::size_t trailing = 0;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      if (!ends_in_dots(analysis) || has_gaps(analysis)) continue;
      if (is_bracketed(analysis)) {
        found.push_back({p, 0.75F, false});
        continue;
      }
      if (analysis.tokens.size() < shortest || analysis.tokens.size() > longest) continue;
      if (begins_another(view, p)) {
        found.push_back({p, 0.8F, false});
        continue;
      }
      if (is_talk(analysis)) continue;
      if (is_lead(view, p) || is_cut_behind_last_item(analysis)) {
        found.push_back({p, 0.65F, false});
      } else if (is_enumeration(analysis)) {
        continue;
      } else if (is_open(analysis)) {
        ++trailing;
        found.push_back({p, 0.7F, true});
      } else if (p >= foot || is_in_list(view, p)) {
        found.push_back({p, list_confidence, false});
      }
    }
    for (const auto& [paragraph, confidence, open] : found) {
      if (open && trailing > most_trailing) continue;
      const Analysis& analysis = view.paragraphs[paragraph];
      report(sink, info(), {paragraph, analysis.tokens.front().start, analysis.tokens.back().end}, confidence,
             texts::finding_residue_teaser, {u""});
    }
  }

 private:
  struct Found {
    std::uint32_t paragraph = 0;
    float confidence = 0;
    bool open = false;
  };

  static bool is_dots(const Analysis& analysis, const Token& token) {
    const std::u16string_view view = analysis.view(token);
    return view.starts_with(u"..") || view[0] == u'…';
  }

  // Dots before the last: the blanks of a form, or a way of speaking.
  static bool has_gaps(const Analysis& analysis) {
    const auto last = analysis.tokens.end() - (analysis.text[analysis.tokens.back().start] == u']' ? 2 : 1);
    return std::any_of(analysis.tokens.begin(), last, [&](const Token& token) { return is_dots(analysis, token); });
  }

  // … or [...]
  static bool ends_in_dots(const Analysis& analysis) {
    if (analysis.tokens.size() < 2) return false;
    const Token& last = analysis.tokens.back();
    return is_dots(analysis, last) || (last.end - last.start == 1 && analysis.text[last.start] == u']' &&
                                       is_dots(analysis, analysis.tokens[analysis.tokens.size() - 2]));
  }

  // “… của tỉnh [...]”: pages of blogs cut so; in a quotation words stand on both sides.
  static bool is_bracketed(const Analysis& analysis) {
    if (analysis.tokens.size() < shortest || analysis.text[analysis.tokens.back().start] != u']') return false;
    const Token& before = analysis.tokens[analysis.tokens.size() - 4];
    return before.kind == TokenKind::word;
  }

  // A title and a beginning cut off, and the same again: a list of articles.
  bool is_in_list(const DocumentView& view, std::uint32_t paragraph) const {
    const std::uint32_t first = paragraph > list_within ? paragraph - list_within : 0;
    const std::uint32_t end = std::min(paragraph + list_within + 1, static_cast<std::uint32_t>(view.paragraphs.size()));
    bool another = false;
    bool title = false;
    for (std::uint32_t p = first; p < end; ++p) {
      const Analysis& other = view.paragraphs[p];
      if (p == paragraph || other.tokens.empty()) continue;
      if (ends_in_dots(other) && other.tokens.size() >= shortest && !is_talk(other)) another = true;
      if (other.tokens.size() <= longest_title && !ends_as_sentence(other)) title = true;
    }
    return another && title;
  }

  // Speech: “…, - …
  bool is_talk(const Analysis& analysis) const {
    const char16_t first = analysis.text[analysis.tokens.front().start];
    if (std::u16string_view(u"-–—“\"«‘'").find(first) != std::u16string_view::npos) return true;
    return std::ranges::any_of(analysis.tokens, [&](const Token& token) {
      const std::u16string_view view = analysis.view(token);
      return view[0] == u'“' || view[0] == u'!' || view[0] == u'?' || (*words_)[RuleWords::List::talk].has(view);
    });
  }

  // “… rau quả, tôm cá, bánh kẹo...”: and so on.
  static bool is_enumeration(const Analysis& analysis) {
    const std::size_t size = analysis.tokens.size();
    return std::any_of(analysis.tokens.begin() + static_cast<std::ptrdiff_t>(size > last_words ? size - last_words : 0),
                       analysis.tokens.end(), [&](const Token& token) {
                         const char16_t unit = analysis.text[token.start];
                         return unit == u',' || unit == u';' || unit == u':';
                       });
  }

  // The first paragraph, its dots set apart: what a page shows of an article in its lists stands again above it, and
  // the program that cut it put a blank before its dots.
  static bool is_lead(const DocumentView& view, std::uint32_t paragraph) {
    const auto first = view.paragraphs.begin() + paragraph;
    return view.paragraphs[paragraph].tokens.back().space_before &&
           std::all_of(view.paragraphs.begin(), first, [](const Analysis& other) { return other.tokens.empty(); }) &&
           std::any_of(first + 1, view.paragraphs.end(), is_prose);
  }

  // “… các thôn, ấp và các tổ vay vốn, ...”: behind “và” the last of several is named, so the comma goes on with
  // something that was cut off.
  static bool is_cut_behind_last_item(const Analysis& analysis) {
    const std::vector<Token>& tokens = analysis.tokens;
    if (!tokens.back().space_before || analysis.text[tokens[tokens.size() - 2].start] != u',') return false;
    bool last_item = false;
    for (std::size_t i = tokens.size() - 2; i-- > 0;) {
      const char16_t unit = analysis.text[tokens[i].start];
      if (unit == u'.' || unit == u';') return false;
      if (unit == u',') return last_item;
      if (analysis.view(tokens[i]) == u"và") last_item = true;
    }
    return false;
  }

  bool is_open(const Analysis& analysis) const {
    const Token& before = analysis.tokens[analysis.tokens.size() - 2];
    if (before.kind != TokenKind::word) return false;
    const std::u16string_view word = analysis.view(before);
    return (*words_)[RuleWords::List::open_end].has(word);
  }

  // Whether the paragraph next to it begins with the same words and goes on.
  static bool begins_another(const DocumentView& view, std::uint32_t paragraph) {
    const Analysis& analysis = view.paragraphs[paragraph];
    const auto word = std::find_if(analysis.tokens.rbegin(), analysis.tokens.rend(),
                                   [](const Token& token) { return token.kind != TokenKind::punctuation; });
    if (word == analysis.tokens.rend()) return false;
    const std::size_t length = word->end - analysis.tokens.front().start;
    const std::u16string_view start = std::u16string_view(analysis.text).substr(analysis.tokens.front().start, length);
    for (std::uint32_t p = paragraph + 1; p < view.paragraphs.size() && p <= paragraph + 4; ++p) {
      const Analysis& other = view.paragraphs[p];
      if (other.text.size() > analysis.text.size() && std::u16string_view(other.text).starts_with(start)) return true;
    }
    return false;
  }

  // The foot of a page, past the last paragraph that ends in a full stop.
  static std::uint32_t foot_of_full_sentences(const DocumentView& view) {
    std::uint32_t prose = 0;
    std::uint32_t foot = 0;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      if (!is_prose(view.paragraphs[p]) || ends_in_dots(view.paragraphs[p])) continue;
      ++prose;
      foot = p + 1;
    }
    // One paragraph that ends in dots may be how the text ends; of a list there are several.
    std::uint32_t dotted = 0;
    for (std::uint32_t p = foot; p < view.paragraphs.size(); ++p) dotted += ends_in_dots(view.paragraphs[p]) ? 1 : 0;
    return prose >= 2 && dotted >= 2 ? foot : static_cast<std::uint32_t>(view.paragraphs.size());
  }

  std::shared_ptr<const RuleWords> words_;
};

}  // namespace

std::unique_ptr<Rule> make_residue_teaser(const RuleData& data) {
  return data.words == nullptr ? nullptr : std::make_unique<Teaser>(data);
}

}  // namespace soat::check
