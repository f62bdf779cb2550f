#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/joined_syllables.h"
#include "check/logistic.h"
#include "check/rule_weights.h"
#include "check/rules/garble/doubling_table.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/suggestion_ranker.h"
#include "check/surroundings.h"
#include "check/syllable_candidates.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/rules/spelling.h"

namespace soat::check {
namespace {

using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::size_t shortest_word = 4;
constexpr std::size_t longest_word = 21;

// The numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float bias = table["bias"];
  float mixed_after_small = table["mixed-after-small"];
  float mixed = table["mixed"];
  float other_tone = table["other-tone"];
  float no_other_tone = table["no-other-tone"];
  float rarest = table["rarest"];
  float usual_rarest = table["usual-rarest"];
  float three_parts = table["three-parts"];
  float compound = table["compound"];
  float upper = table["upper"];
  float capital = table["capital"];
  float gain = table["gain"];
  float most_gain = table["most-gain"];
  float vietnamese = table["vietnamese"];
  float foreign = table["foreign"];
  float often_mixed = table["often-mixed"];
  float often = table["often"];
  float wrong_mark = table["wrong-mark"];
};

// Two or three syllables written as one word (đượcmột, HàNội), of two one may have a wrong mark (nguờiDân).
class Joined final : public Rule {
 public:
  explicit Joined(const RuleData& data)
      : lexicon_(data.lexicon),
        candidates_(data.candidates),
        ranker_(data.ranker),
        compounds_(data.doubling),
        weights_{data.weights->of("spelling.joined")} {}

  const RuleInfo& info() const override { return rule_info<"spelling.joined">(); }

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
    if (best.count < 2) {
      if (token.letter_case == LetterCase::mixed) judge_misspelt(analysis, paragraph, index, times, sink);
      return;
    }
    if (!best.marked) return;
    const std::u16string apart = best.apart();
    report(sink, info(), {paragraph, token.start, token.end}, confidence_of(analysis, index, best, times),
           {texts::finding_spelling_joined, apart}, {apart});
  }

  // A small syllable and a capital one, one of which has a wrong mark (nguờiDân).
  void judge_misspelt(const text::Analysis& analysis, std::uint32_t paragraph, std::uint32_t index, int times,
                      FindingSink& sink) const {
    const Token& token = analysis.tokens[index];
    const std::u16string_view word = analysis.view(token);
    const auto is_capital = [](char16_t unit) { return text::to_lower(unit) != unit; };
    const auto capital = std::find_if(word.begin(), word.end(), is_capital);
    if (capital == word.begin() || std::any_of(capital + 1, word.end(), is_capital)) return;
    const auto at = static_cast<std::size_t>(capital - word.begin());
    std::array<std::u16string, 2> parts = {std::u16string(word.substr(0, at)), std::u16string(word.substr(at))};
    SyllableCut cut;
    for (std::u16string& part : parts) {
      const text::Syllable meant = meant_by(part);
      if (!meant) return;
      part = text::apply_case(text::spell(meant), cut.count == 0 ? LetterCase::lower : LetterCase::capitalised);
      cut.rarest = std::min<int>(cut.rarest, lexicon_.frequency(meant));
      cut.parts[cut.count++] = part;
    }
    const std::u16string apart = cut.apart();
    report(sink, info(), {paragraph, token.start, token.end}, confidence_of(analysis, index, cut, times),
           {texts::finding_spelling_joined, apart}, {apart});
  }

  // A syllable in use, or the one that differs in a mark only.
  text::Syllable meant_by(std::u16string_view part) const {
    if (part.size() < 2) return {};
    const text::Syllable own = text::parse(part);
    if (own && lexicon_.attested(own)) return own;
    const std::vector<Candidate> candidates = candidates_.find(part, weights_.wrong_mark, 1);
    return candidates.empty() ? text::Syllable{} : candidates.front().syllable;
  }

  float confidence_of(const text::Analysis& analysis, std::uint32_t index, const SyllableCut& cut, int times) const {
    const Token& token = analysis.tokens[index];
    const Surroundings around = look_around(analysis, index, lexicon_);
    const Weights& w = weights_;
    float odds = w.bias;
    if (token.letter_case == LetterCase::mixed) {
      const std::u16string_view head = cut.parts[0];
      odds += text::to_lower(head[0]) == head[0] ? w.mixed_after_small : w.mixed;
    } else {
      odds += cut.other_tone ? w.other_tone : w.no_other_tone;
      odds += w.rarest * (static_cast<float>(cut.rarest) - w.usual_rarest);
      if (cut.count > 2) odds += w.three_parts;
      if (is_compound(cut)) odds += w.compound;
      if (token.letter_case == LetterCase::upper) odds += w.upper;
      if (token.letter_case == LetterCase::capitalised && !token.sentence_start) odds += w.capital;
    }
    if (ranker_ != nullptr) odds += fit(analysis, index, cut);
    odds += w.vietnamese * static_cast<float>(std::min(around.vietnamese, 4)) +
            w.foreign * static_cast<float>(around.foreign);
    if (times > 2) odds += token.letter_case == LetterCase::mixed ? w.often_mixed : w.often;
    return logistic(odds);
  }

  // Whether the parts are one word of two syllables (nhân dân).
  bool is_compound(const SyllableCut& cut) const {
    return compounds_ != nullptr && cut.count == 2 &&
           compounds_->is_compound(text::parse(cut.parts[0]), text::parse(cut.parts[1]));
  }

  // Whether the parts fit here better than some unknown word does.
  float fit(const text::Analysis& analysis, std::uint32_t index, const SyllableCut& cut) const {
    const std::array<std::u16string, 2> forms = {text::to_lower(cut.apart()),
                                                 text::to_lower(analysis.view(analysis.tokens[index]))};
    std::array<float, 2> scores{};
    ranker_->score(analysis, index, index + 1, forms, scores);
    return std::clamp(weights_.gain * (scores[0] - scores[1]), -weights_.most_gain, weights_.most_gain);
  }

  const lexicon::Lexicon& lexicon_;
  const SyllableCandidates& candidates_;
  const SuggestionRanker* ranker_;
  std::shared_ptr<const DoublingTable> compounds_;  // none: nothing is known of compounds
  Weights weights_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling_joined(const RuleData& data) {
  return make_with_weights(data, [&] { return std::make_unique<Joined>(data); });
}

}  // namespace soat::check
