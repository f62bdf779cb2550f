#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "check/ngram/scored_sentence.h"
#include "check/rule_weights.h"
#include "check/rule_words.h"
#include "check/rules/capitalisation/title_case.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "model/language_model.h"
#include "model/token_stream.h"
#include "text/letter_case.h"
#include "texts/rules/capitalisation.h"

namespace soat::check {
namespace {

using ngram::ScoredSentence;
using text::LetterCase;

constexpr std::size_t behind = 3;  // words whose likelihood a capital before them may change

// The numbers of rule-weights.txt: confidences, and the bounds of what a capital gains (natural logarithms).
struct Weights {
  RuleWeights::Of table;
  float likely = table["likely"];
  float possible = table["possible"];
  float likely_gain = table["likely-gain"];
  float possible_gain = table["possible-gain"];
  // Before a name a word may say what kind of thing it is (biển Đông, báo Cứu Quốc): more must speak for the capital.
  float more_before_name = table["more-before-name"];
};

// A syllable in small letters right beside one with a capital, where the language model expects a capital too (đi Hà
// nội, Vườn quốc gia phú Quốc, Bộ tài nguyên và Môi trường): half a name.
class HalfName final : public Rule {
 public:
  explicit HalfName(const RuleData& data)
      : model_(data.model), words_(data.words), weights_{data.weights->of("capitalisation.half-name")} {}

  const RuleInfo& info() const override { return rule_info<"capitalisation.half-name">(); }

  std::unique_ptr<SentenceWork> read_sentences(const DocumentView& view) const override {
    return std::make_unique<Work>(*this, view);
  }

 private:
  // Two syllables of a sentence of which one has its capital.
  struct Pair {
    std::uint32_t paragraph = 0;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    float gain = 0;
  };

  class Work final : public SentenceWork {
   public:
    Work(const HalfName& rule, const DocumentView& view) : rule_(rule), view_(view) {}

    void take(std::uint32_t paragraph, std::uint32_t, ScoredSentence& sentence) override {
      if (paragraph != paragraph_) {
        paragraph_ = paragraph;
        is_prose_ = capitals_of(view_.paragraphs[paragraph]) == ParagraphCapitals::sentences;
      }
      if (!is_prose_) return;
      for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (!is_small(sentence, i)) continue;
        const bool follows = i > 0 && is_capital(sentence, i - 1) && touch(sentence, i - 1);
        if (!follows && !(i + 1 < sentence.size() && is_capital(sentence, i + 1) && touch(sentence, i))) continue;
        const std::size_t first = follows ? i - 1 : i;
        const float gain = rule_.gain_of_capital(sentence, i) - (follows ? 0 : rule_.weights_.more_before_name);
        if (gain >= rule_.weights_.possible_gain)
          pairs_.push_back({paragraph, sentence.item(first).start, sentence.item(first + 1).end, gain});
      }
    }

    void finish(FindingSink& sink) override {
      for (const Pair& pair : pairs_) rule_.tell(view_, pair, sink);
    }

   private:
    static bool is_small(const ScoredSentence& sentence, std::size_t i) {
      const model::Item& item = sentence.item(i);
      return item.kind == model::Item::Kind::syllable && item.letter_case == LetterCase::lower;
    }

    // Not only because it begins a sentence.
    static bool is_capital(const ScoredSentence& sentence, std::size_t i) {
      const model::Item& item = sentence.item(i);
      return item.kind == model::Item::Kind::syllable && item.capitalised &&
             item.letter_case == LetterCase::capitalised;
    }

    // Whether one blank and nothing else parts two items: no stroke or dash.
    static bool touch(const ScoredSentence& sentence, std::size_t i) {
      const std::uint32_t end = sentence.item(i).end;
      return sentence.item(i + 1).start == end + 1 && sentence.analysis().text[end] == u' ';
    }

    const HalfName& rule_;
    const DocumentView& view_;
    std::uint32_t paragraph_ = ~0U;
    bool is_prose_ = false;  // the paragraph
    std::vector<Pair> pairs_;
  };

  // By how much likelier the sentence is with a capital there (log of the ratio); 0 where the model has no word for
  // that, or does not know it beside the name.
  float gain_of_capital(ScoredSentence& sentence, std::size_t i) const {
    const model::WordId word = model_->find(sentence.item(i).syllable, true);
    if (word == sentence.word(i) || !model_->is_capitalised(word)) return 0;
    model::State state;
    const model::Score score = model_->score(sentence.before(i).state, word, state);
    if (score.order < 2 && i > 0 && sentence.item(i - 1).capitalised) return 0;
    float with = score.log_probability;
    sentence.score_on(state, i + 1, 0, behind,
                      [&](std::size_t, const model::Score& next) { with += next.log_probability; });
    return with - sentence.sum(i, std::min(i + 1 + behind, sentence.size() + 1));
  }

  void tell(const DocumentView& view, const Pair& pair, FindingSink& sink) const {
    const text::Analysis& analysis = view.paragraphs[pair.paragraph];
    const std::u16string written = analysis.text.substr(pair.start, pair.end - pair.start);
    if ((*words_)[RuleWords::List::either_capital].has(text::to_lower(written))) return;
    std::u16string right = written;
    for (const std::size_t at : {std::size_t{0}, right.find(u' ') + 1}) right[at] = text::to_upper(right[at]);
    const float confidence = pair.gain >= weights_.likely_gain ? weights_.likely : weights_.possible;
    report(sink, info(), {pair.paragraph, pair.start, pair.end}, confidence,
           {texts::finding_capitalisation_half_name, right}, {right});
  }

  std::shared_ptr<const model::LanguageModel> model_;
  std::shared_ptr<const RuleWords> words_;
  Weights weights_;
};

}  // namespace

std::unique_ptr<Rule> make_capitalisation_half_name(const RuleData& data) {
  if (data.model == nullptr || data.words == nullptr) return nullptr;
  return make_with_weights(data, [&] { return std::make_unique<HalfName>(data); });
}

}  // namespace soat::check
