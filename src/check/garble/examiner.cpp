#include "check/garble/examiner.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "check/garble/copies.h"
#include "check/garble/filler_search.h"
#include "check/garble/fillers_in_place.h"
#include "check/ngram/counts.h"
#include "model/token_stream.h"
#include "text/hash.h"

namespace soat::check::garble {
namespace {

using model::Item;
using model::WordId;
using ngram::ScoredSentence;

// Words that may have been glued in.
constexpr std::size_t longest_glued = 2;
// How surprised the model must be at both edges of a window together (see surprise()) for a search.
constexpr float surprising = 17;
constexpr float surprising_when_thorough = 8;
// How surprised it must be where something may be missing. A quick look wants evidence, of which there is hardly any
// where the next word is merely rare.
constexpr float surprising_where_missing = 14;
constexpr float surprising_where_missing_when_thorough = 8.5F;
// How surprised at both edges before the table is asked.
constexpr float surprising_in_table = 10;
// From this log-probability on a word surprises nobody.
constexpr float likely = -4;
constexpr float no_rival = 20;
// Suspects that are described where they are found.
constexpr std::size_t most_described = 4096;
// How often a sentence is read again.
constexpr std::size_t most_rounds = 3;
// Counts of words beyond this tell nothing more.
constexpr std::uint32_t countless = 1'000'000;

bool is_word(const Item& item) {
  return item.kind != Item::Kind::fixed;
}

// Improbable words surprise less when the model knows a longer n-gram that ends in them.
float surprise(const model::Score& score) {
  constexpr std::array<float, model::kMaximumOrder + 1> weight = {1, 1, 0.8F, 0.5F, 0.25F, 0.25F};
  return score.log_probability > likely ? 0 : -score.log_probability * weight[score.order];
}

// What a suspect is made of that is costly to find. There are many in a long document, so that only the first are
// described where they are found; the others when all have been counted, paragraph by paragraph.
struct Found {
  std::uint32_t sentence = 0;  // of its paragraph
  std::uint32_t start = 0;     // item of the sentence
  std::uint8_t size = 0;
  Filler filler;
  float margin = 0;
  std::uint32_t known_between = 0;
};

// Keys of Counts: a pair of words, or one word with none after it.
std::uint32_t pair(WordId first, WordId second) {
  return std::uint32_t{first} << 16 | second;
}

// A key for a window beside a word. side: 0 before the window, 1 after it.
std::uint64_t place(std::span<const WordId> window, WordId beside, std::uint64_t side) {
  std::uint64_t key = beside * std::uint64_t{2} + side;
  for (const WordId word : window) key = text::spread(key) + word + 1;
  return key;
}

}  // namespace

Examiner::Examiner(std::shared_ptr<const model::LanguageModel> words, std::shared_ptr<const ngram::WordFacts> facts,
                   std::shared_ptr<const SubstitutionTable> table)
    : words_(std::move(words)),
      facts_(std::move(facts)),
      table_(std::move(table)),
      predecessors_(std::make_unique<Predecessors>(*words_)),
      companions_(std::make_unique<Companions>(*words_, *predecessors_)) {}

class Examiner::Reader::Work {
 public:
  Work(const Examiner& examiner, std::span<const text::Analysis> paragraphs)
      : model_(*examiner.words_),
        facts_(*examiner.facts_),
        table_(*examiner.table_),
        paragraphs_(paragraphs),
        firsts_(first_copies(paragraphs)),
        search_(model_, facts_, table_, *examiner.predecessors_, results_kept(paragraphs)),
        again_(model_) {
    found_until_.reserve(paragraphs.size());
  }

  bool is_copy(std::uint32_t paragraph) const { return firsts_[paragraph] != paragraph; }

  void take(std::uint32_t paragraph, std::uint32_t number, ScoredSentence& sentence) {
    found_until_.resize(paragraph + std::size_t{1}, found_.size());
    const bool counts = !is_copy(paragraph);
    for (std::size_t i = 0; counts && i < sentence.size(); ++i) {
      const WordId word = facts_.small(sentence.word(i));
      counts_in_document_.add(pair(word, model::kNone));
      counts_in_document_.add(pair(word, facts_.small(sentence.word(i + 1))));
    }
    const std::size_t first = found_.size();
    fillers_.begin(sentence.size());
    look(sentence, number, false, found_);
    for (std::size_t i = first; i < found_.size(); ++i) {
      if (counts) count_places(sentence, found_[i]);
      if (i < most_described) describe(paragraph, found_[i], sentence, described_.emplace_back());
    }
  }

  void read() {
    ngram::read_sentences(model_, paragraphs_, [&](std::uint32_t p, std::uint32_t number, ScoredSentence& sentence) {
      take(p, number, sentence);
    });
  }

  void look_quickly(std::uint32_t paragraph, const std::function<void(Suspect&)>& take) {
    found_until_.resize(paragraphs_.size() + 1, found_.size());
    const std::size_t first = found_until_[paragraph];
    const std::size_t end = found_until_[paragraph + std::size_t{1}];
    for (std::size_t i = first; i < end; ++i) {
      const Found& found = found_[i];
      Suspect suspect;
      if (i < described_.size()) {
        suspect = described_[i];
      } else {
        if (i == first || i == described_.size() || found.sentence != found_[i - 1].sentence) {
          again_.read(paragraphs_[paragraph], paragraphs_[paragraph].sentences[found.sentence]);
          fillers_.begin(again_.size());
        }
        describe(paragraph, found, again_, suspect);
      }
      compare(suspect);
      take(suspect);
    }
  }

  void look_thoroughly(std::uint32_t paragraph, const Judge* judge, std::vector<Suspect>& out) {
    const std::vector<text::Sentence>& sentences = paragraphs_[paragraph].sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (!again_.read(paragraphs_[paragraph], sentences[s])) continue;
      fillers_.begin(again_.size());
      const std::size_t begin = out.size();
      for (std::size_t round = 0;; ++round) {
        const std::size_t first = out.size();
        found_now_.clear();
        look(again_, s, true, found_now_);
        for (const Found& found : found_now_) describe(paragraph, found, again_, out.emplace_back());
        for (std::size_t i = first; i < out.size(); ++i) {
          compare(out[i]);
          if (judge != nullptr) judge->judge(out[i]);
        }
        if (judge == nullptr || round == most_rounds || !fillers_.put(std::span(out).subspan(first), again_)) break;
        forget(begin, out);
        again_.score();
      }
    }
  }

 private:
  // Appends what is found in the sentence to out.
  void look(ScoredSentence& sentence, std::uint32_t number, bool thorough, std::vector<Found>& out) {
    const std::size_t n = sentence.size();
    surprise_.resize(n + 1);
    for (std::size_t i = 0; i <= n; ++i) surprise_[i] = surprise(sentence.score(i));
    for (std::size_t start = 0; start <= n; ++start) {
      for (std::size_t size = 0; size <= longest_window && start + size <= n; ++size) {
        if (size > 0 && !is_open(sentence, start + size - 1)) break;
        // Most places are such that nothing would be looked for there.
        const bool worth_a_look = size == 0 ? may_be_missing(sentence, start, thorough)
                                            : thorough || edges(start, size) >= surprising_in_table;
        if (worth_a_look && fillers_.is_changed(start, start + size))
          consider(sentence, number, {start, size, thorough}, out);
      }
    }
  }

  // Whether a window may hold the word.
  bool is_open(const ScoredSentence& sentence, std::size_t i) const {
    return is_word(sentence.item(i)) && !fillers_.at(i);
  }

  // Whether something may be missing before item i: two words meet there that the model never saw together.
  bool may_be_missing(const ScoredSentence& sentence, std::size_t i, bool thorough) const {
    if (i == 0 || i == sentence.size() || sentence.score(i).order > 1) return false;
    if (surprise_[i] < (thorough ? surprising_where_missing_when_thorough : surprising_where_missing)) return false;
    if (!is_word(sentence.item(i - 1)) && !is_word(sentence.item(i))) return false;
    return !fillers_.at(i - 1) && !fillers_.at(i);
  }

  float edges(std::size_t start, std::size_t size) const { return surprise_[start] + surprise_[start + size]; }

  void consider(ScoredSentence& sentence, std::uint32_t number, Window window, std::vector<Found>& out) {
    const std::size_t start = window.start;
    const std::size_t size = window.size;
    const float surprise = edges(start, size);
    window.search =
        size == 0 || (window.thorough ? surprise >= surprising_when_thorough
                                      : surprise >= surprising && surprise_[start] > 0 && surprise_[window.end()] > 0);
    window.pairs = window.thorough && size > 0 && surprise >= surprising;
    window.look_up = size > 0 && (window.thorough || surprise >= surprising_in_table) &&
                     table_.longest_written(facts_.small(sentence.word(start))) >= size;
    window.leave_out = size > 0 && size <= longest_glued && start > 0 && (window.search || window.thorough);
    if (!window.search && !window.look_up && !window.leave_out) return;
    const Fillers& all = search_.find(sentence, window);
    const float own = own_total(sentence, start, size);
    gaining_.clear();
    for (const Filler& filler : all.fillers) {
      if (filler.reading.total - own >= filler.least) gaining_.push_back(filler);
    }
    report(number, window, own, all.known_between, out);
  }

  // Reports the best filler of each kind: from the table, of each length from the model.
  void report(std::uint32_t number, const Window& window, float own, std::uint32_t known_between,
              std::vector<Found>& out) {
    if (gaining_.empty()) return;
    std::ranges::sort(gaining_, [](const Filler& a, const Filler& b) { return a.reading.total > b.reading.total; });
    std::array<bool, 4> told{};
    for (std::size_t i = 0; i < gaining_.size(); ++i) {
      const Filler& filler = gaining_[i];
      const std::size_t kind = filler.source != Suspect::Source::model ? 3 : filler.size;
      if (told[kind]) continue;
      told[kind] = true;
      const float next = i + 1 < gaining_.size() ? gaining_[i + 1].reading.total - own : -no_rival;
      const float margin = i == 0 ? std::min(filler.reading.total - own - next, no_rival)
                                  : filler.reading.total - gaining_[0].reading.total;
      out.push_back({number, static_cast<std::uint32_t>(window.start), static_cast<std::uint8_t>(window.size), filler,
                     margin, known_between});
    }
  }

  void describe(std::uint32_t paragraph, const Found& found, ScoredSentence& sentence, Suspect& suspect) const {
    const std::size_t start = found.start;
    const std::size_t end = start + found.size;
    const Filler& filler = found.filler;
    suspect.paragraph = paragraph;
    suspect.first_item = found.start;
    suspect.start = found.size > 0 ? sentence.item(start).start : sentence.item(start - 1).end;
    suspect.end = found.size > 0 ? sentence.item(end - 1).end : sentence.item(start).start;
    std::ranges::copy(sentence.words().subspan(start, found.size), suspect.window.begin());
    suspect.window_size = found.size;
    suspect.filler = filler.words;
    suspect.filler_size = filler.size;
    suspect.source = filler.source;
    suspect.before = sentence.word_before(start);
    suspect.after = sentence.word(end);
    suspect.in_phrase = filler.reading.order_left + filler.reading.order_right[1] >= 6;
    suspect.features =
        garble::describe({sentence, start, found.size, filler, found.margin, found.known_between,
                          fillers_.beside(start, end), fillers_.count(), cohesion(sentence, start, found.size, facts_)},
                         model_, facts_);
  }

  // Takes back the suspects from out[begin] on that will be looked at again, since fillers now stand near them.
  void forget(std::size_t begin, std::vector<Suspect>& out) const {
    const std::span<const Item> items = again_.items();
    const auto is_outdated = [&](const Suspect& suspect) {
      if (suspect.settled) return false;
      const std::uint32_t offset = suspect.window_size > 0 ? suspect.start : suspect.end;
      for (auto item = std::ranges::lower_bound(items, offset, {}, &Item::start);
           item != items.end() && item->start == offset; ++item) {
        const auto i = static_cast<std::size_t>(item - items.begin());
        if (!fillers_.at(i)) return fillers_.is_changed(i, i + suspect.window_size);
      }
      return true;
    };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), is_outdated), out.end());
  }

  void count_places(const ScoredSentence& sentence, const Found& found) {
    const std::span<const WordId> window = sentence.words().subspan(found.start, found.size);
    ++places_[place(window, sentence.word_before(found.start), 0)];
    ++places_[place(window, sentence.word(found.start + found.size), 1)];
  }

  // Adds what only the whole document shows.
  void compare(Suspect& suspect) const {
    const auto rarest = [&](std::span<const WordId> words) {
      std::uint32_t least = words.empty() ? 0 : countless;
      for (const WordId word : words)
        least = std::min(least, counts_in_document_.count(pair(facts_.small(word), model::kNone)));
      return least;
    };
    const auto pairs = [&](WordId first, WordId second) {
      return counts_in_document_.count(pair(facts_.small(first), facts_.small(second)));
    };
    const auto times = [&](std::uint64_t key) {
      const auto found = places_.find(key);
      return found == places_.end() ? 0 : found->second;
    };
    DocumentEvidence document;
    document.rarest = rarest(suspect.window_words());
    document.rarest_new = rarest(suspect.filler_words());
    if (suspect.window_size > 0) {
      document.pair_left = pairs(suspect.before, suspect.window[0]);
      document.pair_right = pairs(suspect.window[suspect.window_size - 1U], suspect.after);
    }
    if (suspect.filler_size > 0) {
      document.pair_left_new = pairs(suspect.before, suspect.filler[0]);
      document.pair_right_new = pairs(suspect.filler[suspect.filler_size - 1U], suspect.after);
    } else {
      document.pair_left_new = pairs(suspect.before, suspect.after);
      document.pair_right_new = document.pair_left_new;
    }
    document.same_place = std::max(times(place(suspect.window_words(), suspect.before, 0)),
                                   times(place(suspect.window_words(), suspect.after, 1)));
    garble::describe(document, suspect.features);
  }

  const model::LanguageModel& model_;
  const ngram::WordFacts& facts_;
  const SubstitutionTable& table_;
  std::span<const text::Analysis> paragraphs_;
  std::vector<std::uint32_t> firsts_;                        // see first_copies()
  ngram::Counts<std::uint32_t> counts_in_document_;          // of pairs, and of each word with none after it
  std::unordered_map<std::uint64_t, std::uint32_t> places_;  // how often suspects have a window beside a word

  std::vector<Found> found_;              // by the quick look, in order
  std::vector<Suspect> described_;        // the first of them
  std::vector<std::size_t> found_until_;  // before each paragraph, into found_; one more at the end

  FillerSearch search_;

  // Of the sentence in work.
  FillersInPlace fillers_;
  std::vector<float> surprise_;
  std::vector<Filler> gaining_;  // of a window
  ScoredSentence again_;         // when it is read another time
  std::vector<Found> found_now_;
};

Examiner::Reader::Reader(const Examiner& examiner, std::span<const text::Analysis> paragraphs)
    : work_(std::make_unique<Work>(examiner, paragraphs)) {}

Examiner::Reader::~Reader() = default;

void Examiner::Reader::take(std::uint32_t paragraph, std::uint32_t number, ScoredSentence& sentence) {
  work_->take(paragraph, number, sentence);
}

bool Examiner::Reader::is_copy(std::uint32_t paragraph) const {
  return work_->is_copy(paragraph);
}

void Examiner::Reader::read() {
  work_->read();
}

void Examiner::Reader::look_quickly(std::uint32_t paragraph, const std::function<void(Suspect&)>& take) {
  work_->look_quickly(paragraph, take);
}

void Examiner::Reader::look_thoroughly(std::uint32_t paragraph, const Judge* judge, std::vector<Suspect>& out) {
  work_->look_thoroughly(paragraph, judge, out);
}

}  // namespace soat::check::garble
