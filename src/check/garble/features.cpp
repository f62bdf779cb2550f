#include "check/garble/features.h"

#include <algorithm>
#include <span>

#include "check/garble/filler_search.h"
#include "check/ngram/place.h"
#include "check/trees.h"
#include "text/letter_case.h"
#include "text/syllable.h"

namespace soat::check::garble {
namespace {

using model::Item;
using model::WordId;
using ngram::log_count;
using ngram::ScoredSentence;
using text::LetterCase;

// Words on either side whose capitals and strangeness count.
constexpr std::size_t near = 3;

using Setter = FeatureSetter<Features, Feature>;

bool is_word(const Item& item) {
  return item.kind != Item::Kind::fixed;
}

bool same_family(std::span<const WordId> window, std::span<const WordId> filler, const model::LanguageModel& words) {
  if (window.empty() || window.size() != filler.size()) return false;
  for (std::size_t i = 0; i < window.size(); ++i) {
    const text::Syllable a = words.syllable(window[i]);
    const text::Syllable b = words.syllable(filler[i]);
    if (!a.valid() || !b.valid() || text::family_key(a) != text::family_key(b)) return false;
  }
  return true;
}

int shared(std::span<const WordId> window, std::span<const WordId> filler, const ngram::WordFacts& facts) {
  int count = 0;
  for (const WordId word : filler) {
    count += std::ranges::any_of(window, [&](WordId w) { return facts.small(w) == facts.small(word); }) ? 1 : 0;
  }
  return count;
}

float least_frequency(std::span<const WordId> words, const ngram::WordFacts& facts) {
  float least = words.empty() ? 0 : facts.frequency(words[0]);
  for (const WordId word : words) least = std::min(least, facts.frequency(word));
  return least;
}

void describe_scores(const Evidence& evidence, const Setter& set) {
  const ScoredSentence& sentence = evidence.sentence;
  const std::size_t start = evidence.start;
  const std::size_t size = evidence.size;
  const std::size_t end = start + size;
  const std::size_t n = sentence.size();
  const Reading& reading = evidence.filler.reading;
  const float gain = reading.total - own_total(sentence, start, size);
  set(Feature::gain, gain);
  set(Feature::gain_each, gain / static_cast<float>(std::max<std::size_t>({size, evidence.filler.size, 1})));
  set(Feature::own_left, sentence.score(start).log_probability);
  set(Feature::own_right, sentence.score(end).log_probability);
  set(Feature::own_right2, end < n ? sentence.score(end + 1).log_probability : 0);
  set(Feature::own_inside, size > 1 ? sentence.sum(start + 1, end) / static_cast<float>(size - 1) : 0);
  set(Feature::new_left, reading.left);
  set(Feature::new_right, reading.right[0]);
  set(Feature::new_right2, reading.right[1]);
  set(Feature::own_order_left, sentence.score(start).order);
  set(Feature::own_order_right, sentence.score(end).order);
  set(Feature::own_order_right2, end < n ? sentence.score(end + 1).order : 0);
  set(Feature::new_order_left, reading.order_left);
  set(Feature::new_order_right, reading.order_right[0]);
  set(Feature::new_order_right2, reading.order_right[1]);
  set(Feature::before, start > 0 ? sentence.score(start - 1).log_probability : 0);
  set(Feature::before_order, start > 0 ? sentence.score(start - 1).order : 0);
  set(Feature::sentence, sentence.sum() / static_cast<float>(n + 1));
  set(Feature::words, static_cast<float>(n));
}

void describe_neighbours(const Evidence& evidence, const Setter& set) {
  const ScoredSentence& sentence = evidence.sentence;
  const std::size_t start = evidence.start;
  const std::size_t end = start + evidence.size;
  const std::size_t n = sentence.size();
  int capitals = 0;
  int unknown_near = 0;
  for (std::size_t i = start > near ? start - near : 0; i < std::min(n, end + near); ++i) {
    if (i >= start && i < end) continue;
    const Item& item = sentence.item(i);
    capitals += item.capitalised || item.letter_case == LetterCase::upper ? 1 : 0;
    unknown_near += ngram::is_unknown_or_rare(sentence.word(i)) ? 1 : 0;
  }
  set(Feature::capitals_near, static_cast<float>(capitals));
  set(Feature::unknown_near, static_cast<float>(unknown_near));
  int unknown = 0;
  int latin = 0;
  for (std::size_t i = start; i < end; ++i) {
    unknown += ngram::is_unknown_or_rare(sentence.word(i)) ? 1 : 0;
    latin += sentence.item(i).kind == Item::Kind::other ? 1 : 0;
  }
  set(Feature::unknown, static_cast<float>(unknown));
  set(Feature::latin, static_cast<float>(latin));
  set(Feature::first, start == 0 ? 1 : 0);
  set(Feature::fixed_before, start > 0 && !is_word(sentence.item(start - 1)) ? sentence.word(start - 1) : 0);
  set(Feature::fixed_after, end < n && !is_word(sentence.item(end)) ? sentence.word(end) : 0);
  const std::uint32_t first_unit = evidence.size > 0 ? sentence.item(start).start : sentence.item(start - 1).end;
  const std::uint32_t end_unit = evidence.size > 0 ? sentence.item(end - 1).end : sentence.item(start).start;
  set(Feature::quoted, ngram::is_beside_quotation(sentence.analysis(), first_unit, end_unit) ? 1 : 0);
  set(Feature::beside_filler, static_cast<float>(evidence.fillers_beside));
  set(Feature::fillers_put, static_cast<float>(evidence.fillers_put));
}

}  // namespace

const std::array<std::string_view, feature_count> feature_names = {"gain",
                                                                   "gain_each",
                                                                   "own_left",
                                                                   "own_right",
                                                                   "own_right2",
                                                                   "own_inside",
                                                                   "new_left",
                                                                   "new_right",
                                                                   "new_right2",
                                                                   "own_order_left",
                                                                   "own_order_right",
                                                                   "own_order_right2",
                                                                   "new_order_left",
                                                                   "new_order_right",
                                                                   "new_order_right2",
                                                                   "window_words",
                                                                   "filler_words",
                                                                   "source",
                                                                   "margin",
                                                                   "fillers",
                                                                   "frequency",
                                                                   "frequency_new",
                                                                   "capital",
                                                                   "capital_share",
                                                                   "capital_share_new",
                                                                   "capitals_near",
                                                                   "unknown",
                                                                   "unknown_near",
                                                                   "latin",
                                                                   "first",
                                                                   "fixed_before",
                                                                   "fixed_after",
                                                                   "same_family",
                                                                   "shared",
                                                                   "before",
                                                                   "before_order",
                                                                   "sentence",
                                                                   "words",
                                                                   "quoted",
                                                                   "cohesion",
                                                                   "cohesion_left",
                                                                   "cohesion_right",
                                                                   "repeated",
                                                                   "repeated_new",
                                                                   "same_place",
                                                                   "beside_filler",
                                                                   "fillers_put",
                                                                   "pair_left",
                                                                   "pair_right",
                                                                   "pair_left_new",
                                                                   "pair_right_new"};

float own_total(const ScoredSentence& sentence, std::size_t start, std::size_t size) {
  return sentence.sum(start, std::min(sentence.size() + 1, start + size + reach_right));
}

float cohesion(ScoredSentence& sentence, std::size_t start, std::size_t size, const ngram::WordFacts& facts) {
  if (size < 2) return 0;
  float sum = 0;
  for (std::size_t i = 1; i < size; ++i)
    sum += sentence.tail_from(start)[i].log_probability - facts.frequency(sentence.word(start + i));
  return sum / static_cast<float>(size - 1);
}

Features describe(const Evidence& evidence, const model::LanguageModel& words, const ngram::WordFacts& facts) {
  const ScoredSentence& sentence = evidence.sentence;
  const std::size_t start = evidence.start;
  const std::size_t end = start + evidence.size;
  const std::span<const WordId> window = sentence.words().subspan(start, evidence.size);
  const std::span<const WordId> filler = evidence.filler.view();
  Features features{};
  const Setter set(features);
  describe_scores(evidence, set);
  describe_neighbours(evidence, set);
  set(Feature::window_words, static_cast<float>(evidence.size));
  set(Feature::filler_words, evidence.filler.size);
  set(Feature::source, static_cast<float>(evidence.filler.source));
  set(Feature::margin, evidence.margin);
  set(Feature::fillers, log_count(static_cast<float>(evidence.known_between)));
  set(Feature::frequency, least_frequency(window, facts));
  set(Feature::frequency_new, least_frequency(filler, facts));
  if (!window.empty()) {
    set(Feature::capital, ngram::case_number(sentence.item(start)));
    set(Feature::capital_share, facts.capital_share(window[0]));
  }
  if (!filler.empty()) set(Feature::capital_share_new, facts.capital_share(filler[0]));
  set(Feature::same_family, same_family(window, filler, words) ? 1 : 0);
  set(Feature::shared, static_cast<float>(shared(window, filler, facts)));
  set(Feature::cohesion, evidence.cohesion);
  set(Feature::cohesion_left, sentence.score(start).log_probability - facts.frequency(sentence.word(start)));
  set(Feature::cohesion_right, sentence.score(end).log_probability - facts.frequency(sentence.word(end)));
  return features;
}

void describe(const DocumentEvidence& document, Features& features) {
  const Setter set(features);
  const auto log_of = [](std::uint32_t count) { return log_count(static_cast<float>(count)); };
  set(Feature::repeated, log_of(document.rarest));
  set(Feature::repeated_new, log_of(document.rarest_new));
  set(Feature::pair_left, log_of(document.pair_left));
  set(Feature::pair_right, log_of(document.pair_right));
  set(Feature::pair_left_new, log_of(document.pair_left_new));
  set(Feature::pair_right_new, log_of(document.pair_right_new));
  set(Feature::same_place, log_of(std::max(document.same_place, 1U)));
}

}  // namespace soat::check::garble
