#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "check/rule_words.h"
#include "check/rules/garble/doubling_table.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "model/language_model.h"
#include "texts/rules/garble.h"

namespace soat::check {
namespace {

using text::Analysis;
using text::LetterCase;
using text::Syllable;
using text::Token;

constexpr std::size_t longest_phrase = 4;
constexpr float least_association = 2.5F;  // nats: a factor of 12

// A syllable or a phrase of two to four syllables that stands twice by slip (của của, thực hiện thực hiện), and not as
// Vietnamese doubles words on purpose (xanh xanh, đi đi lại lại) or where two phrases meet (hành vi | vi phạm). Gives
// none without dictionaries/vi/doubling.txt.
class Doubled final : public Rule {
 public:
  Doubled(std::shared_ptr<const DoublingTable> table, WordList bodies,
          std::shared_ptr<const model::LanguageModel> model)
      : table_(std::move(table)), bodies_(std::move(bodies)), model_(std::move(model)) {}

  const RuleInfo& info() const override { return rule_info<"garble.doubled">(); }

  void check_paragraph(const DocumentView& view, std::uint32_t paragraph, FindingSink& sink) const override {
    const Analysis& analysis = view.paragraphs[paragraph];
    const std::vector<Token>& tokens = analysis.tokens;
    std::array<std::size_t, longest_phrase + 1>
        matched{};              // by length: how many syllables in a row equal the one a length before
    std::size_t free_from = 0;  // first token not yet part of a finding
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      const Syllable syllable = tokens[i].syllable;
      if (!syllable) {
        matched.fill(0);
        continue;
      }
      const std::size_t longest = std::min(longest_phrase, i);
      for (std::size_t n = 1; n <= longest; ++n) {
        if (tokens[i - n].syllable != syllable) {
          matched[n] = 0;
          continue;
        }
        if (++matched[n] < n) continue;
        matched[n] = 0;
        const std::size_t first = i + 1 - 2 * n;
        if (first < free_from || !is_slip(analysis, first, n)) continue;
        tell(view, paragraph, first, n, sink);
        free_from = i + 1;
      }
    }
  }

 private:
  // Whether tokens [first, first + n) and the n after them, which are alike, are a slip.
  bool is_slip(const Analysis& analysis, std::size_t first, std::size_t n) const {
    const std::vector<Token>& tokens = analysis.tokens;
    if (!one_run(analysis, first, 2 * n)) return false;
    if (n == 1 && begins_name_twice(analysis, first)) return true;
    if (has_name(tokens, first, 2 * n)) return false;
    std::array<Syllable, longest_phrase> phrase;
    for (std::size_t k = 0; k < n; ++k) phrase[k] = tokens[first + k].syllable;
    const std::span<const Syllable> span(phrase.data(), n);
    if (!may_be_slip(span)) return false;
    const Syllable before = neighbour(tokens, first, -1);
    const Syllable after = neighbour(tokens, first + 2 * n - 1, 1);
    if (n == 1) {
      // Said three times it is a cry or a sound; a a b b is how Vietnamese doubles a compound (đi đi lại lại).
      if (before == phrase[0] || after == phrase[0]) return false;
      if (before && before == neighbour(tokens, first, -2)) return false;
      if (after && after == neighbour(tokens, first + 1, 2)) return false;
      // By itself between marks it is quoted or called out: “nhà nhà”.
      if (!before && !after) return false;
      if (before && after && compounds_meet(before, phrase[0], after)) return false;
    }
    if (before && table_->open_after(before, span)) return false;
    return !(after && table_->open_before(span, after));
  }

  // Whether a word stands twice because one compound ends and another begins with it: phát hiện | hiện vật. By the
  // table, or by the language model: both compounds are likely, and what follows goes with the word by itself and not
  // with the compound before it (as it does in ủy ban ban nhân dân).
  bool compounds_meet(Syllable before, Syllable word, Syllable after) const {
    if (table_->is_compound(before, word) && table_->is_compound(word, after)) return true;
    if (model_ == nullptr) return false;
    const model::WordId first = model_->find(before);
    const model::WordId middle = model_->find(word);
    const model::WordId last = model_->find(after);
    if (first < model::kFirstWord || middle < model::kFirstWord || last < model::kFirstWord) return false;
    const model::State nothing = model_->no_context();
    model::State behind_first, behind_middle, behind_both;
    const float middle_alone = model_->score(nothing, middle, behind_middle).log_probability;
    model_->score(nothing, first, behind_first);
    const float middle_there = model_->score(behind_first, middle, behind_both).log_probability;
    const float last_alone = model_->score(nothing, last).log_probability;
    const float last_behind_middle = model_->score(behind_middle, last).log_probability;
    const float last_behind_both = model_->score(behind_both, last).log_probability;
    return middle_there - middle_alone > least_association && last_behind_middle - last_alone > least_association &&
           last_behind_middle > last_behind_both;
  }

  bool may_be_slip(std::span<const Syllable> phrase) const {
    if (phrase.size() == 1) return table_->never_doubles(phrase[0]);
    std::size_t once = 0;
    for (const Syllable syllable : phrase) {
      if (table_->is_emphatic(syllable)) return false;
      if (table_->never_doubles(syllable)) ++once;
    }
    const bool all_alike = std::all_of(phrase.begin(), phrase.end(), [&](Syllable s) { return s == phrase[0]; });
    // Sounds are doubled too (tí tách tí tách), but not with syllables that never double.
    return !all_alike && once >= 2;
  }

  // Whether nothing but single blanks stands between the tokens.
  static bool one_run(const Analysis& analysis, std::size_t first, std::size_t count) {
    for (std::size_t i = first + 1; i < first + count; ++i) {
      const std::uint32_t gap = analysis.tokens[i - 1].end;
      if (analysis.tokens[i].start != gap + 1 || analysis.text[gap] != u' ') return false;
    }
    return true;
  }

  // Names repeat what they like (Chư Chư, Hà Nội Hà Nội). Only the start of a sentence and a text in capitals say
  // nothing about that.
  static bool has_name(const std::vector<Token>& tokens, std::size_t first, std::size_t count) {
    const bool all_upper = std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                                       tokens.begin() + static_cast<std::ptrdiff_t>(first + count),
                                       [](const Token& token) { return token.letter_case == LetterCase::upper; });
    if (all_upper) return false;
    for (std::size_t i = first; i < first + count; ++i) {
      if (i == first && tokens[i].sentence_start) continue;
      if (tokens[i].letter_case != LetterCase::lower) return true;
    }
    return false;
  }

  // “Đội Đội Bông Lúa”: the word for what it is, twice before the name of a body. Behind a capital it may be a
  // name itself.
  bool begins_name_twice(const Analysis& analysis, std::size_t first) const {
    const std::vector<Token>& tokens = analysis.tokens;
    const std::u16string_view word = analysis.view(tokens[first]);
    return bodies_.has(word) && analysis.view(tokens[first + 1]) == word &&
           (first == 0 || tokens[first - 1].letter_case != LetterCase::capitalised) && first + 2 < tokens.size() &&
           tokens[first + 2].letter_case == LetterCase::capitalised;
  }

  static Syllable neighbour(const std::vector<Token>& tokens, std::size_t index, std::ptrdiff_t step) {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(index) + step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(tokens.size())) return {};
    return tokens[static_cast<std::size_t>(at)].syllable;
  }

  void tell(const DocumentView& view, std::uint32_t paragraph, std::size_t first, std::size_t n,
            FindingSink& sink) const {
    const Analysis& analysis = view.paragraphs[paragraph];
    const Token& begin = analysis.tokens[first];
    const Token& middle = analysis.tokens[first + n - 1];
    const Token& end = analysis.tokens[first + 2 * n - 1];
    std::u16string once = analysis.text.substr(begin.start, middle.end - begin.start);
    // One syllable may still be two phrases that meet; a longer phrase hardly ever.
    const float confidence = n == 1 ? 0.85F : 0.93F;
    const text::Message message(texts::finding_garble_doubled, once);
    report(sink, info(), {paragraph, begin.start, end.end}, confidence, message, {std::move(once)});
  }

  std::shared_ptr<const DoublingTable> table_;
  WordList bodies_;                                    // what a body is: Đội, Sở
  std::shared_ptr<const model::LanguageModel> model_;  // none: the table alone
};

}  // namespace

std::unique_ptr<Rule> make_garble_doubled(const RuleData& data) {
  if (data.words == nullptr || data.doubling == nullptr) return nullptr;
  return std::make_unique<Doubled>(data.doubling, (*data.words)[RuleWords::List::body], data.model);
}

}  // namespace soat::check
