#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/highland_names.h"
#include "check/logistic.h"
#include "check/rule_weights.h"
#include "check/rules/make_rule.h"
#include "check/rules/report_finding.h"
#include "check/rules/table.h"
#include "check/spaced_name.h"
#include "check/suggestion_ranker.h"
#include "check/surroundings.h"
#include "check/syllable_candidates.h"
#include "check/word_letters.h"
#include "check/word_shape.h"
#include "lexicon/lexicon.h"
#include "text/letter_case.h"
#include "text/letters.h"
#include "texts/rules/spelling.h"

namespace soat::check {
namespace {

using text::LetterCase;
using text::Token;
using text::TokenKind;

constexpr std::size_t longest_word = 9;  // the longest syllable has seven letters
constexpr std::size_t most_candidates = 8;
constexpr int frequent_enough = 8;  // class of syllables that a word of consonants may stand for

// The numbers of rule-weights.txt.
struct Weights {
  RuleWeights::Of table;
  float dearest_slip = table["dearest-slip"];
  float mark_slip = table["mark-slip"];
  float wrong_mark = table["wrong-mark"];
  float slip_of_scanner = table["slip-of-scanner"];
  float slip = table["slip"];
  float vietnamese_letters = table["vietnamese-letters"];
  float marked = table["marked"];
  float plain = table["plain"];
  float cost = table["cost"];
  float usual_cost = table["usual-cost"];
  float frequency = table["frequency"];
  float usual_frequency = table["usual-frequency"];
  float mark_only = table["mark-only"];
  float foreign_cluster = table["foreign-cluster"];
  float no_single_vowel = table["no-single-vowel"];
  float foreign = table["foreign"];
  float vietnamese = table["vietnamese"];
  float none_vietnamese = table["none-vietnamese"];
  float capital = table["capital"];
  float capital_foreign = table["capital-foreign"];
  float upper = table["upper"];
  float upper_foreign = table["upper-foreign"];
  float syllable = table["syllable"];
  float echo = table["echo"];
  float syllable_often = table["syllable-often"];
  float often = table["often"];
  float often_capital = table["often-capital"];
  float name_and_dash = table["name-and-dash"];
  float gain = table["gain"];
  float usual_gain = table["usual-gain"];
  float least_gain = table["least-gain"];
  float most_gain = table["most-gain"];
  float consonants_sure_margin = table["consonants-sure-margin"];
  float consonants_margin = table["consonants-margin"];
  float consonants_least_margin = table["consonants-least-margin"];
  float consonants_vietnamese = table["consonants-vietnamese"];
  float consonants_usual_vietnamese = table["consonants-usual-vietnamese"];
  float consonants_foreign = table["consonants-foreign"];
  float consonants_coda = table["consonants-coda"];
  float consonants_capital = table["consonants-capital"];
};

// A word that is no syllable in use and on no list, or of consonants alone, and where it stands.
struct Suspect {
  std::uint32_t paragraph = 0;
  std::uint32_t token = 0;
  bool listed = false;  // it may stand for something (km, nh), which its neighbours must rule out
};

// How often a suspect's form stands in the document, and what it may have been meant for, looked up once for all.
struct Form {
  int times = 0;
  std::optional<std::vector<Candidate>> candidates;
};

// A word that is meant to be Vietnamese but is no Vietnamese syllable (nguời, đuợc, tôt, nghành).
class NonSyllable final : public Rule {
 public:
  explicit NonSyllable(const RuleData& data)
      : lexicon_(data.lexicon),
        candidates_(data.candidates),
        ranker_(data.ranker),
        highlands_(data.words),
        weights_{data.weights->of("spelling.non-syllable")} {
    for (const text::Syllable syllable : text::possible_syllables()) {
      if (lexicon_.frequency(syllable) < frequent_enough) continue;
      by_consonants_[consonants_of(text::spell(syllable))].push_back(text::spell(syllable).str());
    }
  }

  const RuleInfo& info() const override { return rule_info<"spelling.non-syllable">(); }

  // A form that comes back all over the document is more likely a name than a slip, so suspects are judged together.
  void check_document(const DocumentView& view, FindingSink& sink) const override {
    std::vector<Suspect> suspects;
    std::unordered_map<std::u16string_view, Form> forms;
    for (std::uint32_t p = 0; p < view.paragraphs.size(); ++p) {
      const text::Analysis& analysis = view.paragraphs[p];
      for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
        const Token& token = analysis.tokens[t];
        if ((token.kind != TokenKind::word && !may_be_word(token, analysis.view(token))) ||
            (token.syllable && lexicon_.attested(token.syllable)))
          continue;
        const std::u16string_view word = analysis.view(token);
        if (word.size() < 2 || word.size() > longest_word) continue;
        const bool listed = static_cast<bool>(lexicon_.find(word));
        if (listed && std::any_of(word.begin(), word.end(), is_vowel)) continue;
        suspects.push_back({p, t, listed});
        ++forms[word].times;
      }
    }
    for (const Suspect& suspect : suspects) {
      const text::Analysis& analysis = view.paragraphs[suspect.paragraph];
      judge(analysis, suspect, forms[analysis.view(analysis.tokens[suspect.token])], sink);
    }
  }

 private:
  // Capitals that no syllable has may still be a word whose vowel got another mark (CƠNG TÁC): one vowel that bears
  // one, with consonants on both sides. judge() asks for a syllable that differs in that mark only.
  static bool may_be_word(const Token& token, std::u16string_view word) {
    return token.kind == TokenKind::abbreviation && token.letter_case == LetterCase::upper && word.size() > 3 &&
           word.size() <= longest_word && shape_of(word).only_vietnamese && shape_of(word).vowel_groups == 1;
  }

  void judge(const text::Analysis& analysis, const Suspect& suspect, Form& form, FindingSink& sink) const {
    const Token& token = analysis.tokens[suspect.token];
    const std::u16string_view word = analysis.view(token);
    const WordShape shape = shape_of(word);
    if (shape.foreign_letter || token.letter_case == LetterCase::mixed || highlands_.may_be(analysis, token)) return;
    if (!shape.only_vietnamese && lexicon_.is_foreign(word)) return;
    if (shape.vowel_groups == 0 && judge_consonants(analysis, suspect, form.times, sink)) return;
    if (suspect.listed) return;
    if (!form.candidates) form.candidates = candidates_.find(word, weights_.dearest_slip, most_candidates);
    std::vector<Candidate> candidates = *form.candidates;
    if (const text::Syllable meant = read_as_tr(word)) candidates.push_back({meant, weights_.slip_of_scanner, 0});
    if (candidates.empty() || (token.kind != TokenKind::word && candidates.front().cost > weights_.wrong_mark)) return;
    const float gain = rank(analysis, suspect.token, candidates);
    const float confidence = confidence_of(analysis, suspect.token, shape, candidates.front(), form.times, gain);
    const std::u16string written(word);
    const text::Message message = token.syllable ? text::Message(texts::finding_spelling_non_syllable_unused, written)
                                                 : text::Message(texts::finding_spelling_non_syllable, written);
    std::vector<std::u16string> suggestions;
    for (const Candidate& candidate : candidates) {
      suggestions.push_back(text::apply_case(text::spell(candidate.syllable), token.letter_case));
    }
    report(sink, info(), {suspect.paragraph, token.start, token.end}, confidence, message, std::move(suggestions));
  }

  // Scanned text has ư for tr (tập ưung): the syllable meant, if that is in use.
  text::Syllable read_as_tr(std::u16string_view word) const {
    if (word.size() < 3 || text::letter_info(word[0]).letter != text::Letter::u_horn || !is_vowel(word[1])) return {};
    const text::Syllable meant = text::parse(u"tr" + std::u16string(word.substr(1)));
    return meant && lexicon_.attested(meant) ? meant : text::Syllable{};
  }

  static std::u16string consonants_of(std::u16string_view word) {
    std::u16string out;
    std::copy_if(word.begin(), word.end(), std::back_inserter(out), [](char16_t unit) { return !is_vowel(unit); });
    return out;
  }

  // A word of consonants alone (trng, nh) is a typo or an abbreviation. It is taken for a typo where it stands once, as
  // abbreviations do not, and where the neighbours leave no doubt of the vowel that is missing.
  // False: nothing can be told of it in this way.
  bool judge_consonants(const text::Analysis& analysis, const Suspect& suspect, int times, FindingSink& sink) const {
    const Token& token = analysis.tokens[suspect.token];
    const bool plain = token.letter_case == LetterCase::lower || token.letter_case == LetterCase::capitalised;
    if (ranker_ == nullptr || times > 1 || !plain || touches_sign(analysis, suspect.token)) return false;
    const auto known = by_consonants_.find(text::to_lower(analysis.view(token)));
    if (known == by_consonants_.end()) return false;
    std::vector<std::u16string> forms = known->second;
    forms.push_back(known->first);
    std::vector<float> scores(forms.size());
    ranker_->score(analysis, suspect.token, suspect.token + 1, forms, scores);
    const float written_score = scores.back();
    forms.pop_back();
    std::vector<std::size_t> order(forms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    const Surroundings around = look_around(analysis, suspect.token, lexicon_);
    const float margin = order.size() > 1 ? scores[order[0]] - scores[order[1]] : weights_.consonants_sure_margin;
    const Weights& w = weights_;
    float odds = w.consonants_margin * (std::min(margin, w.consonants_sure_margin) - w.consonants_least_margin);
    odds +=
        w.consonants_vietnamese * (static_cast<float>(std::min(around.vietnamese, 4)) - w.consonants_usual_vietnamese) +
        w.consonants_foreign * static_cast<float>(around.foreign);
    if (token.letter_case == LetterCase::capitalised && !token.sentence_start) {
      // Persons go by the first letters of their names (chị Th khai).
      odds += w.consonants_capital;
    } else if (token.length() > 2 && forms[order[0]].size() > token.length() && ends_in_coda(forms[order[0]])) {
      // Onset and coda with nothing between them (trng) abbreviate nothing.
      odds += w.consonants_coda;
    }
    if (suspect.listed && written_score > scores[order[0]]) return true;
    const std::u16string written(analysis.view(token));
    std::vector<std::u16string> suggestions;
    for (const std::size_t i : order) {
      if (suggestions.size() == most_candidates) break;
      suggestions.push_back(text::apply_case(forms[i], token.letter_case));
    }
    report(sink, info(), {suspect.paragraph, token.start, token.end}, logistic(odds),
           {texts::finding_spelling_non_syllable_vowel, written}, std::move(suggestions));
    return true;
  }

  static bool ends_in_coda(std::u16string_view word) { return !is_vowel(word.back()); }

  // Abbreviations stand before a full stop, after a number, beside slashes, hyphens and digits.
  static bool touches_sign(const text::Analysis& analysis, std::uint32_t index) {
    const Token& token = analysis.tokens[index];
    if (index > 0) {
      const Token& before = analysis.tokens[index - 1];
      if (before.kind == TokenKind::number || before.kind == TokenKind::amount || !token.space_before) return true;
    }
    if (index + 1 == analysis.tokens.size()) return false;
    const Token& after = analysis.tokens[index + 1];
    return (!after.space_before && analysis.view(after) != u"," && analysis.view(after) != u";") ||
           after.kind == TokenKind::number || after.kind == TokenKind::amount;
  }

  // The neighbours decide between candidates that the slip alone leaves close together. Gives how much better the first
  // fits than what stands there, in nats; 0 without knowledge of that.
  float rank(const text::Analysis& analysis, std::uint32_t token, std::vector<Candidate>& candidates) const {
    if (ranker_ == nullptr) return 0;
    std::vector<std::u16string> forms;
    for (const Candidate& candidate : candidates) forms.push_back(text::spell(candidate.syllable).str());
    forms.push_back(text::to_lower(analysis.view(analysis.tokens[token])));
    std::vector<float> scores(forms.size());
    ranker_->score(analysis, token, token + 1, forms, scores);
    // The ranker's score holds the frequency already: what remains of ours is the slip.
    for (std::size_t i = 0; i < candidates.size(); ++i)
      candidates[i].score = scores[i] - weights_.slip * candidates[i].cost;
    const float written = scores.back();
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return candidates[a].score > candidates[b].score; });
    std::vector<Candidate> sorted;
    for (const std::size_t i : order) sorted.push_back(candidates[i]);
    candidates = std::move(sorted);
    return scores[order.front()] - written;
  }

  // Log-odds that the word is a slip and not a foreign word or a name, from what its letters, its surroundings and the
  // nearest syllable say.
  float confidence_of(const text::Analysis& analysis, std::uint32_t index, const WordShape& shape,
                      const Candidate& best, int times, float gain) const {
    const Token& token = analysis.tokens[index];
    const Surroundings around = look_around(analysis, index, lexicon_);
    const Weights& w = weights_;
    float odds = shape.only_vietnamese ? w.vietnamese_letters : shape.marked ? w.marked : w.plain;
    odds += w.cost * (w.usual_cost - best.cost);
    odds += w.frequency * (static_cast<float>(lexicon_.frequency(best.syllable)) - w.usual_frequency);
    // Nothing but a mark missing or wrong: Viêt, tôt.
    if (shape.marked && !shape.only_vietnamese && best.cost <= w.mark_slip) odds += w.mark_only;
    if (shape.foreign_cluster) odds += w.foreign_cluster;
    if (shape.vowel_groups != 1) odds += w.no_single_vowel;
    odds += w.foreign * static_cast<float>(around.foreign);
    odds += w.vietnamese * static_cast<float>(std::min(around.vietnamese, 4));
    if (around.vietnamese == 0) odds += w.none_vietnamese;
    if (token.letter_case == LetterCase::capitalised && !token.sentence_start)
      odds += shape.only_vietnamese ? w.capital : w.capital_foreign;
    if (token.letter_case == LetterCase::upper && !around.among_capitals)
      odds += shape.only_vietnamese ? w.upper : w.upper_foreign;
    if (token.syllable) {
      // A syllable that is possible may be one of the many rare ones, above all in a reduplication (huyênh hoang).
      odds += w.syllable;
      if (echoes_neighbour(analysis, index)) odds += w.echo;
      if (times > 2) odds += w.syllable_often;
    } else if (times > 2) {
      odds += token.letter_case == LetterCase::lower ? w.often : w.often_capital;
    }
    if (may_continue_spaced_name(analysis, index)) odds += w.name_and_dash;
    if (ranker_ != nullptr) odds += std::clamp(w.gain * (gain - w.usual_gain), w.least_gain, w.most_gain);
    return logistic(odds);
  }

  // Whether the word before or after begins with the same sound.
  static bool echoes_neighbour(const text::Analysis& analysis, std::uint32_t index) {
    const auto& tokens = analysis.tokens;
    const text::Onset onset = tokens[index].syllable.onset();
    const auto echoes = [onset](const Token& other) { return other.syllable && other.syllable.onset() == onset; };
    if (onset == text::Onset::none) return false;
    return (index > 0 && echoes(tokens[index - 1])) || (index + 1 < tokens.size() && echoes(tokens[index + 1]));
  }

  const lexicon::Lexicon& lexicon_;
  const SyllableCandidates& candidates_;
  const SuggestionRanker* ranker_;
  HighlandNames highlands_;
  Weights weights_;
  std::unordered_map<std::u16string, std::vector<std::u16string>> by_consonants_;  // syllables, their vowels left out
};

}  // namespace

std::unique_ptr<Rule> make_spelling_non_syllable(const RuleData& data) {
  return make_with_weights(data, [&] { return std::make_unique<NonSyllable>(data); });
}

}  // namespace soat::check
