#include "check/context/examiner.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "check/context/rivals.h"
#include "check/ngram/counts.h"
#include "check/recent_results.h"
#include "model/token_stream.h"
#include "text/hash.h"

namespace soat::check::context {
namespace {

using model::Item;
using model::WordId;
using ngram::ScoredSentence;

// The score from which a place counts as wrong when its neighbours are read again, and in the density of errors.
constexpr float clearly_wrong = 3;
// Words of a document of usual length.
constexpr float usual_words = 4000;
// Log-probabilities from which a word is left alone: wherever it stands, and inside trigrams or a longer n-gram that
// the model knows on both sides.
constexpr float likely = -4;
constexpr float likely_in_phrase = -8;
constexpr float likely_in_long_phrase = -9;
// The same of a word and the next together, where the model knows a pair that ends in the word and a trigram that ends
// in the next, or the other way round; and of three words of which the last two end trigrams, the first of them as
// likely as that.
constexpr float likely_before_phrase = -8;
constexpr float likely_after_phrase = -11;
constexpr float likely_before_long_phrase = -14;
constexpr float first_before_long_phrase = -6;

// Whether the model expects a word and those after it where they stand. Slips are seldom so well received.
bool is_expected(const model::Score& word, const model::Score& next, const model::Score& third) {
  const float one = word.log_probability;
  const float two = one + next.log_probability;
  const float three = two + third.log_probability;
  if (one > likely) return true;
  if (word.order < 2 || next.order < 2) return false;
  if (next.order == 2) return word.order > 2 && two > likely_after_phrase;
  if (word.order > 2 && one > (word.order > 3 ? likely_in_long_phrase : likely_in_phrase)) return true;
  return two > likely_before_phrase ||
         (third.order > 2 && one > first_before_long_phrase && three > likely_before_long_phrase);
}

// The gate: what fits well where it stands is left alone, so that normal text costs few look-ups.
bool is_candidate(const ScoredSentence& sentence, std::size_t i) {
  const Item& item = sentence.item(i);
  if (item.kind == Item::Kind::fixed || item.end - item.start > longest_word) return false;
  const model::Score none{};
  if (is_expected(sentence.score(i), sentence.score(i + 1), i + 2 > sentence.size() ? none : sentence.score(i + 2)))
    return false;
  if (item.kind == Item::Kind::other) {
    if (item.end - item.start < 2) return false;
    const bool ascii = std::ranges::all_of(sentence.letters(i), [](char16_t unit) { return unit < 0x80; });
    const bool foreign = (i > 0 && ngram::is_unknown(sentence.word(i - 1))) ||
                         (i + 1 < sentence.size() && ngram::is_unknown(sentence.word(i + 1)));
    if (ascii && foreign) return false;
  }
  return true;
}

// What is known of a suspect, all but where it stands.
struct SuspectKind {
  std::array<WordId, Suspect::most_suggestions> suggestions{};
  std::uint8_t suggestion_count = 0;
  std::uint8_t compound = Suspect::none;
  Features features{};
  // What connects it with others in the document.
  std::uint64_t form = 0;
  WordId before = model::kNone;
  WordId after = model::kNone;
  WordId best = model::kNone;

  bool operator==(const SuspectKind&) const = default;
};

// The kinds of a document's suspects, each kept once: of a text that says the same over and over millions are alike.
class SuspectKinds {
 public:
  // The number of a kind, which is added if it is new.
  std::uint32_t number_of(const SuspectKind& kind) {
    if (2 * (kinds_.size() + 1) > slots_.size()) grow();
    std::uint32_t& slot = slots_[find(kind)];
    if (slot == 0) {
      kinds_.push_back(kind);
      slot = static_cast<std::uint32_t>(kinds_.size());
    }
    return slot - 1;
  }

  const SuspectKind& operator[](std::uint32_t number) const { return kinds_[number]; }
  auto begin() { return kinds_.begin(); }
  auto end() { return kinds_.end(); }

 private:
  static std::size_t hash(const SuspectKind& kind) {
    text::Fnv1a hash;
    for (const float value : kind.features) hash.add(std::bit_cast<std::uint32_t>(value));
    return hash.add(kind.form).add(kind.before).add(kind.after).add(kind.best).folded();
  }

  // The slot of an equal kind, or the free one where it belongs.
  std::size_t find(const SuspectKind& kind) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash(kind) & mask;
    while (slots_[at] != 0 && !(kinds_[slots_[at] - 1] == kind)) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    slots_.assign(std::max<std::size_t>(256, 4 * slots_.size()), 0);
    for (std::uint32_t i = 0; i < kinds_.size(); ++i) slots_[find(kinds_[i])] = i + 1;
  }

  std::deque<SuspectKind> kinds_;
  std::vector<std::uint32_t> slots_;  // a kind's number and one more, or 0; a power of two
};

}  // namespace

Examiner::Examiner(std::shared_ptr<const model::LanguageModel> words, std::shared_ptr<const ngram::WordFacts> facts,
                   std::shared_ptr<const ContextVectors> vectors, SlipCosts costs)
    : words_(std::move(words)),
      facts_(std::move(facts)),
      vectors_(std::move(vectors)),
      candidates_(*words_, std::move(costs)),
      compounds_(*words_, *facts_) {}

void Examiner::examine(std::span<const text::Analysis> paragraphs, std::vector<Suspect>& out) const {
  Reader reader(*this, paragraphs);
  ngram::read_sentences(*words_, paragraphs, [&](std::uint32_t paragraph, std::uint32_t, ScoredSentence& sentence) {
    reader.take(paragraph, sentence);
  });
  out.clear();
  reader.finish([&](Suspect& suspect) { out.push_back(suspect); });
}

class Examiner::Reader::Work {
 public:
  Work(const Examiner& examiner, std::span<const text::Analysis> paragraphs)
      : facts_(*examiner.facts_),
        compounds_(examiner.compounds_),
        rivals_(*examiner.words_, *examiner.vectors_, examiner.candidates_, facts_, results_kept(paragraphs)),
        repaired_(*examiner.words_) {}

  void take(std::uint32_t paragraph, ScoredSentence& sentence) {
    const std::size_t n = sentence.size();
    word_count_ += n;
    cases_.clear();
    forms_.clear();
    for (std::size_t i = 0; i < n; ++i) {
      cases_.push_back(case_shape_of(sentence.item(i)));
      forms_.push_back(sentence.item(i).kind == Item::Kind::fixed ? 0 : form(sentence, i));
      if (sentence.item(i).kind != Item::Kind::fixed) times_.add(forms_[i]);
    }
    written_.assign(sentence.words().begin(), sentence.words().end());
    const std::size_t first = places_.size();
    bool looks_wrong = false;
    repairs_.assign(n, model::kNone);
    for (std::size_t i = 0; i < n; ++i) {
      if (!is_candidate(sentence, i)) continue;
      const Weighing& weighing = rivals_.weigh(sentence, cases_, i, written_[i]);
      if (weighing.rivals.empty()) continue;
      if (weighing.rivals.front().score > clearly_wrong) {
        repairs_[i] = weighing.rivals.front().word;
        looks_wrong = true;
      }
      report(paragraph, sentence, i, weighing);
    }
    if (!looks_wrong) return;

    places_.resize(first);
    repaired_ = sentence;
    for (std::size_t i = 0; i < n; ++i) {
      if (repairs_[i] != model::kNone) repaired_.replace(i, repairs_[i]);
    }
    repaired_.score();
    for (std::size_t i = 0; i < n; ++i) {
      if (repairs_[i] == model::kNone && !is_candidate(repaired_, i)) continue;
      const Weighing& weighing = rivals_.weigh(repaired_, cases_, i, written_[i]);
      if (!weighing.rivals.empty()) report(paragraph, repaired_, i, weighing);
    }
  }

  void finish(const std::function<void(Suspect&)>& take) {
    // Counts are those of a text of usual length, so that a book is judged like its chapters.
    const float scale = std::min(1.0F, usual_words / static_cast<float>(std::max<std::size_t>(word_count_, 1)));
    std::unordered_map<std::uint64_t, float> before;
    std::unordered_map<std::uint64_t, float> after;
    DocumentEvidence document;
    document.words = static_cast<float>(word_count_);
    std::size_t wrong = 0;
    for (const Place& place : places_) {
      const SuspectKind& kind = kinds_[place.kind];
      before[pair(kind.form, kind.before)] += scale;
      after[pair(kind.form, kind.after)] += scale;
      if (kind.features[static_cast<std::size_t>(Feature::score)] > clearly_wrong) ++wrong;
    }
    document.wrong = static_cast<float>(wrong);
    for (SuspectKind& kind : kinds_) {
      document.times = scale * static_cast<float>(times_.count(kind.form));
      document.times_c = scale * static_cast<float>(times_.count(kind.best));
      document.same_before = before[pair(kind.form, kind.before)];
      document.same_after = after[pair(kind.form, kind.after)];
      describe(document, kind.features);
    }
    for (const Place& place : places_) {
      const SuspectKind& kind = kinds_[place.kind];
      Suspect suspect{.paragraph = place.paragraph,
                      .start = place.start,
                      .end = place.end,
                      .suggestions = kind.suggestions,
                      .suggestion_count = kind.suggestion_count,
                      .compound = kind.compound,
                      .features = kind.features};
      take(suspect);
    }
  }

 private:
  struct Place {
    std::uint32_t paragraph = 0;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t kind = 0;
  };

  static std::uint64_t pair(std::uint64_t form, WordId beside) { return text::spread(form) + beside; }

  // A number for what stands at a place, equal for all letter cases: the word's, or a hash of the form when it has
  // none.
  std::uint64_t form(const ScoredSentence& sentence, std::size_t i) {
    if (sentence.word(i) >= model::kFirstWord) return facts_.small(sentence.word(i));
    model::lower_form(sentence.letters(i), lower_);
    return std::hash<std::u16string_view>{}(lower_) | std::uint64_t{1} << 63;
  }

  void report(std::uint32_t paragraph, const ScoredSentence& sentence, std::size_t i, const Weighing& weighing) {
    const Item& item = sentence.item(i);
    const Rival& best = weighing.rivals.front();
    SuspectKind kind;
    const std::size_t compound = compounds_.find(sentence, i, written_[i], weighing.rivals);
    for (std::size_t r = 0; r < weighing.rivals.size(); ++r) {
      // Of more than there is room for, the compound takes the last place.
      if (kind.suggestion_count == Suspect::most_suggestions && r != compound) continue;
      if (kind.suggestion_count == Suspect::most_suggestions) --kind.suggestion_count;
      if (r == compound) kind.compound = kind.suggestion_count;
      kind.suggestions[kind.suggestion_count++] = weighing.rivals[r].candidate.word;
    }
    kind.features = describe({sentence, i, written_[i], weighing}, facts_);
    kind.form = forms_[i];
    kind.before = i > 0 ? written_[i - 1] : model::kBoundary;
    kind.after = i + 1 < written_.size() ? written_[i + 1] : model::kBoundary;
    kind.best = best.candidate.word;
    places_.push_back({paragraph, item.start, item.end, kinds_.number_of(kind)});
  }

  const ngram::WordFacts& facts_;
  const Compounds& compounds_;
  SuspectKinds kinds_;
  std::vector<Place> places_;           // of suspects
  ngram::Counts<std::uint64_t> times_;  // of forms
  std::size_t word_count_ = 0;
  RivalSearch rivals_;

  // Of the sentence in work, parallel to its items.
  std::vector<CaseShape> cases_;
  std::vector<std::uint64_t> forms_;  // 0 for what is no word
  std::vector<WordId> written_;
  std::vector<WordId> repairs_;
  ScoredSentence repaired_;  // the sentence with what was probably meant
  std::u16string lower_;
};

Examiner::Reader::Reader(const Examiner& examiner, std::span<const text::Analysis> paragraphs)
    : work_(std::make_unique<Work>(examiner, paragraphs)) {}

Examiner::Reader::~Reader() = default;

void Examiner::Reader::take(std::uint32_t paragraph, ScoredSentence& sentence) {
  work_->take(paragraph, sentence);
}

void Examiner::Reader::finish(const std::function<void(Suspect&)>& take) {
  work_->finish(take);
}

}  // namespace soat::check::context
