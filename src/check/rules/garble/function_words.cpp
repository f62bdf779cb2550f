#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/suggestion_ranker.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;

// Words of quantity that stand directly before the noun, and those that may not follow them.
struct Pair {
  std::u16string_view before;  // of one to three syllables
  std::u16string_view after;
  float confidence;
};
constexpr auto pairs = std::to_array<Pair>({
    {u"một số", u"những", 0.85F},
    {u"một vài", u"những", 0.85F},
    {u"một vài", u"các", 0.7F},
    {u"các", u"những", 0.9F},
    {u"những", u"các", 0.8F},
    {u"mọi", u"các", 0.85F},
    {u"mọi", u"những", 0.85F},
    {u"mỗi", u"các", 0.9F},
    {u"mỗi", u"những", 0.9F},
    {u"các", u"mỗi", 0.85F},
    {u"những", u"mỗi", 0.85F},
    {u"các", u"mọi", 0.85F},
    {u"những", u"mọi", 0.85F},
    {u"hầu hết những", u"các", 0.9F},
});
// Before những these make another word: không những … mà còn.
constexpr auto negations =
    std::to_array<std::u16string_view>({u"không", u"chẳng", u"chả", u"đâu", u"chưa", u"nào", u"phải"});

// Two words of quantity for one noun (một số những, các những, mỗi các), of which a grammar of Vietnamese allows one
// (Nguyễn Tài Cẩn, "Từ loại danh từ trong tiếng Việt hiện đại", 1975: one plural word before the noun).
class FunctionWords final : public Rule {
 public:
  explicit FunctionWords(const RuleData& data) : ranker_(data.ranker) {
    for (const Pair& pair : pairs) {
      Known known{{}, text::parse(pair.after), &pair};
      for (std::size_t at = 0; at <= pair.before.size();) {
        const std::size_t end = std::min(pair.before.find(u' ', at), pair.before.size());
        known.before.push_back(text::parse(pair.before.substr(at, end - at)));
        at = end + 1;
      }
      afters_.set(known.after.code());
      known_.push_back(std::move(known));
    }
    for (const std::u16string_view word : negations) negations_.push_back(text::parse(word));
  }

  const RuleInfo& info() const override { return rule_info("garble.function-words"); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
      if (!tokens[i].syllable || !afters_.test(tokens[i].syllable.code())) continue;
      if (tokens[i].letter_case != LetterCase::lower) continue;
      const Known* longest = nullptr;
      for (const Known& known : known_) {
        if (known.after != tokens[i].syllable || !stands_before(tokens, i, known.before)) continue;
        if (longest == nullptr || known.before.size() > longest->before.size()) longest = &known;
      }
      if (longest == nullptr || is_other_word(tokens, i - longest->before.size())) continue;
      // A noun must follow: before a mark or a name the words are spoken of, or something is left out.
      if (!tokens[i + 1].syllable || tokens[i + 1].letter_case != LetterCase::lower) continue;
      tell(analysis, paragraph, i - longest->before.size(), i, *longest, sink);
    }
  }

 private:
  struct Known {
    std::vector<Syllable> before;
    Syllable after;
    const Pair* pair = nullptr;
  };

  static bool stands_before(const std::vector<Token>& tokens, std::size_t index, const std::vector<Syllable>& words) {
    if (words.size() > index) return false;
    for (std::size_t k = 0; k < words.size(); ++k) {
      const Token& token = tokens[index - words.size() + k];
      if (token.syllable != words[k] || tokens[index - words.size() + k + 1].start != token.end + 1) return false;
      // The first may start a sentence; a capital elsewhere is a name's.
      if (token.letter_case != LetterCase::lower && !(k == 0 && token.sentence_start)) return false;
    }
    return true;
  }

  bool is_other_word(const std::vector<Token>& tokens, std::size_t first) const {
    if (first == 0) return false;
    return std::ranges::find(negations_, tokens[first - 1].syllable) != negations_.end();
  }

  void tell(const Analysis& analysis, std::uint32_t paragraph, std::size_t first, std::size_t last, const Known& known,
            FindingSink& sink) const {
    const Token& begin = analysis.tokens[first];
    const Token& end = analysis.tokens[last];
    std::vector<std::u16string> suggestions = {std::u16string(known.pair->before), std::u16string(known.pair->after)};
    if (ranker_ != nullptr) {
      std::array<float, 2> scores{};
      ranker_->score(analysis, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1), suggestions,
                     scores);
      // The model knows only that what is shorter is likelier; the longer one must lose clearly.
      constexpr float clearly = 4;
      if (scores[1] > scores[0] + clearly) std::swap(suggestions[0], suggestions[1]);
    }
    for (std::u16string& suggestion : suggestions) suggestion = text::apply_case(suggestion, begin.letter_case);
    const std::u16string both = analysis.text.substr(begin.start, end.end - begin.start);
    report(sink, info(), {paragraph, begin.start, end.end}, known.pair->confidence,
           {texts::finding_garble_function_words, both}, std::move(suggestions));
  }

  const SuggestionRanker* ranker_;
  std::vector<Known> known_;
  std::bitset<text::code_limit> afters_;
  std::vector<Syllable> negations_;
};

}  // namespace

std::unique_ptr<Rule> make_garble_function_words(const RuleData& data) {
  return std::make_unique<FunctionWords>(data);
}

}  // namespace soat::check
