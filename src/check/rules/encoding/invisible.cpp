#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "check/rules/characters.h"
#include "check/rules/encoding/words.h"
#include "check/rules/table.h"
#include "text/composition.h"
#include "texts/rules/encoding.h"

namespace soat::check {
namespace {

// What joins or parts the letters of other scripts and the pieces of an emoji has its meaning there.
bool belongs_to_another_script(std::u16string_view original, std::size_t at) {
  const auto foreign = [](char16_t unit) { return unit >= u'\u0590' && !(unit >= u'\u1E00' && unit < u'\u2070'); };
  return (at > 0 && foreign(original[at - 1])) || (at + 1 < original.size() && foreign(original[at + 1]));
}

// A place where a word may be divided, put in by an editor or a printer.
constexpr char16_t soft_hyphen = u'\u00AD';

bool is_unwanted(std::u16string_view original, std::size_t at) {
  return text::is_dropped(original[at]) && original[at] != soft_hyphen && !belongs_to_another_script(original, at);
}

// Invisible characters in the text: zero-width ones, soft hyphens, direction marks.
class Invisible final : public Rule {
 public:
  const RuleInfo& info() const override { return rule_info<"encoding.invisible">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const text::Analysis& analysis = view.paragraphs[paragraph];
    if (analysis.offsets.empty()) return;  // the composed text leaves them out
    const std::u16string_view original = analysis.original;
    std::vector<OriginalRange> words;
    for (std::size_t at = 0; at < original.size(); ++at) {
      if (!is_unwanted(original, at)) continue;
      const OriginalRange word = widen_to_word(original, {at, at + 1});
      words.push_back(word);
      at = word.end;
    }
    report_words(sink, info(), paragraph, words, 0.97F, texts::finding_encoding_invisible, [&](OriginalRange range) {
      std::u16string out;
      for (std::size_t at = range.start; at < range.end; ++at) {
        if (!is_unwanted(original, at)) out += original[at];
      }
      return out;
    });
  }
};

}  // namespace

std::unique_ptr<Rule> make_encoding_invisible(const RuleData&) {
  return std::make_unique<Invisible>();
}

}  // namespace soat::check
