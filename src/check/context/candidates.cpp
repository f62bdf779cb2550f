#include "check/context/candidates.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "text/syllable.h"

namespace soat::check::context {
namespace {

constexpr std::uint32_t least_count = 30;  // rarer words are not offered: most are slips themselves

}  // namespace

Candidates::Candidates(const model::LanguageModel& words, SlipCosts costs, std::size_t most)
    : costs_(std::move(costs)), most_(most), kept_(words.vocabulary_size()) {
  const std::size_t size = words.vocabulary_size();
  syllables_.resize(size);
  frequency_.resize(size);
  std::vector<std::u16string> spellings;
  for (std::size_t i = model::kFirstWord; i < size; ++i) {
    const auto word = static_cast<model::WordId>(i);
    const text::Syllable syllable = words.syllable(word);
    if (!syllable.valid() || words.is_capitalised(word)) continue;
    const model::WordCounts counts = words.counts(word);
    const std::uint32_t count = counts.lower + counts.capitalised + counts.upper;
    syllables_[i] = syllable;
    frequency_[i] = std::log(static_cast<float>(count) + 1.0F);
    if (count < least_count) continue;
    meant_.push_back(word);
    spellings.push_back(text::compose(syllable));
  }
  const std::vector<std::u16string_view> forms(spellings.begin(), spellings.end());
  confusables_.emplace_back(forms);
}

const Candidates::Lists& Candidates::kept(model::WordId word) const {
  Kept& kept = kept_[word];
  std::call_once(kept.once, [&] {
    auto lists = std::make_unique<Lists>();
    std::vector<Candidate>& candidates = lists->candidates;
    if (syllables_[word].valid()) find(spelling(word), candidates);
    candidates.shrink_to_fit();
    lists->ascending.resize(candidates.size());
    std::iota(lists->ascending.begin(), lists->ascending.end(), std::uint16_t{0});
    std::ranges::sort(lists->ascending, {}, [&](std::uint16_t i) { return candidates[i].word; });
    kept.lists = std::move(lists);
  });
  return *kept.lists;
}

std::u16string Candidates::spelling(model::WordId word) const {
  return syllables_[word].valid() ? text::compose(syllables_[word]) : std::u16string();
}

void Candidates::find(std::u16string_view word, std::vector<Candidate>& out) const {
  out.clear();
  Form form;
  if (take_apart(word, form)) collect(form, out);
}

void Candidates::collect(const Form& form, std::vector<Candidate>& out) const {
  struct Weighed {
    float worth;
    Candidate candidate;
  };
  std::vector<Weighed> found;
  confusables_.front().visit(form, [&](std::uint32_t index, const Slip& slip) {
    const model::WordId word = meant_[index];
    const float cost = costs_.cost(slip);
    found.push_back({frequency_[word] - cost, {word, slip, cost}});
  });
  const auto better = [](const Weighed& a, const Weighed& b) {
    return a.worth != b.worth ? a.worth > b.worth : a.candidate.word < b.candidate.word;
  };
  if (found.size() > most_) {
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most_), found.end(), better);
    found.resize(most_);
  }
  std::sort(found.begin(), found.end(), better);
  out.clear();
  for (const Weighed& one : found) out.push_back(one.candidate);
}

}  // namespace soat::check::context
