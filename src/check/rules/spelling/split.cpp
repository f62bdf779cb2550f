#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/lookup.h"
#include "check/rule_weights.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/word_letters.h"
#include "lexicon/lexicon.h"
#include "model/language_model.h"
#include "model/token_stream.h"
#include "text/letter_case.h"
#include "text/syllable.h"
#include "texts/rules/spelling.h"

namespace soat::check {
namespace {

using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_fragment = 6;
constexpr std::size_t longest_syllable = 7;
// Words on either side that the language model is shown.
constexpr std::size_t words_beside = 3;
// Below this class a whole is too rare to prefer it to the fragments.
constexpr int least_frequency = 9;
// Syllables below this class (ên, ình, ăm) hardly ever stand as words of their own.
constexpr int least_of_a_word = 9;

// The numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float letters = table["letters"];
  float head_consonants = table["head-consonants"];
  float head_before_word = table["head-before-word"];
  float head_doubtful = table["head-doubtful"];
  float tail_consonants = table["tail-consonants"];
  float tail_doubtful = table["tail-doubtful"];
  float tail_vowel = table["tail-vowel"];
  float tail_vowel_doubtful = table["tail-vowel-doubtful"];
  float listed = table["listed"];
  float fits = table["fits"];  // the words beside want the whole
  // They do when it makes the sentence likelier by this much (natural log of the ratio). In 2.3 million words of the
  // training texts what is whole lies below 7, syllables that are cut from 12 on.
  float least_gain = table["least-gain"];
};

// One syllable written as two words (đ ược, nghi ên cứu).
class Split final : public Rule {
 public:
  explicit Split(const RuleData& data)
      : lexicon_(data.lexicon), model_(data.model), weights_{data.weights->of("spelling.split")} {}

  const RuleInfo& info() const override { return rule_info<"spelling.split">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const text::Analysis& analysis = view.paragraphs[paragraph];
    for (std::uint32_t i = 0; i + 1 < analysis.tokens.size(); ++i) {
      const Token& first = analysis.tokens[i];
      const Token& second = analysis.tokens[i + 1];
      // Nearly every word ends here: a fragment is no syllable in use, or a single letter (củ a).
      if (is_whole(first) && is_whole(second) && first.length() > 1 && second.length() > 1) continue;
      if (const std::uint32_t last = end_of_run(analysis, i); last != i) {
        report_joined(analysis, paragraph, i, last, weights_.letters, sink);
        i = last;
        continue;
      }
      if (!is_fragment(first) || !is_fragment(second) || second.start != first.end + 1 || second.sentence_start)
        continue;
      if (!same_case(first, second)) continue;
      judge(analysis, paragraph, i, sink);
    }
  }

 private:
  bool is_whole(const Token& token) const {
    return token.syllable.valid() && lexicon_.frequency(token.syllable) >= least_of_a_word;
  }

  // Small letters follow, or both are capitals, and the first is no abbreviation.
  static bool same_case(const Token& first, const Token& second) {
    if (first.letter_case != LetterCase::upper || first.length() == 1)
      return second.letter_case == LetterCase::lower && first.letter_case != LetterCase::upper;
    return second.letter_case == LetterCase::upper && first.kind == TokenKind::word;
  }

  static bool is_fragment(const Token& token) {
    return (token.kind == TokenKind::word || token.kind == TokenKind::abbreviation) &&
           token.length() <= longest_fragment;
  }

  // The last token of a syllable that stands in three pieces or more (v ớ i, n ướ c), most of them single letters and
  // none a word by itself; the first when there is none.
  std::uint32_t end_of_run(const text::Analysis& analysis, std::uint32_t first) const {
    std::uint32_t found = first;
    std::u16string joined;
    std::size_t single = 0;
    for (std::uint32_t i = first; i < analysis.tokens.size(); ++i) {
      const Token& token = analysis.tokens[i];
      if (!is_fragment(token) || (token.length() > 1 && is_whole(token)) ||
          joined.size() + token.length() > longest_syllable)
        break;
      if (i > first && (token.start != analysis.tokens[i - 1].end + 1 || token.sentence_start ||
                        token.letter_case != LetterCase::lower))
        break;
      joined += analysis.view(token);
      single += token.length() == 1;
      const std::size_t pieces = i - first + 1;
      if (pieces < 3 || 2 * single < pieces) continue;
      const text::Syllable whole = text::parse(joined);
      const bool marked = std::any_of(joined.begin(), joined.end(), [](char16_t c) { return c > 0x7F; });
      if (whole && marked && lexicon_.frequency(whole) >= least_frequency) found = i;
    }
    return found;
  }

  void report_joined(const text::Analysis& analysis, std::uint32_t paragraph, std::uint32_t first, std::uint32_t last,
                     float confidence, FindingSink& sink) const {
    std::u16string joined;
    for (std::uint32_t i = first; i <= last; ++i) joined += analysis.view(analysis.tokens[i]);
    const text::Message message = last == first + 1 ? text::Message(texts::finding_spelling_split, joined)
                                                    : text::Message(texts::finding_spelling_split_letters, joined);
    report(sink, info(), {paragraph, analysis.tokens[first].start, analysis.tokens[last].end}, confidence, message,
           {std::move(joined)});
  }

  // How sure it is by the two fragments alone; 0 for none that are known to be of one syllable. marked: whether the
  // whole has a letter with a mark.
  float confidence_of_letters(const text::Analysis& analysis, std::uint32_t index, bool marked) const {
    const Token& first = analysis.tokens[index];
    const Token& second = analysis.tokens[index + 1];
    const std::u16string_view head = analysis.view(first);
    const std::u16string_view tail = analysis.view(second);
    const Weights& w = weights_;
    float confidence = 0;
    if (!has_vowel(head)) {
      // đ ược, th ực: consonants alone are no word. A single letter may be a variable, a unit or the đ of đồng after a
      // number.
      const bool after_number = index > 0 && analysis.tokens[index - 1].kind == TokenKind::number;
      confidence = !marked || tail.size() < 2 || after_number ? w.head_doubtful
                   : is_whole(second)                         ? w.head_before_word
                                                              : w.head_consonants;
    } else if (!has_vowel(tail)) {
      // hoà ng: single letters stand for points of law and variables.
      confidence = tail.size() >= 2 && marked ? w.tail_consonants : w.tail_doubtful;
    } else if (has_vowel(tail) && is_vowel(tail.front()) && !is_whole(second)) {
      // nghi ên: what follows begins with a vowel and is no word by itself.
      confidence = marked ? w.tail_vowel : w.tail_vowel_doubtful;
    } else {
      return 0;
    }
    // What is no word at all (tưở) needs the rest, be that a word or not.
    const bool incomplete = has_vowel(head) && !(first.syllable && lexicon_.attested(first.syllable));
    if ((lexicon_.find(tail) && !incomplete) || (has_vowel(head) && lexicon_.find(head))) confidence += w.listed;
    return confidence;
  }

  void judge(const text::Analysis& analysis, std::uint32_t paragraph, std::uint32_t index, FindingSink& sink) const {
    const Token& first = analysis.tokens[index];
    const Token& second = analysis.tokens[index + 1];
    const std::u16string_view head = analysis.view(first);
    const std::u16string_view tail = analysis.view(second);
    if (head.size() + tail.size() > longest_syllable) return;
    std::u16string joined(head);
    joined += tail;
    const text::Syllable whole = text::parse(joined);
    if (!whole || lexicon_.frequency(whole) < least_frequency) return;
    const bool marked = std::any_of(joined.begin(), joined.end(), [](char16_t c) { return c > 0x7F; });
    float confidence = confidence_of_letters(analysis, index, marked);
    // What the letters leave open the words beside them decide.
    if (confidence < weights_.fits && gain_of_joining(analysis, index, whole) >= weights_.least_gain)
      confidence = weights_.fits;
    if (confidence <= 0) return;
    report_joined(analysis, paragraph, index, index + 1, confidence, sink);
  }

  // By how much likelier the sentence is with the two tokens as one syllable (log of the ratio); 0 without the model.
  float gain_of_joining(const text::Analysis& analysis, std::uint32_t index, text::Syllable whole) const {
    const text::Sentence* const sentence = sentence_of(analysis, index);
    if (model_ == nullptr || sentence == nullptr) return 0;
    std::vector<model::Item> items;
    model::read_around(analysis, *sentence, index, index + 2, words_beside, items);
    float apart = 0;
    float joined = 0;
    model::State apart_state = model_->no_context();
    model::State joined_state = apart_state;
    std::u16string lower;
    for (const model::Item& item : items) {
      const model::WordId word = model::find(*model_, analysis, item, lower);
      apart += model_->score(apart_state, word, apart_state).log_probability;
      if (item.token == index + 1) continue;
      const model::WordId here = item.token == index ? model_->find(whole, item.capitalised) : word;
      joined += model_->score(joined_state, here, joined_state).log_probability;
    }
    return joined - apart;
  }

  const lexicon::Lexicon& lexicon_;
  std::shared_ptr<const model::LanguageModel> model_;  // none: the letters alone
  Weights weights_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling_split(const RuleData& data) {
  return make_with_weights(data, [&] { return std::make_unique<Split>(data); });
}

}  // namespace soat::check
