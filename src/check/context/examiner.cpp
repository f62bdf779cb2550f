#include "check/context/examiner.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "check/recent_results.h"
#include "check/slips/slip.h"
#include "model/token_stream.h"
#include "text/letter_case.h"

namespace soat::check::context {
namespace {

using model::Item;
using model::WordId;
using text::LetterCase;

// How much each kind of evidence counts when candidates are put in order, in units of the language model's.
constexpr float weight_of_fit = 0.25F;
constexpr float weight_of_cost = 0.9F;
// Candidates that are compared with the words after the place too.
constexpr std::size_t shortlist = 8;
// Words after a place in whose probability it still counts.
constexpr std::size_t reach_right = 4;
// The score from which a place counts as wrong when its neighbours are read again, and in the density of errors.
constexpr float clearly_wrong = 3;
// A candidate so far behind by what stands before and around it is not looked at further.
constexpr float hopeless = -9;
// Words of a document of usual length.
constexpr float usual_words = 4000;
constexpr std::size_t longest_word = 9;
// Log-probabilities from which a word is left alone: wherever it stands, and inside trigrams or a longer n-gram that
// the model knows on both sides.
constexpr float likely = -4;
constexpr float likely_in_phrase = -8;
constexpr float likely_in_long_phrase = -9;

struct Span {
  float left = 0;
  float right = 0;
  std::array<std::uint8_t, 3> orders{};  // of the word itself and the two after it
};

struct Rival {
  Candidate candidate;
  WordId word = model::kNone;  // in the case entry of the place
  Span span;
  float fit = 0;
  float score = 0;
};

// All that decides how the rivals of a word are weighed.
struct Surroundings {
  static constexpr std::size_t reach = context_reach;

  model::State state{};                       // before the place
  std::array<WordId, 2 * reach + 1> words{};  // round the place; none beyond the edges of the sentence
  std::size_t case_shape = 0;
  WordId written = model::kNone;
  bool by_letters = false;  // its candidates come from the letters
  bool capitalised = false;
  std::array<char16_t, longest_word> letters{};

  friend bool operator==(const Surroundings&, const Surroundings&) = default;

  std::uint64_t hash() const {
    Hash hash;
    hash.add(written).add(case_shape);
    for (const WordId word : words) hash.add(word);
    for (const char16_t unit : letters) hash.add(unit);
    return hash.value();
  }
};

// A place weighed.
struct Weighing {
  std::vector<Rival> rivals;  // best first; none: nothing else may have been meant
  Span own;
  float own_fit = 0;
  float own_posterior = 0;
};

std::uint64_t hash_of(std::u16string_view word) {
  return std::hash<std::u16string_view>{}(word);
}

bool is_unknown(WordId word) {
  return word >= model::kUnknownWord && word < model::kRareSyllable;
}

bool is_capital(const Item& item) {
  return item.capitalised || item.letter_case == LetterCase::upper || item.letter_case == LetterCase::mixed;
}

float log_count(float n) {
  return std::log(n + 1);
}

}  // namespace

Examiner::Examiner(std::shared_ptr<const model::LanguageModel> words, std::shared_ptr<const ContextVectors> vectors,
                   SlipCosts costs)
    : words_(std::move(words)), vectors_(std::move(vectors)), candidates_(*words_, std::move(costs)) {
  frequency_.resize(words_->vocabulary_size());
  capital_share_.resize(words_->vocabulary_size());
  for (std::size_t i = model::kFirstWord; i < frequency_.size(); ++i) {
    const model::WordCounts counts = words_->counts(static_cast<WordId>(i));
    const std::uint32_t all = counts.lower + counts.capitalised + counts.upper;
    frequency_[i] = log_count(static_cast<float>(all));
    capital_share_[i] = static_cast<float>(counts.capitalised + counts.upper) / static_cast<float>(std::max(all, 1U));
  }
}

// The work on one document.
class Examiner::Reader {
 public:
  Reader(const Examiner& examiner, std::span<const text::Analysis> paragraphs, std::vector<Suspect>& out)
      : examiner_(examiner),
        model_(*examiner.words_),
        paragraphs_(paragraphs),
        out_(out),
        weighings_(results_kept(paragraphs)) {}

  void read() {
    count();
    scale_ = std::min(1.0F, usual_words / static_cast<float>(std::max<std::size_t>(word_count_, 1)));
    for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
      for (const text::Sentence& sentence : paragraphs_[p].sentences) read_sentence(p, sentence);
    }
    compare_places();
  }

 private:
  struct Place {  // what connects a suspect with others in the document
    std::uint64_t form = 0;
    WordId before = model::kNone;
    WordId after = model::kNone;
    WordId best = model::kNone;
  };

  WordId small(WordId word) const {
    const text::Syllable syllable = model_.syllable(word);
    return syllable.valid() && model_.is_capitalised(word) ? model_.find(syllable) : word;
  }

  void map(const text::Analysis& analysis, const text::Sentence& sentence) {
    model::read_sentence(analysis, sentence, items_);
    words_.clear();
    cases_.clear();
    for (const Item& item : items_) {
      words_.push_back(model::find(model_, analysis, item, lower_));
      cases_.push_back(case_shape_of(item));
    }
  }

  void count() {
    for (const text::Analysis& analysis : paragraphs_) {
      for (const text::Sentence& sentence : analysis.sentences) {
        map(analysis, sentence);
        word_count_ += items_.size();
        for (std::size_t i = 0; i < items_.size(); ++i) {
          if (items_[i].kind == Item::Kind::fixed) continue;
          ++times_[form(analysis, i)];
        }
      }
    }
  }

  // A number for what stands at a place, equal for all letter cases: the word's, or a hash of the form when it has
  // none.
  std::uint64_t form(const text::Analysis& analysis, std::size_t i) {
    if (words_[i] >= model::kFirstWord) return small(words_[i]);
    model::lower_form(view(analysis, i), lower_);
    return hash_of(lower_) | std::uint64_t{1} << 63;
  }

  std::u16string_view view(const text::Analysis& analysis, std::size_t i) const {
    return std::u16string_view(analysis.text).substr(items_[i].start, items_[i].end - items_[i].start);
  }

  void read_sentence(std::uint32_t paragraph, const text::Sentence& sentence) {
    const text::Analysis& analysis = paragraphs_[paragraph];
    map(analysis, sentence);
    if (items_.empty()) return;
    written_ = words_;
    score_words();
    const std::size_t first = out_.size();
    const std::size_t first_place = places_.size();
    bool repaired = false;
    repairs_.assign(items_.size(), model::kNone);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!is_candidate(analysis, i)) continue;
      const Weighing& weighing = weigh(analysis, i);
      if (weighing.rivals.empty()) continue;
      if (weighing.rivals.front().score > clearly_wrong) {
        repairs_[i] = weighing.rivals.front().word;
        repaired = true;
      }
      report(paragraph, i, weighing);
    }
    if (!repaired) return;

    out_.resize(first);
    places_.resize(first_place);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (repairs_[i] != model::kNone) words_[i] = repairs_[i];
    }
    score_words();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const bool was_repaired = repairs_[i] != model::kNone;
      if (!was_repaired && !is_candidate(analysis, i)) continue;
      const WordId repair = words_[i];
      words_[i] = written_[i];
      const Weighing& weighing = weigh(analysis, i);
      words_[i] = repair;
      if (!weighing.rivals.empty()) report(paragraph, i, weighing);
    }
  }

  void score_words() {
    const std::size_t n = words_.size();
    before_.resize(n + 1);
    scores_.resize(n + 1);
    before_[0] = model_.sentence_start();
    for (std::size_t i = 0; i < n; ++i) scores_[i] = model_.score(before_[i], words_[i], before_[i + 1]);
    scores_[n] = model_.score(before_[n], model::kBoundary);
    sum_ = 0;
    for (const model::Score& score : scores_) sum_ += score.log_probability;
  }

  // The gate: what fits well where it stands is left alone, so that normal text costs few look-ups.
  bool is_candidate(const text::Analysis& analysis, std::size_t i) {
    const Item& item = items_[i];
    if (item.kind == Item::Kind::fixed || item.end - item.start > longest_word) return false;
    const model::Score& left = scores_[i];
    if (left.log_probability > likely) return false;
    const bool known = left.order >= 3 && scores_[i + 1].order >= 3;
    if (known && left.log_probability > (left.order > 3 ? likely_in_long_phrase : likely_in_phrase)) return false;
    if (item.kind == Item::Kind::other) {
      if (item.end - item.start < 2) return false;
      const std::u16string_view word = view(analysis, i);
      const bool ascii = std::all_of(word.begin(), word.end(), [](char16_t unit) { return unit < 0x80; });
      const bool foreign = (i > 0 && is_unknown(words_[i - 1])) || (i + 1 < words_.size() && is_unknown(words_[i + 1]));
      if (ascii && foreign) return false;
    }
    return true;
  }

  Span span_of(std::size_t i, WordId word) const {
    Span span;
    model::State state = before_[i];
    model::Score score = model_.score(state, word, state);
    span.left = score.log_probability;
    span.orders[0] = score.order;
    const std::size_t n = words_.size();
    for (std::size_t k = 1; k <= reach_right && i + k <= n; ++k) {
      score = i + k < n ? model_.score(state, words_[i + k], state) : model_.score(state, model::kBoundary);
      span.right += score.log_probability;
      if (k < span.orders.size()) span.orders[k] = score.order;
    }
    return span;
  }

  bool by_letters(std::size_t i) const {
    return items_[i].kind != Item::Kind::syllable || written_[i] < model::kFirstWord;
  }

  Surroundings surroundings(const text::Analysis& analysis, std::size_t i) const {
    Surroundings around;
    around.state = before_[i];
    const std::size_t first = i > around.reach ? i - around.reach : 0;
    const std::size_t end = std::min(words_.size(), i + around.reach + 1);
    for (std::size_t k = first; k < end; ++k) around.words[k + around.reach - i] = words_[k];
    around.case_shape = ContextVectors::case_shape(cases_, i);
    around.written = written_[i];
    around.by_letters = by_letters(i);
    around.capitalised = items_[i].capitalised;
    if (around.by_letters) std::ranges::copy(view(analysis, i), around.letters.begin());
    return around;
  }

  // Says what may have been meant at a place; of equal places only the first is weighed.
  const Weighing& weigh(const text::Analysis& analysis, std::size_t i) {
    const Surroundings around = surroundings(analysis, i);
    const Weighing* known = weighings_.find(around);
    if (known == nullptr) {
      Weighing& weighing = weighings_.place(around);
      weigh(analysis, i, weighing);
      known = &weighing;
    }
    return *known;
  }

  void weigh(const text::Analysis& analysis, std::size_t i, Weighing& out) {
    std::vector<Rival>& rivals = rivals_;
    rivals.clear();
    out.rivals.clear();
    const Item& item = items_[i];
    const WordId word = written_[i];
    std::span<const Candidate> candidates;
    if (by_letters(i)) {
      examiner_.candidates_.find(view(analysis, i), found_);
      candidates = found_;
    } else {
      candidates = examiner_.candidates_.of(small(word));
    }
    if (candidates.empty()) return;

    examiner_.vectors_->expect(words_, cases_, i, expected_);
    out.own_fit = examiner_.vectors_->fit(expected_, word);
    const std::size_t count = candidates.size();
    meant_.clear();
    for (const Candidate& candidate : candidates) {
      meant_.push_back(item.capitalised ? model_.find(model_.syllable(candidate.word), true) : candidate.word);
    }
    left_.resize(count);
    model_.score(before_[i], meant_, left_);
    fits_.resize(count);
    examiner_.vectors_->fit(expected_, meant_, fits_);
    for (std::size_t k = 0; k < count; ++k) {
      Rival& rival = rivals.emplace_back();
      rival.candidate = candidates[k];
      rival.word = meant_[k];
      rival.span.left = left_[k].log_probability;
      rival.fit = fits_[k];
      rival.score = rival.span.left + weight_of_fit * rival.fit - weight_of_cost * rival.candidate.cost;
    }
    const auto better = [](const Rival& a, const Rival& b) { return a.score > b.score; };
    float best_fit = out.own_fit;
    for (const Rival& rival : rivals) best_fit = std::max(best_fit, rival.fit);
    float sum = std::exp(out.own_fit - best_fit);
    for (const Rival& rival : rivals) sum += std::exp(rival.fit - best_fit);
    out.own_posterior = out.own_fit - best_fit - std::log(sum);

    const float own_left = model_.score(before_[i], word).log_probability + weight_of_fit * out.own_fit;
    const Rival& nearest = *std::min_element(rivals.begin(), rivals.end(), better);
    if (nearest.score - own_left < hopeless) return;
    out.own = span_of(i, word);
    if (rivals.size() > shortlist) {
      std::nth_element(rivals.begin(), rivals.begin() + shortlist, rivals.end(), better);
      rivals.resize(shortlist);
    }
    for (Rival& rival : rivals) {
      rival.span = span_of(i, rival.word);
      rival.score = rival.span.left + rival.span.right - out.own.left - out.own.right +
                    weight_of_fit * (rival.fit - out.own_fit) - weight_of_cost * rival.candidate.cost;
    }
    std::sort(rivals.begin(), rivals.end(), better);
    out.rivals.assign(rivals.begin(), rivals.end());
  }

  void report(std::uint32_t paragraph, std::size_t i, const Weighing& weighing) {
    const text::Analysis& analysis = paragraphs_[paragraph];
    const Item& item = items_[i];
    const WordId word = written_[i];
    const std::vector<Rival>& rivals = weighing.rivals;
    const Span& own = weighing.own;
    const Rival& best = rivals.front();
    Suspect suspect;
    suspect.paragraph = paragraph;
    suspect.start = item.start;
    suspect.end = item.end;
    for (const Rival& rival : rivals) {
      if (suspect.suggestion_count == Suspect::most_suggestions) break;
      suspect.suggestions[suspect.suggestion_count++] = rival.candidate.word;
    }

    Features& features = suspect.features;
    const auto set = [&](Feature feature, float value) { features[static_cast<std::size_t>(feature)] = value; };
    const float gain_left = best.span.left - own.left;
    set(Feature::gain, gain_left + best.span.right - own.right);
    set(Feature::gain_left, gain_left);
    set(Feature::fit_gain, best.fit - weighing.own_fit);
    set(Feature::fit, weighing.own_posterior);
    set(Feature::cost, best.candidate.cost);
    set(Feature::score, best.score);
    set(Feature::margin, rivals.size() > 1 ? best.score - rivals[1].score : 20.0F);
    float sum = 0;
    for (const Rival& rival : rivals) sum += std::exp(std::min(rival.score, 60.0F) - std::min(best.score, 60.0F));
    set(Feature::posterior, best.score + std::log(sum));
    const std::size_t n = words_.size();
    set(Feature::left, own.left);
    set(Feature::right, own.right / static_cast<float>(std::min(reach_right, n - i)));
    set(Feature::before, i > 0 ? scores_[i - 1].log_probability : 0);
    set(Feature::sentence, sum_ / static_cast<float>(n + 1));
    set(Feature::order_left, own.orders[0]);
    set(Feature::order_right, own.orders[1]);
    set(Feature::order_right2, own.orders[2]);
    set(Feature::order_left_c, best.span.orders[0]);
    set(Feature::order_right_c, best.span.orders[1]);
    set(Feature::order_right2_c, best.span.orders[2]);
    set(Feature::frequency, examiner_.frequency_[word]);
    set(Feature::frequency_c, examiner_.frequency_[best.candidate.word]);
    set(Feature::capital_share, examiner_.capital_share_[word]);
    set(Feature::capital_share_c, examiner_.capital_share_[best.candidate.word]);
    set(Feature::letter_case, item.letter_case == LetterCase::upper         ? 2.0F
                              : item.letter_case == LetterCase::mixed       ? 3.0F
                              : item.letter_case == LetterCase::capitalised ? 1.0F
                                                                            : 0.0F);
    set(Feature::first, i == 0 || (item.letter_case == LetterCase::capitalised && !item.capitalised) ? 1 : 0);
    set(Feature::capital_before, i > 0 && is_capital(items_[i - 1]) ? 1 : 0);
    set(Feature::capital_after, i + 1 < n && is_capital(items_[i + 1]) ? 1 : 0);
    int capitals = 0;
    int unknown = 0;
    for (std::size_t k = i > 3 ? i - 3 : 0; k < std::min(n, i + 4); ++k) {
      if (k == i) continue;
      capitals += is_capital(items_[k]) ? 1 : 0;
      unknown += is_unknown(words_[k]) || words_[k] == model::kRareSyllable ? 1 : 0;
    }
    set(Feature::capitals, static_cast<float>(capitals));
    set(Feature::unknown, static_cast<float>(unknown));
    set(Feature::kind, item.kind == Item::Kind::other ? 2.0F : word < model::kFirstWord ? 1.0F : 0.0F);
    const std::u16string_view letters = view(analysis, i);
    set(Feature::marked,
        std::any_of(letters.begin(), letters.end(), [](char16_t unit) { return unit > 0x7F; }) ? 1 : 0);
    set(Feature::length, static_cast<float>(letters.size()));
    set(Feature::words, static_cast<float>(n));
    set(Feature::number_before, i > 0 && items_[i - 1].kind == Item::Kind::fixed ? words_[i - 1] : 0);
    set(Feature::number_after, i + 1 < n && items_[i + 1].kind == Item::Kind::fixed ? words_[i + 1] : 0);
    const auto beside = [&](std::size_t at) {
      return std::u16string_view(u"\"'“”‘’()[]«»").find(analysis.text[at]) != std::u16string_view::npos;
    };
    set(Feature::quoted,
        (item.start > 0 && beside(item.start - 1)) || (item.end < analysis.text.size() && beside(item.end)) ? 1 : 0);
    const Slip& slip = best.candidate.slip;
    set(Feature::operation, slip.operation);
    set(Feature::mark_change, slip.marks);
    set(Feature::changed_marks, slip.changed_marks);
    const bool tone = slip.tone != no_tone_change;
    const int written = slip.tone / text::tone_count;
    const int intended = slip.tone % text::tone_count;
    set(Feature::tone_written, tone ? static_cast<float>(written) : -1);
    set(Feature::tone_intended, tone ? static_cast<float>(intended) : -1);
    const auto times = [&](std::uint64_t f) {
      const auto found = times_.find(f);
      return found == times_.end() ? 0 : scale_ * static_cast<float>(found->second);
    };
    Place place;
    if (word >= model::kFirstWord) {
      place.form = small(word);
    } else {
      model::lower_form(letters, lower_);
      place.form = hash_of(lower_) | std::uint64_t{1} << 63;
    }
    set(Feature::repeated, log_count(times(place.form)));
    set(Feature::repeated_c, log_count(times(best.candidate.word)));
    place.before = i > 0 ? written_[i - 1] : model::kBoundary;
    place.after = i + 1 < n ? written_[i + 1] : model::kBoundary;
    place.best = best.candidate.word;
    places_.push_back(place);
    out_.push_back(suspect);
  }

  // What only the whole document shows.
  void compare_places() {
    std::unordered_map<std::uint64_t, float> before;
    std::unordered_map<std::uint64_t, float> after;
    const auto key = [](std::uint64_t form, WordId beside) { return form * 0x9E3779B97F4A7C15U + beside; };
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      before[key(places_[i].form, places_[i].before)] += scale_;
      after[key(places_[i].form, places_[i].after)] += scale_;
      if (out_[i].features[static_cast<std::size_t>(Feature::score)] > clearly_wrong) ++wrong;
    }
    const float suspicion =
        std::log(1.0F + 1000.0F * static_cast<float>(wrong) / (static_cast<float>(word_count_) + 200.0F));
    for (std::size_t i = 0; i < places_.size(); ++i) {
      Features& features = out_[i].features;
      features[static_cast<std::size_t>(Feature::same_before)] =
          log_count(before[key(places_[i].form, places_[i].before)]);
      features[static_cast<std::size_t>(Feature::same_after)] =
          log_count(after[key(places_[i].form, places_[i].after)]);
      features[static_cast<std::size_t>(Feature::suspicion)] = suspicion;
    }
  }

  const Examiner& examiner_;
  const model::LanguageModel& model_;
  std::span<const text::Analysis> paragraphs_;
  std::vector<Suspect>& out_;
  std::vector<Place> places_;  // parallel to out_
  std::unordered_map<std::uint64_t, std::uint32_t> times_;
  std::size_t word_count_ = 0;
  float scale_ = 1;  // for counts of places, so that a book is judged like its chapters

  RecentResults<Surroundings, Weighing> weighings_;

  // Of the sentence in work.
  std::vector<Item> items_;
  std::vector<WordId> words_;    // as read now
  std::vector<WordId> written_;  // as they stand there
  std::vector<CaseShape> cases_;
  std::vector<WordId> repairs_;
  std::vector<model::State> before_;
  std::vector<model::Score> scores_;
  float sum_ = 0;  // of the log-probabilities
  std::u16string lower_;

  // Of the place in work.
  std::vector<Candidate> found_;
  std::vector<WordId> meant_;  // by the candidates, in the case entry of the place
  std::vector<model::Score> left_;
  std::vector<float> fits_;
  std::vector<Rival> rivals_;
  ContextVectors::Vector expected_{};
};

void Examiner::examine(std::span<const text::Analysis> paragraphs, std::vector<Suspect>& out) const {
  out.clear();
  Reader(*this, paragraphs, out).read();
}

}  // namespace soat::check::context
