#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/joined_syllables.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/suggestion_ranker.h"
#include "check/surroundings.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::size_t shortest_word = 4;
constexpr std::size_t longest_word = 21;
constexpr int frequent = 13;  // class of syllables that occur once in about 30,000

// Two or three syllables written as one word (đượcmột, HàNội).
class Joined final : public Rule {
 public:
  explicit Joined(const RuleData& data) : lexicon_(data.lexicon), ranker_(data.ranker) {}

  const RuleInfo& info() const override { return rule_info("spelling.joined"); }

  // Trade names and the like (VietJet, ChợTốt) come back in a document, slips of the space bar seldom do.
  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> suspects;
    std::unordered_map<std::u16string_view, int> times;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const text::Analysis& analysis = view.paragraphs[p];
      for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
        const Token& token = analysis.tokens[t];
        if (token.kind != TokenKind::word || token.syllable || token.length() < shortest_word ||
            token.length() > longest_word)
          continue;
        const std::u16string_view word = analysis.view(token);
        if (std::all_of(word.begin(), word.end(), [](char16_t c) { return c < 0x80; })) continue;
        if (lexicon_.find(word)) continue;
        suspects.emplace_back(p, t);
        ++times[word];
      }
    }
    for (const auto& [paragraph, token] : suspects) {
      const text::Analysis& analysis = view.paragraphs[paragraph];
      judge(analysis, paragraph, token, times[analysis.view(analysis.tokens[token])], sink);
    }
  }

 private:
  void judge(const text::Analysis& analysis, std::uint32_t paragraph, std::uint32_t index, int times,
             FindingSink& sink) const {
    const Token& token = analysis.tokens[index];
    const std::u16string_view word = analysis.view(token);
    const SyllableCut best = cut_into_syllables(word, token.letter_case == LetterCase::mixed, lexicon_);
    if (best.count < 2 || !best.marked) return;
    const std::u16string apart = best.apart();
    report(sink, info(), {paragraph, token.start, token.end}, confidence_of(analysis, index, best, times),
           {texts::finding_spelling_joined, apart}, {apart});
  }

  float confidence_of(const text::Analysis& analysis, std::uint32_t index, const SyllableCut& cut, int times) const {
    const Token& token = analysis.tokens[index];
    const Surroundings around = look_around(analysis, index, lexicon_);
    float odds = 0.5F;
    if (token.letter_case == LetterCase::mixed) {
      const std::u16string_view head = cut.parts[0];
      odds += text::to_lower(head[0]) == head[0] ? 2.5F : 1.5F;
    } else {
      odds += cut.other_tone ? 1.5F : -1.5F;
      odds += 0.25F * static_cast<float>(cut.rarest - frequent);
      if (cut.count > 2) odds -= 1.0F;
      if (token.letter_case == LetterCase::upper) odds -= 1.0F;
      if (token.letter_case == LetterCase::capitalised && !token.sentence_start) odds -= 1.0F;
    }
    if (ranker_ != nullptr) odds += fit(analysis, index, cut);
    odds += 0.3F * static_cast<float>(std::min(around.vietnamese, 4)) - 0.7F * static_cast<float>(around.foreign);
    if (times > 2) odds -= token.letter_case == LetterCase::mixed ? 3.5F : 1.5F;
    return 1.0F / (1.0F + std::exp(-odds));
  }

  // Whether the parts fit here better than some unknown word does, -2..2.
  float fit(const text::Analysis& analysis, std::uint32_t index, const SyllableCut& cut) const {
    const std::array<std::u16string, 2> forms = {text::to_lower(cut.apart()),
                                                 text::to_lower(analysis.view(analysis.tokens[index]))};
    std::array<float, 2> scores{};
    ranker_->score(analysis, index, index + 1, forms, scores);
    return std::clamp(0.5F * (scores[0] - scores[1]), -2.0F, 2.0F);
  }

  const lexicon::Lexicon& lexicon_;
  const SuggestionRanker* ranker_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling_joined(const RuleData& data) {
  return std::make_unique<Joined>(data);
}

}  // namespace soat::check
