#include "check/context/features.h"

#include <algorithm>
#include <cmath>

#include "check/ngram/place.h"
#include "check/trees.h"
#include "text/letter_case.h"
#include "text/syllable.h"

namespace soat::check::context {
namespace {

using model::Item;
using ngram::log_count;
using ngram::ScoredSentence;
using text::LetterCase;

// The margin of a rival that is alone.
constexpr float no_second = 20;
// Words on either side whose capitals and strangeness count.
constexpr std::size_t near = 3;

bool is_capital(const Item& item) {
  return item.capitalised || item.letter_case == LetterCase::upper || item.letter_case == LetterCase::mixed;
}

bool is_fixed(const Item& item) {
  return item.kind == Item::Kind::fixed;
}

using Setter = FeatureSetter<Features, Feature>;

void describe_rivals(const Weighing& weighing, const Setter& set) {
  const std::vector<Rival>& rivals = weighing.rivals;
  const Rival& best = rivals.front();
  const float gain_left = best.span.left - weighing.own.left;
  set(Feature::gain, gain_left + best.span.right - weighing.own.right);
  set(Feature::gain_left, gain_left);
  set(Feature::fit_gain, best.fit - weighing.own_fit);
  set(Feature::fit, weighing.own_posterior);
  set(Feature::cost, best.candidate.cost);
  set(Feature::score, best.score);
  set(Feature::margin, rivals.size() > 1 ? best.score - rivals[1].score : no_second);
  float sum = 0;
  for (const Rival& rival : rivals) sum += std::exp(std::min(rival.score, 60.0F) - std::min(best.score, 60.0F));
  set(Feature::posterior, best.score + std::log(sum));
}

void describe_spans(const Span& own, const Span& best, const Setter& set) {
  set(Feature::left, own.left);
  set(Feature::order_left, own.orders[0]);
  set(Feature::order_right, own.orders[1]);
  set(Feature::order_right2, own.orders[2]);
  set(Feature::order_left_c, best.orders[0]);
  set(Feature::order_right_c, best.orders[1]);
  set(Feature::order_right2_c, best.orders[2]);
}

void describe_neighbours(const ScoredSentence& sentence, std::size_t i, const Setter& set) {
  const std::size_t n = sentence.size();
  set(Feature::before, i > 0 ? sentence.score(i - 1).log_probability : 0);
  set(Feature::sentence, sentence.sum() / static_cast<float>(n + 1));
  set(Feature::words, static_cast<float>(n));
  set(Feature::capital_before, i > 0 && is_capital(sentence.item(i - 1)) ? 1 : 0);
  set(Feature::capital_after, i + 1 < n && is_capital(sentence.item(i + 1)) ? 1 : 0);
  int capitals = 0;
  int unknown = 0;
  for (std::size_t k = i > near ? i - near : 0; k < std::min(n, i + near + 1); ++k) {
    if (k == i) continue;
    capitals += is_capital(sentence.item(k)) ? 1 : 0;
    unknown += ngram::is_unknown_or_rare(sentence.word(k)) ? 1 : 0;
  }
  set(Feature::capitals, static_cast<float>(capitals));
  set(Feature::unknown, static_cast<float>(unknown));
  set(Feature::number_before, i > 0 && is_fixed(sentence.item(i - 1)) ? sentence.word(i - 1) : 0);
  set(Feature::number_after, i + 1 < n && is_fixed(sentence.item(i + 1)) ? sentence.word(i + 1) : 0);
}

void describe_slip(const Slip& slip, const Setter& set) {
  set(Feature::operation, slip.operation);
  set(Feature::mark_change, slip.marks);
  set(Feature::changed_marks, slip.changed_marks);
  const bool tone = slip.tone != no_tone_change;
  const int written = slip.tone / text::tone_count;
  const int intended = slip.tone % text::tone_count;
  set(Feature::tone_written, tone ? static_cast<float>(written) : -1);
  set(Feature::tone_intended, tone ? static_cast<float>(intended) : -1);
}

}  // namespace

const std::array<std::string_view, feature_count> feature_names = {
    "gain",          "gain_left",       "fit_gain",       "fit",          "cost",
    "score",         "margin",          "posterior",      "left",         "right",
    "before",        "sentence",        "order_left",     "order_right",  "order_right2",
    "order_left_c",  "order_right_c",   "order_right2_c", "frequency",    "frequency_c",
    "capital_share", "capital_share_c", "letter_case",    "first",        "capital_before",
    "capital_after", "capitals",        "unknown",        "kind",         "marked",
    "length",        "words",           "number_before",  "number_after", "quoted",
    "operation",     "mark_change",     "changed_marks",  "tone_written", "tone_intended",
    "repeated",      "repeated_c",      "same_before",    "same_after",   "suspicion"};

Features describe(const Evidence& evidence, const ngram::WordFacts& facts) {
  const ScoredSentence& sentence = evidence.sentence;
  const std::size_t i = evidence.place;
  const Item& item = sentence.item(i);
  const model::WordId word = evidence.written;
  const Span& own = evidence.weighing.own;
  const Rival& best = evidence.weighing.rivals.front();
  Features features{};
  const Setter set(features);
  describe_rivals(evidence.weighing, set);
  describe_spans(own, best.span, set);
  set(Feature::right, own.right / static_cast<float>(std::min(reach_right, sentence.size() - i)));
  describe_neighbours(sentence, i, set);
  set(Feature::frequency, facts.frequency(word));
  set(Feature::frequency_c, facts.frequency(best.candidate.word));
  set(Feature::capital_share, facts.capital_share(word));
  set(Feature::capital_share_c, facts.capital_share(best.candidate.word));
  set(Feature::letter_case, ngram::case_number(item));
  set(Feature::first, i == 0 || (item.letter_case == LetterCase::capitalised && !item.capitalised) ? 1 : 0);
  set(Feature::kind, item.kind == Item::Kind::other ? 2.0F : word < model::kFirstWord ? 1.0F : 0.0F);
  const std::u16string_view letters = sentence.letters(i);
  set(Feature::marked, std::ranges::any_of(letters, [](char16_t unit) { return unit > 0x7F; }) ? 1 : 0);
  set(Feature::length, static_cast<float>(letters.size()));
  set(Feature::quoted, ngram::is_beside_quotation(sentence.analysis(), item.start, item.end) ? 1 : 0);
  describe_slip(best.candidate.slip, set);
  return features;
}

void describe(const DocumentEvidence& document, Features& features) {
  const Setter set(features);
  set(Feature::repeated, log_count(document.times));
  set(Feature::repeated_c, log_count(document.times_c));
  set(Feature::same_before, log_count(document.same_before));
  set(Feature::same_after, log_count(document.same_after));
  set(Feature::suspicion, std::log(1.0F + 1000.0F * document.wrong / (document.words + 200.0F)));
}

}  // namespace soat::check::context
