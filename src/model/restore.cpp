#include "model/restore.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <tuple>
#include <utility>

#include "model/token_stream.h"
#include "text/analysis.h"
#include "text/letters.h"
#include "text/utf.h"

namespace soat::model {

namespace {

using text::Letter;
using text::LetterInfo;

// A word of the vocabulary that an item may stand for; for one that changes the text also what to write.
struct Candidate {
  WordId word = kNone;
  std::u16string text;
};

bool has_marks(std::u16string_view word) {
  return std::any_of(word.begin(), word.end(), [](char16_t unit) {
    const LetterInfo info = text::letter_info(unit);
    return info.tone != text::Tone::ngang || info.letter != text::base_letter(info.letter);
  });
}

// Whether `full` is `written` with marks added: same base letters, marks that are there kept. Then out is `full` in the
// letter case of `written`.
bool add_marks(std::u16string_view written, std::u16string_view full, std::u16string& out) {
  if (written.size() != full.size()) return false;
  out.clear();
  text::Tone written_tone = text::Tone::ngang;
  text::Tone full_tone = text::Tone::ngang;
  for (std::size_t i = 0; i < full.size(); ++i) {
    const LetterInfo a = text::letter_info(written[i]);
    const LetterInfo b = text::letter_info(full[i]);
    if (a.letter == Letter::none || text::base_letter(a.letter) != text::base_letter(b.letter)) return false;
    if (a.letter != b.letter && a.letter != text::base_letter(a.letter)) return false;
    if (a.tone != text::Tone::ngang) written_tone = a.tone;
    if (b.tone != text::Tone::ngang) full_tone = b.tone;
    out.push_back(text::letter_unit(b.letter, b.tone, a.upper));
  }
  return written_tone == text::Tone::ngang || written_tone == full_tone;
}

// A place of the search: a context with all ways to reach it.
struct Node {
  State state;
  std::uint32_t candidate = 0;
  double best = 0;         // log-probability of the best way here
  std::int32_t from = -1;  // node before it on that way
  double sum = 0;          // log of the summed probability of all ways here
  double rest = 0;         // the same from here to the end
};

struct Edge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  float log_probability = 0;
};

// The probability of a class is shared by all words that fall into it, tens of thousands: what one of them has, as a
// logarithm.
constexpr float kOneOfAClass = -10;

constexpr std::size_t kLongestPart = 512;  // words

constexpr double kNever = -std::numeric_limits<double>::infinity();

double add_logs(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == kNever ? a : a + std::log1p(std::exp(b - a));
}

bool same_context(const State& a, const State& b) {
  return a.length == b.length && a.node[a.length - 1U] == b.node[b.length - 1U];
}

class SentenceRestorer {
 public:
  SentenceRestorer(const LanguageModel& model, const text::Analysis& analysis, const RestoreOptions& options)
      : model_(model), analysis_(analysis), options_(options) {}

  void run(const text::Sentence& sentence, std::vector<RestoredWord>& words) {
    read_sentence(analysis_, sentence, items_);
    start_ = model_.sentence_start();
    // A text without full stops is taken in parts, or the search would need memory without bound.
    for (std::size_t begin = 0; begin < items_.size(); begin += kLongestPart) {
      part_ = std::span(items_).subspan(begin, std::min(kLongestPart, items_.size() - begin));
      restore_part(begin + part_.size() == items_.size(), words);
    }
  }

 private:
  void restore_part(bool last, std::vector<RestoredWord>& words) {
    candidates_.resize(part_.size());
    bool any = false;
    for (std::size_t i = 0; i < part_.size(); ++i) any |= find_candidates(part_[i], candidates_[i]);
    if (!any && last) return;
    search(last);
    weigh();
    collect(words);
  }

  // Whether there is anything to choose.
  bool find_candidates(const Item& item, std::vector<Candidate>& out) {
    out.clear();
    const WordId own = find(model_, analysis_, item, lower_);
    const std::u16string_view written = view(item);
    const bool keep = item.kind == Item::Kind::fixed || (has_marks(written) && item.kind == Item::Kind::syllable);
    if (!keep) {
      const std::uint64_t key = text::family_key(written);
      const WordRange family = model_.family(key);
      for (WordId word = family.begin; word < family.end; ++word) consider(word, item, written, out);
      for (const WordId word : model_.added_family(key)) consider(word, item, written, out);
    }
    const bool known = std::any_of(out.begin(), out.end(), [own](const Candidate& c) { return c.word == own; });
    // A word that has no other reading stays; one whose bare form the model does not know is tried as an unknown word
    // too.
    if (!known) out.push_back({own, std::u16string(written)});
    return out.size() > 1;
  }

  // Adds a member of the written word's family to the candidates when it can be made by adding marks.
  void consider(WordId word, const Item& item, std::u16string_view written, std::vector<Candidate>& out) const {
    std::u16string full;
    const text::Syllable syllable = model_.syllable(word);
    if (!syllable.valid()) {
      if (add_marks(written, text::to_utf16(model_.spelling(word)), full)) out.push_back({foreign(word, item), full});
      return;
    }
    const text::Syllable variant = text::other_i_y(syllable);
    if (add_marks(written, text::spell(syllable, options_.tone_style), full) ||
        (variant.valid() && add_marks(written, text::spell(variant, options_.tone_style), full))) {
      out.push_back({model_.find(syllable, item.capitalised), full});
    }
  }

  WordId foreign(WordId word, const Item& item) const {
    return item.capitalised ? model_.find(text::to_utf16(model_.spelling(word)), true) : word;
  }

  std::u16string_view view(const Item& item) const {
    return std::u16string_view(analysis_.text).substr(item.start, item.end - item.start);
  }

  void search(bool last) {
    nodes_.clear();
    edges_.clear();
    layer_begin_.assign(1, 0);
    Node start;
    start.state = start_;
    start.rest = kNever;
    nodes_.push_back(start);
    for (const std::vector<Candidate>& candidates : candidates_) extend(candidates);
    // The sentence's end closes all ways: what remains to be said about each.
    for (std::uint32_t i = layer_begin_.back(); i < nodes_.size(); ++i) {
      nodes_[i].rest = last ? model_.score(nodes_[i].state, kBoundary).log_probability : 0;
    }
  }

  struct Step {
    double best = 0;
    std::uint32_t from = 0;
    std::uint32_t candidate = 0;
    float log_probability = 0;
  };

  void extend(const std::vector<Candidate>& candidates) {
    const std::uint32_t begin = layer_begin_.back();
    const auto end = static_cast<std::uint32_t>(nodes_.size());
    words_.clear();
    for (const Candidate& candidate : candidates) words_.push_back(candidate.word);
    scores_.resize(words_.size());
    const bool choice = candidates.size() > 1;
    steps_.clear();
    for (std::uint32_t from = begin; from < end; ++from) {
      model_.score(model_.context(nodes_[from].state), words_, scores_);
      for (std::size_t c = 0; choice && c < words_.size(); ++c) {
        if (words_[c] < kFirstWord) scores_[c].log_probability += kOneOfAClass;
      }
      for (std::uint32_t c = 0; c < candidates.size(); ++c) {
        steps_.push_back({nodes_[from].best + scores_[c].log_probability, from, c, scores_[c].log_probability});
      }
    }
    // More steps than contexts are wanted, because several may lead to the same one.
    const std::size_t wanted = std::min(steps_.size(), 2 * options_.beam);
    const auto better = [](const Step& a, const Step& b) {
      return std::pair(-a.best, std::pair(a.from, a.candidate)) < std::pair(-b.best, std::pair(b.from, b.candidate));
    };
    std::partial_sort(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(wanted), steps_.end(), better);
    layer_begin_.push_back(end);
    for (const Step& step : std::span(steps_).first(wanted)) {
      State next;
      model_.score(nodes_[step.from].state, words_[step.candidate], next);
      std::uint32_t to = end;
      while (to < nodes_.size() && (nodes_[to].candidate != step.candidate || !same_context(nodes_[to].state, next)))
        ++to;
      const double sum = nodes_[step.from].sum + step.log_probability;
      if (to == nodes_.size()) {
        if (to - end >= options_.beam) continue;
        nodes_.push_back({next, step.candidate, step.best, static_cast<std::int32_t>(step.from), sum, kNever});
      } else {
        nodes_[to].sum = add_logs(nodes_[to].sum, sum);
      }
      edges_.push_back({step.from, to, step.log_probability});
    }
  }

  // Carries what remains to be said back from the end (the backward half of forward-backward).
  void weigh() {
    for (auto edge = edges_.rbegin(); edge != edges_.rend(); ++edge) {
      nodes_[edge->from].rest = add_logs(nodes_[edge->from].rest, nodes_[edge->to].rest + edge->log_probability);
    }
  }

  void collect(std::vector<RestoredWord>& words) {
    const std::uint32_t last = layer_begin_.back();
    std::uint32_t at = last;
    for (std::uint32_t i = last; i < nodes_.size(); ++i) {
      if (nodes_[i].best + nodes_[i].rest > nodes_[at].best + nodes_[at].rest) at = i;
    }
    start_ = nodes_[at].state;
    path_.resize(part_.size());
    for (std::size_t i = part_.size(); i-- > 0;) {
      path_[i] = nodes_[at].candidate;
      at = static_cast<std::uint32_t>(nodes_[at].from);
    }
    const double total = nodes_[0].rest;
    for (std::size_t i = 0; i < part_.size(); ++i) {
      const std::vector<Candidate>& candidates = candidates_[i];
      if (candidates.size() < 2) continue;
      probability_.assign(candidates.size(), 0);
      const std::uint32_t end =
          i + 2 < layer_begin_.size() ? layer_begin_[i + 2] : static_cast<std::uint32_t>(nodes_.size());
      for (std::uint32_t n = layer_begin_[i + 1]; n < end; ++n) {
        probability_[nodes_[n].candidate] += std::exp(nodes_[n].sum + nodes_[n].rest - total);
      }
      RestoredWord word;
      std::tie(word.start, word.end) = analysis_.original_span(part_[i].start, part_[i].end);
      for (std::uint32_t c = 0; c < candidates.size(); ++c) {
        if (c == path_[i] || probability_[c] < options_.least_probability) continue;
        word.alternatives.push_back({candidates[c].text, static_cast<float>(probability_[c])});
      }
      std::stable_sort(word.alternatives.begin(), word.alternatives.end(),
                       [](const Alternative& a, const Alternative& b) { return a.probability > b.probability; });
      word.alternatives.insert(word.alternatives.begin(),
                               {candidates[path_[i]].text, static_cast<float>(std::min(probability_[path_[i]], 1.0))});
      words.push_back(std::move(word));
    }
  }

  const LanguageModel& model_;
  const text::Analysis& analysis_;
  const RestoreOptions& options_;
  std::vector<Item> items_;  // of the sentence
  std::span<const Item> part_;
  State start_;
  std::vector<std::vector<Candidate>> candidates_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> layer_begin_;
  std::vector<WordId> words_;
  std::vector<Score> scores_;
  std::vector<Step> steps_;
  std::vector<std::uint32_t> path_;
  std::vector<double> probability_;
  std::u16string lower_;
};

}  // namespace

Restoration restore(const LanguageModel& model, std::u16string_view paragraph, const RestoreOptions& options) {
  text::Analysis analysis;
  text::analyse(paragraph, analysis);
  Restoration result;
  SentenceRestorer restorer(model, analysis, options);
  for (const text::Sentence& sentence : analysis.sentences) restorer.run(sentence, result.words);
  std::size_t done = 0;
  for (const RestoredWord& word : result.words) {
    result.text.append(paragraph.substr(done, word.start - done));
    result.text.append(word.alternatives.front().text);
    done = word.end;
  }
  result.text.append(paragraph.substr(done));
  return result;
}

}  // namespace soat::model
