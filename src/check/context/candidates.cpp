#include "check/context/candidates.h"

#include <algorithm>
#include <cmath>

#include "text/syllable.h"

namespace soat::check::context {
namespace {

constexpr std::uint32_t least_count = 30;  // rarer words are not offered: most are slips themselves

}  // namespace

Candidates::Candidates(const model::LanguageModel& words, SlipCosts costs, std::size_t most)
    : costs_(std::move(costs)), most_(most) {
  const std::size_t size = words.vocabulary_size();
  spellings_.resize(size);
  frequency_.resize(size);
  std::vector<std::u16string_view> forms;
  for (std::size_t i = model::kFirstWord; i < size; ++i) {
    const auto word = static_cast<model::WordId>(i);
    const text::Syllable syllable = words.syllable(word);
    if (!syllable.valid() || words.is_capitalised(word)) continue;
    const model::WordCounts counts = words.counts(word);
    const std::uint32_t count = counts.lower + counts.capitalised + counts.upper;
    spellings_[i] = text::compose(syllable);
    frequency_[i] = std::log(static_cast<float>(count) + 1.0F);
    if (count < least_count) continue;
    meant_.push_back(word);
    forms.push_back(spellings_[i]);
  }
  confusables_.emplace_back(forms);

  begin_.resize(size + 1);
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < size; ++i) {
    begin_[i] = static_cast<std::uint32_t>(prepared_.size());
    Form form;
    if (spellings_[i].empty() || !take_apart(spellings_[i], form)) continue;
    collect(form, found);
    prepared_.insert(prepared_.end(), found.begin(), found.end());
  }
  begin_[size] = static_cast<std::uint32_t>(prepared_.size());
}

void Candidates::find(std::u16string_view word, std::vector<Candidate>& out) const {
  out.clear();
  Form form;
  if (take_apart(word, form)) collect(form, out);
}

void Candidates::collect(const Form& form, std::vector<Candidate>& out) const {
  out.clear();
  confusables_.front().visit(form, [&](std::uint32_t index, const Slip& slip) {
    out.push_back({meant_[index], slip, costs_.cost(slip)});
  });
  const auto better = [&](const Candidate& a, const Candidate& b) {
    const float x = frequency_[a.word] - a.cost;
    const float y = frequency_[b.word] - b.cost;
    return x != y ? x > y : a.word < b.word;
  };
  const std::size_t keep = std::min(out.size(), most_);
  std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(keep), out.end(), better);
  out.resize(keep);
}

}  // namespace soat::check::context
