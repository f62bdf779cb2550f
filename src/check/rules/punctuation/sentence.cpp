#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/lookup.h"
#include "check/rule_weights.h"
#include "check/rule_words.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "model/language_model.h"
#include "model/token_stream.h"
#include "text/letter_case.h"
#include "texts/rules/punctuation.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Token;
using text::TokenKind;

// Words in small letters on either side, the word itself included; as many the language model is shown.
constexpr std::size_t beside = 3;

// The numbers of rule-weights.txt: confidences, and the bounds of what the language model says (natural logarithms).
struct Weights {
  RuleWeights::Of table;
  float two_openers = table["two-openers"];  // two words that hardly stand but at the beginning of a sentence
  float opener = table["opener"];            // one such word
  float likely = table["likely"];            // two sentences are likelier by the first bound
  float possible = table["possible"];        // … by the second
  float likely_gain = table["likely-gain"];
  float possible_gain = table["possible-gain"];
  float more_behind_name = table["more-behind-name"];
  float least_end = table["least-end"];  // that a sentence ends there
};

// A word that sentences begin with, or that the language model takes for the beginning of one, with its capital, in the
// middle of a text in small letters (có tính thực tiễn cao Vì thế cần làm ngay): a full stop is missing, or the capital
// is wrong. Titles begin so too; what they stand behind is left alone, and lines in which more words have a capital.
class SentenceMark final : public Rule {
 public:
  SentenceMark(const RuleWords& words, std::shared_ptr<const model::LanguageModel> model, RuleWeights::Of weights)
      : openers_(words[RuleWords::List::opener]),
        titled_(words[RuleWords::List::titled]),
        model_(std::move(model)),
        weights_{weights} {}

  const RuleInfo& info() const override { return rule_info<"punctuation.sentence">(); }

  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<Place> places;
    // How often two words stand so: what a contract calls a party or a thing has its capital everywhere.
    std::unordered_map<std::u16string, int> terms;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const Analysis& analysis = view.paragraphs[p];
      for (std::uint32_t i = beside; i + beside <= analysis.tokens.size(); ++i) {
        if (!may_begin(analysis, i)) continue;
        const Place& place = places.emplace_back(Place{p, i, pair_at(analysis, i)});
        ++terms[place.pair];
      }
    }
    for (const Place& place : places) {
      const Analysis& analysis = view.paragraphs[place.paragraph];
      const float confidence = confidence_of(analysis, place, terms[place.pair] > 1);
      if (confidence >= view.threshold(info())) tell(analysis, place, confidence, sink);
    }
  }

 private:
  struct Place {
    std::uint32_t paragraph = 0;
    std::uint32_t token = 0;
    std::u16string pair;  // the word and the next one, as they are written
  };

  static bool is_small(const Token& token) {
    return token.kind == TokenKind::word && token.letter_case == LetterCase::lower && token.syllable;
  }

  static std::u16string pair_at(const Analysis& analysis, std::uint32_t i) {
    return analysis.text.substr(analysis.tokens[i].start, analysis.tokens[i + 1].end - analysis.tokens[i].start);
  }

  static bool is_name(const Token& token) {
    return token.kind == TokenKind::word && token.letter_case == LetterCase::capitalised && token.syllable &&
           !token.sentence_start;
  }

  // A capital among small letters, or behind a name, and behind nothing that titles stand behind. Behind the next word
  // a mark may stand.
  bool may_begin(const Analysis& analysis, std::uint32_t i) const {
    const std::vector<Token>& tokens = analysis.tokens;
    if (tokens[i].letter_case != LetterCase::capitalised || tokens[i].sentence_start || !tokens[i].syllable)
      return false;
    if (!is_small(tokens[i + 1]) || tokens[i + 1].start != tokens[i].end + 1) return false;
    if (tokens[i + 2].kind != TokenKind::punctuation &&
        (!is_small(tokens[i + 2]) || tokens[i + 2].start != tokens[i + 1].end + 1))
      return false;
    for (std::size_t k = i - beside; k < i; ++k) {
      const bool is_last_name = is_name(tokens[k]) && (k + 1 == i || is_name(tokens[k + 1]));
      if ((!is_small(tokens[k]) && !is_last_name) || tokens[k + 1].start != tokens[k].end + 1) return false;
    }
    for (std::size_t k = i - beside; k < i; ++k) {
      if (titled_.has(analysis.view(tokens[k]))) return false;
    }
    return true;
  }

  // How sure it is that a sentence begins there; 0 when none does.
  float confidence_of(const Analysis& analysis, const Place& place, bool is_term) const {
    const std::u16string word = text::to_lower(analysis.view(analysis.tokens[place.token]));
    if (openers_.has(word + u" " + std::u16string(analysis.view(analysis.tokens[place.token + 1]))))
      return weights_.two_openers;
    if (openers_.has(word)) return is_name(analysis.tokens[place.token - 1]) ? weights_.possible : weights_.opener;
    if (is_term) return 0;
    // What follows a name may be the rest of it.
    const float name = is_name(analysis.tokens[place.token - 1]) ? weights_.more_behind_name : 0;
    const float gain = gain_of_two(analysis, place.token) - name;
    return gain >= weights_.likely_gain ? weights_.likely : gain >= weights_.possible_gain ? weights_.possible : 0;
  }

  // By how much likelier the words are as two sentences than as one (log of the ratio); 0 without the model, and where
  // hardly a sentence ends.
  float gain_of_two(const Analysis& analysis, std::uint32_t index) const {
    const text::Sentence* const sentence = sentence_of(analysis, index);
    if (model_ == nullptr || sentence == nullptr) return 0;
    std::vector<model::Item> items;
    model::read_around(analysis, *sentence, index, index + 1, beside, items);
    float one = 0;
    float two = 0;
    model::State in_one = model_->no_context();
    model::State in_two = in_one;
    std::u16string lower;
    for (const model::Item& item : items) {
      const model::WordId word = model::find(*model_, analysis, item, lower);
      if (item.token == index) {
        const float end = model_->score(in_two, model::kBoundary).log_probability;
        if (end < weights_.least_end) return 0;
        in_two = model_->sentence_start();
        const model::WordId first = model_->find(item.syllable);
        two += end + model_->score(in_two, first, in_two).log_probability;
        one += capital_inside(word);
      } else {
        two += model_->score(in_two, word, in_two).log_probability;
      }
      one += model_->score(in_one, word, in_one).log_probability;
    }
    return two - one;
  }

  // The log-probability that a word which does not begin a sentence has a capital; 0 where the model has a word of its
  // own for that.
  float capital_inside(model::WordId word) const {
    if (model_->is_capitalised(word)) return 0;
    const model::WordCounts counts = model_->counts(word);
    const float capitalised = static_cast<float>(counts.capitalised) + 0.5F;
    return std::log(capitalised / (capitalised + static_cast<float>(counts.lower) + static_cast<float>(counts.upper)));
  }

  void tell(const Analysis& analysis, const Place& place, float confidence, FindingSink& sink) const {
    const Token& before = analysis.tokens[place.token - 1];
    const Token& token = analysis.tokens[place.token];
    const std::u16string last(analysis.view(before));
    const std::u16string written(analysis.view(token));
    report(sink, info(), {place.paragraph, before.start, token.end}, confidence,
           {texts::finding_punctuation_sentence, last + u". " + written},
           {last + u". " + written, last + u" " + text::to_lower(written)});
  }

  WordList openers_;
  WordList titled_;
  std::shared_ptr<const model::LanguageModel> model_;  // none: the openers alone
  Weights weights_;
};

}  // namespace

std::unique_ptr<Rule> make_punctuation_sentence(const RuleData& data) {
  if (data.words == nullptr) return nullptr;
  return make_with_weights(data, [&] {
    return std::make_unique<SentenceMark>(*data.words, data.model, data.weights->of("punctuation.sentence"));
  });
}

}  // namespace soat::check
