#include "text/look_alike.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/encoding/words.h"
#include "check/rules/table.h"
#include "text/syllable.h"
#include "texts/rules/encoding.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::Token;

constexpr bool is_full_width(char16_t unit) {
  return (unit >= u'０' && unit <= u'９') || (unit >= u'Ａ' && unit <= u'Ｚ') || (unit >= u'ａ' && unit <= u'ｚ');
}

constexpr bool is_suspect(char16_t unit) {
  return unit == u'Ð' || unit == u'ð' || unit == u'Ɖ' || unit == u'ɖ' || unit == u'Ƣ' || unit == u'ƣ' ||
         (unit >= u'\u0370' && unit <= u'\u052F') || is_full_width(unit);
}

// The Latin letter that the unit looks like; the unit itself when it is like none.
char16_t latin(char16_t unit) {
  if (!is_suspect(unit)) return unit;
  const char32_t meant = text::classify_look_alike(unit).meant;
  return meant == 0 || meant > 0xFFFF ? unit : static_cast<char16_t>(meant);
}

std::u16string latin(std::u16string_view text) {
  std::u16string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char16_t unit) { return latin(unit); });
  return out;
}

// Letters of other alphabets that look like Vietnamese ones (Ð of Icelandic for Đ, Cyrillic о, full-width letters).
class LookAlike final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"encoding.look-alike">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    if (std::none_of(analysis.text.begin(), analysis.text.end(), is_suspect)) return;
    std::vector<OriginalRange> words;
    for (const Token& token : analysis.tokens) {
      if (!is_disguised(analysis.view(token))) continue;
      const auto [start, end] = analysis.original_span(token.start, token.end);
      words.push_back({start, end});
    }
    report_words(sink, info(), paragraph, words, 0.95F, texts::finding_encoding_look_alike, [&](OriginalRange range) {
      return latin(std::u16string_view(analysis.original).substr(range.start, range.end - range.start));
    });
  }

 private:
  // A word that mixes such letters with Latin ones, or that is Vietnamese once they are replaced. Words that are
  // foreign throughout (Russian, Greek, Icelandic) are left alone.
  static bool is_disguised(std::u16string_view word) {
    if (std::none_of(word.begin(), word.end(), is_suspect)) return false;
    // The parts of a number count by themselves: 15/2020/NÐ-CP.
    const auto is_letter = [](char16_t unit) { return is_latin_letter(unit) || is_suspect(unit); };
    for (auto at = word.begin(); at != word.end();) {
      const auto end = std::find_if_not(at, word.end(), is_letter);
      if (end - at < static_cast<std::ptrdiff_t>(word.size()) && is_disguised_word({at, end})) return true;
      at = end == word.end() ? end : end + 1;
    }
    return is_disguised_word(word);
  }

  static bool is_disguised_word(std::u16string_view word) {
    if (std::none_of(word.begin(), word.end(), is_suspect)) return false;
    const std::u16string meant = latin(word);
    if (!std::all_of(meant.begin(), meant.end(),
                     [](char16_t u) { return is_latin_letter(u) || is_digit(u) || u == u'-'; })) {
      return false;
    }
    const bool icelandic =
        std::any_of(word.begin(), word.end(), [](char16_t u) { return u < u'\u0370' && is_suspect(u); });
    if (icelandic || std::all_of(word.begin(), word.end(), is_full_width)) return is_vietnamese(meant);
    return std::any_of(word.begin(), word.end(), is_latin_letter);
  }

  // A syllable, an abbreviation in capitals such as ÐH, HÐND, or a word that begins with the letter: no word of
  // Icelandic or Faroese does, names of Vietnamese places do (Ðakao).
  static bool is_vietnamese(const std::u16string& word) {
    if (word.starts_with(u'Đ') || text::parse(word)) return true;
    return word.find_first_not_of(u"ABCDĐEGHIKLMNOPQRSTUVXY&") == std::u16string::npos;
  }
};

}  // namespace

std::unique_ptr<Rule> make_encoding_look_alike(const RuleData&) {
  return std::make_unique<LookAlike>();
}

}  // namespace soat::check
